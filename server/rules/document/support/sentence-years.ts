import type { Report, SectionReading } from '../../../report/report';
import type { Span } from '../../../text/span';
import type { PlannedYear } from './plans';

// The years that sentences speak of. Words are folded and without blanks.

/** A year with the agency behind it, or a comma, is what its sentence speaks of. With a month it tells of something past. */
const opening =
  /(?:^|[.;!?)])(?:[一二三四五六七八九]是)?[在于]?(20\d\d)年度?(?=,|我|本|全[市县区省州镇乡局]|未|共|收取|主动公开)/gu;

/** A year that does not belong. */
export interface StaleYear extends PlannedYear {
  /** Where it stands again, as the end of the same time. */
  readonly again?: number;
}

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
/** Beside a table: what leads to it. */
const leadsToTable = new RegExp(
  `${start}(?:${subject})?(20\\d\\d)年度?(?=(?:(?:政府|政务)?信息公开|行政复议|行政诉讼|依申请公开)[^,.;:《》]{0,20}(?:情况|如下))`,
  'gu',
);
/** The year that a figure is counted over. */
const wholeYear = /(20\d\d)年1月1日起?[至到—-]{1,2}(?:(20\d\d)年)?12月31日(?!的|为)/gu;
/** Both years of a sentence that compares. */
const compared = /今年|本年|本报告期|报告期内|往年|历年|相比|[较与比]20\d\d/u;
/** 2022年也没有, 2022年则分别为: what is told beside the report's own year. */
const isBesideOwn =
  /^20\d\d年度?,?(?:[我本](?:局|镇|乡|县|市|区|委|办|单位|机关|街道))?(?:同期)?(?:也|亦|同样|则|(?:则|各|数量|件数)?(?:分别|依次)[为是])/u;
/** What a report says of the year that it is about before it names its faults. */
const faults = /^[^.;]{0,40}(?:但|仍|还|也)[^.;]{0,10}(?:存在|有)[^.;]{0,16}(?:不足|问题|差距|短板|薄弱)/u;
const mended = /整改|针对|对照|已|今年|本年|上年|去年|年度?报告/u;
/** Up to when a figure is counted. */
const asOf = /截[至止]到?(20\d\d)年(?:年?[底末]|12月(?:31日)?)/gu;
/** The same where a sentence begins with it. */
const countedTo = /(?:^|[.;!?)])截[至止]到?(20\d\d)年(?:年?[底末]|12月(?:31日)?),/gu;
/** What a sentence tells beside a table of another year, and may: comparison, what came over, what was issued and still holds. */
const ofOtherYears =
  /结转|往年|历年|今年|本年|报告期内|相比|[较与比]20\d\d|以来|起施行|继续有效|延续|有效期|届满|失效|废止的|(?:制[发定]|印发|出台|发布|公布|作出|收到|受理|立案|修订)的|(?:印发|出台|发布|公布|颁布|修订|实施|施行)[^,.;]{0,12}(?:《|格式|条例|办法|要点|规划|意见|通知)/u;

/** The years that sentences of a section begin with and that do not belong to the report's. */
export function sentenceYears(words: string, year: number, section: string): StaleYear[] {
  const opened = yearsBy(opening, words, year).filter(({ at, year: stated }) => {
    const sentence = toStop(words, at);
    if (section !== 'problems')
      return (
        isStale(stated, year, section) &&
        !compared.test(sentence.slice(5)) &&
        !isBesideOwn.test(sentence) &&
        !leadsOn(words, at, year)
      );
    // What is told of the year itself further on is held against the year before.
    const isTold = words.slice(at).includes(String(year));
    const hasFaults = stated === year - 1 && !isTold && faults.test(sentence) && !mended.test(sentence);
    return hasFaults || isStale(stated, year, section);
  });
  const counted = section === 'overview' ? [...wholeYears(words, year), ...yearsUpTo(words, year)] : [];
  return [...opened, ...counted].sort((a, b) => a.at - b.at);
}

/** 2023年收到16件。今年上升至22件: whether the sentence behind that at `at` goes on with the report's own year. */
function leadsOn(words: string, at: number, year: number): boolean {
  const next = toStop(words, at + toStop(words, at).length + 1);
  return /^(?:今年|本年)/u.test(next) || next.startsWith(`${year}年`);
}

/** 办结 64 件(含上年结转件): the year's own, whichever year that is. */
const withOver = /\((?:其中)?[包不]?[含括](?:括)?上一?年度?结转[^,.;()]{0,8}\)/gu;

/** A year that is not the report's and over which a figure is counted, from its begin to its end. */
const wholeYears = (words: string, year: number): StaleYear[] =>
  [...words.matchAll(wholeYear)].flatMap(({ 0: found, 1: from = '', 2: end, index: at }): StaleYear[] => {
    const to = end ?? from;
    const sentence = (words.slice(words.lastIndexOf('.', at) + 1, at) + toStop(words, at)).replace(
      withOver,
      '',
    );
    if (from !== to || Number(from) >= year || sentence.includes(String(year))) return [];
    // What the report's figures cover is held against its title.
    if (ofOtherYears.test(sentence) || /期限|[期务]期|合同|有效|统计(?:数据)?的?[时期周区范]/u.test(sentence))
      return [];
    return [{ at, year: Number(from), ...(end === undefined ? {} : { again: at + found.lastIndexOf(end) }) }];
  });

/** The year before, where a sentence counts up to its end and says nothing that leads on to the report's. */
const yearsUpTo = (words: string, year: number): StaleYear[] =>
  yearsBy(countedTo, words, year).filter(({ at, year: stated }) => {
    const sentence = toStop(words, at);
    return stated === year - 1 && !compared.test(sentence.slice(5)) && !ofOtherYears.test(sentence);
  });

/** The years that sentences before and behind a table speak of and that are not the report's. */
export function yearsBesideTable(words: string, year: number): PlannedYear[] {
  const found = [besideTable, leadsToTable, asOf].flatMap((pattern) => yearsBy(pattern, words, year));
  return found
    .filter(({ at, year: stated }) => {
      const from = words.lastIndexOf('.', at) + 1;
      // 本年度（2021年） says which year it takes for its own.
      const sentence = (words.slice(from, at) + toStop(words, at)).replace(/本年度?\(/u, '');
      return (
        isStale(stated, year, 'overview') &&
        !ofOtherYears.test(sentence) &&
        !isBesideOwn.test(toStop(words, at))
      );
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

/** The rest of the sentence at a place. */
export function toStop(words: string, at: number): string {
  // The point of 79.5 is no stop.
  const stop = words.slice(at).search(/(?<!\d)[.]|[.](?!\d)|[。\n]/u);
  return words.slice(at, stop < 0 ? undefined : at + stop);
}
