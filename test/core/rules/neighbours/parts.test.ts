import assert from 'node:assert/strict';
import { edition2021 } from '../../../../server/form/edition-2021';
import type { Filed, Neighbours } from '../../../../server/report/neighbours';
import { at, found, said } from '../../support/checking';
import { balancedFacts } from '../../support/facts';
import { layouts } from '../../support/layouts';
import { filed, tell } from '../../support/neighbours';

const names = ['云溪县教育局', '云溪县水务局', '云溪县白石镇人民政府', '云溪县档案局'];
const size = 40;

/** The figures of some agencies, and of the one that they belong to. */
function familyOf(seed: number) {
  const parts = names.map((_, index) => balancedFacts(seed * 10 + index, size));
  const sum = (all: readonly (readonly number[])[]): number[] =>
    edition2021.cells.map((_, cell) => {
      const value = all.reduce((total, figures) => total + (figures[cell] ?? 0), 0);
      return Number(value.toFixed(2));
    });
  return { parts, sum };
}

const layoutAt = (index: number): string => layouts[index % layouts.length]?.id ?? 'tsv';
const reportOf = (agency: string, figures: readonly number[], seed: number): string =>
  tell({ seed, size, year: 2023, figures, agency, layout: layoutAt(seed) });
const parent = (figures: readonly number[], seed = 1): string => reportOf('云溪县人民政府', figures, seed);
const filedParts = (all: readonly (readonly number[])[], seed: number): Filed[] =>
  all.map((figures, index) => filed(reportOf(names[index] ?? '', figures, seed + index), `part-${index}`));
const whole = (parts: readonly Filed[]): Neighbours => ({ parts: { found: parts, missing: [] } });

describe('a report and those of the agencies that belong to it', function () {
  // Much is read here; the machine may be busy with other things.
  this.timeout(30_000);

  it('agree where it is their sum', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { parts, sum } = familyOf(seed);
      assert.deepEqual(said(found(parent(sum(parts), seed), whole(filedParts(parts, seed)))), []);
    }
  });

  it('are found to differ in a table once, at the digits', () => {
    const { parts, sum } = familyOf(2);
    const filedAll = filedParts(parts, 2);
    for (const path of [
      'proactiveDisclosure.administrativeLicenses',
      'proactiveDisclosure.administrativeFees',
      'applications.results.granted.naturalPerson',
      'disputes.reconsideration.upheld',
    ]) {
      const figures = sum(parts);
      const text = parent(figures.with(at(path), (figures[at(path)] ?? 0) + 7));
      const [finding, ...others] = found(text, whole(filedAll));
      assert.deepEqual(others, []);
      assert.deepEqual(finding?.cells, [path]);
      assert.match(text.slice(finding.span.start, finding.span.end), /^[\d.]+$/u);
      assert.ok(finding.related.every(({ document }) => document?.startsWith('part-')));
    }
  });

  it('say which one was left out, or counted twice', () => {
    const { parts, sum } = familyOf(3);
    const all = whole(filedParts(parts, 3));
    const [first = [], second = []] = parts;
    const without = found(parent(sum(parts.slice(1))), all, 'aggregate-mismatch');
    assert.ok(
      without.length > 0 && without.every(({ message }) => message.includes('“云溪县教育局”没有计入')),
    );
    const twice = found(parent(sum([...parts, second])), all, 'aggregate-mismatch');
    assert.ok(twice.length > 0 && twice.every(({ message }) => message.includes('“云溪县水务局”计了两次')));
    const neither = found(parent(sum([first, second])), all, 'aggregate-mismatch');
    assert.ok(neither.length > 0 && neither.every(({ message }) => !message.includes('正好')));
  });

  it('name first the one whose own equations do not hold', () => {
    const { parts, sum } = familyOf(4);
    const path = at('applications.received.naturalPerson');
    const wrong = parts.with(1, (parts[1] ?? []).with(path, 999));
    const [finding] = found(parent(sum(parts)), whole(filedParts(wrong, 4)));
    assert.equal(finding?.related[0]?.document, 'part-1');
    assert.match(finding?.related[0]?.message ?? '', /宜先改正/u);
  });

  it('are not compared where one is missing, is of another year, or has no figure', () => {
    const { parts, sum } = familyOf(5);
    const [, ...others] = filedParts(parts, 5);
    const text = parent(sum(parts));
    const missing = found(text, { parts: { found: others, missing: ['云溪县教育局'] } });
    assert.deepEqual(said(missing), [
      'missing-part: 缺少云溪县教育局的同年报告（已有 3 份），本报告的汇总数未能核对',
    ]);
    const older = filed(tell({ seed: 5, size, year: 2022, figures: parts[0] ?? [], agency: '云溪县教育局' }));
    assert.deepEqual(said(found(parent(sum(parts.slice(1))), whole([older, ...others]))), []);
    const blank = reportOf(
      names[0] ?? '',
      (parts[0] ?? []).with(at('disputes.reconsideration.total'), 987654),
      0,
    );
    const parent7 = sum(parts).with(at('disputes.reconsideration.total'), 7);
    const open = whole([filed(blank.replace('987654', '/')), ...others]);
    assert.deepEqual(said(found(parent(parent7), open, 'aggregate-mismatch')), []);
  });

  it('are not compared where none are known', () => {
    const { parts, sum } = familyOf(6);
    assert.deepEqual(found(parent(sum(parts)), { parts: { found: [], missing: [] } }), []);
  });
});
