import type { Clause } from './clause';
import type { Draft, Scene } from './draft';
import { disputeKinds, type Topic } from './topic';

// What may stand between 未 and what there is none of: verbs, and the cause that is not itself the object.
const totals: Readonly<Record<string, string>> = {
  B: 'reconsiderations',
  L: 'litigations',
  1: 'directLitigations',
  2: 'laterLitigations',
};
const papers: Readonly<Record<string, string>> = { F: 'documents', J: 'regulations' };
const made: Readonly<Record<string, string>> = { i: 'Issued', j: 'Repealed' };
const resultKeys: Readonly<Record<string, string>> = {
  G: 'granted',
  P: 'partiallyGranted',
  Q: 'refused',
  U: 'unable',
  K: 'notProcessed',
};
const decided: Readonly<Record<string, string>> = { W: 'licenses', Y: 'penalties', Z: 'coercions' };

/** Drafts what a clause says there was none of (未收到申请, 没有发生行政复议和行政诉讼), and what was done to the last (均已办结). */
export function draftNone(clause: Clause, topic: Topic, scene: Scene, isForeign: () => boolean): void {
  const { letters, current, lexemes } = clause;
  if (letters.includes('!') || letters.includes('X')) return;
  const at = letters.indexOf('z');
  const add = (keys: readonly string[], kind: Draft['kind'], first: number, firm: boolean): void => {
    if (current[first])
      scene.drafts.push(...keys.flatMap((key) => phraseFrom(lexemes, { key, kind, first, firm })));
  };
  if (at < 0) {
    const found = allOf(letters, topic);
    if (found)
      add(
        found.keys,
        'all',
        letters.indexOf('q'),
        !topic.doubtful && (!found.disputed || (topic.disclosed && !isForeign())),
      );
    return;
  }
  const before = letters.slice(0, at);
  const keys =
    objectsOf(letters.slice(at + 1), topic) ?? (at === letters.length - 1 ? subjectsOf(before) : undefined);
  if (!keys) return;
  // 无行政许可 may speak of the matters it is competent for, 无行政许可决定 does not.
  const isMatter =
    /^[WYZ&]+$/u.test(letters.slice(at + 1)) &&
    !scene.text.slice(lexemes[at]?.start ?? 0, lexemes.at(-1)?.end ?? 0).includes('决定');
  const isNamed = !topic.doubtful && !isMatter;
  const firm = isNamed && isDisclosed(keys, topic) && isFirm(before, clause, scene) && !isForeign();
  add(keys, 'none', /^[x&q]*$/u.test(before) ? at : 0, firm);
}

/** The draft of words that state no number, from one of the lexemes to the clause's end. */
function phraseFrom(
  lexemes: Clause['lexemes'],
  { key, kind, first, firm }: Pick<Draft, 'key' | 'kind' | 'firm'> & { readonly first: number },
): Draft[] {
  const lexeme = lexemes[first];
  const end = lexemes.at(-1)?.end;
  if (!lexeme || end === undefined) return [];
  return [{ key, kind, lexeme, start: lexeme.start, end, firm, sound: firm, tentative: false, aside: false }];
}

/** What there is none of where all was 办结, 由自然人提出, 被维持 or 被纠正; undefined where nothing of that is said. */
function allOf(
  letters: string,
  { letter }: Topic,
): { readonly keys: readonly string[]; readonly disputed: boolean } | undefined {
  if (letter === 'A' && /^[AaRqt&]*q[HqA]*D[aA]*$/u.test(letters))
    return { keys: ['carriedForward'], disputed: false };
  if (letter === 'A' && /^[Aaq]*q[AaRq]*C[Aa]*$/u.test(letters))
    return { keys: ['organizations'], disputed: false };
  const kind = disputeKinds[letter];
  if (kind === undefined || !/^[BL12&SMaH]*q[S]*[ukbIO]M?$/u.test(letters)) return undefined;
  const outcome = /[uI]M?$/u.test(letters) ? 'upheld' : 'corrected';
  return { keys: [`outcome:${kind}:all:${outcome}`], disputed: true };
}

/** Disputes are only those of the table where the paragraph speaks of the disclosure of information. */
const isDisclosed = (keys: readonly string[], { disclosed }: Topic): boolean =>
  disclosed || !keys.some((key) => key.startsWith('outcome') || Object.values(totals).includes(key));

function isFirm(before: string, { lexemes }: Clause, { text, agents }: Scene): boolean {
  if (/[~#wg]/u.test(before)) return false;
  return [...before].every(
    (letter, index) =>
      letter !== 'x' || agents.isOwn(text.slice(lexemes[index]?.start ?? 0, lexemes[index]?.end ?? 0)),
  );
}

/** What the words behind 未 name, as keys; undefined where they name something that no table counts. */
function objectsOf(words: string, topic: Topic): string[] | undefined {
  if (/^[RNHq]*A[Aa]*l?$/u.test(words) || (topic.letter === 'A' && /^[RN]a+$/u.test(words)))
    return ['received'];
  if (/^[Aa]*>?c>?[HDAa]*$/u.test(words)) return words.includes('>') ? ['carriedForward'] : ['carried'];
  if (/^<c[Aa]*$/u.test(words)) return ['carriedOver'];
  const result = topic.letter === 'A' && /^([GPQUK])[DHAa]*$/u.exec(words)?.[1];
  if (result) return [resultKeys[result] ?? ''];
  const disputes = /^[RNHAaSq]*?(?:A&)?([BL12b&k]+)[qSa]*l?$/u.exec(words)?.[1];
  if (disputes && /[BL12b]/u.test(disputes)) return disputed(words, disputes);
  const paper = /^([ij])&?[ij]?((?:[FJ]&?)+)$/u.exec(words);
  if (paper)
    return [...(paper[2] ?? '')].flatMap((each) =>
      papers[each] ? `${papers[each]}${made[paper[1] ?? '']}` : [],
    );
  const acts = /^[MH]*((?:[WYZ]&?)+)M?$/u.exec(words)?.[1];
  if (acts) return [...acts].flatMap((each) => decided[each] ?? []);
  return undefined;
}

function disputed(words: string, objects: string): string[] {
  const nouns = [...objects].filter((letter) => letter in totals);
  // 复议纠错、诉讼败诉: the outcome is what did not happen.
  if (/[bk]/u.test(objects)) {
    const lost = nouns.length > 0 ? nouns : ['L'];
    return lost.map((letter) => `outcome:${disputeKinds[letter]}:corrected`);
  }
  const applications = /^[RNHq]*A&/u.test(words) ? ['received'] : [];
  return [...applications, ...nouns.flatMap((letter) => totals[letter] ?? [])];
}

/** What stands before a closing 无 or 为零: 行政复议、行政诉讼均无. */
function subjectsOf(words: string): string[] | undefined {
  if (/^A[Aa]*$/u.test(words)) return ['received'];
  if (!/^[BL12&]+q?$/u.test(words)) return undefined;
  return [...words].flatMap((letter) => totals[letter] ?? []);
}
