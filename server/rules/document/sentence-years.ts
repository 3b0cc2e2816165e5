import type { Report, SectionReading } from '../../report/report';
import type { Span } from '../../text/span';
import type { PlannedYear } from './plans';

// The years that sentences speak of. Words are folded and without blanks.

/** A year with the agency behind it, or a comma, is what its sentence speaks of. With a month it tells of something past. */
const opening =
  /(?:^|[.;!?)])(?:[一二三四五六七八九]是)?(20\d\d)年度?(?=,|我|本|全[市县区省州镇乡局]|未|共|收取|主动公开)/gu;

const start = '(?:^[|#*_>-]{0,20}|[.;!?)])(?:\\(?[一二三四五六七八九十\\d]{1,2}[).、])?';
/** 我局, 青禾县水务局, 本单位. */
const subject =
  '[^,.;:!?()《》\\d]{0,14}(?:局|镇|乡|街道|办事处|单位|机关|[省市县区州旗]|委|办|厅|院|政府|中心|我们)';
const deed =
  ',|我|本|全[市县区省州镇乡局]|[未无没共均累新]|总计|合计|主动公开|公开|发布|公布|制[发定]|印发|作出|办[理结]|收[到取]|受理|处理|实施|审批|核发|征收|现行|规章|(?:行政)?(?:规范性文件|许可|处罚|强制|事业性收费)';
/** Beside a table, whose figures are the year's: the agency may stand before the year as well. */
const besideTable = new RegExp(
  `${start}(?:${subject})?(?:[在于]|本年度?\\()?(20\\d\\d)年度?(?:内|全年|期间)?\\)?(?=${deed})`,
  'gu',
);
/** Up to when a figure is counted. */
const asOf = /截[至止]到?(20\d\d)年(?:年?[底末]|12月(?:31日)?)/gu;
/** What a sentence tells beside a table of another year, and may: comparison, what came over, what was issued and still holds. */
const ofOtherYears =
  /结转|往年|历年|今年|本年|相比|[较与比]20\d\d|以来|起施行|继续有效|延续|有效期|届满|失效|废止的|(?:制[发定]|印发|出台|发布|公布|作出|收到|受理|立案|修订)的|(?:印发|出台|发布|公布|颁布|修订|实施|施行)[^,.;]{0,12}(?:《|格式|条例|办法|要点|规划|意见|通知)/u;

/** The years that sentences of a section begin with and that do not belong to the report's. */
export const sentenceYears = (words: string, year: number, section: string): PlannedYear[] =>
  yearsBy(opening, words, year).filter(({ year: stated }) => isStale(stated, year, section));

/** The years that sentences before and behind a table speak of and that are not the report's. */
export function yearsBesideTable(words: string, year: number): PlannedYear[] {
  const found = [...yearsBy(besideTable, words, year), ...yearsBy(asOf, words, year)];
  return found
    .filter(({ at, year: stated }) => {
      const from = words.lastIndexOf('.', at) + 1;
      // 本年度（2021年） says which year it takes for its own.
      const sentence = (words.slice(from, at) + toStop(words, at)).replace(/本年度?\(/u, '');
      return isStale(stated, year, 'overview') && !ofOtherYears.test(sentence);
    })
    .sort((a, b) => a.at - b.at);
}

/** The text before and behind a table in its section; all of it where no table was found. */
export function proseBeside(report: Report, { id, body }: SectionReading): Span[] {
  const table = report.tables.find((each) => each.id === id);
  if (!table) return [body];
  return [
    { start: body.start, end: Math.min(body.end, table.span.start) },
    { start: Math.max(body.start, table.span.end), end: body.end },
  ].filter(({ start: from, end }) => end > from);
}

const yearsBy = (pattern: RegExp, words: string, year: number): PlannedYear[] =>
  [...words.matchAll(pattern)].flatMap((match) => {
    const at = match.index + match[0].lastIndexOf(match[1] ?? '');
    return toStop(words, at).includes(String(year)) ? [] : [{ at, year: Number(match[1]) }];
  });

/** Plans speak of the next year, comparisons of the last; the rest of the sentence tells them from what was left over. */
const isStale = (stated: number, year: number, section: string): boolean =>
  section === 'problems' ? stated < year - 1 || stated > year + 2 : stated < year || stated > year + 1;

function toStop(words: string, at: number): string {
  const stop = words.slice(at).search(/[.。\n]/u);
  return words.slice(at, stop < 0 ? undefined : at + stop);
}
