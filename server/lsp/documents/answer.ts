import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from 'vscode-languageserver';
import { say } from '../../text/say';
import { type Limit, TooLong } from '../../workspace/limit';
import { type Documents, type Opened, reportsAt, type Served } from './documents';

/** What every request about a document names, in the protocol's way or in ours. */
export type AboutDocument = { readonly textDocument: { readonly uri: string } } | { readonly uri: string };

type AboutPlace = AboutDocument & { readonly position: Position };

export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/** The one guard around all handlers. */
export interface Guard {
  /** Guards a handler that needs nothing but its parameters. */
  always<P, R>(feature: string, work: (params: P, token: CancellationToken) => R | Promise<R>): Handler<P, R>;
  /** Guards a handler about a served document; answers null for any other. */
  answer<P extends AboutDocument, R>(
    feature: string,
    work: (opened: Opened, params: P) => R,
  ): Handler<P, R | null>;
  /** Guards a handler about a place: it is asked of the report that stands there. */
  at<P extends AboutPlace, R>(feature: string, work: (served: Served, params: P) => R): Handler<P, R | null>;
  /** Guards a handler about all of a document: it is asked of every report, and what they answer is joined. */
  each<P extends AboutDocument, R>(
    feature: string,
    work: (served: Served, params: P) => readonly R[],
  ): Handler<P, R[] | null>;
}

/** The document that `params` are about. */
const uriOf = (params: AboutDocument): string => ('uri' in params ? params.uri : params.textDocument.uri);

/**
 * Makes the guard: a cancelled request is answered RequestCancelled, one that takes too long RequestFailed, one whose handler throws
 * InternalError, and the log says in which feature and document. No failure is ever answered with an empty result.
 */
export function guardOf(connection: Connection, documents: Documents, limit: Limit): Guard {
  let last = '';
  const log = (line: string): void => {
    // What fails at one keystroke fails at the next ones too; once tells all.
    if (line !== last) connection.console.error(line);
    last = line;
  };
  const always: Guard['always'] = (feature, work) => async (params, token) => {
    try {
      stopIfCancelled(token);
      const result = await work(params, token);
      stopIfCancelled(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const { line, response } = refusalOf(feature, error);
      log(say`${feature}${describe(params)}：${line}`);
      throw response;
    }
  };
  const answer: Guard['answer'] = (feature, work) =>
    always(feature, async (params) => {
      if (!isAboutDocument(params)) throw lacking(say`${feature}：参数里没有写明是哪一份文档`);
      const opened = await documents.open(uriOf(params));
      return opened ? limit(() => work(opened, params)) : null;
    });
  return {
    always,
    answer,
    at: (feature, work) =>
      answer(feature, (opened, params) => {
        const { position } = params;
        if (!isPosition(position)) throw lacking(say`${feature}：参数里没有写明是哪个位置`);
        const [served] = reportsAt(opened, { start: position, end: position });
        return served ? work(served, params) : null;
      }),
    each: (feature, work) =>
      answer(feature, ({ reports }, params) => reports.flatMap((served) => work(served, params))),
  };
}

const isAboutDocument = ({ uri, textDocument }: { uri?: unknown; textDocument?: { uri?: unknown } | null }) =>
  typeof (uri ?? textDocument?.uri) === 'string';

const isPosition = (position: Partial<Position> | null | undefined): boolean =>
  Number.isInteger(position?.line) && Number.isInteger(position?.character);

const lacking = (what: string): ResponseError => new ResponseError(ErrorCodes.InvalidParams, what);

/** How a request is answered whose handler has thrown, and what the log says of it. */
function refusalOf(feature: string, error: unknown): { line: string; response: ResponseError } {
  if (error instanceof TooLong) {
    const response = new ResponseError(LSPErrorCodes.RequestFailed, say`${feature}：${error.message}`);
    return { line: error.message, response };
  }
  const response = new ResponseError(ErrorCodes.InternalError, say`${feature}：内部错误，详见日志`);
  return { line: String(error instanceof Error ? error.stack : error), response };
}

/** Throws what a cancelled request is answered. */
export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, say`请求已取消`);
}

function describe(params: unknown): string {
  if (typeof params !== 'object' || params === null) return '';
  return isAboutDocument(params) ? ` ${uriOf(params as AboutDocument)}` : '';
}
