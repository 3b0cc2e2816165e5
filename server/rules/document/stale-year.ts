import type { Report } from '../../report/report';
import { mark, say } from '../../text/say';
import type { Span } from '../../text/span';
import { compact } from '../residue/support/compact';
import { type Context, rule, type Yield } from '../rule';
import { carriedYears } from './support/carried-years';
import { isOfItsYear } from './support/own-year';
import { plannedYears } from './support/plans';
import { proseBeside, sentenceYears, toStop, yearsBesideTable } from './support/sentence-years';

export default rule({
  id: 'stale-year',
  family: 'document',
  severity: 'information',
  hard: false,
  summary: '句子说的年份不是报告的年度',
  summaryEn: 'A sentence speaks of a year that does not belong',
  basis: mark`《条例》第四十九条：报告的是上一年度的工作`,
  fixable: true,

  *check(context) {
    const { report } = context;
    const year = report.year?.value;
    if (year === undefined || !report.title) return;
    for (const section of report.sections) {
      const { id } = section;
      for (const { span, message } of carriedYears(report.shown, section.body, year))
        yield findingOf(span, year + 1, message);
      if (id === 'overview' || id === 'problems' || id === 'otherMatters')
        yield* inText(context, section.body, id, year);
      else for (const prose of proseBeside(report, section)) yield* besideTable(report, prose, year);
    }
  },
});

function* inText(context: Context, body: Span, id: string, year: number): Generator<Yield> {
  const { shown } = context.report;
  const mayPlan = id !== 'overview';
  if (!hasYear(shown.slice(body.start, body.end), mayPlan ? [year + 1] : [year, year + 1])) return;
  const words = compact(shown, body);
  const plans = mayPlan ? plannedYears(words.text).filter((plan) => plan.year <= year) : [];
  for (const plan of plans) {
    yield findingOf(
      words.spanOf(plan.at, 4),
      year + 1,
      say`计划说的是 ${plan.year} 年，${year} 年度已经过去，请核对`,
    );
  }
  for (const stale of sentenceYears(words.text, year, id)) {
    const isPlan = plans.some(({ at }) => at === stale.at);
    if (isPlan || isOfItsYear(context, words.spanOf(stale.at, toStop(words.text, stale.at).length))) continue;
    const places = [stale.at, ...(stale.again === undefined ? [] : [stale.again])];
    const [span, ...more] = places.map((at) => words.spanOf(at, 4));
    if (span) yield findingOf(span, year, told(stale.year, year), more);
  }
}

function* besideTable({ shown }: Report, prose: Span, year: number): Generator<Yield> {
  if (!hasYear(shown.slice(prose.start, prose.end), [year, year + 1])) return;
  const words = compact(shown, prose);
  for (const stale of yearsBesideTable(words.text, year))
    yield findingOf(words.spanOf(stale.at, 4), year, told(stale.year, year));
}

const told = (stated: number, year: number): string =>
  say`这一句说的是 ${stated} 年，报告的年度是 ${year} 年，请核对`;

function findingOf(span: Span, right: number, message: string, more: readonly Span[] = []): Yield {
  const edits = [span, ...more].map((each) => ({ span: each, newText: String(right) }));
  return {
    span,
    message,
    repairs: [{ title: say`改为“${right}”`, confidence: 'possible', edits }],
  };
}

/** Whether any year but these is named at all. */
const hasYear = (words: string, but: readonly number[]): boolean =>
  [...words.matchAll(/20\d\d|２０/gu)].some(([found]) => !but.includes(Number(found)));
