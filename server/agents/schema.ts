import { said } from '../text/say';

/** JSON Schema, as much of it as tools for agents need. */
export interface Schema {
  readonly type: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly (string | null)[];
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

/** The schema of an object; the root of all that a tool takes or answers. */
export interface ObjectSchema extends Schema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
}

/** A text; one of these where they are given. */
export const text = (description: string, values?: readonly string[]): Schema => ({
  type: 'string',
  description,
  ...(values && { enum: values }),
});

/** A whole number, at least 1 where it counts something in order. */
export const whole = (description: string, minimum?: number): Schema => ({
  type: 'integer',
  description,
  ...(minimum !== undefined && { minimum }),
});

export const truth = (description: string): Schema => ({ type: 'boolean', description });

export const list = (items: Schema, description: string): Schema => ({ type: 'array', description, items });

/** The same, or null where it is not known or there is none. */
export const maybe = (schema: Schema): Schema => ({ ...schema, type: [schema.type, 'null'].flat() });

/** An object of which all properties are always there. */
export const object = (properties: Readonly<Record<string, Schema>>, description?: string): ObjectSchema => ({
  type: 'object',
  ...(description !== undefined && { description }),
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** An object of which any property may be left out, and that has no others. */
export const choice = (properties: Readonly<Record<string, Schema>>): ObjectSchema => ({
  type: 'object',
  properties,
  additionalProperties: false,
});

/** A schema whose descriptions, which are marked, are told in the reader's tongue. */
export function toldSchema<T extends Schema>(schema: T): T {
  const { description, items, properties } = schema;
  const told = Object.entries(properties ?? {}).map(([name, each]) => [name, toldSchema(each)] as const);
  return {
    ...schema,
    ...(description !== undefined && { description: said(description) }),
    ...(items && { items: toldSchema(items) }),
    ...(properties && { properties: Object.fromEntries(told) }),
  };
}
