import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/analysis';
import { exportReport } from '../../server/export/json';
import { balancedFacts } from '../core/support/facts';
import { nextFacts, tell } from '../core/support/neighbours';
import { nianbao, reportText, withFolder } from './nianbao';

const other = (text: string): string => text.replaceAll('云溪县档案局', '松涧县教育局');
const right = reportText();
const wrongRow = { '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' };
const wrong = reportText(wrongRow);
const odd = reportText({ '六、其他需要': '6、其他需要' });
const lines = right.split('\n').length - 1;
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe('nianbao and several reports in one file', () => {
  it(
    'checks all of them, at the lines of the file',
    withFolder({ '汇编.txt': wrong + other(wrong) }, async (cwd) => {
      const { status, stdout } = await nianbao(['check', '汇编.txt'], { cwd });
      const at = wrong.slice(0, wrong.indexOf('（一）予以公开')).split('\n').length;
      assert.equal(status, 1);
      assert.deepEqual(
        linesOf(stdout).flatMap((line) => /^汇编\.txt:(\d+):\d+ 错误/u.exec(line)?.[1] ?? []),
        [String(at), String(at + lines)],
      );
      assert.match(stdout, /^核对 2 份年报：错误 2，/mu);
      assert.doesNotMatch(stdout, /没有读/u);
    }),
  );

  it(
    'tells them apart as JSON, and only where there are several',
    withFolder({ '汇编.txt': right + other(wrong), '一.txt': right }, async (cwd) => {
      const { stdout } = await nianbao(['check', '--format', 'json', '.'], { cwd });
      const found = linesOf(stdout).map((line) => JSON.parse(line));
      assert.deepEqual(
        found.map(({ file, part, agency, findings }) => [file, part, agency, findings.length]),
        [
          ['一.txt', undefined, '云溪县档案局', 0],
          ['汇编.txt', 1, '云溪县档案局', 0],
          ['汇编.txt', 2, '松涧县教育局', 1],
        ],
      );
      const { range } = found[2].findings[0];
      assert.ok(range.start.line > lines);
      const sarif = JSON.parse((await nianbao(['check', '--format', 'sarif', '汇编.txt'], { cwd })).stdout);
      const [{ physicalLocation }] = sarif.runs[0].results[0].locations;
      assert.equal(physicalLocation.region.startLine, range.start.line + 1);
    }),
  );

  it(
    'holds two years of an agency against each other',
    withFolder({}, async (cwd) => {
      const figures = balancedFacts(3, 60);
      const told = (year: number, facts: readonly number[]): string =>
        tell({ seed: 3, size: 60, year, figures: facts, agency: '云溪县水务局' });
      const next = nextFacts(figures, 9, 60);
      const ask = async (input: string) =>
        linesOf((await nianbao(['check', '--format', 'json', '-'], { cwd, input })).stdout).map((line) =>
          JSON.parse(line),
        );
      const [now, last] = await ask(told(2023, next) + told(2022, figures));
      assert.deepEqual([now.year, now.lastYear, last.year, last.lastYear], [2023, '-', 2022, null]);
      const rules = (report: typeof now): string[] =>
        report.findings.map(({ rule }: { rule: string }) => rule);
      assert.ok(!rules(now).includes('carried-over'));
      const [, later] = await ask(told(2022, figures) + told(2023, nextFacts(next, 4, 60)));
      assert.ok(rules(later).includes('carried-over'), rules(later).join());
      const { related } = later.findings.find(({ rule }: { rule: string }) => rule === 'carried-over');
      assert.ok(related.every(({ file }: { file?: string }) => file === '-' || file === undefined));
    }),
  );

  it(
    'exports a line each, or a file each under names that tell them apart',
    withFolder({ '汇编.txt': right + other(right) }, async (cwd) => {
      const { stdout } = await nianbao(['export', '汇编.txt'], { cwd });
      assert.deepEqual(
        linesOf(stdout).map((line) => {
          const { file, part, agency } = JSON.parse(line);
          return [file, part, agency];
        }),
        [
          ['汇编.txt', 1, '云溪县档案局'],
          ['汇编.txt', 2, '松涧县教育局'],
        ],
      );
      await nianbao(['export', '汇编.txt', '--out', 'out'], { cwd });
      assert.deepEqual(readdirSync(path.join(cwd, 'out')).sort(), ['汇编-1.json', '汇编-2.json']);
      const second = readFileSync(path.join(cwd, 'out', '汇编-2.json'), 'utf8');
      assert.equal(second, exportReport(analyze(other(right))));
    }),
  );

  it(
    'mends all of them',
    withFolder({ '汇编.txt': odd + other(odd) }, async (cwd) => {
      const { stdout } = await nianbao(['fix', '--write', '汇编.txt'], { cwd });
      assert.match(stdout, /^汇编\.txt：改了 2 处\n/u);
      assert.equal(readFileSync(path.join(cwd, '汇编.txt'), 'utf8'), right + other(right));
    }),
  );
});
