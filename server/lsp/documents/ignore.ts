import { rules } from '../../rules/all';
import { globOf } from '../../workspace/glob';
import { decoded } from '../../workspace/paths';

/** Names all rules at once. */
const every = '*';

/**
 * The rules that the setting `nianbao.ignore` turns off for a document, as levels. The setting maps globs, relative to the workspace
 * folder, to ids of rules or `*`; what makes no sense in it is passed over. Without a folder the file's name alone is held
 * against the globs.
 */
export function ignoredRules(
  setting: unknown,
  uri: string,
  folders: readonly string[],
): Record<string, 'off'> {
  if (typeof setting !== 'object' || setting === null) return {};
  const path = pathIn(uri, folders);
  const ids = Object.entries(setting).flatMap(([glob, named]) =>
    globOf(glob).matches(path) ? idsIn(named) : [],
  );
  return Object.fromEntries(ids.map((id) => [id, 'off']));
}

/** The path of a document below the innermost folder that holds it. */
const pathIn = (uri: string, folders: readonly string[]): string =>
  decoded(uri.slice((folderOf(uri, folders)?.length ?? uri.lastIndexOf('/')) + 1));

/** The innermost of some folders that holds a document, or is it, without a slash at its end; undefined where none does. */
export const folderOf = (uri: string, folders: readonly string[]): string | undefined =>
  folders
    .map((folder) => folder.replace(/(?<!\/)\/+$/u, ''))
    .filter((root) => uri === root || uri.startsWith(`${root}/`))
    .sort((a, b) => b.length - a.length)[0];

function idsIn(named: unknown): readonly string[] {
  const ids = Array.isArray(named) ? named : [named];
  if (ids.includes(every)) return rules.map(({ id }) => id);
  return ids.filter((id): id is string => typeof id === 'string');
}
