import Ajv from 'ajv/dist/2020';
import report1 from '../../../schemas/report-1.schema.json';
import report2 from '../../../schemas/report-2.schema.json';
import { schemaVersions } from '../../../server/export/json';

export type Version = (typeof schemaVersions)[number];

/** A schema, as far as these tests look into one. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly const?: unknown;
  readonly oneOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly then?: SchemaNode;
  readonly else?: SchemaNode;
}

/** The published schemas by the version that they describe. */
export const schemas: Readonly<Record<Version, SchemaNode>> = { 1: report1, 2: report2 };

const ajv = new Ajv({ strict: true, allErrors: true });
for (const version of schemaVersions) ajv.addSchema(schemas[version], version);

/** What the published schema of a version, or what it says at `pointer`, has against a value; empty where nothing. */
export function complaints(value: unknown, version: Version = '2', pointer = ''): string[] {
  const validate = ajv.getSchema(`nianbao/report/${version}${pointer}`);
  if (!validate) throw new Error(`no schema ${version}${pointer}`);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The definition `name` of a schema. */
export function definition(version: Version, name: string): SchemaNode {
  const found = schemas[version].$defs?.[name];
  if (!found) throw new Error(`schema ${version} does not define ${name}`);
  return found;
}

/** A schema with what it refers to in place of the reference; its own title goes first. */
export function resolved(version: Version, node: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : { ...definition(version, name), ...node };
}

/** The places of a document whose keys are not in the order of the schema. */
export function misordered(
  version: Version,
  value: unknown,
  node: SchemaNode = schemas[version],
  at = '',
): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => misordered(version, each, node.items, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [];
  const ways = alternatives(version, node).flatMap(({ properties }) => (properties ? [properties] : []));
  // The tables are those of the edition.
  if (ways.length === 0) return [];
  const described = ways.find((properties) => Object.keys(value).every((key) => key in properties));
  if (!described) return [`${at} is not described`];
  const keys = Object.keys(value);
  const ordered = Object.keys(described).filter((key) => key in value);
  const own = keys.join() === ordered.join() ? [] : [at];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, part]) =>
      misordered(version, part, described[key], `${at}.${key}`),
    ),
  ];
}

/** What a schema may stand for, without references and choices. */
function alternatives(version: Version, node: SchemaNode): SchemaNode[] {
  const { oneOf, ...own } = resolved(version, node);
  return oneOf ? oneOf.flatMap((each) => alternatives(version, each)) : [own];
}
