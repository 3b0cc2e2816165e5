import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
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
