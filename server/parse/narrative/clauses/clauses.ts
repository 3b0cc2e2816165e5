import type { Lexeme } from '../words/lexeme';

/** A clause: words up to a comma or the like, as a string of letters of which each stands for one of `lexemes`. */
export interface Clause {
  readonly letters: string;
  readonly lexemes: readonly Lexeme[];
  /** For each letter whether it speaks of the year of the report. */
  readonly current: readonly boolean[];
  /** The mark before the clause, and how deep in brackets it stands. */
  readonly before: string;
  readonly depth: number;
  /** The words that say that it counts what all below a government did (全县, 各部门); undefined where it does not. */
  readonly scope: Lexeme | undefined;
  /** Where the number stands that is said to be a sum (共计 9 件); -1 where none is. */
  readonly summed: number;
}

const boundaries = ',;:().';
/** So many characters lead from the begin of a stretch of time to its end: 起至. */
const farthestEnd = 2;

/**
 * Follows which year a text speaks of. An explicit date holds to the end of its sentence or the next date; 全年 leads back to the
 * year of the report.
 */
export class PeriodReader {
  private isCurrent = true;
  /** Whether the other year that is spoken of was told by its number. */
  private isDated = false;
  /** Where the words for another time end that were read last. */
  private otherUntil = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly report: {
      readonly year: number | undefined;
      /** Whether 本级 is only a part of what is reported, as it is of a government's. */
      readonly hasLevels: boolean;
    },
  ) {}

  /** A new sentence speaks of the year of the report until it says otherwise, unless it only goes on with 其中. */
  sentence(goesOn: boolean): void {
    this.isDated &&= goesOn;
    if (!goesOn) this.isCurrent = true;
  }

  /** Takes note of a word and answers the letter under which a clause has it; empty where it drops out. */
  read(
    { letter, name, start, end }: Lexeme,
    context: { readonly carried: boolean; readonly compared: boolean; readonly joined: boolean },
  ): string {
    // 2023 年度的报告显示当年…: that year.
    if (name === 'then' && this.isDated) return '';
    if (letter === '@') {
      // 去年全年 is another year.
      if (start !== this.otherUntil) this.isCurrent = true;
      return '';
    }
    if (letter === '|' && !this.report.hasLevels) return '';
    if (letter !== 'date' && !'y<>|'.includes(letter)) return letter;
    // 2019年至2023年: more than the year that ends it.
    const isBeside = start <= this.otherUntil + farthestEnd;
    // 2022年和2023年共收到: both years.
    const isPart = letter === '|' || ((name.endsWith('end') || context.joined) && isBeside);
    const year = isPart ? 'y' : letter === 'date' ? this.yearLetter(name) : letter;
    if (year === '') this.isCurrent = true;
    // 上年结转 belongs to this year; 比上年 is no change of the year that is spoken of.
    const isOther = year === 'y' || (!context.carried && !context.compared);
    if (year !== '' && isOther) {
      this.isCurrent = false;
      this.isDated = letter === 'date';
      this.otherUntil = end;
    }
    return year;
  }

  get current(): boolean {
    return this.isCurrent;
  }

  private yearLetter(name: string): string {
    const [year, month = '', day = '', end] = name.split('-');
    if (year && this.report.year !== undefined) {
      const difference = Number(year) - this.report.year;
      if (difference === -1) return '<';
      if (difference === 1) return '>';
      if (difference !== 0) return 'y';
    }
    return isWhole(month, day, end === 'end') ? '' : 'y';
  }
}

/** Whether a date is a year or one of its ends: any other speaks of a part of it. A month alone is an end only where 至 leads on. */
const isWhole = (month: string, day: string, isEnd: boolean): boolean =>
  (month === '' && day === '') ||
  (month === '1' && (day === '1' || (day === '' && isEnd))) ||
  (month === '12' && (day === '31' || (day === '' && isEnd)));

const noWord = { letter: '' };
const isNumber = ({ letter }: Pick<Lexeme, 'letter'>): boolean => 'n$h'.includes(letter);

/** Gathers clauses; one behind a bracket is of whom that before it tells: 全市13个县（市、区）收到申请. */
function gathering(period: PeriodReader) {
  const clauses: Clause[] = [];
  const scopes: Clause['scope'][] = []; // by depth
  const add = (words: readonly Lexeme[], before: string, depth: number): void => {
    const clause = clauseOf(words, period, before, depth);
    const scope = clause.scope ?? (before === ')' ? scopes[depth] : undefined);
    scopes[depth] = scope;
    clauses.push({ ...clause, scope });
  };
  return { clauses, add };
}

/** Cuts a sentence into clauses. */
export function clausesOf(lexemes: readonly Lexeme[], period: PeriodReader): Clause[] {
  const { clauses, add } = gathering(period);
  let depth = 0;
  let before = '';
  let from = 0;
  // 予以公开(含部分公开)5 件: what a bracket parts from its number, by depth.
  const held: (readonly Lexeme[] | undefined)[] = [];
  for (let at = 0; at <= lexemes.length; at++) {
    const letter = lexemes[at]?.letter;
    if (letter !== undefined && !boundaries.includes(letter)) continue;
    if (at > from) {
      const words = lexemes.slice(from, at);
      // 国家秘密(16 件)、第三方权益(17 件): each with its number behind it.
      const isOfName = letter === ')' && before === '(' && words.length === 1 && words[0]?.letter === 'n';
      const named = isOfName ? lexemes[from - 2] : undefined;
      if (named && 'GPQUKErCV'.includes(named.letter)) {
        add([named, ...words], before, depth);
        depth = Math.max(0, depth - 1);
        held[depth] = undefined;
        [before, from] = [letter ?? '', at + 1];
        continue;
      }
      const isBehind = before === ')' && held[depth] && /[n$]/u.test(words[0]?.letter ?? '');
      add(isBehind ? [...(held[depth] ?? []), ...words] : words, before, depth);
      // 不予公开(国家秘密)5 件, 驳回(结果维持)5 件: of several that are named so the bracket has the one that is counted.
      if (letter === ')' && before === '(' && words.length === 1 && 'ruko'.includes(words[0]?.letter ?? ' '))
        held[depth - 1] = words;
      held[depth] = letter === '(' && !words.some(isNumber) ? words : undefined;
    }
    if (letter === '(') depth++;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    before = letter ?? '';
    from = at + 1;
  }
  return clauses;
}

/** 由 18 件增至 22 件: whether a word is the earlier number, or leads from it to the later one. */
function isEarlier(words: readonly Lexeme[], at: number): boolean {
  const isAmount = (place: number): boolean => 'n$'.includes(words[place]?.letter ?? ' ');
  const to = isAmount(at) ? at + 1 : at;
  const behind = words[to + 1]?.letter === 'date' ? to + 2 : to + 1;
  return words[to]?.name === 'to' && isAmount(to - 1) && isAmount(behind);
}

/** 上年结转 5 件, 结转上年的 5 件, 上年的 5 件结转至本年: tells of a word for a time whether it says from when the number beside it was carried. */
function carriedIn(words: readonly Lexeme[]): (at: number) => boolean {
  /** Behind the last number before each word, the first number from there on, and how many words before it say that something was carried. */
  const from: number[] = [];
  const next: number[] = Array<number>(words.length + 1).fill(words.length);
  const carried = [0];
  for (const [at, { letter }] of words.entries()) {
    from.push(at > 0 && isNumber(words[at - 1] ?? noWord) ? at : (from[at - 1] ?? 0));
    carried.push((carried[at] ?? 0) + (letter === 'c' ? 1 : 0));
  }
  for (let at = words.length - 1; at >= 0; at--)
    next[at] = isNumber(words[at] ?? noWord) ? at : (next[at + 1] ?? words.length);
  const nextFrom = (at: number): number => next[at] ?? words.length;
  return (at) => {
    // The number right behind the year is what was carried.
    const end = nextFrom(at + 1) === at + 1 ? nextFrom(at + 2) : nextFrom(at + 1);
    return (carried[end] ?? 0) > (carried[from[at] ?? 0] ?? 0);
  };
}

function clauseOf(words: readonly Lexeme[], period: PeriodReader, before: string, depth: number): Clause {
  const compared = words.some(({ letter }) => letter === '~');
  const isCarried = carriedIn(words);
  let letters = '';
  const lexemes: Lexeme[] = [];
  const current: boolean[] = [];
  let scope: Lexeme | undefined;
  let summed = -1;
  for (const [at, word] of words.entries()) {
    // 由上年的 18 件增至: the year is that of the number that drops out.
    const isOfEarlier = '<date'.includes(word.letter) && isEarlier(words, at + 1);
    if (isEarlier(words, at) || (isOfEarlier && 'n$'.includes(words[at + 1]?.letter ?? ' '))) continue;
    if (word.letter === '*') scope ??= word;
    if (word.letter === '+') summed = lexemes.length;
    if (word.letter === '*' || word.letter === '+') continue;
    const joined = words[at - 1]?.letter === '&';
    const letter = period.read(word, { carried: isCarried(at), compared, joined });
    if (letter === '' || letter === 'y') continue;
    letters += letter;
    lexemes.push(word);
    current.push(period.current);
  }
  return { letters, lexemes, current, before, depth, scope, summed };
}

/** What stands before a number that a change begins with. */
const origin = /[由从](?:(?:上一?年度?|去年|20\d\d年度?底?|原[来先]|最初|年初)的?)?$/u;
const longestOrigin = 10;

/** 由 30 件变为 41 件: whether a change begins with the number at `at`. */
export function isOrigin({ lexemes }: Clause, at: number, text: string): boolean {
  const { start = 0 } = lexemes[at] ?? {};
  return origin.test(text.slice(Math.max(0, start - longestOrigin), start));
}

const within = /^[件起宗]?(?:[中里]|当中|之中)/u;
/** 在 22 件中, 办结的 49 件里: whether what ends at `end` is what is divided. */
export const isWithin = (text: string, end: number): boolean => within.test(text.slice(end, end + 3));

/** Where the words end that may belong to the number at `at`; in 22 件中审结 19 件 what is behind is told of the next. */
export function phraseEnd({ letters, lexemes }: Clause, at: number, text: string): number {
  const next = letters.slice(at + 1).search(/[n$]/u);
  if (next < 0) return letters.length;
  return isWithin(text, lexemes[at]?.end ?? 0) ? at + 1 : at + 1 + next;
}
