import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../../server/workspace/write';
import { withFolder } from './nianbao';

describe('writing a file', () => {
  it(
    'replaces it and leaves nothing beside it',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      await writeWhole(path.join(folder, '甲.txt'), '新', folder);
      await writeWhole(path.join(folder, '乙.txt'), Buffer.from('新'), folder);
      assert.deepEqual(readdirSync(folder).sort(), ['乙.txt', '甲.txt']);
      assert.equal(readFileSync(path.join(folder, '甲.txt'), 'utf8'), '新');
      assert.equal(readFileSync(path.join(folder, '乙.txt'), 'utf8'), '新');
    }),
  );

  it(
    'leaves everything as it was where that fails',
    withFolder({}, async (folder) => {
      mkdirSync(path.join(folder, '甲.txt/内'), { recursive: true });
      await assert.rejects(writeWhole(path.join(folder, '甲.txt'), '新', folder));
      await assert.rejects(writeWhole(path.join(folder, '无/乙.txt'), '新', folder));
      assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), [
        '甲.txt',
        path.join('甲.txt', '内'),
      ]);
    }),
  );

  it(
    'asks at the last moment whether it may, and takes a name as long as names can be',
    withFolder({ '甲.txt': '旧' }, async (folder) => {
      const file = path.join(folder, '甲.txt');
      const changed = async (target: string): Promise<void> => {
        assert.equal(readFileSync(target, 'utf8'), '旧');
        throw new Error('changed meanwhile');
      };
      await assert.rejects(writeWhole(file, '新', folder, changed), /changed meanwhile/);
      assert.deepEqual(readdirSync(folder), ['甲.txt']);
      const long = path.join(folder, `${'a'.repeat(251)}.txt`);
      await writeWhole(long, '新', folder);
      assert.equal(readFileSync(long, 'utf8'), '新');
    }),
  );
});
