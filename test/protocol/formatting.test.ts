import assert from 'node:assert/strict';
import type { Range, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Formatting, formatTables } from '../../server/lsp/messages/writing';
import { report } from './support/report';
import { closeSessions, incapable, type Session, start, until } from './support/session';

const uri = 'file:///r';
const clean = report();
const options = { tabSize: 4, insertSpaces: false };

async function formatted(
  session: Session,
  method = 'formatting',
  range?: object,
): Promise<string | undefined> {
  const edits = await session.connection.sendRequest<TextEdit[] | null>(`textDocument/${method}`, {
    textDocument: { uri },
    options,
    range,
  });
  return edits ? TextDocument.applyEdits(TextDocument.create(uri, '', 1, clean.text), edits) : undefined;
}

describe('formatting', () => {
  afterEach(closeSessions);

  it('lays out the tables as the setting and the language say', async () => {
    for (const [language, tables, row] of [
      ['nianbao', undefined, /^行政许可\t120$/mu],
      ['markdown', undefined, /^\| 行政许可 \| 120 \|$/mu],
      ['markdown', 'pipes', /^行政许可 \| 120$/mu],
      ['plaintext', 'aligned', /^行政许可 \| +120$/mu],
      ['plaintext', 'nonsense', /^行政许可\t120$/mu],
    ] as const) {
      const session = await start({
        capabilities: incapable,
        initializationOptions: { settings: { format: { tables } } },
      });
      await session.open(uri, clean.text, language);
      assert.match((await formatted(session)) ?? '', row);
    }
  });

  it('lays out the tables of a range alone, and nothing in what is no report', async () => {
    const session = await start();
    await session.open(uri, clean.text);
    const start0 = { line: 0, character: 0 };
    assert.equal(await formatted(session, 'rangeFormatting', { start: start0, end: start0 }), clean.text);
    await session.open('file:///n', '今天开会。', 'plaintext');
    const about = { textDocument: { uri: 'file:///n' }, options };
    assert.equal(await session.connection.sendRequest('textDocument/formatting', about), null);
  });

  it('changes what is between cells, and no cell', async () => {
    const session = await start();
    const piped = clean.text.replace(/^行政许可.*$/mu, '行政许可 |   120');
    await session.open(uri, piped);
    const edits = await session.connection.sendRequest<TextEdit[]>('textDocument/formatting', {
      textDocument: { uri },
      options,
    });
    const document = TextDocument.create(uri, '', 1, piped);
    const row = document.positionAt(piped.indexOf('行政许可 |')).line;
    assert.deepEqual(
      edits.filter(({ range }) => range.start.line === row),
      [
        {
          range: { start: { line: row, character: 4 }, end: { line: row, character: 9 } },
          newText: '\t',
        },
      ],
    );
    const replaced = edits.map(({ range }) => document.getText(range)).join('');
    assert.equal(/\d/u.test(replaced), false, replaced);
  });

  it('tells how many tables are laid out, and which are left alone', async () => {
    const session = await start();
    const ask = async (text: string, version: number, range: Range | null = null) => {
      if (version === 1) await session.open(uri, text);
      else await session.replace(uri, version, text);
      const { count, found, left, edits } = await session.connection.sendRequest<Formatting>(formatTables, {
        uri,
        range,
      });
      return {
        count,
        found,
        left,
        text: TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), [...edits]),
      };
    };
    const first = await ask(clean.text, 1);
    assert.deepEqual({ ...first, text: '' }, { count: 3, found: 3, left: [], text: '' });
    const again = await ask(first.text, 2);
    assert.deepEqual(again, { count: 0, found: 3, left: [], text: first.text });
    const remark = clean.text.replace('（四）无法提供', '注：已经审核。\n（四）无法提供');
    const partly = await ask(remark, 3);
    assert.deepEqual({ ...partly, text: '' }, { count: 2, found: 3, left: ['表三'], text: '' });
    // From the middle of one table into the next.
    const lineOf = (words: string): number =>
      TextDocument.create(uri, '', 1, clean.text).positionAt(clean.text.indexOf(words)).line;
    const some = await ask(clean.text, 4, {
      start: { line: lineOf('（四）无法提供'), character: 2 },
      end: { line: lineOf('未经复议直接起诉'), character: 3 },
    });
    assert.equal(some.count, 2);
    assert.match(some.text, /^行政许可 \| 120$/mu);
    assert.match(some.text, /^一、本年新收[^|]*\t11$/mu);
  });

  it('is offered in languages without other formatters, where the client lets servers choose', async () => {
    const { capabilities } = await start();
    assert.equal(capabilities.documentFormattingProvider, true);
    const registering = {
      formatting: { dynamicRegistration: true },
      rangeFormatting: { dynamicRegistration: true },
    };
    const session = await start({
      // Nothing else may be registered: what comes is the formatting.
      capabilities: { textDocument: registering },
    });
    assert.equal(session.capabilities.documentFormattingProvider, undefined);
    await until(() => session.received.find((method) => method === 'client/registerCapability'));
  });
});
