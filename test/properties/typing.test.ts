import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SemanticTokens } from 'vscode-languageserver-protocol';
import { trial } from '../core/support/trial';
import { closeSessions, itemsOf, type Session, start } from '../protocol/support/session';
import { runsOf, timeout } from './runs';
import { anyTexts, edits, somePlaces } from './texts';

const uri = 'file:///示范县林业局.nianbao';

const typing = trial('一份文档上的一串改动：改完以后回答的，与重新打开、同样正在编写的一样');

/** All that an editor asks of a document. */
async function asked({ connection, diagnose }: Session, text: string, places: readonly number[]) {
  const ask = (method: string, more: object = {}): Promise<unknown> =>
    connection.sendRequest(method, { textDocument: { uri }, ...more });
  const lines = text.split(/\r\n|\n|\r/u);
  const all = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const hovers = places.map((at) => {
    const line = Math.min(lines.length - 1, Math.floor(at * lines.length));
    const character = Math.floor(at * 97) % ((lines[line]?.length ?? 0) + 1);
    return ask('textDocument/hover', { position: { line, character } });
  });
  return {
    diagnostics: itemsOf(await diagnose(uri)),
    hovers: await Promise.all(hovers),
    symbols: await ask('textDocument/documentSymbol'),
    folds: await ask('textDocument/foldingRange'),
    hints: await ask('textDocument/inlayHint', { range: all }),
    tokens: ((await ask('textDocument/semanticTokens/full')) as SemanticTokens | null)?.data,
    exported: await connection.sendRequest('nianbao/exportAs', { uri, to: 'json' }),
  };
}

/** A place that an editor has: none is within a line end. */
const placeIn = (text: string, at: number): number => (text.slice(at - 1, at + 1) === '\r\n' ? at + 1 : at);

describe('a document that was typed', function () {
  this.timeout(timeout);
  afterEach(closeSessions);

  it('is answered as one that is opened, after every script of edits', () =>
    fc.assert(
      fc.asyncProperty(anyTexts, edits, somePlaces, (opened, script, places) =>
        typing(async () => {
          const [typed, fresh] = [await start(), await start()];
          let text = opened;
          await typed.open(uri, text);
          for (const [index, { at, lost, text: put }] of script.entries()) {
            const begin = placeIn(text, Math.floor(at * (text.length + 1)));
            const span = { start: begin, end: placeIn(text, Math.min(text.length, begin + lost)) };
            await typed.change(uri, index + 2, span, put);
            text = text.slice(0, span.start) + put + text.slice(span.end);
            if (index % 2 === 0) await typed.diagnose(uri);
          }
          await fresh.open(uri, text);
          // What is being written is judged as a draft; of both somebody has changed something.
          await fresh.change(uri, 2, { start: 0, end: 0 }, '');
          assert.deepEqual(await asked(typed, text, places), await asked(fresh, text, places));
          closeSessions();
        }),
      ),
      runsOf(200),
    ));
});
