import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { RuleLevel } from '../analysis';
import type { EquationFindings } from '../repair/findings';
import type { Client } from './client';
import { ignoredRules } from './ignore';

/** What users decide, per document. */
export interface Settings {
  readonly run: 'onType' | 'onSave';
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Whether broken equations are told of at what is to blame alone, or at every total too. */
  readonly equations: EquationFindings;
  /** Whether what does not add up is also said behind the figures. */
  readonly hints: boolean;
}

/** The settings of the client, asked for once a document and again when they may have changed. */
export interface SettingsStore {
  /** Changes whenever settings may have; what was made with another generation is out of date. */
  readonly generation: number;
  of(uri: string): Promise<Settings>;
  forget(uri: string): void;
  onDidChange(listener: () => void): void;
}

const section = 'nianbao';
const levels: ReadonlySet<unknown> = new Set<RuleLevel>(['error', 'warning', 'information', 'hint', 'off']);

/** Reads what a client sends as the section `nianbao`; what is missing or makes no sense is as by default. */
function readSettings(value: unknown, uri: string, folders: readonly string[] = []): Settings {
  const { run, rules, ignore, equations, hints } = record(value);
  const known = Object.entries(record(rules)).filter(([, level]) => levels.has(level));
  return {
    run: run === 'onSave' ? 'onSave' : 'onType',
    rules: {
      ...(Object.fromEntries(known) as Record<string, RuleLevel>),
      ...ignoredRules(ignore, uri, folders),
    },
    equations: equations === 'all' ? 'all' : 'cause',
    hints: hints !== false,
  };
}

/** Keeps the settings of a connection; registers for their changes where the client lets servers do so. */
export function settingsOf(connection: Connection, client: Client): SettingsStore {
  const listeners: (() => void)[] = [];
  const known = new Map<string, Promise<Settings>>();
  let pushed: unknown = client.options.settings;
  let generation = 0;

  const ask = async (uri: string): Promise<Settings> => {
    try {
      const [value, folders] = await Promise.all([
        connection.workspace.getConfiguration({ scopeUri: uri, section }),
        client.workspaceFolders ? connection.workspace.getWorkspaceFolders() : null,
      ]);
      return readSettings(
        value,
        uri,
        folders?.map((folder) => folder.uri),
      );
    } catch (error) {
      connection.console.error(`读取设置失败（${uri}）：${error}`);
      return readSettings(undefined, uri);
    }
  };
  connection.onDidChangeConfiguration(({ settings }) => {
    pushed = record(settings)[section];
    generation++;
    known.clear();
    for (const listener of listeners) listener();
  });
  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
  });
  return {
    get generation() {
      return generation;
    },
    of(uri) {
      const settings =
        known.get(uri) ?? (client.configuration ? ask(uri) : Promise.resolve(readSettings(pushed, uri)));
      known.set(uri, settings);
      return settings;
    },
    forget: (uri) => void known.delete(uri),
    onDidChange: (listener) => void listeners.push(listener),
  };
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
