import { mark, say } from '../../text/say';
import type { Block, Piece } from '../lines/blocks';
import { paragraphsIn } from '../lines/comments';

// What a page shows and a reader of characters cannot tell. It is named where it stands, so that nobody takes its place for an empty one.

/** What is named, by what it is. */
const names = {
  formula: mark`公式`,
  field: mark`域`,
  picture: mark`图片`,
  box: mark`文本框`,
  symbol: mark`符号`,
  format: mark`数字格式`,
  struck: mark`划掉的数`,
  faint: mark`看不见的数`,
} as const;

export type Unread = keyof typeof names;

/** How many figures are not read, by what they are. */
export type Tally = Partial<Record<Unread, number>>;

/** What is said of them, in sentences that go on behind the name of the document. */
export function* noticesOf({ struck = 0, faint = 0 }: Readonly<Tally>): Generator<string> {
  if (struck > 0) yield say`有 ${struck} 处划掉的数，没有读`;
  if (faint > 0) yield say`有 ${faint} 处看不见的数（白字或极小的字），没有读`;
}

/** How it is named in the text. */
export const signOf = (what: Unread): string => `〔${names[what]}〕`;

const sign = new RegExp(`〔(?:${Object.values(names).join('|')})〕`, 'u');

/** Whether a text has such a name in it. */
export const hasSign = (text: string): boolean => sign.test(text);

/** Elements of drawings, of whatever kind, by which a picture, a word as a picture, or ink is shown. */
export const pictures = new Set(['blip', 'imagedata', 'textpath', 'contentPart']);

/** Elements of a formula that are more than characters in a row. */
export const structures = new Set(
  'acc bar box borderBox d eqArr f func groupChr limLow limUpp m nary phant rad sPre sSub sSubSup sSup'.split(
    ' ',
  ),
);

/** Whether words could tell a figure. */
export const isFigure = (words: string): boolean => /[\p{N}〇零一二三四五六七八九十百千万两]/u.test(words);

/** The blocks of a cell that shows something besides its words: where it has none, it says what it shows, and cannot be filled. */
export function withUnread(blocks: readonly Block[], what: Unread | undefined): readonly Block[] {
  const says = (pieces: readonly Piece[]): boolean => pieces.some(({ text }) => /\S/u.test(text));
  if (what === undefined || [...paragraphsIn(blocks)].some(({ pieces }) => says(pieces))) return blocks;
  const own: Block = {
    kind: 'paragraph',
    pieces: [{ text: signOf(what), source: undefined }],
    gap: undefined,
  };
  return [own, ...blocks];
}
