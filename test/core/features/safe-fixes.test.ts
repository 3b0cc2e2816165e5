import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../server/analysis';
import { mend } from '../../../server/cli/fixing/mend';
import { safeFixes } from '../../../server/features/mending/fixes';
import { applyEdits, type Finding, type Repair } from '../../../server/report/finding';
import { damages } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { textOf, type Writing, writings } from '../support/heading-reports';
import { layouts } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { trial } from '../support/trial';
import { isWithin, untouchable } from '../support/undone';
import { samples } from './fixtures';

/** RUNS and SEED take more reports, and others: `RUNS=5000 SEED=1 npm run test:core -- safe-fixes`. */
const runs = Number(process.env.RUNS ?? 60);
const seed = Number(process.env.SEED ?? 9);

const safe = new Set(['safe'] as const);
const safeOf = ({ repairs }: Finding): Repair | undefined =>
  repairs.find(({ confidence }) => confidence === 'safe');

const countOf = ({ findings }: Analysis, rule: string): number =>
  findings.filter((finding) => finding.rule === rule).length;

// Without the places: an edit before a cell moves it.
const valuesOf = ({ report }: Analysis): readonly unknown[] =>
  report.cells.map((cell) => {
    const printed = 'printed' in cell ? cell.printed : undefined;
    return { ...cell, span: undefined, printed: printed && report.shown.slice(printed.start, printed.end) };
  });

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 20), at + 40);

/** Asserts what holds of a text after safe repairs: nothing is lost or doubled, no figure changes, nothing new is wrong. */
function assertUnharmed(before: Analysis, after: Analysis): void {
  const [is, was] = [untouchable(after.report.shown), untouchable(before.report.shown)];
  const at = [...was].findIndex((_, index) => is[index] !== was[index]);
  if (is !== was) assert.equal(around(is, at), around(was, at));
  assert.deepEqual(valuesOf(after), valuesOf(before));
  for (const { rule, message } of after.findings)
    assert.ok(countOf(after, rule) <= countOf(before, rule), `${rule} appeared: ${message}`);
}

/** Asserts of every safe repair of a text, by itself and with all others, that it mends what it should and harms nothing. */
function check(text: string): void {
  const before = analyze(text);
  for (const finding of before.findings) {
    const repair = safeOf(finding);
    if (!repair) continue;
    for (const { span, newText } of repair.edits) {
      const removed = text.slice(span.start, span.end);
      assert.ok(isWithin(finding.rule, removed, newText), `${finding.rule}: ${removed} → ${newText}`);
    }
    const after = analyze(applyEdits(text, repair.edits));
    assertUnharmed(before, after);
    assert.ok(countOf(after, finding.rule) < countOf(before, finding.rule), `${finding.rule} is still there`);
  }
  const fixes = safeFixes(before);
  if (fixes.length === 0) return;
  assertUnharmed(
    before,
    analyze(
      applyEdits(
        text,
        fixes.flatMap(({ repair }) => repair.edits),
      ),
    ),
  );
  const mended = analyze(mend(before, safe).text);
  assertUnharmed(before, mended);
  assert.deepEqual(
    safeFixes(mended).map(({ title }) => title),
    [],
  );
  assert.equal(mend(mended, safe).text, mended.text);
}

const repair = trial('标题写得各式各样：每一处安全修复，单做、全做，字不少、数不变、不添新错，做一遍就够');

describe('a safe repair loses no word, changes no figure and is made once', function () {
  this.timeout(600_000);

  for (const { name, text } of samples) it(name, () => check(text));

  it('in every layout, with every kind of damage', () => {
    for (const [index, layout] of layouts.entries()) {
      const kinds = damages.filter((_, at) => at % layouts.length === index);
      for (const kind of kinds) {
        const text = damaged(sheetOf(index, 30), layout, [kind], index)?.text;
        if (text) check(text);
      }
    }
  });

  it('where headings are written otherwise, with and without text behind them', () => {
    let repairs = 0;
    fc.assert(
      fc.property(writings, (writing: Writing) => {
        const text = textOf(writing);
        if (text === undefined) return;
        repair(() => check(text));
        repairs += safeFixes(analyze(text)).length;
      }),
      { numRuns: runs, seed },
    );
    assert.ok(repairs >= runs / 4, `only ${repairs} safe repairs were tried`);
  });
});
