import assert from 'node:assert/strict';
import type { Figures } from '../../../bench/support/plant';
import { analyze } from '../../../server/analysis';
import { edition2021 as form } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { repairFindings } from '../../../server/repair/findings';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { valueOf } from '../../../server/report/report';
import { checkReport } from '../../../server/rules/check';
import { balancedFacts } from '../support/facts';
import { written } from '../support/written';
import { brokenIn, clean, spoilt, sumFindings } from './spoilt';

const r = 'applications.results';
const a = 'applications';

describe('causes with evidence from elsewhere', () => {
  it('change the narrative along where it repeats the wrong number', () => {
    const path = `${r}.granted.total`;
    const plain = spoilt({ [path]: 30 });
    const said = Number(valueOf(parseReport(plain).cells[cellAt(form, path)]));
    const told = `本年度政府信息公开申请予以公开${said}件，占`;
    const share = (of: number): string => ((100 * of) / 1000).toFixed(1);
    const text = plain.replace('\n', `\n本年度办结政府信息公开申请1000件。${told}${share(said)}%。\n`);
    const [repair, ...others] = sumFindings(analyze(text).findings)[0]?.repairs ?? [];
    assert.deepEqual(others, []);
    assert.match(repair?.title ?? '', /，并改正文中的数字/);
    const truth = said - 30;
    assert.match(applyEdits(text, repair?.edits ?? []), new RegExp(`予以公开${truth}件，占${share(truth)}%`));
  });

  describe("with last year's report at hand", () => {
    const columns = form.tables[1]?.rows[0]?.columns.map(({ id }) => id) ?? [];
    const figures: Figures = balancedFacts(2, 60);
    for (const column of columns) {
      const [over, forward] = [`${a}.carriedOver.${column}`, `${a}.carriedForward.${column}`];
      figures[cellAt(form, forward)] = figures[cellAt(form, over)] ?? null;
    }
    const text = written('gfm', { seed: 2, size: 60, figures });
    const lastYear = { document: 'file:///2022.txt', report: parseReport(text), text };
    const told = (wrong: string): Finding[] => {
      const context = { report: parseReport(wrong), text: wrong };
      const findings = checkReport(context, {});
      return sumFindings(repairFindings({ ...context, neighbours: { lastYear } }, findings));
    };

    it('believe it where part and total may be wrong in any of several rows', () => {
      const wrong = spoilt({ [`${a}.carriedOver.naturalPerson`]: 2, [`${a}.carriedOver.total`]: 2 });
      assert.match(sumFindings(analyze(wrong).findings)[0]?.message ?? '', /都可能|不能断定/);
      const [finding, ...others] = told(wrong);
      assert.deepEqual(others, []);
      assert.deepEqual(finding?.cells, [`${a}.carriedOver.naturalPerson`, `${a}.carriedOver.total`]);
      assert.match(finding.message, /，与上年报告一致$/);
      assert.equal(applyEdits(wrong, finding.repairs[0]?.edits ?? []), clean);
      const there = finding.related.filter(({ document }) => document === lastYear.document);
      assert.deepEqual(
        there.map(({ span }) => text.slice(span.start, span.end)),
        ['naturalPerson', 'total'].map((column) =>
          String(figures[cellAt(form, `${a}.carriedForward.${column}`)]),
        ),
      );
    });

    it('say so where it confirms a figure', () => {
      const cell = `${a}.carriedOver.naturalPerson`;
      const [finding] = told(spoilt({ [cell]: 9 }));
      assert.deepEqual(finding?.cells, [cell]);
      assert.match(finding.message, /：改回后 2 处勾稽关系同时成立，与上年报告一致$/);
    });

    it('are one with what the rule on it finds, which keeps its name', () => {
      const { year } = parseReport(clean);
      const earlier = text.replaceAll(String(year?.value), String((year?.value ?? 0) - 1));
      const neighbours = { lastYear: { ...lastYear, text: earlier, report: parseReport(earlier) } };
      const rulesOn = (wrong: string): string[] =>
        analyze(wrong, { neighbours })
          .findings.map(({ rule }) => rule)
          .filter((rule) => rule === 'carried-over' || rule.endsWith('-total') || rule === 'flow-balance');
      const over = [`${a}.carriedOver.naturalPerson`, `${a}.carriedOver.total`];
      const forward = [`${a}.carriedForward.naturalPerson`, `${a}.carriedForward.total`];
      const by2 = (paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, 2]));
      assert.deepEqual(rulesOn(clean), []);
      assert.deepEqual(rulesOn(spoilt(by2([...over, ...forward]))), ['carried-over']);
      const wrong = spoilt(by2(over));
      assert.deepEqual(rulesOn(wrong), ['carried-over']);
      const merged = analyze(wrong, { neighbours }).findings.find(({ rule }) => rule === 'carried-over');
      assert.match(merged?.message ?? '', /^对照上年公布数：.*；照上年公布数改正后 2 处勾稽关系同时成立$/);
      assert.deepEqual([merged?.severity, merged?.hard], ['error', true]);
      assert.deepEqual(merged?.equations, brokenIn(wrong));
      assert.deepEqual(merged?.cells, over);
      assert.equal(applyEdits(wrong, merged?.repairs[0]?.edits ?? []), clean);
      // The places of last year's report are told once, beside the equations.
      const told = merged?.related.map(({ span, document, message }) => `${document}${span.start}${message}`);
      assert.equal(new Set(told).size, told?.length);
      assert.equal(merged?.related.filter(({ document }) => document !== undefined).length, over.length);
      // Where the equations blame other cells too, both stay.
      const elsewhere = spoilt({ ...by2(over), [`${a}.received.naturalPerson`]: 5 });
      assert.ok(rulesOn(elsewhere).length > 1);
    });

    it('raise nothing because of it', () => {
      // Figures that it contradicts, but that balance.
      const other = spoilt({
        [`${a}.carriedOver.naturalPerson`]: 2,
        [`${a}.carriedOver.total`]: 2,
        [`${a}.carriedForward.naturalPerson`]: 2,
        [`${a}.carriedForward.total`]: 2,
      });
      assert.deepEqual(brokenIn(other), []);
      assert.deepEqual(told(other), sumFindings(analyze(other).findings));
    });
  });

  describe('with a sentence that counts the disputes', () => {
    // Natural figures of a busy office: 30, 10 and 26 cases.
    const disputes = [9, 8, 7, 6, 30, 1, 2, 3, 4, 10, 5, 6, 7, 8, 26];
    const first = cellAt(form, 'disputes.reconsideration.upheld');
    const textOf = (place: number, value: number, sentence: string): string => {
      const figures: Figures = balancedFacts(2, 60);
      for (const [index, figure] of disputes.entries()) figures[first + index] = figure;
      figures[first + place] = value;
      const text = written('tsv', { seed: 2, size: 60, figures });
      return sentence ? text.replace('\n', `\n${sentence}\n`) : text;
    };
    const changesOn = (text: string): readonly string[] => {
      const [finding] = sumFindings(analyze(text).findings);
      return (finding?.repairs ?? []).map(({ edits }) =>
        edits.map(({ cell = '', to }) => `${cell}=${to}`).join(),
      );
    };
    const of = (place: number, value: number): string => `${form.cells[first + place]?.path}=${value}`;
    const parts = [of(10, 6), of(11, 7), of(12, 8), of(13, 8)];

    for (const [sentence, otherwise] of [
      ['行政诉讼案件36件。', 35],
      ['行政复议、行政诉讼案件共66件。', 65],
    ] as const) {
      it(`believe the total that it counts in, and offer all parts: ${sentence}`, () => {
        const text = textOf(13, 7, sentence);
        // Who changes the total all the same has to change the sentence with it.
        assert.deepEqual(changesOn(text), [...parts, `${of(14, 25)},=${otherwise}`]);
        const [finding, ...others] = sumFindings(analyze(text).findings);
        assert.deepEqual(others, []);
        assert.match(finding?.message ?? '', /的 26 与正文所述一致，4 种改法同样可能，不能断定是哪一格$/);
        assert.equal(finding?.related.filter(({ message }) => /，或应为 \d+$/.test(message)).length, 4);
      });
    }

    it('have the total and all parts without it', () => {
      assert.deepEqual(changesOn(textOf(13, 7, '')).toSorted(), [...parts, of(14, 25)].toSorted());
    });

    it('say so where it agrees only once the total is put right', () => {
      const text = textOf(14, 27, '行政复议、行政诉讼案件共66件。');
      const [finding] = sumFindings(analyze(text).findings);
      assert.match(finding?.message ?? '', /；改正后与正文所述一致$/);
      assert.equal(changesOn(text)[0], of(14, 26));
    });
  });

  it('follow the narrative where the table alone leaves too many ways', () => {
    const paths = [
      `${a}.received.naturalPerson`,
      `${a}.received.total`,
      `${r}.total.naturalPerson`,
      `${r}.total.total`,
    ];
    const wrong = spoilt(Object.fromEntries(paths.map((path) => [path, 1])));
    const [plain] = sumFindings(analyze(wrong).findings);
    assert.match(plain?.message ?? '', /不能断定是哪一格$/);
    const truth = (path: string) => valueOf(parseReport(clean).cells[cellAt(form, path)]) ?? 0;
    const said =
      `\n本年度新收政府信息公开申请${truth(`${a}.received.total`)}件，` +
      `办结${truth(`${r}.total.total`)}件。\n`;
    const told = wrong.replace('\n', said);
    const { findings } = analyze(told);
    const [finding, ...others] = sumFindings(findings);
    assert.deepEqual(others, []);
    assert.deepEqual(finding?.cells, paths);
    assert.match(finding.message, /，与正文所述一致；另有 \d+ 种改法也能成立，可能性较小$/);
    assert.ok(finding.repairs.every(({ confidence }) => confidence === 'possible'));
    assert.equal(applyEdits(told, finding.repairs[0]?.edits ?? []), clean.replace('\n', said));
    assert.ok(!findings.some(({ rule }) => rule === 'claim-mismatch'));
  });

  it('drop what the narrative was blamed for where it was right', () => {
    const path = `${a}.carriedForward.total`;
    const truth = valueOf(parseReport(clean).cells[cellAt(form, path)]) ?? 0;
    const wrong = spoilt({ [path]: 20, [`${a}.carriedForward.naturalPerson`]: 20 }).replace(
      '\n',
      `\n本年度收到的申请中，结转下年度继续办理${truth}件。\n`,
    );
    const report = parseReport(wrong);
    const before = checkReport({ report, text: wrong }, {});
    const blamed = before.find(({ rule }) => rule === 'claim-mismatch');
    assert.ok(blamed);
    const { findings } = analyze(wrong);
    assert.ok(!findings.some(({ rule }) => rule === 'claim-mismatch'));
    const [finding] = sumFindings(findings);
    assert.match(finding?.message ?? '', /，与正文所述一致；另有 2 种改法也能成立，可能性较小$/);
    assert.ok(finding?.related.some(({ span }) => span.start === blamed.span.start));
  });
});
