import assert from 'node:assert/strict';
import type { CodeAction, CodeActionContext, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as messages from '../../server/lsp/messages/messages';
import { report } from './support/report';
import { closeSessions, incapable, itemsOf, rangeIn, type Session, start } from './support/session';

const uri = 'file:///示范县林业局.nianbao';
const clean = report().text;
const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } });
const wrongTwice = report({
  figures: {
    'applications.results.granted.total': '9',
    'disputes.reconsideration.total': '4',
  },
});
const misnumbered = report({ headings: { 5: '存在的主要问题及改进情况', 6: '6、其他需要报告的事项' } });

describe('mending', () => {
  afterEach(closeSessions);

  it('restores a wrong total with the preferred quick fix of its diagnostic', async () => {
    const session = await opened(wrong.text);
    const diagnostics = itemsOf(await session.diagnose(uri)).filter(({ code }) => code === 'row-total');
    const actions = await ask(session, rangeIn(wrong.text, wrong.spans[0]), {
      diagnostics: [...diagnostics],
    });
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    const fix = preferred.find((action) => action.diagnostics?.length === 1);
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('; '));
    assert.equal(fix.kind, 'quickfix');
    assert.deepEqual(fix.diagnostics, diagnostics);
    assert.equal(applied(wrong.text, fix.edit), clean);
    await session.replace(uri, 2, applied(wrong.text, fix.edit));
    assert.deepEqual(itemsOf(await session.diagnose(uri)), []);
  });

  it('changes at once what was chosen, in several places: a figure, and the text that repeats it', async () => {
    const told = (number: number): string => `（二）依申请公开。本年度新收到政府信息公开申请${number}件。`;
    const { text: untold } = report({ figures: { 'applications.received.total': '41' } });
    const text = untold.replace('（二）依申请公开。', told(41));
    const session = await opened(text);
    const at = text.indexOf('41', text.indexOf('三、收到'));
    const actions = await ask(session, rangeIn(text, { start: at, end: at + 2 }), { diagnostics: [] });
    const [both] = actions;
    assert.ok(both?.edit, actions.map(({ title }) => title).join('; '));
    assert.match(both.title, /，并改正文中的数字（唯一解）$/);
    assert.equal(applied(text, both.edit), clean.replace('（二）依申请公开。', told(11)));
    assert.equal(both.edit.changeAnnotations, undefined, 'its title was the question');
  });

  it('says which fix a Word document does not take: a row, but not a paragraph', async () => {
    const rows = clean.replaceAll(' | ', '\t');
    const lost = {
      'missing-row': rows.replace(/^.*属于行政执法案卷.*\n/mu, ''),
      'missing-section': rows.replace(/^四、政府信息公开.*\n/mu, ''),
    };
    const session = await start();
    for (const [rule, text] of Object.entries(lost)) {
      for (const [at, name] of ['file:///示范县林业局.docx', uri].entries()) {
        const own = `${name}`.replace('林业', `${rule}${at}`);
        await session.open(own, text);
        const [missing] = itemsOf(await session.diagnose(own)).filter(({ code }) => code === rule);
        assert.ok(missing);
        const [fix] = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri: own },
          range: missing.range,
          context: { diagnostics: [missing] },
        });
        const isTold = /，请在 Word 里做$/u.test(fix?.title ?? '');
        assert.equal(isTold, rule === 'missing-row' && at === 0, fix?.title);
      }
    }
  });

  it('puts a lost row in whole or not at all', async () => {
    const lines = clean.split('\n');
    const row = lines.findIndex((line) => line.includes('属于行政执法案卷'));
    assert.ok(row > 0);
    const text = lines.toSpliced(row, 1).join('\n');
    const session = await opened(text);
    const [diagnostic] = itemsOf(await session.diagnose(uri)).filter(({ code }) => code === 'missing-row');
    assert.ok(diagnostic);
    const actions = await ask(session, diagnostic.range, { diagnostics: [diagnostic] });
    const [fix] = actions.filter(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('; '));
    const [change] = fix.edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.equal(change.edits.length, 1);
    assert.equal(fix.edit.changeAnnotations, undefined);
    assert.equal(applied(text, fix.edit), clean);
  });

  it('asks for no confirmation of a repair that is one of several, nor of the same number made to agree elsewhere', async () => {
    const session = await opened(wrongTwice.text);
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 0 } };
    const actions = await ask(session, everywhere, { diagnostics: [] });
    assert.ok(
      actions.some(({ title }) => title.includes('可能')),
      actions.map(({ title }) => title).join('; '),
    );
    for (const { title, edit } of actions) assert.equal(edit?.changeAnnotations, undefined, title);
  });

  it('finds the quick fixes again by itself: nothing of the diagnostics that a client sends is trusted', async () => {
    const session = await opened(wrong.text);
    const range = rangeIn(wrong.text, wrong.spans[0]);
    const forged = { range, message: '', code: 'row-total', data: { newText: '1000000' } };
    const actions = await ask(session, range, { diagnostics: [forged] });
    assert.ok(actions.length > 0);
    assert.ok(!JSON.stringify(actions.map(({ edit }) => edit)).includes('1000000'));
  });

  it('offers nothing where nothing is wrong', async () => {
    const session = await opened(clean);
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 0 } };
    assert.deepEqual(await ask(session, everywhere, { diagnostics: [] }), []);
    assert.deepEqual(await ask(session, everywhere, { diagnostics: [], only: ['source.fixAll'] }), []);
  });

  it('applies all safe repairs as source.fixAll, to who asks for that', async () => {
    const session = await opened(misnumbered.text);
    const start = { line: 0, character: 0 };
    for (const only of ['source.fixAll.nianbao', 'source.fixAll', 'source']) {
      const [action, ...others] = await ask(
        session,
        { start, end: start },
        { diagnostics: [], only: [only] },
      );
      assert.equal(others.length, 0);
      assert.equal(action?.kind, 'source.fixAll.nianbao');
      assert.ok(action.edit);
      assert.equal(applied(misnumbered.text, action.edit), clean);
    }
    const kinds = await ask(session, { start, end: start }, { diagnostics: [], only: ['refactor'] });
    assert.deepEqual(kinds, []);
  });

  it('never touches a figure with source.fixAll', async () => {
    const session = await opened(wrongTwice.text);
    const start = { line: 0, character: 0 };
    const only = ['source.fixAll.nianbao'];
    assert.deepEqual(await ask(session, { start, end: start }, { diagnostics: [], only }), []);
  });

  it('mends all totals in one edit that asks for confirmation', async () => {
    const session = await opened(wrongTwice.text);
    const edit = await totals(session, 1);
    assert.ok(edit);
    assert.equal(applied(wrongTwice.text, edit), clean);
    const annotations = Object.values(edit.changeAnnotations ?? {});
    assert.ok(annotations.length > 0 && annotations.every(({ needsConfirmation }) => needsConfirmation));
    const [change] = edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.equal(change.edits.length, 2);
    for (const each of change.edits) {
      const id = 'annotationId' in each ? each.annotationId : '';
      assert.ok(edit.changeAnnotations?.[id], 'every edit stands under a heading');
    }
  });

  it('lists the totals that it would mend, and mends those that are chosen at once', async () => {
    const session = await opened(wrongTwice.text);
    const list = await session.connection.sendRequest<messages.TotalFixes>(messages.totalFixes, { uri });
    assert.deepEqual(
      list.changes.map(({ label, description, isCertain, figures }) => [
        label,
        description,
        isCertain,
        figures,
      ]),
      [
        ['示范县林业局 · 表三 · 予以公开 · 总计 · 9 → 8', '唯一解', true, 1],
        ['示范县林业局 · 表四 · 行政复议 · 总计 · 4 → 1', '可能之一', false, 1],
      ],
    );
    const edit = await session.connection.sendRequest<WorkspaceEdit>(messages.fixTotals, {
      uri,
      version: list.version,
      chosen: [0],
    });
    const half = report({ figures: { 'disputes.reconsideration.total': '4' } }).text;
    assert.equal(applied(wrongTwice.text, edit), half);
    assert.equal(edit.changeAnnotations, undefined, 'what was chosen is not asked for again');
    const nothing = { uri, version: list.version, chosen: [] };
    assert.equal(await session.connection.sendRequest(messages.fixTotals, nothing), null);
  });

  it('mends no totals of a version that is gone, nor where all hold', async () => {
    const session = await opened(wrongTwice.text);
    await session.change(uri, 2, { start: 0, end: 0 }, '某');
    assert.equal(await totals(session, 1), null);
    await session.replace(uri, 3, clean);
    assert.equal(await totals(session, 3), null);
  });

  it('sends plain changes to a client that knows no versions', async () => {
    const session = await start({ capabilities: incapable });
    await session.open(uri, wrong.text);
    const actions = await ask(session, rangeIn(wrong.text, wrong.spans[0]), { diagnostics: [] });
    const edit = actions.find(({ isPreferred }) => isPreferred)?.edit;
    assert.equal(edit?.documentChanges, undefined);
    assert.equal(edit?.changes?.[uri]?.length, 1);
  });
});

async function opened(text: string): Promise<Session> {
  const session = await start();
  await session.open(uri, text);
  return session;
}

const ask = ({ connection }: Session, range: Range, context: CodeActionContext): Promise<CodeAction[]> =>
  connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context });

const totals = ({ connection }: Session, version: number): Promise<WorkspaceEdit | null> =>
  connection.sendRequest<WorkspaceEdit | null>('nianbao/fixTotals', { uri, version });

/** The text after an edit of version 1 of our document; throws for an edit of anything else. */
function applied(text: string, { documentChanges }: WorkspaceEdit): string {
  const [change, ...others] = documentChanges ?? [];
  if (!change || others.length > 0 || !('edits' in change)) throw new Error('one change of one document');
  assert.deepEqual(change.textDocument, { uri, version: 1 });
  const edits = change.edits.map((edit) => {
    if (!('newText' in edit)) throw new Error('plain text edits');
    return edit;
  });
  return TextDocument.applyEdits(TextDocument.create(uri, 'nianbao', 1, text), edits);
}
