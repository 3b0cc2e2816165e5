import type { CellSpec } from '../../../form/form';
import { saysMore } from '../../../report/cell-words';
import type { Confidence, Finding, Repair } from '../../../report/finding';
import { brokenCount, impliedCounts, withCount } from '../../../report/implied';
import { fold } from '../../../text/fold';
import { chineseValue, isCountable } from '../../../text/numerals';
import { say } from '../../../text/say';
import type { Span } from '../../../text/span';
import type { Context } from '../../rule';

/** What stands in a cell and is no count. */
interface Printed {
  readonly words: string;
  readonly span: Span;
}

/**
 * Which count is meant by what stands in a cell, as repairs, and what is to be said of it beside. Where the digits in it say otherwise
 * than the sums, both are named and neither is certain. Words that say more than a number stay: what to make of them is the author's.
 */
export function readingOf(
  context: Context,
  spec: CellSpec,
  { words, span }: Printed,
): Pick<Finding, 'message' | 'repairs'> {
  const { report } = context;
  const isMore = saysMore(words);
  const meant = exactly(meantIn(words));
  const shown = meant ?? /\d[\d,.]*/u.exec(fold(words))?.[0];
  const [implied, ...others] = impliedCounts(report, spec.index);
  const repairTo = (to: number, title: string, confidence: Confidence): Repair => ({
    title,
    confidence,
    edits: [{ span, newText: String(to), cell: spec.path, from: null, to }],
  });
  if (
    implied !== undefined &&
    others.length === 0 &&
    shown !== undefined &&
    String(shown) !== String(implied)
  ) {
    // So long a number is quoted already, and no help twice.
    const isLong = String(shown).length > longestShown;
    const message =
      isLong || isMore
        ? say`；由合计推出是 ${implied}`
        : say`；格里的数字像是 ${shown}，由合计推出却是 ${implied}，请核对`;
    const repairs = isMore ? [] : [repairTo(implied, say`改为 ${implied}（由合计推出）`, 'possible')];
    return { message, repairs };
  }
  if (meant === undefined || isMore) return { message: '', repairs: [] };
  const settled = brokenCount(withCount(report, spec.index, meant), spec.table) === 0;
  // Only equations can tell whether the letter or the sign was meant so; 表二 has none.
  const isUnique = settled && report.form.equationsOf[spec.index]?.length;
  return { message: '', repairs: [repairTo(meant, say`改为 ${meant}`, isUnique ? 'unique' : 'possible')] };
}

/** No figure of a report is longer. */
const longestShown = 15;

/** Undefined for a number that is too large to be one of a report. */
const exactly = (number: number | undefined): number | undefined =>
  number !== undefined && isCountable(number) ? number : undefined;

/** The one count that may be meant: by letters like digits, Chinese numerals, or digits among signs; undefined where there are two. */
function meantIn(words: string): number | undefined {
  const text = fold(words).replace(/[\0 ]/gu, '');
  const digits = text.replace(/[OoQ〇]/gu, '0').replace(/[Il|]/gu, '1');
  if (/^-*\d+$/u.test(digits)) return Number(digits.replace(/^-+/u, ''));
  const spelt = /^([零一二两三四五六七八九十百千]+)[件个条]?$/u.exec(text)?.[1];
  if (spelt) return chineseValue(spelt);
  const [count, ...others] = text.match(/\d+(?:,\d{3})*(?:\.\d+)?/gu) ?? [];
  return count && others.length === 0 && !count.includes('.') ? Number(count.replaceAll(',', '')) : undefined;
}
