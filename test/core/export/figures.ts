import { tableIds } from '../../../server/form/form';

/** Paths and values of all figures of an exported report, in the order of the document. */
export function figuresOf(json: string): [string, unknown][] {
  const document = JSON.parse(json);
  return tableIds.flatMap((id) => leaves(document[id], id));
}

function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));
}
