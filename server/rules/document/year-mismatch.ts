import { mark, say } from '../../text/say';
import type { Span } from '../../text/span';
import { type Context, rule, type Yield } from '../rule';
import { type DateReading, signatureDate } from './support/dates';
import { periodsOf } from './support/periods';
import { compiledYear, type PeriodReading, type YearReading } from './support/stated';

export default rule({
  id: 'year-mismatch',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '标题、统计期限、落款的年份不一致',
  summaryEn: 'Title, period and signature do not agree on the year',
  basis: mark`《条例》第四十九条：报告的是上一年度的工作`,
  fixable: true,

  *check(context) {
    const { report, text } = context;
    if (!report.year || !report.title) return;
    for (const stated of periodsOf(context)) yield* periodOf(context, stated);
    const compiled = compiledYear(text);
    if (compiled) yield* mismatch(context, compiled, years.compiled);
    const signed = signatureDate(report);
    if (signed && isBeforeEnd(signed, report.year.value)) {
      yield {
        span: signed.span,
        message: say`落款是 ${signed.year}年${signed.month}月，这时 ${report.year.value} 年度还没有结束，请核对`,
        related: [{ span: report.year.span, message: say`报告年度：${report.year.value}` }],
      };
    }
  },
});

type Told = (year: number, right: number) => string;

/** Years of the text that are not the title's, by what they are said of. */
const years = {
  compiled: (year, right) => say`编制的是 ${year} 年，标题是 ${right} 年，请核对`,
  from: (year, right) => say`统计期限从 ${year} 年，标题是 ${right} 年，请核对`,
  to: (year, right) => say`统计期限到 ${year} 年，标题是 ${right} 年，请核对`,
} satisfies Readonly<Record<string, Told>>;

/** Whether a date lies before the last month of a year, when nobody can report on it yet. */
const isBeforeEnd = (date: DateReading, year: number): boolean =>
  date.year < year || (date.year === year && date.month < 12);

function* periodOf(context: Context, { from, to, end }: PeriodReading): Generator<Yield> {
  if (from) yield* mismatch(context, from, years.from);
  if (to) yield* mismatch(context, to, years.to);
  if (end.month === 12 && end.day === 31) return;
  yield {
    span: end.span,
    message: say`统计期限到 ${end.month}月${end.day}日为止，年度报告应到 12月31日，请核对`,
    repairs: [replacement(end.span, '12月31日')],
  };
}

function* mismatch({ report }: Context, { year, span }: YearReading, told: Told): Generator<Yield> {
  if (!report.year || year === report.year.value) return;
  const right = report.year.value;
  yield {
    span,
    message: told(year, right),
    related: [{ span: report.year.span, message: say`报告年度：${right}` }],
    repairs: [replacement(span, String(right))],
  };
}

const replacement = (span: Span, newText: string) =>
  ({ title: say`改为“${newText}”`, confidence: 'possible', edits: [{ span, newText }] }) as const;
