import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../server/documents/sheets/xlsx';
import { layoutCalled } from '../core/support/layouts';
import { mapRows, type Sheet, sheetOf } from '../core/support/layouts/sheet';
import { xlsxOf } from '../core/support/layouts/xlsx';
import { nianbao, withFolder } from './nianbao';

/** A report whose total of 规章 and 公开 stand as given. */
const right = sheetOf(4, 30);
const wrong = mapRows(right, (row) =>
  row === right.rows.applications[0]
    ? { ...row, cells: [...row.cells.slice(0, -1), `${Number(row.cells.at(-1)) + 7}`] }
    : row,
);

interface Kind {
  readonly name: string;
  readonly right: Uint8Array;
  readonly wrong: Uint8Array;
  readonly text: string;
  /** Where the wrong total is. */
  readonly place: RegExp;
  readonly refusal: RegExp;
  /** What would mend it. */
  readonly change: RegExp;
}

const archived = (sheet: Sheet): Buffer =>
  Buffer.from(
    `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${layoutCalled('html').render(sheet)}\n--b--`,
  );

const kinds: readonly Kind[] = [
  {
    name: '示例县政府信息公开年报.xlsx',
    right: xlsxOf(right),
    wrong: xlsxOf(wrong),
    text: readXlsx(xlsxOf(right)).text,
    place: /工作表「年报」J\d+ 错误/u,
    refusal: /是 Excel 表格，只读，没有改动；请在原来的文件里改/u,
    change: /^ {4}工作表「年报」J\d+：\d+ → \d+$/mu,
  },
  {
    name: '示例县政府信息公开年报.mht',
    right: archived(right),
    wrong: archived(wrong),
    text: layoutCalled('html').render(right),
    place: /年报\.mht:\d+:\d+ 错误/u,
    refusal: /是网页存档（\.mht、\.mhtml），只读，没有改动/u,
    change: /^ {4}第 \d+ 行：.*\d.* → .*\d/mu,
  },
];

describe('documents that are only read, on the command line', () => {
  for (const { name, right: good, wrong: bad, text, place, refusal, change } of kinds) {
    it(
      `are checked, exported and found in folders: ${path.extname(name)}`,
      withFolder({ [name]: good, [`坏/${name}`]: bad }, async (cwd) => {
        const { status, stdout } = await nianbao(['check', path.join('坏', name)], { cwd });
        assert.equal(status, 1, stdout);
        assert.match(stdout, place);
        const exported = await nianbao(['export', name], { cwd });
        assert.equal(exported.stdout, (await nianbao(['export', '-'], { input: text })).stdout);
        assert.match((await nianbao(['check', '.'], { cwd })).stdout, /核对 2 份年报/u);
      }),
    );

    it(
      `are not written: ${path.extname(name)}`,
      withFolder({ [name]: bad }, async (cwd) => {
        const before = readFileSync(path.join(cwd, name));
        const { status, stderr } = await nianbao(['fix', '--figures', '--write', name], { cwd });
        assert.equal(status, 2);
        assert.match(stderr, refusal);
        assert.ok(readFileSync(path.join(cwd, name)).equals(before));
        const shown = (await nianbao(['fix', '--figures', name], { cwd })).stdout;
        assert.match(shown, refusal);
        assert.match(shown, change);
      }),
    );
  }

  it(
    'are checked and exported: .pdf',
    withFolder(
      { '示例县政府信息公开年报.pdf': readFileSync('test/core/documents/fixtures/report.pdf') },
      async (cwd) => {
        const { status, stdout } = await nianbao(['check', '.'], { cwd });
        assert.equal(status, 0, stdout);
        assert.match(stdout, /核对 1 份年报/u);
        const exported = await nianbao(['export', '示例县政府信息公开年报.pdf'], { cwd });
        const total = Number(right.rows.applications[0]?.cells.at(-1));
        assert.equal(JSON.parse(exported.stdout).applications.received.total, total);
      },
    ),
  );
});
