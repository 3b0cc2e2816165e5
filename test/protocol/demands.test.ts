import assert from 'node:assert/strict';
import { report } from './support/report';
import { closeSessions, itemsOf, type Session, start, until } from './support/session';
import { changed, Disk, startIn, uriOf } from './support/workspace';

const { text } = report();
const settings = { demands: '年报要求.json' };
const demanding = (mostCharacters: unknown): string =>
  JSON.stringify({ notices: [{ source: '某办发〔2025〕1号', sections: { overview: { mostCharacters } } }] });

const told = async (session: Session, uri: string): Promise<readonly string[]> =>
  itemsOf(await session.diagnose(uri))
    .filter(({ code }) => code === 'local-demand')
    .map(({ message }) => String(message));

describe('what a local notice demands', () => {
  afterEach(closeSessions);

  it('is read from the file that the setting names, and again when that changes', async () => {
    const disk = new Disk({ '年报要求.json': demanding(3) });
    const session = await startIn(disk, { settings });
    await session.open(uriOf('a.nianbao'), text);
    const [message, ...others] = await told(session, uriOf('a.nianbao'));
    assert.match(message ?? '', /按要求不超过 3 字（某办发〔2025〕1号）/u);
    assert.deepEqual(others, []);
    disk.contents.set('年报要求.json', demanding(9000));
    const before = refreshes(session);
    await changed(session, disk, '年报要求.json');
    await until(() => (refreshes(session) > before ? true : undefined));
    assert.deepEqual(await told(session, uriOf('a.nianbao')), []);
    assert.deepEqual(session.shown, []);
  });

  it('is demanded of what is not saved yet as well', async () => {
    const session = await startIn(new Disk({ '年报要求.json': demanding(3) }), { settings });
    await session.open('untitled:Untitled-1', text);
    assert.equal((await told(session, 'untitled:Untitled-1')).length, 1);
  });

  for (const [what, file, fault] of [
    ['says something else', demanding('3'), /notices\[0\]\.sections\.overview\.mostCharacters 应为整数/u],
    ['is not there', undefined, /没有这个文件/u],
    ['is far too large', ' '.repeat(1024 * 1024 + 1), /太大/u],
  ] as const)
    it(`is told as not checked, once, where the file ${what}`, async () => {
      const session = await startIn(new Disk(file === undefined ? {} : { '年报要求.json': file }), {
        settings,
      });
      for (const name of ['a.nianbao', 'b.nianbao']) {
        await session.open(uriOf(name), text);
        assert.deepEqual(await told(session, uriOf(name)), []);
      }
      assert.equal(session.shown.length, 1);
      assert.match(session.shown[0] ?? '', fault);
      assert.match(
        session.shown[0] ?? '',
        /^设置 nianbao\.demands 里的 年报要求\.json：.*；其中的要求都没有核对$/u,
      );
    });

  it('is told as not checked where there is no folder to find the file in', async () => {
    const session = await start({ settings });
    await session.open('file:///a.nianbao', text);
    assert.deepEqual(await told(session, 'file:///a.nianbao'), []);
    assert.match(session.shown[0] ?? '', /没有打开文件夹/u);
  });
});

const refreshes = (session: Session): number =>
  session.received.filter((method) => method === 'workspace/diagnostic/refresh').length;
