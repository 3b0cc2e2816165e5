import { type Draft, sureDraft } from '../clauses/draft';
import { disputeKinds } from '../scope/topic';
import type { Lexeme } from '../words/lexeme';
import type { Told } from './name-lists';

// What so many disputes came to, divided by their kinds: 尚未审结 4 件，其中复议 3 件、诉讼 1 件; 其他结果 2 件，复议、诉讼各 1 件. The parts are of that
// outcome, not of all disputes.

const outcomes: Readonly<Record<string, string>> = {
  u: 'upheld',
  k: 'corrected',
  o: 'other',
  e: 'other',
  p: 'pending',
  7: 'settled',
};
/** An outcome with its number, what leads to its parts, and these: each with its own number, or both with one. */
const divided = /([ukoep7])[aS]{0,2}n[,:(]?(t?)((?:[BL12]a?n[&,]?){1,4}|(?:B&L|L&B)=n)/gu;
/** The words of the clause before the outcome: of no kind of disputes alone. */
const ofAll = /^(?:[^BL12]*|[^BL12]*(?:B&L|L&B)[^BL12]*)$/u;

/** A clause has no more words. */
const longest = 60;

/** The drafts of the numbers of a sentence that divide an outcome of disputes by their kinds. */
export function outcomesByKind(found: readonly Lexeme[], _: string, { topic }: Told): Draft[] {
  const letters = found.map(({ letter }) => (letter.length === 1 ? letter : 'y')).join('');
  return [...letters.matchAll(divided)].flatMap((match) => {
    const [all, outcome = '', listed = '', parts = ''] = match;
    const before =
      letters
        .slice(Math.max(0, match.index - longest), match.index)
        .split(/[,.;:(]/u)
        .at(-1) ?? '';
    if (!ofAll.test(before)) return [];
    const start = match.index + all.length - parts.length;
    const drafts = partsOf(found.slice(start, start + parts.length), outcomes[outcome] ?? '');
    // Without 其中 other disputes may follow.
    const isSure = topic.disclosed && listed !== '';
    return drafts.map((draft) => ({ ...draft, firm: isSure, sound: isSure }));
  });
}

/** The kinds of disputes with their numbers: 复议 3 件、诉讼 1 件; 复议、诉讼各 1 件. */
function partsOf(words: readonly Lexeme[], outcome: string): Draft[] {
  const numbers = words.filter(({ letter }) => letter === 'n');
  const kinds = words.flatMap(({ letter }) => ('BL12'.includes(letter) ? (disputeKinds[letter] ?? []) : []));
  return kinds.flatMap((kind, index) => {
    const lexeme = numbers[index] ?? numbers.at(-1);
    return lexeme ? [sureDraft('number', `outcome:${kind}:${outcome}`, lexeme)] : [];
  });
}
