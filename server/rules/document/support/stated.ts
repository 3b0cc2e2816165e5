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
  readonly from: YearReading;
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
const own =
  /(?:编制|完成|形成|撰写)(?:了|完成了?)?(?:本|《)[^》.]{0,24}?(20\d\d)年?度?(?:政府信息公开|政务公开)[^》.]{0,8}年?度?报告/du;
const byWhom =
  /^本(?:年度?)?报告(?:全文)?[由系](?!.{0,24}(?:会同|共同|联合))([^,.;:、()"《》]{3,30}?(?:人民政府|局|委员会|委|厅|街道办事处))(?:办公室)?(?=依照|按照|按|根据|依据|编制|负责|组织|撰写)/du;

/** The period that the figures cover, as the text says it; undefined where it does not say it. */
export function statedPeriod(text: string): PeriodReading | undefined {
  const found = near(text, ['统计', '統計'], period);
  if (!found) return undefined;
  const { match, spanAt } = found;
  const year = (group: number): YearReading | undefined => {
    const span = spanAt(group);
    return span && { year: Number(match[group]), span };
  };
  const from = year(1);
  const span = spanAt(3);
  return from && span
    ? { from, to: year(2), end: { month: Number(match[4]), day: Number(match[5]), span } }
    : undefined;
}

/** The year of the report that the text says was compiled; undefined where it does not say it. */
export function compiledYear(text: string): YearReading | undefined {
  const found = near(text, ['编制', '編制', '撰写', '撰寫', '形成', '完成'], own);
  const span = found?.spanAt(1);
  return found && span && { year: Number(found.match[1]), span };
}

/** Who says to have compiled the report (本报告由…编制); undefined where the text does not say it. */
export function compiler(text: string): Reading<string> | undefined {
  const found = near(text, ['本报告', '本報告', '本年度报告', '本年度報告'], byWhom);
  const span = found?.spanAt(1);
  return found && span && { value: found.match[1] ?? '', span };
}

/** Where a pattern fits the words behind one of the anchors in the first part of the text, with the spans of its groups. */
function near(
  text: string,
  anchors: readonly string[],
  pattern: RegExp,
): { readonly match: RegExpExecArray; spanAt(group: number): Span | undefined } | undefined {
  const begin = text.slice(0, head);
  for (const anchor of anchors) {
    for (let at = begin.indexOf(anchor); at >= 0; at = begin.indexOf(anchor, at + 1)) {
      const { text: words, spanOf } = compact(text, { start: at, end: Math.min(text.length, at + reach) });
      const match = pattern.exec(words);
      if (!match) continue;
      const spanAt = (group: number): Span | undefined => {
        const [from, to] = match.indices?.[group] ?? [];
        return from === undefined || to === undefined ? undefined : spanOf(from, to - from);
      };
      return { match, spanAt };
    }
  }
  return undefined;
}
