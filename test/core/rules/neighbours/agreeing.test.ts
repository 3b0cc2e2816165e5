import assert from 'node:assert/strict';
import { analyze } from '../../../../server/analysis';
import { checkFailed } from '../../../../server/rules/check';
import { at, family, found, pairOf, said } from '../../support/checking';
import { balancedFacts } from '../../support/facts';
import { layouts } from '../../support/layouts';
import { filed } from '../../support/neighbours';

const layoutAt = (index: number): string => layouts[index % layouts.length]?.id ?? 'tsv';

/** Sentences that are true of two years' figures. */
function growth(before: readonly number[], now: readonly number[]): string[] {
  return [
    ['收到政府信息公开申请', 'applications.received.total'],
    ['政府信息公开申请办结', 'applications.results.total.total'],
  ].map(([words, path = '']) => {
    const [was, is] = [before[at(path)] ?? 0, now[at(path)] ?? 0];
    const change = Math.abs(is - was);
    const way = is < was ? ['减少', '下降'] : ['增加', '增长'];
    if (change === 0) return `${words}${is}件，与上年持平。`;
    return was > 0 && (was + is) % 2 === 0
      ? `${words}${is}件，同比${way[1]}${((change / was) * 100).toFixed(1)}%。`
      : `${words}${is}件，比上年${way[0]}${change}件。`;
  });
}

describe('two years that agree', function () {
  // Much is read here; the machine may be busy with other things.
  this.timeout(30_000);

  for (const size of [0, 3, 40, 400, 5000]) {
    it(`are silent, about ${size} applications`, () => {
      for (let seed = 1; seed <= 44; seed++) {
        const pair = pairOf(seed, size);
        const text = pair.own(pair.now, layoutAt(seed), growth(pair.before, pair.now));
        const neighbours = { lastYear: filed(pair.last(pair.before, layoutAt(seed * 5 + 2))) };
        assert.equal(neighbours.lastYear.report.year?.value, pair.year - 1);
        assert.deepEqual(said(found(text, neighbours)), [], `${seed} ${layoutAt(seed)}`);
      }
    });
  }

  it('are silent in every layout beside every other, with the repairs and all', () => {
    for (const [index, { id }] of layouts.entries()) {
      const pair = pairOf(index + 60, 40);
      const neighbours = { lastYear: filed(pair.last(pair.before, layoutAt(index + 1))) };
      const { findings } = analyze(pair.own(pair.now, id), { neighbours });
      assert.deepEqual(said(findings.filter(({ rule }) => isOurs(rule))), [], id);
    }
  });

  const isOurs = (rule: string): boolean => rule === checkFailed || family.some(({ id }) => id === rule);

  it('are held against nothing where the years do not follow each other, or no report is at hand', () => {
    const pair = pairOf(3, 40);
    const text = pair.own();
    const strange = balancedFacts(99, 60);
    const gap = pair.last(strange).replaceAll(/20\d\d/gu, (year) => String(Number(year) - 1));
    assert.notDeepEqual(found(text, { lastYear: filed(pair.last(strange)) }), []);
    assert.deepEqual(found(text, { lastYear: filed(gap) }), []);
    assert.deepEqual(found(text, {}), []);
  });

  it('are looked at without a failure, and at places of the right text, however little of either is there', () => {
    const pair = pairOf(5, 400);
    const [own, last] = [pair.own(), pair.last(balancedFacts(70, 400))];
    for (let cut = 0; cut <= 12; cut++) {
      for (const [text, other] of [
        [own.slice(0, (own.length * cut) / 12), last],
        [own, last.slice(0, (last.length * cut) / 12)],
        [own, own.slice((own.length * cut) / 12)],
      ] as const) {
        // Told to be last year's, whatever it says.
        const year = { value: pair.year - 1, span: { start: 0, end: 0 } };
        const lastYear = { ...filed(other), report: { ...filed(other).report, year } };
        for (const { rule, span, related } of found(text, { lastYear })) {
          assert.notEqual(rule, checkFailed);
          for (const each of [{ span, document: undefined }, ...related]) {
            const { length } = each.document === undefined ? text : other;
            assert.ok(0 <= each.span.start && each.span.start <= each.span.end && each.span.end <= length);
          }
        }
      }
    }
  });
});
