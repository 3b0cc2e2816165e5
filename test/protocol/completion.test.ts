import assert from 'node:assert/strict';
import {
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { unmarkCursor } from '../core/support/marked';
import { report } from './support/report';
import { capable, closeSessions, rangeIn, type Session, start } from './support/session';

const uri = 'file:///示范县林业局2023年政府信息公开工作年度报告.txt';
const whole = report().text;
const withSnippets = {
  ...capable,
  textDocument: { ...capable.textDocument, completion: { completionItem: { snippetSupport: true } } },
};

async function complete(session: Session, source: string): Promise<CompletionList> {
  const { text, cursor } = unmarkCursor(source);
  await session.open(uri, text);
  const { start: position } = rangeIn(text, { start: cursor, end: cursor });
  return session.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
}

const editOf = ({ items: [first] }: CompletionList): TextEdit => {
  assert.ok(first?.textEdit && 'range' in first.textEdit);
  return first.textEdit;
};

describe('completion', () => {
  afterEach(closeSessions);

  it('starts by itself behind the number of a heading only', async () => {
    const { capabilities } = await start();
    assert.deepEqual(capabilities.completionProvider, { triggerCharacters: ['、', '）'] });
  });

  it('writes a heading in the place of what is typed of it, and is asked again at the next character', async () => {
    const source = `${whole.slice(0, whole.indexOf('五、'))}五、‸`;
    const list = await complete(await start(), source);
    assert.equal(list.isIncomplete, true);
    assert.equal(list.items[0]?.filterText, '五、');
    const document = TextDocument.create(uri, 'nianbao', 1, unmarkCursor(source).text);
    assert.match(TextDocument.applyEdits(document, [editOf(list)]), /\n五、存在的主要问题及改进情况$/u);
  });

  it('says what a cell has to be, and why', async () => {
    const row = '（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | ';
    const { items } = await complete(await start(), whole.replace(`${row}8`, `${row}‸`));
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [['8', '= 7 + 1，由行合计推出；= 11 − 3，由办理结果合计推出']],
    );
  });

  it('gives stops to those who know them, else figures', async () => {
    const source = `${whole.slice(0, whole.indexOf('行政复议 |'))}‸`;
    const snippet = await complete(await start({ capabilities: withSnippets }), source);
    assert.equal(snippet.items[0]?.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(editOf(snippet).newText, /\$\{1:0\}.*\$\{15:0\}$/u);
    const plain = await complete(await start(), source);
    assert.equal(plain.items[0]?.insertTextFormat, InsertTextFormat.PlainText);
    assert.match(editOf(plain).newText, /\n(?:0 \| ){14}0$/u);
  });

  it('is written as it is: a head begins with tabs, which no indentation may turn into blanks', async () => {
    const tabbed = whole.replaceAll(' | ', '\t');
    const heading = '三、收到和处理政府信息公开申请情况\n';
    const source = `${tabbed.slice(0, tabbed.indexOf(heading))}${heading}‸`;
    const [first] = (await complete(await start({ capabilities: withSnippets }), source)).items;
    assert.equal(first?.insertTextMode, InsertTextMode.asIs);
    assert.match(first.textEdit?.newText ?? '', /\n\t自然人\t/u);
  });

  it('is empty in a sentence, and null for what is no report', async () => {
    const session = await start();
    assert.deepEqual((await complete(session, whole.replace('方便群众', '方便、‸群众'))).items, []);
    const other = 'file:///a.txt';
    await session.open(other, '今天、', 'plaintext');
    const params = { textDocument: { uri: other }, position: { line: 0, character: 3 } };
    assert.equal(await session.connection.sendRequest('textDocument/completion', params), null);
  });
});
