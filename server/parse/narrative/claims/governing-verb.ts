import type { Draft } from '../clauses/draft';
import type { Frame } from '../clauses/phrase-patterns';
import { doneWith } from '../quantities/quantity-keys';
import type { Scene, Sentence } from '../scope/scene';

const governable = /^(?:documents|regulations|licenses|penalties|coercions)/u;

/**
 * 作出许可决定 3 件、处罚 5 件: the verb before governs the nouns that follow. Answers what is counted then, and whether that is
 * beyond doubt; `left` are the words since the last number, `matched` those of the frame.
 */
export function governed(
  sentence: Sentence,
  { key, firm }: Frame,
  left: string,
  matched: string,
): { readonly key: string; readonly isGoverned: boolean } {
  if (!governable.test(key)) return { key, isGoverned: firm };
  if (firm) sentence.verb = /[MHDijv]/u.exec(matched)?.[0] ?? '';
  if (firm || sentence.verb === '' || !/^&?[WYZFJ]$/u.test(left)) return { key, isGoverned: firm };
  const done = doneWith[sentence.verb];
  const isPaper = key.endsWith('Issued');
  return {
    key: done && isPaper ? key.replace('Issued', done) : key,
    isGoverned: isPaper === (done !== undefined),
  };
}

/** What is going on for one who says that there was none: other matters that an earlier sentence told of do not matter. */
export function sceneOf(scene: Scene, { beginnings }: Sentence): Scene {
  const isOver = scene.topic.letter === 'X' && !beginnings.some(({ letters }) => letters.includes('X'));
  return isOver ? { ...scene, topic: { ...scene.topic, letter: '' } } : scene;
}

/**
 * Whether what a sentence counted last before its last clause is only a part: what was answered (办结 37 件，均按时办结), or the one number
 * behind 其中, or of what was answered all that it tells.
 */
export function endsInPart({ beginnings, from }: Sentence, drafts: readonly Draft[]): boolean {
  const last = drafts.slice(from).findLast(({ kind, aside }) => kind === 'number' && !aside);
  if (last?.key === 'answered') return true;
  // 上年度遗留 2 件申请，本年度已全部办结.
  const isReceived = drafts.slice(from).some(({ key }) => key === 'received' || key === 'receivedNew');
  if (last?.key === 'carriedOver' && !isReceived) return true;
  const before = beginnings.slice(0, -1).map(({ letters }) => letters);
  // 在全部答复中，予以公开 3 件，均按期办结.
  if (before.some((letters) => /^q?D[Aa]*$/u.test(letters))) return true;
  const listed = before.findLastIndex((letters) => letters.includes('t'));
  return listed >= 0 && before.slice(listed).join('').replace(/[^n]/gu, '').length === 1;
}
