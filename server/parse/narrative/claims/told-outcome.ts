import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import { isCourt } from '../scope/own-or-other-body';
import type { Scene, Sentence } from '../scope/scene';
import { disputeKinds, isDisputeTotal, type Topic } from '../scope/topic';
import { type All, withoutAgency } from './said-of-all';

/** What a dispute came to, by the words of those who decided. */
const outcomes: Readonly<Record<string, string>> = { u: 'upheld', I: 'won', k: 'corrected', O: 'annulled' };

/** The disputes that the clause before counted, and nothing else (行政诉讼 1 件); undefined where it did not. */
export function countedBefore({ beginnings, from }: Sentence, drafts: readonly Draft[]): Draft | undefined {
  const before = beginnings.at(-2);
  if (before?.letters.replace(/[^n$h]/gu, '') !== 'n') return undefined;
  const own = drafts.slice(from).filter(({ kind }) => kind === 'number');
  const last = own.at(-1);
  const isOwn = last && isDisputeTotal(last.key) && before.lexemes.includes(last.lexeme);
  return isOwn && (last.sound || last.tentative) ? last : undefined;
}

/**
 * The key of what there is none of where a clause tells how the one dispute counted before it ended: 行政诉讼 1 件，判决维持. Undefined where it
 * tells of nothing else, or of some only.
 */
export function outcomeOf(
  whole: Clause,
  { letter }: Topic,
  scene: Scene,
  counted: () => Draft | undefined,
): All | undefined {
  const { letters, lexemes } = withoutAgency(whole, scene);
  const kind = disputeKinds[letter];
  if (kind === undefined) return undefined;
  const [first] = lexemes;
  const isJudged = letters.startsWith('x') && first && isCourt(scene.text.slice(first.start, first.end));
  // 复议后起诉的 1 件判决维持: the one is counted in the same breath.
  const [, own] = /^[BL12]a?n([ukIO])[MDa]?$/u.exec(letters) ?? [];
  const [, behind] = /^[BLMDaS]{0,4}([ukIO])[MDa]?$/u.exec(isJudged ? letters.slice(1) : letters) ?? [];
  const outcome = own ?? behind;
  const { quantity } = own ? (lexemes[letters.indexOf('n')] ?? {}) : (counted()?.lexeme ?? {});
  // Of several it may be told of the one that matters.
  return outcome && quantity?.value === 1
    ? { key: `outcome:${kind}:only:${outcomes[outcome]}:counted:1`, disputed: true }
    : undefined;
}
