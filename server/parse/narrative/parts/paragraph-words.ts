import type { Figure } from '../../../report/relation';
import type { Span } from '../../../text/span';
import type { Draft } from '../clauses/draft';
import type { Agents } from '../scope/own-or-other-body';
import type { Topic } from '../scope/topic';
import type { Lexeme } from '../words/lexeme';
import { type Prose, spanIn } from '../words/prose';

/** What a clause ends with, among the letters of words. */
export const ends = ',;.:(\n';
/** So many words apart numbers of a sentence still belong together. */
export const farthest = 240;

/** The words of a paragraph as its numbers are looked at: by their places, with what each was found to count. */
export class Stream {
  private readonly drafts: ReadonlyMap<Lexeme, Draft>;

  constructor(
    readonly lexemes: readonly Lexeme[],
    drafts: readonly Draft[],
    private readonly prose: Prose,
    /** The year of the report; undefined where it is not known. */
    readonly year: number | undefined,
    private readonly topics: ReadonlyMap<Lexeme, Topic>,
    private readonly agents: Pick<Agents, 'isOwnScope'>,
  ) {
    this.drafts = new Map(drafts.map((draft) => [draft.lexeme, draft]));
  }

  /** The class of the word at a place; empty where there is none. */
  letter(at: number): string {
    return this.lexemes[at]?.letter ?? '';
  }

  /** What the number at a place was found to count; empty where that is not known. */
  key(at: number): string {
    return this.draft(at)?.key ?? '';
  }

  /** Whether the number at a place is only mentioned beside another: in brackets, or behind 含 or 包括. */
  isAside(at: number): boolean {
    return this.draft(at)?.aside ?? false;
  }

  /** Whether the word at a place says that all is told for which the report is made: 全县 of a county's. */
  isOwnScope(at: number): boolean {
    const words = this.textAt(at);
    return this.letter(at) === '*' && /^[全我本]/u.test(words) && this.agents.isOwnScope(words);
  }

  /** What is spoken of at the percentage at a place; undefined where it is told of another time, body or part. */
  topicAt(at: number): Topic | undefined {
    const lexeme = this.lexemes[at];
    return lexeme && this.topics.get(lexeme);
  }

  /** Whether the words leave no doubt what the number at a place counts. */
  isFirm(at: number): boolean {
    return this.draft(at)?.firm ?? false;
  }

  private draft(at: number): Draft | undefined {
    const lexeme = this.lexemes[at];
    return lexeme && this.drafts.get(lexeme);
  }

  /** An exact number with its unit; undefined for 约, 余 and what is no number. */
  figure(at: number): Figure | undefined {
    const quantity = this.lexemes[at]?.quantity;
    if (!quantity || quantity.low !== quantity.high || quantity.kind === 'other') return undefined;
    const { value, unit, start, digitsEnd } = quantity;
    return { value, unit, span: spanIn(this.prose, start, digitsEnd) };
  }

  /** A number that nothing but its rounding to 万 leaves open, with how much of it that is; undefined for any other. */
  rounded(at: number): { readonly figure: Figure; readonly slack: number } | undefined {
    const quantity = this.lexemes[at]?.quantity;
    const isPlain = quantity?.looseStart === quantity?.start && quantity?.looseEnd === quantity?.digitsEnd;
    if (!quantity || !isPlain || quantity.kind !== 'count') return undefined;
    const { value, unit, start, digitsEnd, low, high } = quantity;
    const figure = { value, unit, span: spanIn(this.prose, start, digitsEnd) };
    return { figure, slack: value > 0 ? (high - low) / value : 0 };
  }

  /** The place of a number that stands before another; -1 where it is too far away. */
  placeOf({ span }: Figure, before: number): number {
    for (let at = before - 1; at >= Math.max(0, before - farthest); at--)
      if (this.letter(at) === 'n' && this.figure(at)?.span.start === span.start) return at;
    return -1;
  }

  /** The exact numbers at some places. */
  figures(places: readonly number[]): Figure[] {
    return places.flatMap((at) => this.figure(at) ?? []);
  }

  /** The place of the last word of a class before another, with none of the barriers between; -1 where there is none. */
  lastBefore(at: number, wanted: string, barriers: string): number {
    for (let index = at - 1; index >= Math.max(0, at - farthest); index--) {
      const letter = this.letter(index);
      if (letter === wanted) return index;
      if (barriers.includes(letter)) return -1;
    }
    return -1;
  }

  /** Where the stretch begins that ends before a place: behind the last of some marks, or as far before as numbers still belong together. */
  beginOf(at: number, marks: string): number {
    let begin = at;
    while (begin > Math.max(0, at - farthest) && !marks.includes(this.letter(begin - 1) || '.')) begin--;
    return begin;
  }

  /** The place of the last word before another that counts one of some things; -1 where there is none. */
  lastCounting(at: number, keys: readonly string[]): number {
    for (let index = at - 1; index >= Math.max(0, at - farthest); index--)
      if (keys.includes(this.key(index))) return index;
    return -1;
  }

  /** The place of a word in the report's text. */
  spanAt(at: number): Span {
    const { start = 0, end = 0 } = this.lexemes[at] ?? {};
    return spanIn(this.prose, start, end);
  }

  /** The place of the digits of the number at a place. */
  spanOf(at: number): Span {
    const { start = 0, digitsEnd = 0 } = this.lexemes[at]?.quantity ?? {};
    return spanIn(this.prose, start, digitsEnd);
  }

  /** A place that is not behind the last word. */
  near(at: number): number {
    return Math.min(at, this.lexemes.length - 1);
  }

  /** The text between two words, words that say nothing with it. */
  between(from: number, to: number): string {
    return this.prose.text.slice(this.lexemes[from]?.end ?? 0, this.lexemes[to]?.start ?? 0);
  }

  /** The text right before a word, of at most so many characters. */
  textBefore(at: number, length: number): string {
    const end = this.lexemes[at]?.start ?? 0;
    return this.prose.text.slice(Math.max(0, end - length), end);
  }

  /** The character right behind a word. */
  textBehind(at: number): string {
    return this.prose.text.charAt(this.lexemes[at]?.end ?? 0);
  }

  /** The text of a word. */
  textAt(at: number): string {
    const lexeme = this.lexemes[at];
    return lexeme ? this.prose.text.slice(lexeme.start, lexeme.end) : '';
  }
}
