import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  SnippetTextEdit,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { unmark } from '../core/support/marked';
import { report } from './support/report';
import { closeSessions, incapable, itemsOf, pushed, rangeIn, type Session, start } from './support/session';

const folder = 'file:///data/%E5%B9%B4%E6%8A%A5';
const uri = `${folder}/%E7%94%B2(1)/b.nianbao`;
const clean = report().text;
const { text: wrong, spans } = unmark(
  clean.replace('（二）', '全年公开信息⟦100⟧条，其中动态类60条，公告类30条，其他类8条。\n（二）'),
);
const span = spans[0];

/** A client as able as VS Code: edits may place the cursor, and there are folders. */
const capabilities: ClientCapabilities = {
  ...pushed,
  textDocument: { ...pushed.textDocument, diagnostic: {} },
  workspace: {
    ...pushed.workspace,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
};
const initializationOptions = { ignoreCommand: 'editor.ignore' };

const name = '“其中”各项之和与总数不一致';

describe('silencing', () => {
  afterEach(closeSessions);

  it('inserts a note with the cursor where the reason belongs', async () => {
    const session = await opened({ capabilities });
    const [note, ...others] = (await ask(session)).filter(({ title }) => title.startsWith('注明理由'));
    assert.equal(others.length, 0);
    assert.equal(note?.title, '注明理由，不再提示（“其中”各项之和与总数不一致）');
    assert.equal(note.kind, 'quickfix');
    assert.deepEqual(
      note.diagnostics?.map(({ code }) => code),
      ['parts-mismatch'],
    );
    assert.notEqual(note.isPreferred, true);
    const [change] = note.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    const [edit] = change.edits as SnippetTextEdit[];
    assert.equal(edit?.snippet.value, ' <!-- 年报核对 parts-mismatch（60／30／8／98／100）：$0 -->');
    const written = {
      range: edit.range,
      newText: edit.snippet.value.replace('$0', '两个栏目都发布的只计一次'),
    };
    await session.replace(uri, 2, applied([written]));
    assert.deepEqual(itemsOf(await session.diagnose(uri)), []);
  });

  it('inserts it as plain text for a client that knows no cursors, and then asks for the reason', async () => {
    const session = await opened({ capabilities: incapable });
    const note = (await ask(session)).find(({ title }) => title.startsWith('注明理由'));
    const edits = note?.edit?.changes?.[uri] ?? [];
    assert.equal(edits[0]?.newText, ' <!-- 年报核对 parts-mismatch（60／30／8／98／100）： -->');
    const other = await start({ capabilities });
    await other.open(uri, applied(edits));
    const codes = itemsOf(await other.diagnose(uri)).map(({ code }) => code);
    assert.deepEqual(codes, ['parts-mismatch', 'note-invalid']);
  });

  it('offers no note for what admits of no excuse', async () => {
    const marked = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } });
    const session = await start({ capabilities, initializationOptions });
    await session.open(uri, marked.text);
    const range = rangeIn(marked.text, marked.spans[0]);
    const actions = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.length > 0);
    assert.deepEqual(
      actions.filter(({ title, command }) => title.startsWith('注明理由') || command),
      [],
    );
  });

  it('hands rules to be turned off to the command of a client that has one', async () => {
    const session = await opened({ capabilities, initializationOptions });
    const actions = (await ask(session)).filter(({ command }) => command?.command === 'editor.ignore');
    assert.deepEqual(
      actions.map(({ title, command }) => [title, command?.arguments]),
      [
        [`此文件不再检查“${name}”`, [{ rule: 'parts-mismatch', name, uri, scope: 'file' }]],
        [`工作区不再检查“${name}”`, [{ rule: 'parts-mismatch', name, uri, scope: 'workspace' }]],
      ],
    );
    const without = await opened({ capabilities });
    assert.ok((await ask(without)).every(({ command }) => command?.command !== 'editor.ignore'));
  });

  for (const [ignore, isIgnored] of [
    [{ '甲\\(1\\)/b.nianbao': ['parts-mismatch'] }, true],
    [{ '**/*.nianbao': ['late-publication', 'parts-mismatch'] }, true],
    [{ '**/b.*': 'parts-mismatch' }, true],
    [{ '**': ['*'] }, true],
    [{ 'b.nianbao': ['parts-mismatch'] }, false],
    [{ '乙/**': ['*'] }, false],
    [{ '**': ['share-mismatch'] }, false],
    [{ '**': 7, '[': ['parts-mismatch'], '': ['*'] }, false],
    [null, false],
  ] as const) {
    it(`ignores ${JSON.stringify(ignore)}: ${isIgnored}`, async () => {
      const session = await opened({ capabilities, settings: { ignore } });
      assert.equal((await codes(session)).includes('parts-mismatch'), !isIgnored);
    });
  }

  it('knows a file without its folder by its name', async () => {
    const settings = { ignore: { 'b.nianbao': ['parts-mismatch'] } };
    const session = await opened({
      capabilities: { ...capabilities, workspace: { configuration: true } },
      settings,
    });
    assert.deepEqual(await codes(session), []);
  });
});

async function opened(options: Parameters<typeof start>[0]): Promise<Session> {
  const session = await start({ initializationOptions: {}, ...options });
  session.connection.onRequest('workspace/workspaceFolders', () => [
    { uri: 'file:///data', name: 'data' },
    { uri: folder, name: '年报' },
  ]);
  await session.open(uri, wrong);
  return session;
}

async function ask({ connection }: Session): Promise<CodeAction[]> {
  const range = rangeIn(wrong, span);
  const diagnostics: Diagnostic[] = [{ range, message: '', code: 'parts-mismatch' }];
  const params = { textDocument: { uri }, range, context: { diagnostics } };
  return connection.sendRequest('textDocument/codeAction', params);
}

const codes = async (session: Session) => itemsOf(await session.diagnose(uri)).map(({ code }) => code);

const applied = (edits: TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(uri, 'nianbao', 1, wrong), edits);
