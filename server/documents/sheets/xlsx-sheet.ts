import { mark, said, say } from '../../text/say';
import { UnreadableDocument } from '../containers/unreadable';
import { charactersIn, localName, plainOf, readXml } from '../containers/xml';
import type { Formats } from './number-formats';
import { type Merge, type Sheet, type SheetCell, tooMuch } from './sheets';

/** What the parts beside a sheet tell of its cells. */
export interface Known {
  readonly strings: readonly string[];
  readonly formats: Formats;
}

const most = 500_000;

/** The texts that cells share (ECMA-376 part 1, 18.4.8), without how they are read aloud. */
export function stringsIn(xml: string): string[] {
  const strings: string[] = [];
  const texts = textsIn(xml);
  readXml(xml, {
    open(name) {
      texts.open(name);
    },
    close(name) {
      texts.close(name);
      if (localName(name) !== 'si') return;
      if (strings.length >= most) throw tooMuch();
      strings.push(texts.taken());
    },
    text: texts.text,
  });
  return strings;
}

/** Gathers what stands in the elements `t`; what tells how it is read aloud stays out. */
function textsIn(xml: string) {
  let text = '';
  let isText = false;
  let isAloud = false;
  return {
    open(name: string): void {
      const own = localName(name);
      isText = own === 't' && !isAloud;
      if (own === 'rPh') isAloud = true;
    },
    close(name: string): void {
      isText = false;
      if (localName(name) === 'rPh') isAloud = false;
    },
    text(span: { readonly start: number; readonly end: number }): void {
      if (isText) for (const each of charactersIn(xml, span)) text += each.text;
    },
    /** What was gathered since it was last asked. */
    taken(): string {
      const own = text;
      text = '';
      return own;
    },
  };
}

/** A cell while it is read. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  isFormula: boolean;
  value: string | undefined;
}

/** What a sheet says (ECMA-376 part 1, 18.3). */
export function sheetIn(xml: string, known: Known): Omit<Sheet, 'name'> {
  const cells: SheetCell[] = [];
  const merges: Merge[] = [];
  const texts = textsIn(xml);
  let place = { row: -1, column: -1 };
  let cell: OpenCell | undefined;
  let isValue = false;
  readXml(xml, {
    open(name, attributes) {
      const own = localName(name);
      texts.open(name);
      if (own === 'row') place = { row: numberOf(attributes.get('r'), place.row + 1), column: -1 };
      else if (own === 'c') {
        place = placeIn(attributes.get('r')) ?? { ...place, column: place.column + 1 };
        cell = newCell(place, attributes);
      } else if (own === 'f' && cell) cell.isFormula = true;
      else if (own === 'v' && cell) {
        cell.value = '';
        isValue = true;
      } else if (own === 'mergeCell') merges.push(...mergeIn(attributes.get('ref') ?? ''));
      if (cells.length > most || merges.length > most) throw tooMuch();
    },
    close(name) {
      const own = localName(name);
      texts.close(name);
      if (own === 'v') isValue = false;
      if (own !== 'c' || !cell) return;
      const { row, column } = cell;
      cells.push({ row, column, text: shown(cell, texts.taken(), known) });
      cell = undefined;
    },
    text(span) {
      texts.text(span);
      if (isValue && cell) cell.value += xml.slice(span.start, span.end);
    },
  });
  return { cells, merges };
}

const newCell = (
  place: { readonly row: number; readonly column: number },
  attributes: ReadonlyMap<string, string>,
): OpenCell => ({
  ...place,
  type: attributes.get('t') ?? 'n',
  style: numberOf(attributes.get('s'), 1) + 1,
  isFormula: false,
  value: undefined,
});

/** What people see in a cell. */
function shown({ type, style, isFormula, value }: OpenCell, inline: string, known: Known): string {
  if (type === 'inlineStr') return inline;
  if (value === undefined) {
    if (isFormula) throw new UnreadableDocument(said(uncalculated), say`请在 Excel 或 WPS 里打开，保存一次`);
    return '';
  }
  const text = plainOf(value);
  if (type === 's') return known.strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' ? known.formats(text, style) : text;
}

const uncalculated = mark`里面有还没有算出结果的公式`;

/** A number that counts from 1 as one that counts from 0. */
const numberOf = (written: string | undefined, other: number): number =>
  written !== undefined && /^\d{1,7}$/u.test(written) ? Number(written) - 1 : other;

/** The place that is called so, as B12. */
function placeIn(name: string | undefined): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(name ?? '') ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function mergeIn(ref: string): Merge[] {
  const [first, last] = ref.split(':').map(placeIn);
  return first && last ? [{ top: first.row, bottom: last.row, left: first.column, right: last.column }] : [];
}
