import { l10n, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { wordText, writeWord } from '../../server/lsp/messages/word';
import { isTooLong } from '../editor/documents';
import { serverUri } from '../editor/word-uri';

/** Keeps from the server what it need not or must not see. */
export interface Sieve {
  readonly middleware: Middleware;
  /** The address of the document that it was last told or asked about; undefined before that. */
  readonly last: string | undefined;
  /** Keeps a document from it until it changes. */
  hold(uri: string): void;
}

type Opened = { readonly uri: string; readonly languageId: string; readonly text?: string };
type Sent = { readonly uri?: string; readonly textDocument?: Opened };

/** Keeps texts that are too long from the server, those that are held, and every question about them. */
export function sieveOf(): Sieve {
  const kept = keptOf();
  let last: string | undefined;
  const middleware: Middleware = {
    async sendNotification(type, next, params) {
      const { textDocument } = (params ?? {}) as Sent;
      if (!textDocument) return next(type, params);
      const { uri } = textDocument;
      const method = methodOf(type);
      if (method === opening) kept.judge(textDocument);
      const released = method === 'textDocument/didChange' && kept.release(uri);
      if (kept.has(uri)) {
        if (method === 'textDocument/didClose') kept.close(uri);
        return;
      }
      last = uri;
      // The server has not seen it yet.
      if (released) await next(opening, { textDocument: whole(uri) } as never);
      else await next(type, params);
    },
    sendRequest: async (type, params, token, next) => {
      const { uri, textDocument } = (params ?? {}) as Sent;
      const about = textDocument?.uri ?? uri;
      if (about !== undefined && kept.hides(about, methodOf(type))) return null as never;
      last = about ?? last;
      return next(type, params, token);
    },
  };
  return {
    middleware,
    get last() {
      return last;
    },
    hold: kept.hold,
  };
}

const methodOf = (type: string | { readonly method: string }): string =>
  typeof type === 'string' ? type : type.method;

/** What our own questions begin with. */
const own = 'nianbao/';

/** Questions that read no report: a file is written whatever was typed in it. */
const aboutFiles: ReadonlySet<string> = new Set([wordText, writeWord]);

const leftAlone = (): string =>
  l10n.t('The check of this file did not end and was given up; it is checked again once it changes');

/** What is kept from the server. */
function keptOf() {
  const long = new Set<string>();
  /** The texts of what is held, as they were then. */
  const held = new Map<string, string>();
  return {
    has: (uri: string): boolean => long.has(uri) || held.has(uri),
    judge({ uri, languageId, text = '' }: Opened): void {
      if (isTooLong(languageId, text)) long.add(uri);
      if (held.get(uri) !== text) held.delete(uri);
    },
    /**
     * Whether a question is not asked, and null the answer: that of a server that has nothing to say. Throws where that would say that it
     * is no report, which nobody knows of one that is held.
     */
    hides(uri: string, method: string): boolean {
      if (aboutFiles.has(method)) return false;
      if (held.has(uri) && method.startsWith(own)) throw new Error(leftAlone());
      return this.has(uri);
    },
    hold: (uri: string): void => void held.set(uri, find(uri)?.getText() ?? ''),
    /** Answers whether it was held until now, and nothing else keeps it. */
    release: (uri: string): boolean => held.delete(uri) && !long.has(uri),
    close: (uri: string): void => void long.delete(uri),
  };
}

const opening = 'textDocument/didOpen';

const find = (uri: string) => workspace.textDocuments.find((document) => serverUri(document.uri) === uri);

/** A document as it is opened for the server. */
function whole(uri: string) {
  const document = find(uri);
  return {
    uri,
    languageId: document?.languageId ?? '',
    version: document?.version ?? 0,
    text: document?.getText() ?? '',
  };
}
