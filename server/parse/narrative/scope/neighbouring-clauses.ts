import type { Clause } from '../clauses/clauses';
import { withNamed } from './named-before';
import type { Scene } from './scene';

/** A clause that only names what the next is about: a noun of the tables, a row, what became of applications. */
const leading = /^x?t?M?(?:[BL12WYZFJf]|[WYZ](?:&[WYZ]){1,2}|S?r[SM]?[QUK]?a?|[GPQUK]a?|<?c>?a?|pa?)$/u;
/** What says so behind it. */
const told = /^(?:方面|情况|领域|上|的|[两三]项(?:相加|合计)|两者相加)*[,:]$/u;
/** What a clause has that counts or denies what is named before it. */
const counting = /[n$z]/u;
/** What names a thing of its own. */
const own = /[AaBLFJWYZX12GPQUKErCVwgf#h~]/u;
/** 申请人逾期不补正，我局不再处理的有 1 件: the row before its class. */
const row = /^[xaA]{0,2}S?r$/u;
const classed = /^x?D?[QUKED][DMa]{0,2}n$/u;
/** 政府信息公开申请，累计 36 件: the noun before a number that stands alone. */
const alone = /A$/u;
/** So many characters stand between both at the most. */
const longestTold = 8;

/**
 * A clause with the noun of the one before it, where that only names what is told (行政强制方面，全年作出决定 85 件; 以国家秘密为由不予公开的，一件也没有).
 * The clause itself where it has a noun of its own, or the one before it says more.
 */
export function withLead(clause: Clause, before: Clause | undefined, scene: Scene): Clause {
  const { text } = scene;
  if (!before || before.depth !== clause.depth) return clause;
  const named = withNamed(clause, before, scene);
  if (named) return named;
  const isRow = row.test(before.letters) && classed.test(clause.letters);
  const isAlone = clause.letters === 'n' && alone.test(before.letters) && !/[n$hzt]/u.test(before.letters);
  const isLed = leading.test(before.letters) && counting.test(clause.letters) && !own.test(clause.letters);
  if (!isRow && !isAlone && !isLed) return clause;
  const [noun] = before.lexemes.slice(-1);
  const from = noun?.end ?? 0;
  const [mark = ''] = /^[^,:]*[,:]/u.exec(text.slice(from, from + longestTold)) ?? [];
  if (!told.test(mark)) return clause;
  // 加上结转的，共办理 111 件: what is added to what.
  const start = before.lexemes[0]?.start ?? 0;
  if (/[加算]上$|连同$|[包含]括?$/u.test(text.slice(Math.max(0, start - 3), start))) return clause;
  const isCurrent = clause.current[0] ?? true;
  return {
    ...clause,
    letters: before.letters + clause.letters,
    lexemes: [...before.lexemes, ...clause.lexemes],
    current: [...before.lexemes.map(() => isCurrent), ...clause.current],
    summed: clause.summed < 0 ? -1 : clause.summed + before.letters.length,
  };
}

/** A clause with so many, of which nothing is said but perhaps a row. */
const counted = /^t?x?S?r?[Aa]{0,2}n[Aa]{0,2}$/u;
/** What became of them, without a number. */
const outcome = /^q?x?M?([PQUKE])[DMAa]{0,3}$/u;

/** 另有 2 件申请尚在法定期限内，将结转下年度继续办理: so many applications, and what comes of them. */
const waiting = /^x?na{1,3}[^n$hXw~c]*$/u;
/** So many, and nothing of what they are. */
const alike = /^n[Aa]{0,3}$/u;
/** What tells why, and not what was asked for. */
const why = /^(?:事项|件)?[,因由尚仍正目未还截处需到将在均都]/u;
const carried = /^!?c>[HDAa]{0,4}$/u;

/** A clause that counts applications, with the words of the next that they go on into the next year. */
function withCarried(clause: Clause, next: Clause, text: string): Clause {
  const end = /^x?na{1,3}/u.exec(clause.letters)?.[0].length ?? 0;
  const asked = clause.lexemes[end - 1]?.end ?? 0;
  if (!why.test(text.slice(asked, asked + longestTold))) return clause;
  return joined(clause, next, end);
}

/** The first letters of a clause with the words of the next that they go on into the next year. */
function joined(clause: Clause, next: Clause, end: number): Clause {
  const from = next.letters.indexOf('c');
  const both = <T>(own: readonly T[], behind: readonly T[]): T[] => [
    ...own.slice(0, end),
    ...behind.slice(from, from + 2),
  ];
  return {
    ...clause,
    letters: `${clause.letters.slice(0, end)}c>`,
    lexemes: both(clause.lexemes, next.lexemes),
    current: both(clause.current, next.current),
  };
}

/**
 * A clause with what the next says became of so many (对其中的 14 件，依法予以部分公开; 涉及第三方权益的 3 件申请，决定不予公开). The clause itself where the
 * next says no such thing.
 */
export function withOutcome(clause: Clause, next: Clause | undefined, { text }: Scene): Clause {
  if (next?.depth !== clause.depth || !',)'.includes(next.before)) return clause;
  if (next.before === ')' && carried.test(next.letters) && alike.test(clause.letters))
    return joined(clause, next, clause.letters.length);
  if (carried.test(next.letters) && waiting.test(clause.letters)) return withCarried(clause, next, text);
  if (!counted.test(clause.letters)) return clause;
  const at = next.letters.search(/[PQUKE]/u);
  const lexeme = next.lexemes[at];
  if (!lexeme || !outcome.test(next.letters)) return clause;
  return {
    ...clause,
    letters: clause.letters + next.letters.charAt(at),
    lexemes: [...clause.lexemes, lexeme],
    current: [...clause.current, next.current[at] ?? true],
  };
}
