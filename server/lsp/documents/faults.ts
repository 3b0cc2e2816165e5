import { type Connection, MessageType } from 'vscode-languageserver';
import { record } from '../../text/json';
import { globOf } from '../../workspace/glob';

/** How much of a pattern is shown. */
const shown = 30;

/** Tells users what cannot be used of the section `nianbao` of their settings, each once. */
export function faultsTo(connection: Connection): (value: unknown) => void {
  const told = new Set<string>();
  return (value) => {
    for (const message of faultsIn(value)) {
      if (told.has(message)) continue;
      told.add(message);
      void connection.sendNotification('window/showMessage', { type: MessageType.Warning, message });
    }
  };
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
  return fault === undefined ? [] : [`设置 ${setting} 里的通配符${fault}，没有用：${name}`];
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
