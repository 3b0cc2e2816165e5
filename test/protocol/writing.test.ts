import assert from 'node:assert/strict';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk } from '../../server/lsp/machine/disk';
import * as messages from '../../server/lsp/messages/files';
import { withFolder } from '../cli/nianbao';
import { capable, closeSessions, type Session, start } from './support/session';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What the server answers a client that has it write a text into a file. */
const answerTo = (session: Session, uri: string, text: string): Promise<unknown> => {
  const params: messages.WriteFileParams = { uri, bytes: base64(text) };
  return session.connection.sendRequest(messages.writeFile, params);
};

/** Has a server that reaches the disk write a text. */
const written = async (file: string, text: string): Promise<unknown> =>
  answerTo(await start({ files: disk }), pathToFileURL(file).href, text);

describe('files that a client has for the server to write', () => {
  afterEach(closeSessions);

  it(
    'are written where there is none, and over what is there; nothing else is left beside them',
    withFolder({ '旧.json': '旧的，长一些', '.nianbao-0123abcd.tmp': '杀掉以后留下的' }, async (folder) => {
      utimesSync(path.join(folder, '.nianbao-0123abcd.tmp'), 0, 0);
      // As long as a name can be, in bytes.
      const long = `${'长'.repeat(83)}1.json`;
      assert.equal(Buffer.byteLength(long), 255);
      const names = ['新 (1)#%.json', '旧.json', long];
      for (const name of names) assert.equal(await written(path.join(folder, name), name), null, name);
      assert.deepEqual(readdirSync(folder).sort(), names.sort());
      for (const name of names) assert.equal(readFileSync(path.join(folder, name), 'utf8'), name);
    }),
  );

  it(
    'are refused through a link that leads out, in the place of a folder, and where there is no folder; all is as it was',
    withFolder({ '外/乙.json': '别处', '内/丙.json': '丙' }, async (root) => {
      const at = (...parts: string[]): string => path.join(root, '内', ...parts);
      symlinkSync(path.join(root, '外/乙.json'), at('乙.json'));
      symlinkSync('丙.json', at('近.json'));
      mkdirSync(at('夹.json'));
      for (const name of ['乙.json', '夹.json', '没有/丁.json']) {
        const answer = await written(at(name), '新');
        assert.match((answer as messages.FileRefusal).refusal, /没有改动|没有这个文件或文件夹/u, name);
      }
      assert.equal(await written(at('近.json'), '近'), null);
      assert.deepEqual(readdirSync(at('.')).sort(), ['丙.json', '乙.json', '夹.json', '近.json'].sort());
      assert.equal(readFileSync(at('丙.json'), 'utf8'), '近');
      assert.ok(lstatSync(at('近.json')).isSymbolicLink());
      assert.equal(readFileSync(path.join(root, '外/乙.json'), 'utf8'), '别处');
    }),
  );

  it(
    'are left as they are by messages that carry no bytes',
    withFolder({ '甲.json': '旧' }, async (folder) => {
      const { connection } = await start({ files: disk });
      const uri = pathToFileURL(path.join(folder, '甲.json')).href;
      for (const bytes of [null, undefined, 7, ['bnVs'], '@@@', 'b'])
        await connection.sendRequest(messages.writeFile, { uri, bytes }).then(
          (answer) => assert.ok((answer as messages.FileRefusal).refusal, String(bytes)),
          () => undefined,
        );
      assert.deepEqual(readdirSync(folder), ['甲.json']);
      assert.equal(readFileSync(path.join(folder, '甲.json'), 'utf8'), '旧');
    }),
  );

  it('go back to a client that alone reaches them, whatever is there', async () => {
    const session = await start({
      capabilities: capable,
      initializationOptions: { reachesFiles: true },
    });
    const asked: messages.ReplaceFileParams[] = [];
    session.connection.onRequest(messages.replaceFile, (params: messages.ReplaceFileParams) => {
      asked.push(params);
      return asked.length === 1 ? null : { refusal: '没有权限' };
    });
    const uri = 'vscode-vfs://github/a/b.json';
    assert.equal(await answerTo(session, uri, '新'), null);
    assert.deepEqual(asked, [{ uri, before: null, bytes: base64('新') }]);
    assert.deepEqual(await answerTo(session, uri, '新'), { refusal: '没有权限' });
  });

  it('are refused by a server that reaches none', async () => {
    const answer = await answerTo(await start(), 'file:///a.json', '新');
    assert.deepEqual(answer, { refusal: '这里写不到磁盘上的文件' });
  });
});
