import assert from 'node:assert/strict';
import type { Figures } from '../../../bench/support/plant';
import { analyze } from '../../../server/analysis';
import { edition2021 as form } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { repairFindings } from '../../../server/repair/findings';
import { applyEdits } from '../../../server/report/finding';
import { checkReport } from '../../../server/rules/check';
import { balancedFacts } from '../support/facts';
import { written } from '../support/written';
import { brokenIn, clean, spoilt, sumFindings } from './spoilt';

const layouts = ['tsv', 'gfm', 'cells-tab', 'html'];
const r = 'applications.results';
const a = 'applications';

describe('findings with their causes', () => {
  it('are the findings themselves where nothing is wrong', () => {
    const report = parseReport(clean);
    const findings = checkReport({ report, text: clean }, {});
    assert.equal(repairFindings({ report, text: clean }, findings), findings);
    assert.deepEqual(brokenIn(clean), []);
  });

  for (const layout of layouts) {
    it(`point at the one figure that is wrong and restore it (${layout})`, () => {
      const right = spoilt({}, layout);
      const wrong = spoilt({ [`${r}.granted.naturalPerson`]: 30 }, layout);
      const { report, findings } = analyze(wrong);
      const [finding, ...others] = sumFindings(findings);
      assert.deepEqual(others, []);
      assert.equal(finding?.rule, 'row-total');
      assert.deepEqual(finding.span, report.cells[cellAt(form, `${r}.granted.naturalPerson`)]?.span);
      assert.deepEqual(finding.cells, [`${r}.granted.naturalPerson`]);
      assert.deepEqual(finding.equations, brokenIn(wrong));
      assert.match(finding.message, /^「予以公开」行「自然人」列疑似.*：改回后 2 处勾稽关系同时成立$/);
      const [repair, ...more] = finding.repairs;
      assert.deepEqual(more, []);
      assert.equal(repair?.confidence, 'unique');
      assert.equal(applyEdits(wrong, repair.edits), right);
    });
  }

  it('tell of the equations that the figure breaks in one place each, with their figures', () => {
    const wrong = spoilt({ [`${r}.granted.total`]: 9 });
    const [finding] = sumFindings(analyze(wrong).findings);
    const [row, column, ...others] = finding?.related ?? [];
    assert.equal(row?.message, '「予以公开」行合计不符：各列之和是 7（自然人 7），「总计」写的是 16，差 +9');
    assert.match(column?.message ?? '', /^「总计」列合计不符/);
    assert.deepEqual(others, []);
    // The finding is at the row's total: what is added up to it is shown, not the total again.
    assert.equal(wrong.slice(row?.span.start, row?.span.end), '7');
  });

  it('tell in one place what is added up where no cause is known', () => {
    const wrong = spoilt({ 'disputes.reconsideration.total': 9 });
    const [finding, ...more] = sumFindings(checkReport({ report: parseReport(wrong), text: wrong }, {}));
    assert.deepEqual(more, []);
    const [addends, ...others] = finding?.related ?? [];
    assert.deepEqual(others, []);
    assert.match(addends?.message ?? '', /^「行政复议」行：.*\d = \d+(?:，其余 \d 格都是 0)?$/u);
    assert.match(wrong.slice(addends?.span.start, addends?.span.end), /^[1-9]\d*$/u);
  });

  it('keep two errors apart, each with its own repair', () => {
    const wrong = spoilt({ [`${r}.granted.naturalPerson`]: 30, [`${a}.received.commercialEnterprise`]: 2 });
    const found = sumFindings(analyze(wrong).findings);
    assert.deepEqual(
      found.map(({ cells }) => cells),
      [[`${a}.received.commercialEnterprise`], [`${r}.granted.naturalPerson`]],
    );
    assert.ok(found.every(({ repairs }) => repairs[0]?.confidence === 'unique'));
    const edits = found.flatMap(({ repairs }) => repairs[0]?.edits ?? []);
    assert.equal(applyEdits(wrong, edits), clean);
  });

  it('offer to mend everything where errors meet in an equation', () => {
    const wrong = spoilt({ [`${r}.granted.naturalPerson`]: 30, [`${r}.partiallyGranted.naturalPerson`]: 7 });
    const found = sumFindings(analyze(wrong).findings);
    assert.equal(found.length, 2);
    for (const { message, repairs } of found) {
      assert.match(message, /改回后 1 处勾稽关系成立，另 1 处还牵涉别的错误$/);
      assert.deepEqual(
        repairs.map(({ confidence }) => confidence),
        ['unique', 'unique'],
      );
      assert.equal(applyEdits(wrong, repairs[1]?.edits ?? []), clean);
    }
  });

  it('stay at the totals of disputes, of which nothing else knows, and offer the parts too', () => {
    const wrong = spoilt({ 'disputes.reconsideration.total': 2 });
    const report = parseReport(wrong);
    const [before] = sumFindings(checkReport({ report, text: wrong }, {}));
    const [finding, ...others] = sumFindings(analyze(wrong).findings);
    assert.deepEqual(others, []);
    assert.deepEqual({ ...finding, repairs: [] }, { ...before, repairs: [] });
    assert.equal(applyEdits(wrong, finding?.repairs[0]?.edits ?? []), clean);
    assert.ok((finding?.repairs.length ?? 0) > 1);
    assert.ok(finding?.repairs.every(({ confidence }) => confidence === 'possible'));
  });

  it('call a tie a tie', () => {
    const figures: Figures = balancedFacts(2, 60);
    const cells = form.tables[1]?.rows.map(({ firstCell }) => firstCell) ?? [];
    // A figure that is all of its row, above a row without any.
    const row = cells.findIndex(
      (cell, index) =>
        index > 1 &&
        index < 21 &&
        (figures[cell] ?? 0) > 0 &&
        figures[cell] === figures[cell + 6] &&
        figures[(cells[index + 1] ?? 0) + 6] === 0,
    );
    assert.ok(row > 0);
    const [from = 0, to = 0] = [cells[row], cells[row + 1]];
    [figures[from], figures[to]] = [0, figures[from] ?? 0];
    const wrong = written('tsv', { seed: 2, size: 60, figures });
    const [finding, ...others] = sumFindings(analyze(wrong).findings);
    assert.deepEqual(others, []);
    assert.match(finding?.message ?? '', /^两处都可能：.*；或者.*。改其一，2 处勾稽关系就成立$/);
    assert.deepEqual(
      finding?.repairs.map(({ confidence }) => confidence),
      ['possible', 'possible'],
    );
    assert.ok(finding?.repairs.some(({ edits }) => applyEdits(wrong, edits) === clean));
  });

  it('leave the word to the totals where too many causes are as likely', () => {
    // A part and its total are both off by 1, in any of the rows.
    const wrong = spoilt({
      [`${r}.total.naturalPerson`]: 1,
      [`${r}.total.total`]: 1,
      [`${a}.received.naturalPerson`]: 1,
      [`${a}.received.total`]: 1,
    });
    const report = parseReport(wrong);
    const before = sumFindings(checkReport({ report, text: wrong }, {}));
    const after = sumFindings(analyze(wrong).findings);
    assert.deepEqual(
      after.map(({ rule, span }) => [rule, span]),
      before.map(({ rule, span }) => [rule, span]),
    );
    const [first] = after;
    assert.match(first?.message ?? '', /种改法同样可能，不能断定是哪一格$/);
    // All of them are listed, and the first few can be taken.
    const count = Number(/(\d+) 种改法/.exec(first?.message ?? '')?.[1]);
    const places = first?.related.filter(({ message }) => /，或应为 \d+$/.test(message)) ?? [];
    assert.equal(places.length, 2 * count);
    assert.equal(first?.repairs.length, Math.min(5, count));
    assert.ok(first.repairs.every(({ confidence }) => confidence === 'possible'));
  });

  it('use the rules that are on', () => {
    const wrong = spoilt({ [`${r}.granted.naturalPerson`]: 30 });
    const { findings } = analyze(wrong, { rules: { 'row-total': 'off', 'results-total': 'warning' } });
    const [finding, ...others] = sumFindings(findings);
    assert.deepEqual(others, []);
    assert.deepEqual([finding?.rule, finding?.severity], ['results-total', 'warning']);
    assert.deepEqual(finding?.cells, [`${r}.granted.naturalPerson`]);
    const off = { 'row-total': 'off', 'results-total': 'off' } as const;
    assert.deepEqual(sumFindings(analyze(wrong, { rules: off }).findings), []);
  });

  it('keep those of the totals beside them for who wants all', () => {
    const cell = `${r}.granted.naturalPerson`;
    const wrong = spoilt({ [cell]: 30, 'disputes.reconsideration.total': 2 });
    const report = parseReport(wrong);
    const before = sumFindings(checkReport({ report, text: wrong }, {}));
    const [cause, ofDispute, ...more] = sumFindings(analyze(wrong).findings);
    assert.deepEqual(more, []);
    const all = sumFindings(analyze(wrong, { equations: 'all' }).findings);
    assert.deepEqual(
      all.map(({ rule, span }) => [rule, span]).slice(1),
      before.map(({ rule, span }) => [rule, span]),
    );
    // What is told at its total anyway is not told twice.
    assert.deepEqual(all[0], cause);
    assert.deepEqual(all.at(-1), ofDispute);
    for (const [index, each] of all.slice(1, -1).entries()) {
      assert.equal(each.severity, 'information');
      assert.equal(each.message, `${before[index]?.message}；起因疑似在「予以公开」行「自然人」列`);
      assert.deepEqual(each.equations, before[index]?.equations);
      assert.deepEqual(each.related[0]?.span, cause?.span);
      assert.equal(
        applyEdits(wrong, each.repairs[0]?.edits ?? []),
        spoilt({ 'disputes.reconsideration.total': 2 }),
      );
    }
  });

  it('restore nothing where much is lost, and tell of the sum that is wrong', () => {
    const text =
      '三、收到和处理政府信息公开申请情况\n' +
      '一、本年新收政府信息公开申请数量\t7\t1\t0\t0\t0\t0\t9\n' +
      '二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n';
    const [finding, ...others] = sumFindings(analyze(text).findings);
    assert.deepEqual(others, []);
    assert.match(finding?.message ?? '', /^「本年新收」行合计不符：各列之和是 8/);
    for (const { title, edits } of finding?.repairs ?? []) assert.equal(edits.length, 1, title);
  });

  it('keep the style of the digits', () => {
    const path = `${a}.received.naturalPerson`;
    const wrong = spoilt({ [path]: 3000 });
    const span = parseReport(wrong).cells[cellAt(form, path)]?.span ?? { start: 0, end: 0 };
    const printed = wrong.slice(span.start, span.end);
    const full = printed.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const [style, pattern] of [
      [full, /^[０-９]+$/],
      [`3,${printed.slice(1)}`, /^\d{1,3}$/],
    ] as const) {
      const text = wrong.slice(0, span.start) + style + wrong.slice(span.end);
      const [finding] = sumFindings(analyze(text).findings);
      assert.deepEqual(finding?.cells, [path]);
      assert.match(finding.repairs[0]?.edits[0]?.newText ?? '', pattern);
    }
  });

  it('leave at the totals what they cannot explain, and say so', () => {
    const changes: Record<string, number> = { [`${a}.received.naturalPerson`]: 30 };
    // So many figures of other columns are off that no search explains them.
    for (const [index, row] of [
      'stateSecret',
      'prohibitedByLaw',
      'thirdPartyRights',
      'internalAffairs',
    ].entries()) {
      changes[`${r}.refused.${row}.researchInstitution`] = 3 + index;
      changes[`${r}.refused.${row}.other`] = 9 + index * index;
    }
    const wrong = spoilt(changes);
    const found = sumFindings(analyze(wrong).findings);
    const told = new Set(found.flatMap(({ equations }) => equations));
    assert.deepEqual(
      [...told].sort((x, y) => x - y),
      brokenIn(wrong),
    );
    assert.deepEqual(found.find(({ cells }) => cells.length === 1)?.cells, [`${a}.received.naturalPerson`]);
    assert.ok(found.some(({ message }) => /不能断定是哪一格$/.test(message)));
  });
});
