import { fold } from '../text/fold';
import { chineseValue } from '../text/numerals';
import { mark, said } from '../text/say';
import type { Span } from '../text/span';
import type { Finding } from './finding';

/** What makes a comment a note: the words it begins with. */
export const noteMark = '年报核对';

/**
 * A comment in which the clerk says why a finding is none: `<!-- 年报核对 claim-mismatch（8／7）：含上年结转1件 -->`. It silences the
 * soft findings of that rule at its place as long as they speak of the same figures.
 */
export interface Note {
  /** The comment. */
  readonly span: Span;
  /** What goes when the note is taken out: its line where it has one to itself, or the blank before it. */
  readonly extent: Span;
  /** The rule's id as it is written; empty where none is. */
  readonly rule: string;
  /** The numbers for which it was given, as the finding named them; empty where none are written. */
  readonly figures: readonly number[];
  /** Rule and figures. */
  readonly head: Span;
  /** The clerk's words; empty where there are none. */
  readonly reason: string;
  /** The words of the reason; an empty span where they belong. */
  readonly words: Span;
}

/** The numbers that a finding speaks of, in the order of its message; what a note is given for. */
export function figuresOf(finding: Finding, text: string): number[] {
  const printed = text.slice(finding.span.start, finding.span.end).replace(/\s/gu, '');
  const spelt = chinese.test(printed) ? chineseValue(printed) : undefined;
  const [own = ''] = finding.message.split(said(expiryMark));
  return [...(spelt === undefined ? [] : [spelt]), ...numbersIn(own)];
}

/** Stands, told by `said`, in a finding's message before what is said of a note whose figures have changed. */
export const expiryMark = mark`；原说明`;

const chinese = /^[零〇一二两三四五六七八九十百千]{1,9}$/u;

/** The numbers printed in `words`, in their order. */
export const numbersIn = (words: string): number[] =>
  [...fold(words).matchAll(/\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/gu)].map(([found]) =>
    Number(found.replaceAll(',', '')),
  );

/** Rule and figures as a note names them. */
export const headOf = (rule: string, figures: readonly number[]): string =>
  figures.length > 0 ? `${rule}（${figures.join('／')}）` : rule;

/** Says whether two lists of figures are the same. */
export const sameFigures = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((figure, index) => figure === other[index]);
