import { cellAt } from '../../form/form';
import { type Report, valueOf } from '../../report/report';
import { mark, say } from '../../text/say';
import { rule } from '../rule';

/** The law as amended is in force since this year. */
const firstYear = 2024;
const direct = 'disputes.litigation.direct.total';
const refused = 'applications.results.refused.';
/** Showing another way is printed among the refusals and rests on Article 36 (7): over it a suit is direct. */
const shown = 'applications.results.refused.administrativeInquiry.';
const results = 'applications.results.';
/** Over these suits are rare, as the applicant got what was asked for; or they are no result of their own. */
const unopposed = ['applications.results.granted.', 'applications.results.total.'];

export default rule({
  id: 'reconsideration-first',
  family: 'document',
  severity: 'information',
  hard: false,
  isOptional: true,
  summary: '2024 年起，对不予公开不服应当先申请行政复议',
  summaryEn: 'From 2024 a refusal goes to reconsideration before it goes to court',
  basis: mark`《行政复议法》（2023年修订）第二十三条第一款第（四）项；法释〔2025〕8号第一条`,
  fixable: false,

  *check({ report }) {
    if (!report.year || report.year.value < firstYear || report.form.edition !== '2021') return;
    const index = cellAt(report.form, direct);
    const cell = report.cells[index];
    const suits = valueOf(cell);
    if (!cell || !suits) return;
    const refusals = totalOf(report, isRefusal);
    const others = totalOf(report, (path) => !isRefusal(path) && !isUnopposed(path));
    if (refusals === 0 || others > 0) return;
    yield {
      span: cell.span,
      message: say`未经复议直接起诉 ${suits} 件，而本年的答复除予以公开外只有不予公开（${refusals} 件）：2024 年起对不予公开不服的要先申请复议，请核对是否属于复议后起诉，或者由予以公开的答复、往年的答复、未按期答复引起`,
      cells: [direct],
    };
  },
});

/** By Articles 14 to 16 of the Regulations, which are meant by the law (法释〔2025〕8号, Article 1 (2)). */
const isRefusal = (path: string): boolean => path.startsWith(refused) && !path.startsWith(shown);

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
