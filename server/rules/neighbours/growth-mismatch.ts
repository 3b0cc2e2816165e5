import { percentage } from '../narrative/percentage';
import { rewritten } from '../narrative/rewritten';
import { type Context, rule, type Yield } from '../rule';
import { type Comparison, comparisonsIn, fits, isUnchanged } from './growth';
import { type Pair, pairOf } from './last-year';

export default rule({
  id: 'growth-mismatch',
  family: 'neighbours',
  severity: 'information',
  hard: false,
  summary: '文中与上年相比的数，与上年报告不符',
  summaryEn: 'What the text says in comparison with last year is not what last year’s report gives',
  basis: '各年度的报告内容相同（《条例》第五十条），增减可以算出',
  fixable: true,

  *check(context: Context) {
    const pair = pairOf(context);
    if (!pair) return;
    for (const comparison of comparisonsIn(pair)) {
      const { relation, values } = comparison;
      const { before } = relation;
      if (before ? !values.includes(before.value) : !values.some((value) => fits(relation, value)))
        yield before ? ofBefore(pair, comparison) : ofChange(pair, comparison);
    }
  },
});

/** The text names last year's number, and another one than last year's report. */
function ofBefore(pair: Pair, comparison: Comparison): Yield {
  const { relation, value } = comparison;
  const before = relation.before ?? relation.now;
  const printed = pair.text.slice(before.span.start, before.span.end);
  const newText = rewritten(printed, value);
  return {
    span: before.span,
    message: `文中说上年是 ${printed} ${before.unit}，${pair.year - 1} 年报告的${comparison.name}是 ${value}，请核对`,
    related: comparison.related,
    repairs:
      newText === undefined
        ? []
        : [
            {
              title: `上年的数改为“${newText}”`,
              confidence: 'possible',
              edits: [{ span: before.span, newText }],
            },
          ],
  };
}

/** The text tells by how much a number has changed. */
function ofChange({ year, text }: Pair, { relation, value, name, related }: Comparison): Yield {
  const { now, by, rise, decimals } = relation;
  const difference = now.value - value;
  const size = Math.abs(difference);
  const amount = by.unit === '%' ? percentage.printed(size / value, decimals) : String(size);
  const printed = text.slice(by.span.start, by.span.end);
  const way = difference < 0 ? '减少' : '增加';
  const isLevel = isUnchanged(relation);
  const newText = isLevel ? `比上年${way}${amount}${by.unit}` : amount;
  const title = `改为“${isLevel ? newText : amount + by.unit}”`;
  return {
    span: by.span,
    message:
      `${year - 1} 年报告的${name}是 ${value}，到 ${now.value} ${now.unit}${way} ${amount}${by.unit}，` +
      `文中写的是${isLevel ? `“${printed}”` : `${rise ? '增加' : '减少'} ${printed}${by.unit}`}，请核对`,
    related: [{ span: now.span, message: `${now.value} ${now.unit}` }, ...related],
    // Where the direction is wrong, only the writer knows what was meant.
    repairs:
      !isLevel && rise !== difference > 0
        ? []
        : [{ title, confidence: 'possible', edits: [{ span: by.span, newText }] }],
  };
}
