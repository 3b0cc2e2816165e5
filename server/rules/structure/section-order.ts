import { mark, say } from '../../text/say';
import { ordinal } from '../named';
import { rule } from '../rule';
import { type Headed, headed } from './support/headings';

export default rule({
  id: 'section-order',
  family: 'structure',
  severity: 'warning',
  hard: false,
  summary: '各部分的先后与格式不同',
  summaryEn: 'The sections stand in another order than the form’s',
  basis: mark`国办公开办函〔2021〕30号的格式`,
  fixable: false,

  *check({ report }) {
    const found = headed(report);
    if (found.every(({ section }, at) => section.number > (found[at - 1]?.section.number ?? 0))) return;
    const inOrder = longestRun(found);
    for (const each of found) {
      if (inOrder.has(each)) continue;
      const { section, heading } = each;
      yield {
        span: heading.span,
        message: say`「${section.heading}」的位置与格式不同：它是${ordinal(section.number)}部分，请核对顺序`,
      };
    }
  },
});

/** The largest choice of sections that stand in the form's order: the others are the ones out of place. */
function longestRun(found: readonly Headed[]): ReadonlySet<Headed> {
  const best: Headed[][] = [];
  for (const [at, each] of found.entries()) {
    const before = best.filter((_, index) => (found[index]?.section.number ?? 0) < each.section.number);
    const longest = before.reduce<Headed[]>((a, b) => (b.length > a.length ? b : a), []);
    best[at] = [...longest, each];
  }
  return new Set(best.reduce<Headed[]>((a, b) => (b.length > a.length ? b : a), []));
}
