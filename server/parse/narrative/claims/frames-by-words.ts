import type { Frame } from '../clauses/phrase-patterns';
import { classOfRow, results } from '../quantities/quantity-keys';
import type { Lexeme } from '../words/lexeme';

/** What a number counts by the words around it, whatever their order. */
export type WordFrame = Pick<Frame, 'key' | 'topic' | 'firm' | 'isBare'>;

/** A frame by its words: of the letters in `needs` each must be there, of those in `may` any; another letter, and it is not this frame. */
interface Words extends WordFrame {
  readonly needs: string;
  readonly may: string;
}

const words = (key: string, topic: Frame['topic'], needs: string, may: string): Words => ({
  key,
  topic,
  needs,
  may,
  firm: true,
  isBare: false,
});
/** What may stand beside anything: it says when, how much of it there is, or that more follows. */
const always = '@tq';
/** Asking, deciding and answering, which say nothing more of what became of an application. */
const dealt = 'DHMSAa';

const frames: readonly Words[] = [
  words('reason', 'A', 'r', `${dealt}QUKE`),
  words('grantedOrPartially', 'A', 'GP', `${dealt}&`),
  words('grantedOrPartially', 'A', 'gP', `${dealt}&`),
  ...Object.entries(results).map(([letter, key]) => words(key, 'A', letter, dealt)),
  words('carriedForward', 'a', 'c>', 'HDAap'),
  words('carriedForward', 'A', 'p', 'Aa'),
  words('carriedOver', 'a', 'c<', 'HDAap'),
  words('naturalPersons', 'A', 'C', 'RNAa'),
  words('organizations', 'A', 'V', 'RNAa'),
  words('receivedNew', 'A', 'N', 'Aa'),
  words('received', undefined, 'RA', 'a'),
  words('answered', undefined, 'DA', 'aH'),
  words('handled', 'A', 'H', 'Aa'),
  words('outcome:upheld', 'B', 'u', 'BL12MDa'),
  words('outcome:corrected', 'B', 'k', 'BL12MDa'),
  words('outcome:pending', 'B', 'p', 'BL12a'),
  words('outcome:settled', 'B', '7', 'BL12a'),
  words('lost', undefined, 'bL', 'MDa'),
  words('directLitigations', undefined, '1', 'LaS'),
  words('laterLitigations', undefined, '2', 'LaS'),
  words('documentsInForce', undefined, 'Fv', ''),
  words('documentsIssued', undefined, 'Fi', ''),
  words('documentsIssued', undefined, 'FN', ''),
  words('documentsRepealed', undefined, 'Fj', ''),
  words('regulationsInForce', undefined, 'Jv', ''),
  words('regulationsIssued', undefined, 'Ji', ''),
  words('regulationsRepealed', undefined, 'Jj', ''),
  words('licenses', undefined, 'WM', 'HD'),
  words('penalties', undefined, 'YM', 'HD'),
  words('coercions', undefined, 'ZM', 'HD'),
];

/** The frame that the words around a number make, whatever their order; undefined where one of them is of no frame, or they make none. */
export function frameOf(around: readonly Lexeme[]): WordFrame | undefined {
  const letters = new Set(around.map(({ letter }) => letter));
  for (const letter of always) letters.delete(letter);
  const rows = around.filter(({ letter }) => 'rCV'.includes(letter));
  if (letters.size === 0 || rows.length > 1) return undefined;
  const [row] = rows;
  const isOwnClass = (letter: string): boolean =>
    !(letter in results) || row?.letter !== 'r' || results[letter] === classOfRow(row.name);
  return frames.find(
    ({ needs, may }) =>
      [...needs].every((letter) => letters.has(letter)) &&
      [...letters].every((letter) => needs.includes(letter) || (may.includes(letter) && isOwnClass(letter))),
  );
}
