import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { type NewReport, newReport, type ReportStatus, status } from '../../server/lsp/messages/messages';
import * as messages from '../../server/lsp/messages/workspace';
import { expanded } from '../core/support/snippet';
import { report } from './support/report';
import { closeSessions, itemsOf, type Session, start } from './support/session';
import { Disk, startIn, uriOf } from './support/workspace';

const uri = 'file:///年报/示范县林业局2023年政府信息公开工作年度报告.txt';
const whole = report().text;
const outline = whole.slice(0, whole.indexOf('第二十条第（一）项'));
const withoutLast = whole.slice(0, whole.indexOf('六、其他'));

const rulesOf = async (session: Session, of = uri): Promise<unknown[]> =>
  itemsOf(await session.diagnose(of)).map(({ code }) => code);

const save = (session: Session): Promise<void> =>
  session.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });

describe('drafts', () => {
  afterEach(closeSessions);

  it('have one finding from the empty file on, and no error', async () => {
    const session = await start();
    await session.open(uri, '');
    const [empty] = itemsOf(await session.diagnose(uri));
    assert.equal(empty?.code, 'unfinished-draft');
    // The name of the file tells its title.
    assert.match(String(empty?.message), /还差题目/u);
    await session.replace(uri, 2, outline);
    const [found, ...others] = itemsOf(await session.diagnose(uri));
    assert.deepEqual(others, []);
    assert.equal(found?.severity, 3);
    assert.equal(found?.message, '正在起草：还差表二、第三至第六部分');
    await save(session);
    assert.deepEqual(await rulesOf(session), ['unfinished-draft']);
  });

  it('are given what they lack by one fix', async () => {
    const session = await start();
    await session.open(uri, outline);
    const [found] = itemsOf(await session.diagnose(uri));
    const actions = await session.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: found?.range,
      context: { diagnostics: [found], only: ['quickfix'] },
    });
    const edit = actions.find(({ title }) => title.startsWith('补上还差的'))?.edit;
    const [added] = editsOf(edit);
    assert.match(added ?? '', /四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0\n/);
  });

  it('are none any more when they are saved with their last heading, and where nobody has touched them', async () => {
    const session = await start();
    await session.open(uri, withoutLast);
    assert.deepEqual(await rulesOf(session), ['missing-section']);
    await session.replace(uri, 2, `${withoutLast}六、其他需要报告的事项\n`);
    assert.deepEqual(await rulesOf(session), ['unfinished-draft']);
    const before = await session.diagnose(uri);
    await save(session);
    assert.deepEqual(
      itemsOf(await session.diagnose(uri, before.resultId)).map(({ code }) => code),
      ['processing-fee'],
    );
  });

  it('are what a new report begins as, saved or not', async () => {
    const session = await start();
    const made = await session.connection.sendRequest<NewReport>(newReport, {
      agency: '示范县林业局',
      year: 2023,
      layout: 'tab',
    });
    await session.open(uri, '');
    await session.replace(uri, 2, expanded(made.snippet));
    assert.deepEqual(await rulesOf(session), ['unfinished-draft']);
    await save(session);
    assert.deepEqual(await rulesOf(session), ['unfinished-draft']);
    const { verdict } = await session.connection.sendRequest<ReportStatus>(status, { uri });
    assert.equal(verdict.text, '年报 … 起草中');
  });

  it('are none where all reports are checked', async () => {
    const session = await startIn(new Disk({ '甲.txt': outline }));
    const own = uriOf('乙.txt');
    await session.open(own, outline);
    assert.deepEqual(await rulesOf(session, own), ['unfinished-draft']);
    const { files } = await session.connection.sendRequest<messages.WorkspaceSummary>(
      messages.checkWorkspace,
      {},
    );
    assert.deepEqual(
      files.map(({ counts }) => counts.error),
      [7, 7],
    );
  });
});

const editsOf = (edit: WorkspaceEdit | undefined): string[] =>
  (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change ? change.edits.flatMap((each) => ('newText' in each ? [each.newText] : [])) : [],
  );
