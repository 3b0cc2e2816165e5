import Ajv from 'ajv/dist/2020';
import schema from '../../../schemas/report-1.schema.json';

/** A schema, as far as these tests look into one. */
export interface SchemaNode {
  readonly title?: string;
  readonly $ref?: string;
  readonly oneOf?: readonly SchemaNode[];
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

/** What the published schema has against a value; empty where nothing. */
export function complaints(value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The schema's definition `name`. */
export function definition(name: string): SchemaNode {
  const definitions: Readonly<Record<string, object>> = schema.$defs;
  const found = definitions[name];
  if (!found) throw new Error(`the schema does not define ${name}`);
  return found as SchemaNode;
}

/** A schema with what it refers to in place of the reference; its own title goes first. */
export function resolved(node: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : { ...definition(name), ...node };
}
