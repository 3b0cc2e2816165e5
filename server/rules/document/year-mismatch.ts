import type { Span } from '../../text/span';
import { type Context, rule, type Yield } from '../rule';
import { type DateReading, signatureDate } from './support/dates';
import {
  compiledYear,
  type PeriodReading,
  periodsIn,
  statedPeriod,
  type YearReading,
} from './support/stated';

export default rule({
  id: 'year-mismatch',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '标题、统计期限、落款的年份不一致',
  summaryEn: 'Title, period and signature do not agree on the year',
  basis: '《条例》第四十九条：报告的是上一年度的工作',
  fixable: true,

  *check(context) {
    const { report, text } = context;
    if (!report.year || !report.title) return;
    for (const stated of periodsOf(context)) yield* periodOf(context, stated);
    const compiled = compiledYear(text);
    if (compiled) yield* mismatch(context, compiled, '编制的是');
    const signed = signatureDate(report);
    if (signed && isBeforeEnd(signed, report.year.value)) {
      yield {
        span: signed.span,
        message: `落款是 ${signed.year}年${signed.month}月，这时 ${report.year.value} 年度还没有结束，请核对`,
        related: [{ span: report.year.span, message: `报告年度：${report.year.value}` }],
      };
    }
  },
});

/** The period as it is told first, and wherever else the report names it; beside the tables another rule looks at years. */
function periodsOf({ report, text }: Context): PeriodReading[] {
  const [from, to] = [report.title?.span.end ?? 0, report.sections[0]?.span.start ?? 0];
  const stretches = [
    ...(to > from ? [{ start: from, end: to }] : []),
    ...report.sections.filter(({ id }) => prosaic.has(id)).map(({ body }) => body),
  ];
  const first = statedPeriod(text);
  const all = [...(first ? [first] : []), ...stretches.flatMap((stretch) => periodsIn(text, stretch))];
  return [...new Map(all.map((each) => [each.end.span.start, each])).values()];
}

const prosaic = new Set(['overview', 'problems', 'otherMatters']);

/** Whether a date lies before the last month of a year, when nobody can report on it yet. */
const isBeforeEnd = (date: DateReading, year: number): boolean =>
  date.year < year || (date.year === year && date.month < 12);

function* periodOf(context: Context, { from, to, end }: PeriodReading): Generator<Yield> {
  if (from) yield* mismatch(context, from, '统计期限从');
  if (to) yield* mismatch(context, to, '统计期限到');
  if (end.month === 12 && end.day === 31) return;
  yield {
    span: end.span,
    message: `统计期限到 ${end.month}月${end.day}日为止，年度报告应到 12月31日，请核对`,
    repairs: [replacement(end.span, '12月31日')],
  };
}

function* mismatch({ report }: Context, { year, span }: YearReading, what: string): Generator<Yield> {
  if (!report.year || year === report.year.value) return;
  const right = report.year.value;
  yield {
    span,
    message: `${what} ${year} 年，标题是 ${right} 年，请核对`,
    related: [{ span: report.year.span, message: `报告年度：${right}` }],
    repairs: [replacement(span, String(right))],
  };
}

const replacement = (span: Span, newText: string) =>
  ({ title: `改为“${newText}”`, confidence: 'possible', edits: [{ span, newText }] }) as const;
