import type { PartsRelation } from '../../report/relation';
import { mark, said, say } from '../../text/say';
import { rule, type Yield } from '../rule';
import { blamed, culpritOf } from './support/culprit';
import { type NamedItems, namedItems } from './support/named-items';
import { partRepairs } from './support/part-repairs';
import { isOff, sumOfParts } from './support/parts';
import { agreementAt, isTold } from './support/told-parts';

export default rule({
  id: 'parts-mismatch',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '“其中”各项之和与总数不一致',
  summaryEn: 'The parts that a sentence lists do not add up to its total',
  basis: mark`文字自身的数应当相合`,
  fixable: true,

  *check(context) {
    const { report } = context;
    for (const items of namedItems(context)) yield itemsOff(items);
    for (const relation of report.relations) {
      if (relation.kind !== 'parts' || isTold(report, relation)) continue;
      const culprit = culpritOf(report, relation);
      if (culprit) yield blamed(report.shown, relation, culprit);
      if (culprit || !isOff(relation)) continue;
      const { whole, parts } = relation;
      if (agreementAt(report, whole.span) === 'agrees' && parts.length > 1) {
        yield { ...partsOff(relation), repairs: partRepairs(report, relation) };
        continue;
      }
      const sum = sumOfParts(relation);
      const list = parts.map(({ value }) => value).join('＋');
      yield {
        span: whole.span,
        message:
          parts.length === 1
            ? say`“其中”的 ${sum} ${said(whole.unit)}多于总数 ${whole.value} ${said(whole.unit)}，请核对`
            : say`文中列出的各项合计 ${list}＝${sum} ${said(whole.unit)}，与总数 ${whole.value} ${said(whole.unit)}不一致，请核对`,
        related: parts.map(({ span, value, unit }) => ({ span, message: say`其中 ${value} ${unit}` })),
        repairs: partRepairs(report, relation),
      };
    }
  },
});

/** The table confirms the total: then the list is what has to be looked at. */
function partsOff(relation: PartsRelation): Yield {
  const { whole, parts } = relation;
  const list = parts.map(({ value }) => value).join('＋');
  const [first = whole] = parts;
  return {
    span: { start: first.span.start, end: (parts.at(-1) ?? first).span.end },
    message: say`文中列出的各项合计 ${list}＝${sumOfParts(relation)} ${whole.unit}，总数 ${whole.value} ${whole.unit}与表格一致，请核对各项`,
    related: [{ span: whole.span, message: say`总数 ${whole.value} ${whole.unit}` }],
  };
}

const itemsOff = ({ span, printed, unit, named, newText }: NamedItems): Yield => ({
  span,
  message: say`文中说的是“${printed}”${unit === '类' ? unit : `个${unit}`}，列出的是 ${named} 项，请核对`,
  repairs: [{ title: say`“${printed}”改为“${newText}”`, confidence: 'possible', edits: [{ span, newText }] }],
});
