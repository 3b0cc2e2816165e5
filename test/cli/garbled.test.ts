import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { inBig5 } from '../core/support/big5';
import { root } from '../project/source';
import { nianbao, withFolder } from './nianbao';

const name = '云溪县档案局2024年政府信息公开工作年度报告.md';
const report = readFileSync(path.join(root, 'samples', name), 'utf8');

describe('nianbao on text that went through a wrong encoding', () => {
  it(
    'says of a file in a folder that it was not checked, and does not take it for no report',
    withFolder(
      {
        '好.txt': report,
        '错.txt': iconv.decode(Buffer.from(report), 'gbk'),
        '拉丁.txt': iconv.decode(Buffer.from(report), 'windows1252'),
        '国标.txt': iconv.decode(iconv.encode(report, 'gbk'), 'windows1252'),
        '别的.txt': '今天天气很好。',
      },
      async (cwd) => {
        const { status, stdout, stderr } = await nianbao(['check', '.'], { cwd });
        assert.equal(status, 2);
        assert.match(stdout, /核对 1 份年报.*3 处未能检查（跳过 1 个不是年报的文件）/);
        assert.equal(stderr.match(/乱码/g)?.length, 3);
      },
    ),
  );

  it(
    'says of a report in Big5 that it cannot be read, named or in a folder',
    withFolder({ '大五码.txt': inBig5, '别的.txt': iconv.encode('今天天气很好。', 'gbk') }, async (cwd) => {
      for (const named of ['.', '大五码.txt']) {
        const { status, stdout, stderr } = await nianbao(['check', named], { cwd });
        assert.equal(status, 2);
        assert.doesNotMatch(stdout, /missing-/);
        assert.match(stderr, /大五码\.txt：是用 Big5 写的年报，读不了，没有检查，也没有改动/);
        assert.doesNotMatch(stderr, /别的/);
      }
    }),
  );

  it(
    'tells once of a file that is named',
    withFolder({ '错.txt': iconv.decode(Buffer.from(report), 'gbk') }, async (cwd) => {
      const { stdout } = await nianbao(['check', '错.txt'], { cwd });
      assert.equal(stdout.match(/\[garbled-text\]/g)?.length, 1);
    }),
  );
});
