import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { damageCalled } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { differences } from '../support/expectation';
import { layouts } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

/** The sheet with one cell of one row written otherwise. */
const planted = (sheet: Sheet, id: string, column: number, change: (text: string) => string): Sheet =>
  mapRows(sheet, (row) => ({
    ...row,
    cells: row.cells.map((text, at) => (row.id === id && at === column ? change(text ?? '') : text)),
  }));

const more = (text: string): string => String(Number(text) + 1);

const slips: Readonly<Record<string, (sheet: Sheet) => Sheet>> = {
  'a row’s total': (sheet) => planted(sheet, 'applications.results.granted', 6, more),
  'a part of a row': (sheet) => planted(sheet, 'applications.results.unable.notHeld', 0, more),
  'the total of the results': (sheet) => planted(sheet, 'applications.results.total', 0, more),
  'what is carried forward': (sheet) => planted(sheet, 'applications.carriedForward', 0, more),
  'a total of table 四': (sheet) => planted(sheet, 'disputes.litigation.direct', 4, more),
  'decimals in a count': (sheet) =>
    planted(sheet, 'proactiveDisclosure.administrativeLicenses', 0, () => '3.5'),
  'two slips': (sheet) =>
    planted(planted(sheet, 'applications.received', 2, more), 'disputes.reconsideration', 4, more),
};

/** What is found in a text: rules and the cells that they speak of, wherever these stand. */
const findings = (text: string): string[] =>
  analyze(text)
    .findings.map(({ rule, severity, cells }) => `${rule} (${severity}): ${cells.join(', ')}`)
    .sort();

/** The rows that differ between a sheet and what is left of it. */
const lostRows = (sheet: Sheet): string[] =>
  Object.values(sheet.rows)
    .flat()
    .flatMap(({ id, cells, lost }) => (lost || cells.includes(undefined) ? [id] : []));

describe('findings', function () {
  this.timeout(30_000);

  for (const [loss, rules] of [
    ['cell-lost', ['missing-cell']],
    ['cell-lost-disclosure', ['missing-cell', 'missing-row']],
    ['row-lost', ['missing-row']],
  ] as const) {
    it(`name what is lost and nothing else: ${loss}`, () => {
      for (const [seed, layout] of layouts.entries()) {
        const made = damaged(sheetOf(seed, 50), layout, [damageCalled(loss)], seed);
        // What a layout cannot show yet is listed beside the tests of damage.
        if (!made || differences(parseReport(made.text), made.expected).length > 0) continue;
        const { findings: all } = analyze(made.text);
        const errors = all.filter(({ severity }) => severity === 'error');
        // A row with nothing behind its label is empty; below other figures the place of a lost one is there, and empty.
        if (all.some(({ rule }) => rule === 'blank-cell')) continue;
        const [row = ''] = lostRows(made.sheet);
        const told = errors.map(
          ({ rule, cells }) => `${rule} ${cells.every((cell) => cell.startsWith(row))}`,
        );
        assert.equal(told.length, 1, `${layout.id}: ${errors.map(({ message }) => message).join('; ')}`);
        assert.ok(
          rules.some((rule) => told[0] === `${rule} true`),
          `${layout.id}: ${told[0]} for ${row}`,
        );
      }
    });
  }

  for (const [name, slip] of Object.entries(slips)) {
    it(`are the same in every layout: ${name}`, () => {
      for (const seed of [2, 3, 7]) {
        const sheet = slip(sheetOf(seed, 50));
        const all = layouts.map((layout) => [layout.id, findings(layout.render(sheet))] as const);
        const [, expected = []] = all[0] ?? [];
        assert.ok(expected.some((finding) => finding.includes('error')));
        for (const [id, found] of all) assert.deepEqual(found, expected, `${id}, seed ${seed}`);
      }
    });
  }
});
