import type { Reading } from '../../../report/report';
import type { Span } from '../../../text/span';
import { compact } from '../../residue/support/compact';

/** A year of the text. */
export interface YearReading {
  readonly year: number;
  readonly span: Span;
}

/** What a text says that its figures cover. */
export interface PeriodReading {
  /** Undefined where only the end is told: 数据截止时间为…. */
  readonly from: YearReading | undefined;
  /** Undefined where the end of the period names no year of its own. */
  readonly to: YearReading | undefined;
  readonly end: { readonly month: number; readonly day: number; readonly span: Span };
}

/** The part of a text in which it says what it covers. */
const head = 3000;
/** So far behind its anchor a statement ends, with all blanks of a page. */
const reach = 160;
const period =
  /统计(?:数据)?(?:的)?(?:期限|时限|时间|周期|期间|区间|截止时间|起止时间)?[^.;]{0,24}?(20\d\d)年?(?:1月1日|01月01日)起?(?:至|到|-|~){1,4}(20\d\d)?年?((\d{1,2})月(\d{1,2})日)/du;
const figures =
  '(?<=^|[,.;:()、])(?:(?:本|该|此)?(?:年度?)?(?:报告|年报)(?:中|的|所|所列|所涉|所载|涉及|包含){0,3})?(?:(?:上述|以上|有关|相关|各项|所有|全部)?(?:统计)?(?:数据|信息|情况)的?)?';
/** 本报告数据的统计期限为 2024 年 1 月 1 日至 12 月 31 日: said of the report's figures and nothing else. */
const named = new RegExp(
  `${figures}统计(?:数据)?的?(?:起止)?(?:期限|时限|时间|周期|期间|区间|时段|范围)(?:范围|段)?[为是自从由:]{0,3}(20\\d\\d)年(?:1月1日|01月01日)起?,?(?:至|到|-|~|—){1,4}(20\\d\\d)?年?((\\d{1,2})月(\\d{1,2})日)`,
  'dgu',
);
/** 本报告反映的是我局 2024 年 1 月 1 日至 12 月 31 日的情况. */
const covered =
  /(?<=^|[,.;:()、])(?:本|该|此)(?:年度?)?(?:报告|年报)(?:反映|涵盖|覆盖|汇总|报告)(?:了|的是|的)?[^,.;:()\d]{0,12}(20\d\d)年(?:1月1日|01月01日)起?(?:至|到|-|~|—){1,4}(20\d\d)?年?((\d{1,2})月(\d{1,2})日)/dgu;
/** 数据截止时间为 2024 年 12 月 31 日. */
const upTo = new RegExp(
  `${figures}(?:统计的?)?(?<=数据的?|统计的?|报告)均?截[至止](?:到|日期|时间)?[为是到至:]{0,2}()(20\\d\\d)年((12)月(?:(31)日|底|末)|年?[底末])(?=$|[,.;:)])`,
  'dgu',
);
/** 上年度报告的统计期限: of another report. */
const ofAnother = /上一?年|去年|往年|历年|此前|调整|原|20\d\d年度?(?:政府信息公开)?(?:工作)?(?:年度)?报告/u;
const own =
  /(?:编制|完成|形成|撰写)(?:了|完成了?)?(?:本|《)[^》.]{0,24}?(20\d\d)年?度?(?:政府信息公开|政务公开)[^》.]{0,8}年?度?报告/du;
/** 现将我县 2024 年度政府信息公开工作情况报告如下. */
const presented =
  /^现(?:将|公布|发布)(?:[我本][^,.;:\d]{1,6}|[^,.;:()《》\d]{2,20})?(20\d\d)年?度?(?:政府信息公开|政务公开)(?:工作)?(?:年度)?(?:情况|报告|工作){1,4}(?:报告|公布|公告|发布|汇报)?(?:如下|$|[.:,])/du;
const byWhom =
  /^本(?:年度?)?报告(?:全文)?[由系](?!.{0,24}(?:会同|共同|联合))([^,.;:、()"《》]{3,30}?(?:人民政府|局|委员会|委|厅|街道办事处))(?:办公室)?(?=依照|按照|按|根据|依据|编制|负责|组织|撰写)/du;

/** The period that the figures cover, as the text first says it; undefined where it does not say it. */
export function statedPeriod(text: string): PeriodReading | undefined {
  const found = near(text, ['统计', '統計'], period);
  return found && periodOf(found);
}

function periodOf({ match, spanAt }: Found): PeriodReading | undefined {
  const year = (group: number): YearReading | undefined => {
    const span = spanAt(group);
    return span && { year: Number(match[group]), span };
  };
  const span = spanAt(3);
  const [month, day] = [match[4] ?? 12, match[5] ?? 31].map(Number) as [number, number];
  return span && { from: year(1), to: year(2), end: { month, day, span } };
}

/** Periods and ends of periods that a stretch of text names as those of the report's figures, wherever in it. */
export function periodsIn(text: string, stretch: Span): PeriodReading[] {
  const { text: words, spanOf } = compact(text, stretch);
  return [named, covered, upTo]
    .flatMap((pattern) => [...words.matchAll(pattern)])
    .flatMap((match): PeriodReading[] => {
      const [before] = /[^.;]{0,40}$/u.exec(words.slice(0, match.index)) ?? [''];
      if (ofAnother.test(before + match[0])) return [];
      const reading = periodOf({ match, spanAt: spansOf(match, spanOf) });
      return reading ? [reading] : [];
    });
}

/** The year of the report that the text says was compiled; undefined where it does not say it. */
export function compiledYear(text: string): YearReading | undefined {
  const found =
    near(text, ['编制', '編制', '撰写', '撰寫', '形成', '完成'], own) ??
    near(text, ['现将', '現將', '现公布'], presented);
  const span = found?.spanAt(1);
  return found && span && { year: Number(found.match[1]), span };
}

/** Who says to have compiled the report (本报告由…编制); undefined where the text does not say it. */
export function compiler(text: string): Reading<string> | undefined {
  const found = near(text, ['本报告', '本報告', '本年度报告', '本年度報告'], byWhom);
  const span = found?.spanAt(1);
  return found && span && { value: found.match[1] ?? '', span };
}

/** Where a pattern was found, with the spans of its groups. */
interface Found {
  readonly match: RegExpExecArray;
  spanAt(group: number): Span | undefined;
}

const spansOf =
  ({ indices }: RegExpExecArray, spanOf: (start: number, length: number) => Span): Found['spanAt'] =>
  (group) => {
    const [from, to] = indices?.[group] ?? [];
    return from === undefined || to === undefined || from === to ? undefined : spanOf(from, to - from);
  };

/** Where a pattern fits the words behind one of the anchors in the first part of the text, with the spans of its groups. */
function near(text: string, anchors: readonly string[], pattern: RegExp): Found | undefined {
  const begin = text.slice(0, head);
  for (const anchor of anchors) {
    for (let at = begin.indexOf(anchor); at >= 0; at = begin.indexOf(anchor, at + 1)) {
      const { text: words, spanOf } = compact(text, { start: at, end: Math.min(text.length, at + reach) });
      const match = pattern.exec(words);
      if (match) return { match, spanAt: spansOf(match, spanOf) };
    }
  }
  return undefined;
}
