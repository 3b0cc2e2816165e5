import { edition2019, edition2019With2021 } from '../../form/edition-2019';
import { edition2021 } from '../../form/edition-2021';
import type { EditionId, Form, SectionId, TableId } from '../../form/form';
import { fold } from '../../text/fold';
import { hashEnd, hashStart, hashStep, isPunctuation, type Key } from './label-key';

/** What a label of the form stands for. Rows, groups and columns are named by their ids, which the editions share. */
export type Meaning =
  | { readonly kind: 'row' | 'group' | 'column'; readonly table: TableId; readonly id: string }
  | { readonly kind: 'header'; readonly table: TableId }
  | { readonly kind: 'section'; readonly id: SectionId; readonly official: boolean };

/** All forms that can be read: the editions, and the mixture of both that is met. */
export const editions: Readonly<Record<EditionId | 'mixed', Form>> = {
  '2021': edition2021,
  '2019': edition2019,
  mixed: edition2019With2021,
};

/** The characters of a label that count: folded, without blanks and punctuation. */
export function significant(text: string): string {
  let result = '';
  for (const char of fold(text)) if (!isPunctuation(char.charCodeAt(0))) result += char;
  return result;
}

/** The key of a label given as text. */
export function keyOf(label: string): Key {
  let hash = hashStart;
  let length = 0;
  for (const char of significant(label)) {
    hash = hashStep(hash, char.charCodeAt(0));
    length++;
  }
  return hashEnd(hash, length);
}

/** Words that a conversion to Taiwan usage puts for others, as long as these. */
const regional = [
  ['信息', '资讯'],
  ['文件', '档案'],
  ['数据', '资料'],
  ['项目', '专案'],
] as const;

const plainOf: ReadonlyMap<string, string> = new Map(
  regional.map(([plain, converted]) => [converted, plain]),
);
const convertedWords = new RegExp([...plainOf.keys()].join('|'), 'gu');

/** Folded words with those of a conversion to Taiwan usage turned back; as long as before. */
export const plainWords = (words: string): string =>
  words.replace(convertedWords, (word) => plainOf.get(word) ?? word);

/** Whether words are a label of the form, and not the heading of a section. */
export const hasMeaning = (words: string): boolean =>
  meaningsOf(keyOf(words)).some(({ kind }) => kind !== 'section');

/**
 * The labels beside the figures of all editions, as `significant` leaves them, by their first character: not those of columns, nor of
 * rows side by side, which stand above them.
 */
const spelled = new Map<string, string[]>();

const meanings = buildMeanings();

function isBeside(meaning: Meaning): boolean {
  if (meaning.kind === 'section' || meaning.kind === 'column') return false;
  return Object.values(editions).every(
    ({ tables }) => !tables.some(({ id, sideBySide }) => id === meaning.table && sideBySide),
  );
}

/** The labels that begin with the first character of a text. */
export const labelsFrom = (text: string): readonly string[] => spelled.get(text.charAt(0)) ?? [];

/**
 * Whether words, as `significant` leaves them, are a label beside figures, a piece of one (with a number before them its first), or one
 * with less than half of its characters misread.
 */
export function isLikeLabel(words: string, isNumbered: boolean): boolean {
  for (const labels of spelled.values())
    for (const label of labels) {
      if (isNumbered ? label.startsWith(words) : hasPiece(label, words)) return true;
      const longest = Math.max(label.length, words.length);
      if (2 * Math.min(label.length, words.length) > longest && 2 * common(words, label) > longest)
        return true;
    }
  return false;
}

/** Whether a label has a piece from which words differ in one character at the most. */
function hasPiece(label: string, words: string): boolean {
  for (let from = 0; from + words.length <= label.length; from++) {
    let wrong = 0;
    for (let at = 0; at < words.length && wrong < 2; at++) if (words[at] !== label[from + at]) wrong++;
    if (wrong < 2) return true;
  }
  return false;
}

/** How many characters two texts have in common in the same order. */
function common(a: string, b: string): number {
  let before = new Array<number>(b.length + 1).fill(0);
  for (const char of a) {
    const row = [0];
    for (let at = 0; at < b.length; at++)
      row.push(char === b[at] ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0));
    before = row;
  }
  return before.at(-1) ?? 0;
}

/** What words with this key may mean; empty for words that are no label of any edition. */
export const meaningsOf = (key: Key): readonly Meaning[] => meanings.get(key) ?? none;

const none: readonly Meaning[] = [];

/** A row that words resemble, with the share of the words' runs of characters that belong to its label (0 to 1). */
export interface Resemblance {
  readonly id: string;
  readonly share: number;
}

/** Short words with a wrong character in the middle have no run of three left: runs of two decide, if clearly. */
const shortWords = 12;
const clearShare = 0.55;
/** The share of runs of three from which words count as a piece of a label. */
export const leastShare = 0.34;

/**
 * The rows of a table whose label shares runs of characters with these words, best first: finds labels that were broken over lines,
 * glued to others, or misread in places.
 */
export function resembles(words: string, table: TableId): Resemblance[] {
  const text = significant(words);
  const found = sharedRuns(text, table, 3);
  if ((found[0]?.share ?? 0) >= leastShare || text.length > shortWords || text.length < 4) return found;
  return sharedRuns(text, table, 2).filter(({ share }) => share >= clearShare);
}

function sharedRuns(text: string, table: TableId, size: number): Resemblance[] {
  const votes = new Map<string, number>();
  const runs = Math.max(1, text.length - size + 1);
  for (let at = 0; at + size <= text.length; at++) {
    for (const id of rowsByRun.get(`${table}:${text.slice(at, at + size)}`) ?? [])
      votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return [...votes].map(([id, count]) => ({ id, share: count / runs })).sort((a, b) => b.share - a.share);
}

const runsOf = (text: string, size: number): string[] =>
  Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size));

const rowsByRun = buildRuns();

/** Shorter wordings are phrases that much resembles. */
const shortestAlike = 8;
const headingRuns = edition2021.sections.flatMap(({ id, heading, variants }) =>
  [heading, ...variants]
    .filter((label) => label === heading || label.length >= shortestAlike)
    .map((label) => ({ id, runs: new Set(runsOf(significant(label), 3)) })),
);

/** The section whose heading shares the largest part of its runs of three characters with these words; undefined for none. */
export function resemblingSection(
  words: string,
): { readonly id: SectionId; readonly share: number } | undefined {
  const mine = runsOf(significant(words), 3);
  let best: { id: SectionId; share: number } | undefined;
  for (const { id, runs } of headingRuns) {
    let common = 0;
    for (const run of mine) if (runs.has(run)) common++;
    const share = (2 * common) / Math.max(1, runs.size + mine.length);
    if (share > (best?.share ?? 0)) best = { id, share };
  }
  return best;
}

function buildMeanings(): Map<Key, Meaning[]> {
  const map = new Map<Key, Meaning[]>();
  const add = (label: string, meaning: Meaning): void => {
    const converted = regional.reduce((text, [from, to]) => text.replaceAll(from, to), label);
    if (converted !== label) put(converted, meaning);
    put(label, meaning);
  };
  const put = (label: string, meaning: Meaning): void => {
    const key = keyOf(label);
    const list = map.get(key) ?? [];
    const text = significant(label);
    const alike = spelled.get(text.charAt(0)) ?? [];
    if (isBeside(meaning) && !alike.includes(text)) spelled.set(text.charAt(0), [...alike, text]);
    if (!list.some((each) => JSON.stringify(each) === JSON.stringify(meaning))) list.push(meaning);
    map.set(key, list);
  };
  for (const form of Object.values(editions)) {
    for (const { id, heading, variants } of form.sections) {
      add(heading, { kind: 'section', id, official: true });
      for (const variant of variants) add(variant, { kind: 'section', id, official: false });
    }
    for (const table of form.tables) {
      for (const row of table.rows) {
        for (const label of [row.label, ...row.variants])
          add(label, { kind: 'row', table: table.id, id: row.id });
        for (const column of row.columns) {
          for (const label of [column.label, ...column.variants])
            add(label, { kind: 'column', table: table.id, id: column.id });
        }
      }
      for (const group of table.groups) {
        for (const label of [group.label, ...group.variants])
          add(label, { kind: 'group', table: table.id, id: group.id });
      }
      for (const header of table.headers) add(header, { kind: 'header', table: table.id });
    }
  }
  return map;
}

/** The rows whose label has a run of two or three characters, by table and run. */
function buildRuns(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const form of Object.values(editions)) {
    for (const table of form.tables) {
      for (const row of table.rows) {
        const label = significant(row.label);
        for (const run of [...runsOf(label, 2), ...runsOf(label, 3)]) {
          const ids = map.get(`${table.id}:${run}`) ?? [];
          if (!ids.includes(row.id)) ids.push(row.id);
          map.set(`${table.id}:${run}`, ids);
        }
      }
    }
  }
  return map;
}
