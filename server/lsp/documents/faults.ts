import { type Connection, MessageType } from 'vscode-languageserver';
import { record } from '../../text/json';
import { said, say } from '../../text/say';
import { globOf } from '../../workspace/glob';
import { literal } from '../messages/literal';

/** How much of a pattern is shown. */
const shown = 30;

/** Tells users what cannot be used of their settings, each once. */
export interface Faults {
  /** Tells what is wrong with the section `nianbao`. */
  in(value: unknown): void;
  tell(message: string): void;
}

/** Tells the users of a client. */
export function faultsTo(connection: Connection): Faults {
  const told = new Set<string>();
  const tell = (message: string): void => {
    if (told.has(message)) return;
    told.add(message);
    void connection.sendNotification('window/showMessage', {
      type: MessageType.Warning,
      message: literal(message),
    });
  };
  return { in: (value) => faultsIn(value).forEach(tell), tell };
}

/** A sentence for each pattern that is not used. */
function faultsIn(value: unknown): readonly string[] {
  const { workspace, ignore, parts } = record(value);
  const { include, exclude } = record(workspace);
  const patterns: Readonly<Record<string, readonly unknown[]>> = {
    'nianbao.workspace.include': listed(include),
    'nianbao.workspace.exclude': listed(exclude),
    'nianbao.ignore': Object.keys(record(ignore)),
    'nianbao.parts': Object.values(record(parts)).flatMap(listed),
  };
  return Object.entries(patterns).flatMap(([setting, all]) =>
    all.flatMap((pattern) => (typeof pattern === 'string' ? faultOf(setting, pattern) : [])),
  );
}

function faultOf(setting: string, pattern: string): readonly string[] {
  const { fault } = globOf(pattern);
  const name = pattern.length > shown ? `${pattern.slice(0, shown)}…` : pattern;
  return fault === undefined ? [] : [say`设置 ${setting} 里的通配符${said(fault)}，没有用：${name}`];
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
