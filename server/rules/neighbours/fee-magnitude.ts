import { cellAt } from '../../form/form';
import type { Repair } from '../../report/finding';
import { cellInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { rule } from '../rule';
import { pairOf } from './support/last-year';

const path = 'proactiveDisclosure.administrativeFees';
/** 元 in 万元. */
const factor = 10_000;
/** An amount changes from year to year, but hardly by more than this if it is the same amount in another unit. */
const drift = 2;

export default rule({
  id: 'fee-magnitude',
  family: 'neighbours',
  severity: 'information',
  hard: false,
  summary: '收费金额约为上年的一万倍或万分之一，像是单位填成了元',
  summaryEn: 'The fees are about ten thousand times last year’s, or the reverse, as if one were in yuan',
  basis: mark`表二「行政事业性收费」的单位：万元`,
  fixable: true,

  *check(context) {
    const pair = pairOf(context);
    if (!pair) return;
    const { report, last, year } = pair;
    const index = cellAt(report.form, path);
    const [own, other] = [report.cells[index], last.report.cells[cellAt(last.report.form, path)]];
    if (own?.kind !== 'count' || other?.kind !== 'count' || own.value <= 0 || other.value <= 0) return;
    const isHigher = isTenThousand(own.value / other.value);
    if (!isHigher && !isTenThousand(other.value / own.value)) return;
    yield {
      span: own.span,
      message: isHigher
        ? say`行政事业性收费 ${own.value} 万元，${year - 1} 年是 ${other.value} 万元，请核对本年是否误填为元`
        : say`行政事业性收费 ${own.value} 万元，${year - 1} 年是 ${other.value} 万元，请核对上年是否误填为元`,
      related: [
        {
          document: last.document,
          span: other.span,
          message: say`${year - 1} 年${cellInWords(last.report.form, cellAt(last.report.form, path))}：${other.value}`,
        },
      ],
      cells: [path],
      repairs: isHigher ? [inTenThousands(own)] : [],
    };
  },
});

const isTenThousand = (ratio: number): boolean => ratio >= factor / drift && ratio <= factor * drift;

function inTenThousands({
  value,
  span,
}: {
  readonly value: number;
  readonly span: Repair['edits'][0]['span'];
}) {
  const to = Number((value / factor).toFixed(6));
  return {
    title: say`将 ${value} 元改写为 ${to} 万元`,
    confidence: 'possible' as const,
    edits: [{ span, newText: String(to), cell: path, from: value, to }],
  };
}
