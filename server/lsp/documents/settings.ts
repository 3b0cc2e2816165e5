import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { type RuleLevel, ruleLevels } from '../../analysis';
import type { EquationFindings } from '../../repair/findings';
import { record } from '../../text/json';
import { say } from '../../text/say';
import type { Notice } from '../../workspace/demands';
import { type Parts, readParts } from '../../workspace/parts';
import { usualFiles } from '../../workspace/selection';
import type { Client } from '../protocol/client';
import { patient } from '../protocol/patience';
import { demandsStoreOf, type Sources } from './demands';
import { faultsTo } from './faults';
import { ignoredRules } from './ignore';

/** How tables are laid out when users ask for it; `auto` is by the document's language. */
export const tableLayouts = ['auto', 'tabs', 'pipes', 'markdown', 'aligned'] as const;

export type TableLayout = (typeof tableLayouts)[number];

/** What users decide, per document. */
export interface Settings {
  readonly run: 'onType' | 'onSave';
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Whether broken equations are told of at what is to blame alone, or at every total too. */
  readonly equations: EquationFindings;
  /** Whether what does not add up is also said behind the figures. */
  readonly hints: boolean;
  readonly tables: TableLayout;
  /** Patterns of the files in a folder that may be reports, and of those that are not to be read. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Which agencies' figures another's report includes. */
  readonly parts: Parts;
  /** The file that states what local notices demand, below the folder; empty where there is none. */
  readonly demands: string;
  /** What it states. */
  readonly notices: readonly Notice[];
}

/** The settings of the client, asked for once a document and again when they may have changed. */
export interface SettingsStore {
  /** Changes whenever settings may have; what was made with another generation is out of date. */
  readonly generation: number;
  of(uri: string): Promise<Settings>;
  /** The settings of a file that is not open: those of its folder, which thousands share. */
  within(folder: string, uri: string): Promise<Settings>;
  forget(uri: string): void;
  /** Told of a file that has changed, by its name: what it says may be part of the settings. */
  fileChanged(name: string): void;
  onDidChange(listener: () => void): void;
}

const section = 'nianbao';
const exclude: readonly string[] = ['**/node_modules', '**/.*'];
const levels: ReadonlySet<unknown> = new Set(ruleLevels);

/** Reads what a client sends as the section `nianbao`; what is missing or makes no sense is as by default. */
function readSettings({ value, folders = [], notices = [] }: Told, uri: string): Settings {
  const { run, rules, ignore, equations, hints, workspace, parts, format } = record(value);
  const { tables } = record(format);
  const files = record(workspace);
  const known = Object.entries(record(rules)).filter(([, level]) => levels.has(level));
  return {
    run: run === 'onSave' ? 'onSave' : 'onType',
    rules: {
      ...(Object.fromEntries(known) as Record<string, RuleLevel>),
      ...ignoredRules(ignore, uri, folders),
    },
    equations: equations === 'all' ? 'all' : 'cause',
    hints: hints !== false,
    tables: tableLayouts.find((each) => each === tables) ?? 'auto',
    include: patterns(files.include) ?? usualFiles,
    exclude: patterns(files.exclude) ?? exclude,
    parts: readParts(parts),
    demands: demandsIn(value),
    notices,
  };
}

/** What a client says of the section, and of the folders that its patterns are of. */
interface Told {
  readonly value: unknown;
  readonly folders?: readonly string[] | undefined;
  /** What the file states that it names. */
  readonly notices?: readonly Notice[];
}

const demandsIn = (value: unknown): string => {
  const { demands } = record(value);
  return typeof demands === 'string' ? demands : '';
};

/** Keeps the settings of a connection; registers for their changes where the client lets servers do so. */
export function settingsOf(
  connection: Connection,
  client: Client,
  whenReady: (work: () => void) => void,
  sources: Sources,
): SettingsStore {
  const listeners: (() => void)[] = [];
  const known = new Map<string, Promise<Settings>>();
  const ofFolders = new Map<string, Promise<Told>>();
  let pushed: unknown = client.options.settings;
  let generation = 0;
  const { complete, reads } = completing(connection, sources);
  const ask = async (uri: string): Promise<Told> =>
    complete(client.configuration ? await askClient(connection, client, uri, renew) : { value: pushed }, uri);
  const renew = (): void => {
    generation++;
    known.clear();
    ofFolders.clear();
    for (const listener of listeners) listener();
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    pushed = record(settings)[section];
    renew();
  });
  if (client.registersConfiguration)
    whenReady(() => void connection.client.register(DidChangeConfigurationNotification.type, { section }));
  return {
    get generation() {
      return generation;
    },
    of: (uri) => kept(known, uri, async () => readSettings(await ask(uri), uri)),
    within: async (folder, uri) => readSettings(await kept(ofFolders, folder, () => ask(folder)), uri),
    forget: (uri) => void known.delete(uri),
    fileChanged(name) {
      if (reads(name)) renew();
    },
    onDidChange: (listener) => void listeners.push(listener),
  };
}

/** Adds to what a client says of a document what the files say that it names; tells users what of all that cannot be used. */
function completing(connection: Connection, sources: Sources) {
  const faults = faultsTo(connection);
  const demands = demandsStoreOf(sources, faults.tell);
  return {
    async complete(told: Told, uri: string): Promise<Told> {
      faults.in(told.value);
      return { ...told, notices: await demands.of(demandsIn(told.value), uri) };
    },
    reads: demands.has,
  };
}

/** What is kept under a key, made where there is nothing yet. */
function kept<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** What the client says of a document; nothing, and a line in the log, where it fails to; `late` is called when it answers after all. */
const askClient = (connection: Connection, client: Client, uri: string, late: () => void): Promise<Told> =>
  patient(requested(connection, client, uri), { value: undefined }, late);

async function requested(connection: Connection, client: Client, uri: string): Promise<Told> {
  try {
    const [value, folders] = await Promise.all([
      connection.workspace.getConfiguration({ scopeUri: uri, section }),
      client.workspaceFolders ? connection.workspace.getWorkspaceFolders() : null,
    ]);
    return { value, folders: folders?.map((folder) => folder.uri) };
  } catch (error) {
    connection.console.error(say`读取设置失败（${uri}）：${String(error)}`);
    return { value: undefined };
  }
}

const patterns = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string' && each !== '')
    : undefined;
