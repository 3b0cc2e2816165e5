import { type Hunk, hunksOf, type Lines } from './hunks';

/** How texts are written and read; both reject for encodings that nobody knows. */
export interface Codec {
  encode(text: string, options: { readonly encoding: string }): Thenable<Uint8Array>;
  decode(bytes: Uint8Array, options: { readonly encoding: string }): Thenable<string>;
}

/** A file whose bytes are read in another encoding than they were written in. */
export interface Misread {
  /** As it shows, and as it reads. */
  readonly shown: string;
  readonly right: string;
  readonly shownAs: string;
  readonly writtenIn: string;
}

/** A place between two characters of a text, lines and characters from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** What is put for a stretch of a text. */
export interface Change {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

/** The lines of a text, whatever ends them. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/u);

/** More is no typing, and would take long to be found. */
const mostHunks = 50;

/**
 * How a text that was typed into differs from the one that is right, in the order of the text, be it garbage or not. Undefined where that
 * cannot be told for certain: where garbage was deleted or moved, of which many different characters look the same.
 */
export async function typedChanges(
  misread: Misread,
  typed: string,
  codec: Codec,
): Promise<readonly Change[] | undefined> {
  return garbageOf(misread)(typed) ? carried(misread, typed, codec) : differences(misread.right, typed);
}

function differences(right: string, typed: string): readonly Change[] {
  const [before, now] = [linesOf(right), linesOf(typed)];
  const whole = { from: 0, to: before.length, nowFrom: 0, nowTo: now.length };
  const { from, to, replaced, text } = narrowed(before, now, whole);
  return replaced === text ? [] : [{ start: from, end: to, text }];
}

async function carried(
  misread: Misread,
  typed: string,
  codec: Codec,
): Promise<readonly Change[] | undefined> {
  const [shown, right, now] = [misread.shown, misread.right, typed].map(linesOf) as [Lines, Lines, Lines];
  // In encodings of two bytes a character may be misread as the end of a line.
  const isByLine = shown.length === right.length;
  const rightText = right.join('\n');
  const hunks = hunksOf(shown, now);
  if (!hunks || hunks.length > mostHunks) return undefined;
  const isGarbage = garbageOf(misread);
  // Lines that came or went may have been garbage that was moved.
  const isMoved = shown.length !== now.length;
  const changes: Change[] = [];
  for (const hunk of hunks) {
    const { from, to, text, replaced } = narrowed(shown, now, hunk);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is no ASCII
    if (/[^\x00-\x7f]/u.test(replaced) || (isMoved && isGarbage(text))) return undefined;
    const [start, end] = [await placeOf(from), await placeOf(to)];
    if (!start || !end || between(start, end) !== replaced.replaceAll('\0', '')) return undefined;
    changes.push({ start, end, text });
  }
  return changes;

  async function placeOf(place: Place): Promise<Place | undefined> {
    const { line, character } = place;
    if (!isByLine) {
      const at = await columnOf(misread, offsetIn(misread.shown, place), codec);
      return at === undefined ? undefined : placeIn(linesOf(misread.right.slice(0, at)).join('\n'), at, 0);
    }
    const [garbage, meant] = [shown[line] ?? '', right[line] ?? ''];
    const column = await columnOf({ ...misread, shown: garbage, right: meant }, character, codec);
    return column === undefined ? undefined : { line, character: column };
  }

  function between(start: Place, end: Place): string {
    return rightText.slice(offsetIn(rightText, start), offsetIn(rightText, end));
  }
}

/** Where a place is in a text, whatever ends its lines. */
function offsetIn(text: string, { line, character }: Place): number {
  const ends = /\r\n|\r|\n/gu;
  for (let left = line; left > 0 && ends.exec(text); left--);
  return (line > 0 ? ends.lastIndex : 0) + character;
}

/** A text with changes made; lines end in `eol`. */
export function changed(text: string, changes: readonly Change[], eol: string): string {
  const lines = linesOf(text);
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length + 1;
  }
  const at = ({ line, character }: Place): number => (starts[line] ?? length) + character;
  let result = lines.join('\n');
  for (const { start, end, text: put } of [...changes].reverse())
    result = result.slice(0, at(start)) + put + result.slice(at(end));
  return linesOf(result).join(eol);
}

/** Changes of a text as changes of what has become of it by one more edit. */
export function rebased(text: string, now: string, changes: readonly Change[]): readonly Change[] {
  const [edit] = differences(text, now);
  if (!edit) return changes;
  const end = endOf(edit);
  const moved = (place: Place): Place => {
    if (compared(place, edit.start) <= 0) return place;
    if (compared(place, edit.end) < 0) return edit.start;
    const line = place.line - edit.end.line + end.line;
    const isBeside = place.line === edit.end.line;
    return { line, character: place.character + (isBeside ? end.character - edit.end.character : 0) };
  };
  return changes.map((change) => ({ ...change, start: moved(change.start), end: moved(change.end) }));
}

/** Where what is put ends, once it is put. */
export function endOf({ start, text }: Change): Place {
  const lines = linesOf(text);
  const length = lines.at(-1)?.length ?? 0;
  if (lines.length === 1) return { line: start.line, character: start.character + length };
  return { line: start.line + lines.length - 1, character: length };
}

const compared = (a: Place, b: Place): number => a.line - b.line || a.character - b.character;

interface Narrowed {
  readonly from: Place;
  readonly to: Place;
  readonly replaced: string;
  readonly text: string;
}

/** A hunk without what is the same at its beginning and its end. */
function narrowed(before: Lines, now: Lines, hunk: Hunk): Narrowed {
  // Whole lines that came or went do so at the end of the line before them, or before the one after them.
  const isBare = hunk.from === hunk.to || hunk.nowFrom === hunk.nowTo;
  const first = isBare && hunk.from > 0 && hunk.nowFrom > 0 ? 1 : 0;
  const last = isBare && first === 0 ? 1 : 0;
  const from = hunk.from - first;
  const old = before.slice(from, hunk.to + last).join('\n');
  const put = now.slice(hunk.nowFrom - first, hunk.nowTo + last).join('\n');
  let head = 0;
  while (head < old.length && head < put.length && old[head] === put[head]) head++;
  let tail = 0;
  const shorter = Math.min(old.length, put.length);
  while (tail < shorter - head && old.at(-1 - tail) === put.at(-1 - tail)) tail++;
  return {
    from: placeIn(old, head, from),
    to: placeIn(old, old.length - tail, from),
    replaced: old.slice(head, old.length - tail),
    text: put.slice(head, put.length - tail),
  };
}

function placeIn(text: string, offset: number, firstLine: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: firstLine + before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** Says whether a text has characters that only the misreading has made. */
function garbageOf({ shown, right }: Misread): (text: string) => boolean {
  const meant = new Set(right);
  const garbage = new Set([...shown].filter((each) => each > '\x7f' && !meant.has(each)));
  return (text) => [...text].some((each) => garbage.has(each) || each === '\ufffd');
}

/** Where a column of a garbled line is in the line that is meant; undefined where the one is not the other misread. */
async function columnOf(line: Misread, column: number, codec: Codec): Promise<number | undefined> {
  const { shown, right, shownAs, writtenIn } = line;
  const characters = [...right];
  const misread = async (count: number): Promise<string> => {
    const bytes = await codec.encode(characters.slice(0, count).join(''), { encoding: writtenIn });
    return codec.decode(bytes, { encoding: shownAs });
  };
  const shift = shiftOf(await misread(characters.length), shown);
  if (shift === undefined) return undefined;
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((await misread(middle)).length + shift < column) low = middle + 1;
    else high = middle;
  }
  return characters.slice(0, low).join('').length;
}

/** A mark of the order of bytes is in a file or not, whatever writes it. */
const longestMark = 3;

/** How many characters more there are in front of what is shown; undefined where the two differ otherwise. */
function shiftOf(made: string, shown: string): number | undefined {
  const shift = shown.length - made.length;
  const isTail = shift < 0 ? made.endsWith(shown) : shown.endsWith(made);
  return isTail && Math.abs(shift) <= longestMark ? shift : undefined;
}
