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
  it('offer to change the narrative where it repeats the wrong number', () => {
    const path = `${r}.granted.naturalPerson`;
    const plain = spoilt({ [path]: 30 });
    const said = String(valueOf(parseReport(plain).cells[cellAt(form, path)]));
    const text = plain.replace('\n', `\n本年度向自然人予以公开${said}件。\n`);
    const start = text.indexOf(`${said}件。`);
    const span = { start, end: start + said.length };
    const report = parseReport(text);
    const narrative = [{ sums: [[cellAt(form, path)]], value: Number(said), span }];
    const findings = repairFindings({ report, text }, checkReport({ report, text }, {}), { narrative });
    const [alone, both] = sumFindings(findings)[0]?.repairs ?? [];
    assert.equal(alone?.edits.length, 1);
    assert.match(both?.title ?? '', /，并改正文中的数字$/);
    assert.equal(both?.confidence, 'possible');
    const truth = String(Number(said) - 30);
    assert.match(applyEdits(text, both?.edits ?? []), new RegExp(`予以公开${truth}件`));
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

    it('stand beside what the rule on it finds, which keeps its name', () => {
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
      assert.deepEqual(rulesOn(spoilt(by2(over))).sort(), ['carried-over', 'flow-balance']);
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
    assert.match(finding?.message ?? '', /，与正文所述一致$/);
    assert.ok(finding?.related.some(({ span }) => span.start === blamed.span.start));
  });
});
