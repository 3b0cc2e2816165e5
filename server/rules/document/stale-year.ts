import { compact } from '../residue/compact';
import { rule } from '../rule';

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
  basis: '《条例》第五十条：报告的是上一年度的工作',
  fixable: true,

  *check({ report, text }) {
    const year = report.year?.value;
    if (year === undefined || !report.title) return;
    for (const { id, body } of report.sections) {
      if (id !== 'overview' && id !== 'problems' && id !== 'otherMatters') continue;
      if (!hasOtherYear(text.slice(body.start, body.end), year)) continue;
      const { text: words, spanOf } = compact(text, body);
      for (const match of words.matchAll(opening)) {
        const stated = Number(match[1]);
        if (!isStale(stated, year, id) || sentenceAt(words, match.index + 1).includes(String(year))) continue;
        const at = match.index + match[0].indexOf(match[1] ?? '');
        const span = spanOf(at, 4);
        yield {
          span,
          message: `这一句说的是 ${stated} 年，报告的年度是 ${year} 年，请核对`,
          repairs: [
            { title: `改为“${year}”`, confidence: 'possible', edits: [{ span, newText: String(year) }] },
          ],
        };
      }
    }
  },
});

/** Whether any year but that of the report and the next is named at all. */
const hasOtherYear = (words: string, year: number): boolean =>
  [...words.matchAll(/20\d\d|２０/gu)].some(
    ([found]) => found !== String(year) && found !== String(year + 1),
  );

/** Plans speak of the next year, comparisons of the last; the rest of the sentence tells them from what was left over. */
const isStale = (stated: number, year: number, section: string): boolean =>
  section === 'problems' ? stated < year - 1 || stated > year + 2 : stated < year || stated > year + 1;

const sentenceAt = (words: string, from: number): string => {
  const stop = words.slice(from).search(/[.。\n]/u);
  return stop < 0 ? words.slice(from) : words.slice(from, from + stop);
};
