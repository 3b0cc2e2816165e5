import { type Connection, type Diagnostic, DiagnosticSeverity, MessageType } from 'vscode-languageserver';
import { said, say } from '../../text/say';
import { TooLong } from '../../workspace/limit';
import { literal } from '../messages/literal';
import { diagnosticSource } from '../protocol/convert';
import { lastName } from '../protocol/file-name';

/** Documents that took too long to read or check and are left alone until there is something new about them. */
export interface Abandoned {
  /**
   * Does what may take too long for a document; undefined where it does, and from then on for the same `state` without trying again.
   * Users are told once.
   */
  attempt<T>(uri: string, state: string, work: () => T): T | undefined;
  /** What is shown in place of findings; none for a document that is not left alone. */
  diagnostics(uri: string): Diagnostic[];
  /** Whether it is left alone as it stands. */
  has(uri: string): boolean;
  forget(uri: string): void;
}

/** Leaves none alone yet. */
export function abandonedOf(connection: Connection): Abandoned {
  const left = new Map<string, { readonly state: string; readonly reason: string }>();
  const tell = (uri: string, reason: string): void => {
    connection.console.error(say`${uri}：${reason}`);
    void connection.sendNotification('window/showMessage', {
      type: MessageType.Warning,
      message: literal(say`《${lastName(uri)}》${reason}，改动以后再查；其余照常`),
    });
  };
  return {
    attempt(uri, state, work) {
      if (left.get(uri)?.state === state) return undefined;
      try {
        const result = work();
        left.delete(uri);
        return result;
      } catch (error) {
        if (!(error instanceof TooLong)) throw error;
        left.set(uri, { state, reason: error.message });
        tell(uri, error.message);
        return undefined;
      }
    },
    diagnostics(uri) {
      const { reason } = left.get(uri) ?? {};
      return reason === undefined ? [] : [leftAlone(reason)];
    },
    has: (uri) => left.has(uri),
    forget: (uri) => void left.delete(uri),
  };
}

/** What stands in the first line of a document that is left alone. */
function leftAlone(reason: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Warning,
    source: said(diagnosticSource),
    message: say`这份文件${reason}，没有核对；改动以后再查`,
  };
}
