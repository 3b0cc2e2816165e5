import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { edition2021 } from '../../server/form/edition-2021';
import { cellAt } from '../../server/form/form';
import { balancedFacts } from '../core/support/facts';
import { nextFacts, tell } from '../core/support/neighbours';
import { closeSessions, itemsOf, pushed, type Session, until } from './support/session';
import { changed, Disk, folder, startIn, uriOf } from './support/workspace';

const agency = '云溪县水务局';
const figures = balancedFacts(3, 60);
const forward = cellAt(edition2021, 'applications.carriedForward.naturalPerson');
const last = tell({ seed: 3, size: 60, year: 2022, figures, agency });
const now = tell({ seed: 4, size: 60, year: 2023, figures: nextFacts(figures, 9, 60), agency });
/** Last year's report with another figure carried forward; its own sums are all wrong then, but this year's are not. */
const slipped = tell({
  seed: 3,
  size: 60,
  year: 2022,
  figures: figures.map((figure, index) => (index === forward ? figure + 1 : figure)),
  agency,
});

const carried = async (session: Session, uri: string): Promise<number> =>
  itemsOf(await session.diagnose(uri)).filter(({ code }) => code === 'carried-over').length;

const refreshes = (session: Session): number =>
  session.received.filter((method) => method === 'workspace/diagnostic/refresh').length;

/** Waits until the server asks to be asked again. */
const refreshed = (session: Session, times: number): Promise<true> =>
  until(() => (refreshes(session) >= times ? true : undefined));

/** Opens a report and shows what is found in it before any other report was read, and waits until they are. */
async function open(session: Session, disk: Disk, path: string, text: string): Promise<void> {
  let release = (): void => {};
  disk.held = new Promise((resolve) => {
    release = resolve;
  });
  await session.open(uriOf(path), text);
  await session.diagnose(uriOf(path));
  release();
  await refreshed(session, 1);
}

describe('the reports of the workspace', () => {
  afterEach(closeSessions);

  it('are read when the first report is opened, and held against it', async () => {
    const disk = new Disk({ '2022.txt': slipped, '2023.txt': now });
    const session = await startIn(disk);
    assert.deepEqual(disk.reads, []);
    await open(session, disk, '2023.txt', now);
    const [item] = itemsOf(await session.diagnose(uriOf('2023.txt'))).filter(
      ({ code }) => code === 'carried-over',
    );
    assert.deepEqual(disk.reads, ['2022.txt']);
    const related = item?.relatedInformation?.find(({ location }) => location.uri === uriOf('2022.txt'));
    assert.ok(related, 'it points into last year’s report');
    const lines = slipped.split('\n');
    assert.match(lines[related.location.range.start.line] ?? '', /结转下年度继续办理/u);
  });

  it('are left alone where nothing is a report', async () => {
    const disk = new Disk({ '2022.txt': last });
    const session = await startIn(disk);
    await session.open(uriOf('随笔.txt'), '今天天气很好。', 'plaintext');
    assert.deepEqual(itemsOf(await session.diagnose(uriOf('随笔.txt'))), []);
    assert.deepEqual(disk.reads, []);
  });

  it('are read in their encodings, by the settings, and not where the editor hides them', async () => {
    const disk = new Disk({
      '2022.txt': iconv.encode(slipped, 'gbk'),
      'node_modules/a.txt': last,
      '.git/b.txt': last,
      'hidden/c.txt': last,
      'notes.log': last,
      'drafts/d.txt': last,
    });
    const session = await startIn(disk, {
      settings: { workspace: { exclude: ['**/.*', '**/node_modules', 'drafts'] } },
    });
    session.sections['files.exclude'] = { '**/hidden': true, '2022.txt': false, '**/*.txt': { when: 'x' } };
    await open(session, disk, '2023.txt', now);
    assert.deepEqual(disk.reads, ['2022.txt']);
    assert.equal(await carried(session, uriOf('2023.txt')), 1);
  });

  it('count as they are open, and are looked at again when they are saved', async () => {
    const disk = new Disk({ '2022.txt': slipped, '2023.txt': now });
    const session = await startIn(disk);
    const [before, after] = [uriOf('2022.txt'), uriOf('2023.txt')];
    await open(session, disk, '2023.txt', now);
    const full = await session.diagnose(after);
    assert.equal(itemsOf(full).filter(({ code }) => code === 'carried-over').length, 1);
    await session.open(before, slipped);
    await session.diagnose(before);
    await session.replace(before, 2, last);
    await session.diagnose(before);
    assert.equal(refreshes(session), 1, 'nobody is asked again while it is typed');
    await session.connection.sendNotification('textDocument/didSave', { textDocument: { uri: before } });
    await refreshed(session, 2);
    const again = await session.diagnose(after, full.resultId);
    assert.deepEqual(
      itemsOf(again).filter(({ code }) => code === 'carried-over'),
      [],
    );
    assert.deepEqual(await session.diagnose(after, again.resultId), {
      kind: 'unchanged',
      resultId: again.resultId,
    });
    // Closed without being written: the file counts again.
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: before } });
    await refreshed(session, 3);
    assert.equal(await carried(session, after), 1);
  });

  it('are followed when they change on the disk, come and go', async () => {
    const disk = new Disk({ '2022.txt': last, '2023.txt': now });
    const session = await startIn(disk);
    await open(session, disk, '2023.txt', now);
    assert.equal(await carried(session, uriOf('2023.txt')), 0);
    disk.contents.set('2022.txt', slipped);
    await changed(session, disk, '2022.txt');
    await refreshed(session, 2);
    assert.equal(await carried(session, uriOf('2023.txt')), 1);
    disk.contents.delete('2022.txt');
    await changed(session, disk, '2022.txt');
    await refreshed(session, 3);
    assert.equal(await carried(session, uriOf('2023.txt')), 0);
    disk.contents.set('old/2022.txt', slipped);
    await changed(session, disk, 'old/2022.txt', 'readme.log');
    await refreshed(session, 4);
    assert.equal(await carried(session, uriOf('2023.txt')), 1);
    assert.ok(session.received.includes('client/registerCapability'));
  });

  it('are told of also where something else was asked for meanwhile', async () => {
    const disk = new Disk({ '2022.txt': last });
    const session = await startIn(disk);
    await open(session, disk, '2023.txt', now);
    assert.equal(await carried(session, uriOf('2023.txt')), 0);
    let release = (): void => {};
    disk.held = new Promise((resolve) => {
      release = resolve;
    });
    disk.contents.set('2022.txt', slipped);
    disk.contents.set('2020.txt', slipped.replaceAll('2022年', '2020年'));
    await changed(session, disk, '2022.txt', '2020.txt');
    release();
    const hover = { textDocument: { uri: uriOf('2023.txt') }, position: { line: 0, character: 0 } };
    for (let times = 0; times < 20 && refreshes(session) < 2; times++) {
      await session.connection.sendRequest('textDocument/hover', hover);
    }
    await refreshed(session, 2);
    assert.equal(await carried(session, uriOf('2023.txt')), 1);
  });

  it('are sent again to a client that cannot ask', async () => {
    const disk = new Disk({ '2022.txt': last });
    const session = await startIn(disk, { capabilities: pushed });
    const uri = uriOf('2023.txt');
    await session.open(uri, now);
    const found = (): number | undefined =>
      session.published
        .findLast((each) => each.uri === uri)
        ?.diagnostics.filter(({ code }) => code === 'carried-over').length;
    await until(() => (session.published.length > 1 ? true : undefined));
    assert.equal(found(), 0);
    disk.contents.set('2022.txt', slipped);
    await changed(session, disk, '2022.txt');
    await until(() => (found() === 1 ? true : undefined));
  });

  it('of a folder that is closed are forgotten', async () => {
    const disk = new Disk({ '2022.txt': slipped });
    const session = await startIn(disk);
    await open(session, disk, '2023.txt', now);
    assert.equal(await carried(session, uriOf('2023.txt')), 1);
    const removed = [{ uri: `${folder}/`, name: '' }];
    await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed },
    });
    await refreshed(session, 2);
    assert.equal(await carried(session, uriOf('2023.txt')), 0);
    await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: removed, removed: [] },
    });
    await refreshed(session, 3);
    assert.equal(await carried(session, uriOf('2023.txt')), 1);
  });

  it('may be named as parts of another’s', async () => {
    const disk = new Disk({ 'a.txt': now });
    const session = await startIn(disk);
    const whole = tell({
      seed: 5,
      size: 90,
      year: 2023,
      figures: balancedFacts(5, 90),
      agency: '云溪县人民政府',
    });
    await session.open(uriOf('县.txt'), whole);
    await until(() => (disk.reads.length === 1 ? true : undefined));
    const without = itemsOf(await session.diagnose(uriOf('县.txt'))).length;
    session.settings = { parts: { 云溪县人民政府: [agency, '云溪县档案局'] } };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    const items = itemsOf(await session.diagnose(uriOf('县.txt')));
    assert.ok(items.length > without);
    assert.ok(
      items.some(({ message }) => String(message).includes('云溪县档案局')),
      'it says which report is missing',
    );
  });
});
