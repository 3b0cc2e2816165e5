import type { Span } from '../../text/span';
import { compact } from '../residue/compact';
import { rule, type Yield } from '../rule';
import { type PlannedYear, plannedYears } from './plans';

// A sentence that begins with a year and the agency, or a comma, speaks of that year. With a month it tells of something past.
const opening =
  /(?:^|[.;!?)])(?:[一二三四五六七八九]是)?(20\d\d)年度?(?=,|我|本|全[市县区省州镇乡局]|未|共|收取|主动公开)/gu;

export default rule({
  id: 'stale-year',
  family: 'document',
  severity: 'information',
  hard: false,
  summary: '句子说的年份不是报告的年度',
  summaryEn: 'A sentence speaks of a year that does not belong',
  basis: '《条例》第四十九条：报告的是上一年度的工作',
  fixable: true,

  *check({ report, text }) {
    const year = report.year?.value;
    if (year === undefined || !report.title) return;
    for (const { id, body } of report.sections) {
      if (id !== 'overview' && id !== 'problems' && id !== 'otherMatters') continue;
      const mayPlan = id !== 'overview';
      if (!hasYear(text.slice(body.start, body.end), mayPlan ? [year + 1] : [year, year + 1])) continue;
      const words = compact(text, body);
      const plans = mayPlan ? plannedYears(words.text).filter((plan) => plan.year <= year) : [];
      for (const plan of plans) {
        yield findingOf(
          words.spanOf(plan.at, 4),
          year + 1,
          `计划说的是 ${plan.year} 年，${year} 年度已经过去`,
        );
      }
      for (const stale of sentenceYears(words.text, year, id)) {
        if (plans.some(({ at }) => at === stale.at)) continue;
        yield findingOf(
          words.spanOf(stale.at, 4),
          year,
          `这一句说的是 ${stale.year} 年，报告的年度是 ${year} 年`,
        );
      }
    }
  },
});

function findingOf(span: Span, right: number, message: string): Yield {
  return {
    span,
    message: `${message}，请核对`,
    repairs: [{ title: `改为“${right}”`, confidence: 'possible', edits: [{ span, newText: String(right) }] }],
  };
}

/** The years that sentences begin with and that do not belong. */
const sentenceYears = (words: string, year: number, section: string): PlannedYear[] =>
  [...words.matchAll(opening)].flatMap((match) => {
    const stated = Number(match[1]);
    const isRight =
      !isStale(stated, year, section) || sentenceAt(words, match.index + 1).includes(String(year));
    return isRight ? [] : [{ at: match.index + match[0].indexOf(match[1] ?? ''), year: stated }];
  });

/** Whether any year but these is named at all. */
const hasYear = (words: string, but: readonly number[]): boolean =>
  [...words.matchAll(/20\d\d|２０/gu)].some(([found]) => !but.includes(Number(found)));

/** Plans speak of the next year, comparisons of the last; the rest of the sentence tells them from what was left over. */
const isStale = (stated: number, year: number, section: string): boolean =>
  section === 'problems' ? stated < year - 1 || stated > year + 2 : stated < year || stated > year + 1;

const sentenceAt = (words: string, from: number): string => {
  const stop = words.slice(from).search(/[.。\n]/u);
  return stop < 0 ? words.slice(from) : words.slice(from, from + stop);
};
