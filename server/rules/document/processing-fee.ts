import { cellAt } from '../../form/form';
import { type SectionReading, sectionReading, valueOf } from '../../report/report';
import { mark, say } from '../../text/say';
import { isUnwritten } from '../drafting';
import { firstLine } from '../place';
import { compact } from '../residue/support/compact';
import { type Context, rule, type Yield } from '../rule';
import { contradictedFee } from './support/processing-fees';

const fee = /处理费|收费|费用|收取/u;
const noNotice =
  /(?:未|没有|无)(?:曾)?(?:发出|发送|开具|送达|作出)(?:任何|过)?(?:政府)?(?:信息公开)?(?:信息处理)?(?:费)?(?:收费|缴费|收取)?通知/u;
/** The fee is charged since 2021-01-01 (国办函〔2020〕109号). */
const firstYear = 2021;

export default rule({
  id: 'processing-fee',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '没有报告信息处理费，或与逾期未缴费、与另一处矛盾',
  summaryEn: 'The information processing fee is not reported, or contradicts the table or itself',
  basis: mark`国办公开办函〔2021〕30号：收取信息处理费情况在第六部分报告；《条例》第四十二条；国办函〔2020〕109号`,
  fixable: false,

  *check(context) {
    const { report } = context;
    if (isUnwritten(context, 'otherMatters')) return;
    const section = sectionReading(report, 'otherMatters');
    if (!section || report.form.edition !== '2021' || (report.year?.value ?? firstYear) < firstYear) return;
    if (!mentionsFee(context, section)) yield unmentioned(context, section);
    yield* contradiction(context);
    yield* contradictedFee(context);
  },
});

/** The fee is looked for in all of the prose: where it stands elsewhere it is reported all the same. */
function mentionsFee({ report, text }: Context, section: SectionReading): boolean {
  const others = report.sections.filter(({ id }) => id === 'overview' || id === 'problems');
  const bodies = [section, ...others].map(({ body }) => body);
  return (
    bodies.some(({ start, end }) => fee.test(text.slice(start, end))) ||
    bodies.some((body) => fee.test(compact(text, body).text))
  );
}

function unmentioned({ text }: Context, section: SectionReading): Yield {
  const first = compact(text, firstLine(text, section.body)).text;
  const bare = /^(?:(?:暂|本年度)?无|没有|无?其他需要报告的事项)?[.。]?$/u.test(first);
  return {
    span: section.heading?.span ?? firstLine(text, section.span),
    message: bare
      ? say`第六部分要报告收取信息处理费的情况，只写“无”看不出有没有收；没有收取的也宜写明，请核对`
      : say`第六部分没有报告收取信息处理费的情况；没有收取的也宜写明，请核对`,
  };
}

/** Who was not asked to pay cannot be late in paying. */
function* contradiction({ report, text }: Context): Generator<Yield> {
  const path = 'applications.results.other.overduePayment.total';
  const cell = report.cells[cellAt(report.form, path)];
  const value = valueOf(cell);
  if (!cell || !value) return;
  for (const { id, body } of report.sections) {
    if (id !== 'overview' && id !== 'otherMatters') continue;
    const { text: words, spanOf } = compact(text, body);
    const match = noNotice.exec(words);
    if (!match) continue;
    yield {
      span: spanOf(match.index, match[0].length),
      message: say`文中说没有发出收费通知，表三却有逾期未按收费通知缴费的 ${value} 件，请核对`,
      related: [{ span: cell.span, message: say`逾期不缴费：${value}` }],
      cells: [path],
    };
  }
}
