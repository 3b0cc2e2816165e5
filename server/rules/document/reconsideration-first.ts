import { cellAt } from '../../form/form';
import { type Report, valueOf } from '../../report/report';
import { mark, say } from '../../text/say';
import { rule } from '../rule';

/** The law as amended is in force since this year. */
const firstYear = 2024;
const direct = 'disputes.litigation.direct.total';
const refused = 'applications.results.refused.';
const results = 'applications.results.';
/** Nobody sues over these, or they are no result of their own. */
const unopposed = ['applications.results.granted.', 'applications.results.total.'];

export default rule({
  id: 'reconsideration-first',
  family: 'document',
  severity: 'information',
  hard: false,
  isOptional: true,
  summary: '2024 年起，对不予公开不服应当先申请行政复议',
  summaryEn: 'From 2024 a refusal goes to reconsideration before it goes to court',
  basis: mark`《行政复议法》（2023年修订）第二十三条第一款第（四）项`,
  fixable: false,

  *check({ report }) {
    if (!report.year || report.year.value < firstYear || report.form.edition !== '2021') return;
    const index = cellAt(report.form, direct);
    const cell = report.cells[index];
    const suits = valueOf(cell);
    if (!cell || !suits) return;
    const refusals = totalOf(report, (path) => path.startsWith(refused));
    // Whether suits over any other answer need it as well is read in different ways.
    const others = totalOf(report, (path) => !path.startsWith(refused) && !isUnopposed(path));
    if (refusals === 0 || others > 0) return;
    yield {
      span: cell.span,
      message: say`未经复议直接起诉 ${suits} 件，而本年能引起争议的答复只有不予公开（${refusals} 件）：2024 年起对不予公开不服的要先申请复议，请核对是否属于复议后起诉，或者由往年的答复、未按期答复引起`,
      cells: [direct],
    };
  },
});

const isUnopposed = (path: string): boolean => unopposed.some((each) => path.startsWith(each));

/** The sum of the totals of some results. */
function totalOf({ form, cells }: Report, isMeant: (path: string) => boolean): number {
  let sum = 0;
  for (const { index, path } of form.cells) {
    if (path.startsWith(results) && path.endsWith('.total') && isMeant(path))
      sum += valueOf(cells[index]) ?? 0;
  }
  return sum;
}
