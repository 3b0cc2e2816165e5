import type { Connection } from 'vscode-languageserver';
import { type Selection, selectionOf } from '../../workspace/selection';
import { rememberedReports } from '../messages/workspace';
import type { Client } from '../protocol/client';
import { patient } from '../protocol/patience';
import { nameOf } from '../protocol/uri';
import type { SettingsStore } from './settings';

/** Which files of a folder users want to be read: what the settings include, but for what they and the editor exclude. */
export interface Wanted {
  in(folder: string): Promise<Selection>;
  /** All patterns of what is included in any of the folders, and of what the settings of one are read from. */
  patterns(folders: Iterable<string>): Promise<readonly string[]>;
  /** The names of files that were reports before, whatever they are called. */
  remembered(): Promise<ReadonlySet<string>>;
}

/** Says whether a file is to be read: one that is included, or was a report before, and is not excluded. */
export const isWanted = (
  { wants, excludes }: Selection,
  { path, name }: { readonly path: string; readonly name: string },
  remembered: ReadonlySet<string>,
): boolean => wants(path) || (remembered.has(name) && !excludes(path));

/** Asks for the settings of each folder, again when they may have changed. */
export function wantedOf(connection: Connection, client: Client, settings: SettingsStore): Wanted {
  const known = new Map<string, { readonly generation: number; readonly selection: Promise<Selection> }>();
  const select = async (folder: string): Promise<Selection> => {
    const { include, exclude } = await settings.of(folder);
    return selectionOf(include, [...exclude, ...(await editorExcludes(folder))]);
  };
  const editorExcludes = async (folder: string): Promise<readonly string[]> => {
    if (!client.configuration) return [];
    const scope = { scopeUri: folder, section: 'files.exclude' };
    const value: unknown = await patient(connection.workspace.getConfiguration(scope), undefined);
    if (typeof value !== 'object' || value === null) return [];
    // Those with a condition speak of files beside other files.
    return Object.entries(value).flatMap(([pattern, isOn]) => (isOn === true ? [pattern] : []));
  };
  return {
    in(folder) {
      const { generation } = settings;
      const before = known.get(folder);
      if (before?.generation === generation) return before.selection;
      const selection = select(folder);
      known.set(folder, { generation, selection });
      return selection;
    },
    patterns: async (folders) => {
      const all = await Promise.all([...folders].map((folder) => settings.of(folder)));
      return [
        ...new Set(all.flatMap(({ include, demands }) => (demands === '' ? include : [...include, demands]))),
      ];
    },
    async remembered() {
      if (client.options.remembersReports !== true) return new Set();
      const uris = await patient(connection.sendRequest<readonly string[]>(rememberedReports), []);
      return new Set(uris.map(nameOf));
    },
  };
}
