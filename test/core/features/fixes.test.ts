import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { type Fix, fixesAt, safeFixes, totalFixes } from '../../../server/features/mending/fixes';
import type { Confidence, Edit, Finding } from '../../../server/report/finding';
import { applyEdits } from '../../../server/report/finding';
import { madeUp } from '../support/made-up';
import { applicationsTable, marked, samples } from './fixtures';

const received = '一、本年新收政府信息公开申请数量';
const granted = '三、本年度办理结果 | （一）予以公开';
const total = '（七）总计';

const editsOf = (fixes: readonly Fix[]): Edit[] => fixes.flatMap(({ repair }) => repair.edits);

/** The text after fixes; throws where these overlap. */
const applied = ({ text }: Analysis, fixes: readonly Fix[]): string => applyEdits(text, editsOf(fixes));

const failing = ({ balances }: Analysis): number =>
  balances.filter(({ difference }) => difference !== 0).length;

/** An analysis with findings made up, to say exactly what is offered. */
function withFindings(text: string, findings: readonly Partial<Finding>[]): Analysis {
  return { ...analyze(text), findings: findings.map((finding) => ({ ...madeUp, ...finding })) };
}

const repairOf = (
  confidence: Confidence,
  ...edits: readonly [start: number, end: number, newText: string][]
) => ({
  title: `改为${edits.map(([, , newText]) => newText).join('、')}`,
  confidence,
  edits: edits.map(([start, end, newText]) => ({ span: { start, end }, newText })),
});

describe('fixes at a place', () => {
  const analysis = withFindings('0123456789', [
    {
      rule: 'first',
      span: { start: 2, end: 4 },
      repairs: [repairOf('unique', [2, 4, 'a']), repairOf('possible', [3, 4, 'b'])],
    },
    { rule: 'second', span: { start: 4, end: 6 }, repairs: [repairOf('possible', [4, 6, 'c'])] },
    { rule: 'third', span: { start: 8, end: 8 }, repairs: [repairOf('safe', [8, 8, 'd'])] },
    { rule: 'fourth', span: { start: 8, end: 9 }, repairs: [] },
  ]);
  const offered = (start: number, end: number) =>
    fixesAt(analysis, { start, end }).map(({ title, isPreferred }) => (isPreferred ? `${title}*` : title));

  it('come from the findings that the place touches, each with its confidence, the sure first ones preferred', () => {
    assert.deepEqual(offered(3, 3), ['改为a（唯一解）*', '改为b（可能之一）']);
    assert.deepEqual(offered(4, 4), ['改为a（唯一解）*', '改为b（可能之一）', '改为c（可能之一）']);
    assert.deepEqual(offered(6, 9), ['改为c（可能之一）', '改为d（安全）*']);
    assert.deepEqual(offered(7, 7), []);
  });

  it('complete a draft wherever its writer may go on, and in no other way', () => {
    const text = '某县档案局2023年政府信息公开工作年度报告\n\n一、总体情况\n今年很忙。\n';
    const draft = analyze(text, { writing: 'changed' });
    const titlesAt = (at: number) => fixesAt(draft, { start: at, end: at }).map(({ title }) => title);
    const complete = ['补上还差的标题和表格（数字先填 0）'];
    for (const place of ['一、', '今年', '。']) assert.deepEqual(titlesAt(text.indexOf(place)), complete);
    assert.deepEqual(titlesAt(text.length), complete);
    assert.deepEqual(titlesAt(0), []);
  });
});

describe('safe fixes', () => {
  it('are the best safe repair of each finding', () => {
    const analysis = withFindings('0123456789', [
      {
        repairs: [
          repairOf('unique', [1, 2, 'x']),
          repairOf('safe', [2, 3, 'a']),
          repairOf('safe', [3, 4, 'b']),
        ],
      },
      { repairs: [repairOf('possible', [5, 6, 'x'])] },
      { repairs: [repairOf('safe', [7, 8, 'c'], [9, 10, 'd'])] },
    ]);
    assert.equal(applied(analysis, safeFixes(analysis)), '01a3456c8d');
  });

  it('do not overlap, and no insertion is made twice', () => {
    const analysis = withFindings('0123456789', [
      { repairs: [repairOf('safe', [2, 5, 'a'])] },
      { repairs: [repairOf('safe', [4, 6, 'b'])] },
      { repairs: [repairOf('safe', [8, 8, '五、'])] },
      { repairs: [repairOf('safe', [8, 8, '五、'])] },
      { repairs: [repairOf('safe', [8, 8, '六、'])] },
    ]);
    assert.equal(applied(analysis, safeFixes(analysis)), '01a567五、六、89');
  });

  for (const { name, text } of samples) {
    it(`change no figure of ${name}, and nothing is left to fix safely`, () => {
      const before = analyze(text);
      const fixes = safeFixes(before);
      const after = analyze(applied(before, fixes));
      assert.deepEqual(after.report.cells.map(valueless), before.report.cells.map(valueless));
      assert.deepEqual(
        safeFixes(after).map(({ title }) => title),
        [],
      );
      assert.ok(after.findings.length <= before.findings.length - fixes.length);
    });
  }
});

const valueless = (cell: Analysis['report']['cells'][number]) => ({ ...cell, span: undefined });

describe('fixes of all totals', () => {
  const cases: readonly [what: string, source: string, numbers: readonly string[]][] = [
    [
      'a wrong total of a row',
      applicationsTable({
        [received]: '8 | 0 | 0 | 0 | 0 | 0 | ⟦9⟧',
        [granted]: '8 | 0 | 0 | 0 | 0 | 0 | 8',
        [total]: '8 | 0 | 0 | 0 | 0 | 0 | 8',
      }),
      ['8'],
    ],
    [
      'totals of two rows that have nothing to do with each other',
      applicationsTable({
        [received]: '8 | 0 | 0 | 0 | 0 | 1 | ⟦8⟧',
        [granted]: '8 | 0 | 0 | 0 | 0 | 1 | 9',
        [total]: '8 | 0 | 0 | 0 | 0 | 1 | ⟦10⟧',
      }),
      ['9', '9'],
    ],
    [
      'a wrong part, once for all equations that it breaks',
      applicationsTable({
        [received]: '8 | 0 | 0 | 0 | 0 | 1 | 9',
        [granted]: '⟦3⟧ | 0 | 0 | 0 | 0 | 1 | 9',
        [total]: '8 | 0 | 0 | 0 | 0 | 1 | 9',
      }),
      ['8'],
    ],
    ['nothing where all is well', applicationsTable({}), []],
  ];
  for (const [what, source, numbers] of cases) {
    it(`mend ${what}`, () => {
      const { analysis, spans } = marked(source);
      const edits = editsOf(totalFixes(analysis));
      assert.deepEqual(
        edits.map(({ span }) => span).sort((a, b) => a.start - b.start),
        spans,
      );
      assert.deepEqual(
        edits.map(({ newText }) => newText),
        numbers,
      );
      assert.equal(failing(analyze(applyEdits(analysis.text, edits))), 0);
    });
  }

  it('pass over a repair that would break what one before it mended', () => {
    const { text, spans } = marked(
      applicationsTable({
        [received]: '8 | 0 | 0 | 0 | 0 | 0 | ⟦9⟧',
        [granted]: '8 | 0 | 0 | 0 | 0 | 0 | 8',
        [total]: '8 | 0 | 0 | 0 | 0 | 0 | ⟦8⟧',
      }),
    );
    const { report } = analyze(text);
    const [first, second] = spans;
    assert.ok(first && second);
    const indexOf = (rule: string, name: string) =>
      report.form.equations.find((each) => each.rule === rule && each.name === name)?.index ?? assert.fail();
    const set = (span: Edit['span'], cell: string, to: number) => ({
      title: cell,
      confidence: 'possible' as const,
      edits: [{ span, newText: String(to), cell, from: null, to }],
    });
    const toEight = set(first, 'applications.received.total', 8);
    const toNine = set(second, 'applications.results.total.total', 9);
    const analysis = withFindings(text, [
      { equations: [indexOf('row-total', '「本年新收」行')], repairs: [toEight] },
      { equations: [indexOf('flow-balance', '「总计」列')], repairs: [toNine] },
    ]);
    assert.deepEqual(
      totalFixes(analysis).map(({ repair }) => repair.title),
      ['applications.received.total'],
    );
    const reversed = withFindings(text, [
      { equations: [indexOf('flow-balance', '「总计」列')], repairs: [toNine, toEight] },
      { equations: [indexOf('row-total', '「本年新收」行')], repairs: [toEight] },
    ]);
    assert.deepEqual(
      totalFixes(reversed).map(({ repair }) => repair.title),
      ['applications.received.total'],
    );
  });

  for (const { name, text } of samples) {
    it(`leave in ${name} no equation that fails and could be mended`, () => {
      const before = analyze(text);
      const after = analyze(applied(before, totalFixes(before)));
      const mendable = before.findings.filter(
        ({ equations, repairs }) => equations.length > 0 && repairs.length > 0,
      );
      assert.ok(
        mendable.length === 0 ? failing(after) === failing(before) : failing(after) < failing(before),
      );
      assert.deepEqual(
        totalFixes(after).map(({ title }) => title),
        [],
      );
    });
  }
});
