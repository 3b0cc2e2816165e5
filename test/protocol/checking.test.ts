import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import {
  CancellationTokenSource,
  type Diagnostic,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver-protocol';
import { ProgressType } from 'vscode-languageserver-protocol/node';
import { edition2021 } from '../../server/form/edition-2021';
import { cellAt } from '../../server/form/form';
import * as messages from '../../server/lsp/messages/workspace';
import { inBig5 } from '../core/support/big5';
import { balancedFacts } from '../core/support/facts';
import { nextFacts, tell } from '../core/support/neighbours';
import { closeSessions, itemsOf, type Session, start, until } from './support/session';
import { changed, Disk, startIn, uriOf } from './support/workspace';

const agency = '云溪县水务局';
const figures = balancedFacts(3, 60);
const forward = cellAt(edition2021, 'applications.carriedForward.naturalPerson');
const told = (year: number, facts: readonly number[], name = agency): string =>
  tell({ seed: 3 + (year % 7), size: 60, year, figures: facts, agency: name });
const last = told(2022, figures);
const now = told(2023, nextFacts(figures, 9, 60));
/** Does not add up, and this year's report does not follow from it. */
const slipped = told(
  2022,
  figures.map((figure, index) => (index === forward ? figure + 1 : figure)),
);

const check = (
  session: Session,
  params: messages.CheckWorkspaceParams = {},
): Promise<messages.WorkspaceSummary> => session.connection.sendRequest(messages.checkWorkspace, params);

const shown = (session: Session, path: string): readonly Diagnostic[] | undefined =>
  session.published.findLast(({ uri }) => uri === uriOf(path))?.diagnostics;

const codes = (items: readonly Diagnostic[] | undefined): unknown[] => (items ?? []).map(({ code }) => code);

describe('a check of the workspace', () => {
  afterEach(closeSessions);

  it('finds what is wrong in files that are not open, and sums it up', async () => {
    const disk = new Disk({
      '2022.txt': slipped,
      '2023.txt': now,
      'finance.txt': told(2023, balancedFacts(8, 5), '云溪县财政局'),
      'note.txt': iconv.encode('今天天气很好。', 'gbk'),
      'big5.txt': inBig5,
      'broken.txt': Uint8Array.of(0xff, 0xff),
      'locked.txt': Object.assign(new Error('no'), { code: 'EACCES' }),
    });
    const session = await startIn(disk);
    const summary = await check(session);
    const [first] = summary.agencies;
    assert.equal(summary.reports, 3);
    assert.equal(summary.compared, 1);
    assert.equal(summary.skipped, 1);
    assert.deepEqual(summary.unread, [
      { uri: uriOf('big5.txt'), reason: '是用 Big5 写的年报，读不了' },
      {
        uri: uriOf('broken.txt'),
        reason: '不是 UTF-8、GB18030（GBK）或带标记的 UTF-16 文本；请用记事本等另存为 UTF-8',
      },
      { uri: uriOf('locked.txt'), reason: '没有权限' },
    ]);
    assert.deepEqual(
      summary.files.map(({ uri, year }) => [uri, year]),
      [
        [uriOf('2022.txt'), 2022],
        [uriOf('2023.txt'), 2023],
        [uriOf('finance.txt'), 2023],
      ],
    );
    assert.deepEqual([first?.agency, first?.reports], [agency, 2]);
    assert.ok((first?.counts.error ?? 0) > 0);
    assert.ok(summary.rules.some(({ rule, counts }) => rule === 'carried-over' && counts.warning === 1));
    assert.equal(
      summary.counts.error,
      summary.files.reduce((sum, { counts }) => sum + counts.error, 0),
    );
    assert.ok(codes(shown(session, '2023.txt')).includes('carried-over'));
    assert.ok(codes(shown(session, '2022.txt')).includes('row-total'));
  });

  it('leaves to documents that are open what is found in them', async () => {
    const disk = new Disk({ '2022.txt': last, '2023.txt': now });
    const session = await startIn(disk);
    await session.open(uriOf('2022.txt'), slipped);
    await session.diagnose(uriOf('2022.txt'));
    const { files } = await check(session);
    assert.ok((files.find(({ uri }) => uri === uriOf('2022.txt'))?.counts.error ?? 0) > 0);
    assert.equal(shown(session, '2022.txt'), undefined);
    assert.ok(codes(shown(session, '2023.txt')).includes('carried-over'), 'held against what is open');
    await session.open(uriOf('2023.txt'), now);
    await until(() => (shown(session, '2023.txt')?.length === 0 ? true : undefined));
    assert.ok(codes(itemsOf(await session.diagnose(uriOf('2023.txt')))).includes('carried-over'));
    await session.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: uriOf('2023.txt') },
    });
    await until(() => (codes(shown(session, '2023.txt')).includes('carried-over') ? true : undefined));
  });

  it('is kept up to date from then on', async () => {
    const disk = new Disk({ '2022.txt': slipped, '2023.txt': now });
    const session = await startIn(disk);
    await check(session);
    await session.open(uriOf('2022.txt'), slipped);
    await session.replace(uriOf('2022.txt'), 2, last);
    await session.diagnose(uriOf('2022.txt'));
    assert.ok(codes(shown(session, '2023.txt')).includes('carried-over'), 'until it is saved');
    await session.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: uriOf('2022.txt') },
    });
    await until(() => (codes(shown(session, '2023.txt')).includes('carried-over') ? undefined : true));
    disk.contents.set('2023.txt', '不再是年报');
    await changed(session, disk, '2023.txt');
    await until(() => (shown(session, '2023.txt')?.length === 0 ? true : undefined));
    const { reports, skipped } = await check(session);
    assert.deepEqual({ reports, skipped }, { reports: 1, skipped: 1 });
  });

  it('takes back what a check before it showed of files that are gone', async () => {
    const disk = new Disk({ '2022.txt': slipped });
    const session = await startIn(disk);
    await check(session);
    assert.notDeepEqual(shown(session, '2022.txt'), []);
    disk.contents.delete('2022.txt');
    assert.equal((await check(session)).reports, 0);
    assert.deepEqual(shown(session, '2022.txt'), []);
  });

  it('says which reports contradict each other', async () => {
    const disk = new Disk({ '2022.txt': last, '2022改.txt': slipped, '2023.txt': now });
    const { doubtful } = await check(await startIn(disk));
    assert.deepEqual(doubtful, [
      { uri: uriOf('2023.txt'), others: [uriOf('2022.txt'), uriOf('2022改.txt')] },
    ]);
  });

  it('says which reports it passes over for one in the same folder', async () => {
    const disk = new Disk({ '2022.txt': last, '改/2022.txt': slipped, '2023.txt': now });
    const { doubtful, passedOver, compared } = await check(await startIn(disk));
    assert.equal(compared, 1);
    assert.deepEqual(doubtful, []);
    assert.deepEqual(passedOver, [{ uri: uriOf('2023.txt'), others: [uriOf('改/2022.txt')] }]);
  });

  it('tells how far it is, and stops when it is cancelled', async () => {
    const many = Array.from({ length: 12 }, (_, index) => [
      `${index}.txt`,
      told(2022, figures, `第${index}局`),
    ]);
    const disk = new Disk(Object.fromEntries(many));
    const session = await startIn(disk);
    type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;
    const heard: Progress[] = [];
    session.connection.onProgress(new ProgressType<Progress>(), 'a', (value) => void heard.push(value));
    await check(session, { workDoneToken: 'a' });
    assert.equal(heard[0]?.kind, 'begin');
    assert.equal(heard.at(-1)?.kind, 'end');
    const shares = heard.flatMap((each) => (each.kind === 'report' ? [each.percentage ?? -1] : []));
    assert.ok(shares.length >= 24 && shares.every((share, index) => share >= (shares[index - 1] ?? 0)));

    let release = (): void => {};
    disk.held = new Promise((resolve) => {
      release = resolve;
    });
    disk.contents.set('0.txt', told(2022, figures, '第二十局'));
    disk.reads.length = 0;
    const source = new CancellationTokenSource();
    const answer = session.connection.sendRequest(messages.checkWorkspace, {}, source.token);
    await new Promise((resolve) => setTimeout(resolve, 20));
    source.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    release();
    await assert.rejects(answer, ({ code }: { code: number }) => code === -32800);
    assert.deepEqual(disk.reads, ['0.txt'], 'the other files are not read any more');
  });

  it('reads what was a report before whatever it is called, but for what is excluded', async () => {
    const disk = new Disk({
      '2022.log': slipped,
      'node_modules/2022.log': slipped,
      '2023.txt': now,
      'x.log': last,
    });
    const session = await startIn(disk, { initializationOptions: { remembersReports: true } });
    session.connection.onRequest(messages.rememberedReports, () => [
      uriOf('2022.log'),
      uriOf('node_modules/2022.log'),
      uriOf('gone.log'),
    ]);
    const summary = await check(session);
    assert.deepEqual(
      summary.files.map(({ uri }) => uri),
      [uriOf('2022.log'), uriOf('2023.txt')],
    );
    assert.ok(
      codes(shown(session, '2023.txt')).includes('carried-over'),
      'and this year’s is held against it',
    );
    await session.open(uriOf('2022.log'), slipped);
    await session.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: uriOf('2022.log') },
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await session.open(uriOf('2023.txt'), now);
    const open = itemsOf(await session.diagnose(uriOf('2023.txt')));
    assert.ok(codes(open).includes('carried-over'), 'also when it was open meanwhile');
  });

  it('checks what is open where there are no files to be had', async () => {
    const session = await start();
    await session.open('untitled:1', slipped);
    await session.open('untitled:2', now);
    const { reports, compared } = await check(session);
    assert.deepEqual({ reports, compared }, { reports: 2, compared: 1 });
  });

  it('lets other questions be answered meanwhile', async () => {
    const many = Array.from({ length: 40 }, (_, index) => [
      `${index}.txt`,
      told(2022, figures, `第${index}局`),
    ]);
    const session = await startIn(new Disk(Object.fromEntries(many)));
    await session.open(uriOf('2023.txt'), now);
    let isDone = false;
    const checking = check(session).finally(() => {
      isDone = true;
    });
    await session.diagnose(uriOf('2023.txt'));
    assert.equal(isDone, false);
    assert.equal((await checking).reports, 41);
  });
});
