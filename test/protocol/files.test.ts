import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk } from '../../server/lsp/machine/disk';
import { below, folderName, nameOf, pathFrom } from '../../server/lsp/protocol/uri';
import { withFolder } from '../cli/nianbao';

describe('names of files', () => {
  it('are one for all spellings', () => {
    const name = 'file:///c%3A/%E5%B9%B4%E6%8A%A5/a%20%281%29.txt';
    for (const uri of [
      name,
      'file:///C:/年报/a (1).txt',
      'FILE:///c:/%E5%B9%B4%E6%8A%A5/a%20(1).txt',
      pathToFileURL('/x').href.replace('/x', '/C:/%e5%b9%b4%e6%8a%a5/a%20(1).txt'),
    ]) {
      assert.equal(nameOf(uri), name, uri);
    }
    assert.equal(nameOf('file://host/a+b.txt'), 'file://host/a%2Bb.txt');
    assert.equal(nameOf('file:///a%.txt'), 'file:///a%25.txt');
    assert.equal(nameOf('untitled:Untitled-1'), 'untitled:Untitled-1');
    assert.equal(nameOf('git:/a.txt?ref'), 'git:/a.txt?ref');
  });

  it('tell what lies in a folder', () => {
    const folder = folderName('file:///C:/年报/');
    assert.equal(folder, 'file:///c%3A/%E5%B9%B4%E6%8A%A5');
    assert.equal(pathFrom(folder, below(folder, '甲 乙/a.txt')), '甲 乙/a.txt');
    assert.equal(pathFrom(folder, `${folder}x/a.txt`), undefined);
  });
});

describe('files of the disk', () => {
  const list = async (folder: string, enters = (_: string) => true): Promise<string[]> => {
    const found: string[] = [];
    for await (const { below: path, reason } of disk.list(folder, enters)) found.push(reason ?? path);
    return found;
  };
  const uri = (...parts: readonly string[]): string => nameOf(pathToFileURL(path.join(...parts)).href);

  it(
    'are listed but for links and for folders that are not wanted',
    withFolder({ '甲.txt': '1', 'b/c/乙.txt': '2', 'no/d.txt': '3' }, async (root) => {
      symlinkSync(path.join(root, 'b'), path.join(root, 'link'));
      symlinkSync(path.join(root, '甲.txt'), path.join(root, 'link.txt'));
      assert.deepEqual(await list(uri(root), (each) => each !== 'no'), ['b/c/乙.txt', '甲.txt']);
      assert.deepEqual(await list(uri(root, 'nowhere')), ['没有这个文件或文件夹']);
    }),
  );

  it(
    'are read up to a size, and not out of the folder',
    withFolder({ 'in/甲.txt': '年报', 'out/乙.txt': '别处' }, async (root) => {
      const folder = uri(root, 'in');
      const read = (file: string, most = 100) => disk.read(uri(root, file), folder, most);
      mkdirSync(path.join(root, 'in/real'));
      writeFileSync(path.join(root, 'in/real/丙.txt'), '');
      symlinkSync(path.join(root, 'out'), path.join(root, 'in/away'));
      symlinkSync(path.join(root, 'out/乙.txt'), path.join(root, 'in/乙.txt'));
      assert.equal(String(await read('in/甲.txt')), '年报');
      assert.equal(String(await read('in/real/丙.txt')), '');
      assert.equal(await read('in/甲.txt', 5), undefined);
      assert.equal(await read('in/away/乙.txt'), undefined);
      assert.equal(await read('in/乙.txt'), undefined);
      assert.equal(await read('out/乙.txt'), undefined);
      assert.equal(await read('in/real'), undefined);
      await assert.rejects(read('in/没有.txt'), { code: 'ENOENT' });
      symlinkSync('圈.txt', path.join(root, 'in/圈.txt'));
      symlinkSync('.', path.join(root, 'in/环'));
      assert.equal(await read('in/圈.txt'), undefined);
      assert.equal(String(await read('in/环/环/甲.txt')), '年报');
      await assert.rejects(disk.whole(uri(root, 'in/圈.txt')), { code: 'ELOOP' });
      await assert.rejects(disk.replace(uri(root, 'in/圈.txt'), Buffer.from(''), Buffer.from('新')), {
        code: 'ELOOP',
      });
      assert.deepEqual(await list(uri(root, 'in')), ['real/丙.txt', '甲.txt']);
    }),
  );
});
