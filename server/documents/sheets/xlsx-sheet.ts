import { mark, said, say } from '../../text/say';
import { UnreadableDocument } from '../containers/unreadable';
import { charactersIn, localName, plainOf, readXml } from '../containers/xml';
import { saidBy } from '../lines/comments';
import { type OpenPiece, withMarks } from '../lines/raised';
import { isOn } from '../word/elements';
import { isFigure, signOf } from '../word/unread';
import { type Merge, type Sheet, type SheetCell, tooMuch } from './sheets';
import type { Styles } from './styles';

/** What the parts beside a sheet tell of its cells. */
export interface Known {
  readonly strings: readonly string[];
  readonly styles: Styles;
}

const most = 500_000;

/** The texts that cells share (ECMA-376 part 1, 18.4.8), without how they are read aloud. */
export function stringsIn(xml: string): string[] {
  const strings: string[] = [];
  const texts = textsIn(xml);
  readXml(xml, {
    open(name, attributes) {
      texts.open(name, attributes);
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

/**
 * Gathers what stands in the elements `t`, with brackets around raised figures at a figure; what tells how it is read aloud, and what
 * is struck out, stays out.
 */
function textsIn(xml: string) {
  let pieces: OpenPiece[] = [];
  let struck = '';
  let isText = false;
  let isAloud = false;
  let look = { isRaised: false, isStruck: false };
  return {
    open(name: string, attributes: ReadonlyMap<string, string>): void {
      const own = localName(name);
      isText = own === 't' && !isAloud;
      if (own === 'rPh') isAloud = true;
      else if (own === 'r' || own === 'si') look = { isRaised: false, isStruck: false };
      else if (own === 'vertAlign') look.isRaised = attributes.get('val') !== 'baseline';
      else if (own === 'strike') look.isStruck = isOn(attributes.get('val'));
    },
    close(name: string): void {
      isText = false;
      if (localName(name) === 'rPh') isAloud = false;
    },
    text(span: { readonly start: number; readonly end: number }): void {
      if (!isText) return;
      for (const { text } of charactersIn(xml, span))
        if (look.isStruck) struck += text;
        else pieces.push({ text, source: undefined, isRaised: look.isRaised });
    },
    /** What was gathered since it was last asked. */
    taken(): string {
      const own = saidBy(withMarks(pieces));
      const shown = own.trim() === '' && isFigure(struck) ? signOf('struck') : own;
      pieces = [];
      struck = '';
      look = { isRaised: false, isStruck: false };
      return shown;
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
  const gone = new Gone();
  const texts = textsIn(xml);
  let place = { row: -1, column: -1 };
  let cell: OpenCell | undefined;
  let isValue = false;
  readXml(xml, {
    open(name, attributes) {
      const own = localName(name);
      texts.open(name, attributes);
      if (own === 'row') place = { row: gone.row(attributes, place.row + 1), column: -1 };
      else if (own === 'c') {
        place = placeIn(attributes.get('r')) ?? { ...place, column: place.column + 1 };
        cell = newCell(place, attributes);
      } else if (own === 'f' && cell) cell.isFormula = true;
      else if (own === 'v' && cell) {
        cell.value = '';
        isValue = true;
      } else if (own === 'mergeCell') merges.push(...mergeIn(attributes.get('ref') ?? ''));
      else gone.set(own, attributes);
      if (cells.length > most || merges.length > most) throw tooMuch();
    },
    close(name) {
      const own = localName(name);
      texts.close(name);
      if (own === 'v') isValue = false;
      if (own !== 'c' || !cell) return;
      cells.push(shownCell(cell, texts.taken(), known, gone.zeros));
      cell = undefined;
    },
    text(span) {
      texts.text(span);
      if (isValue && cell) cell.value += xml.slice(span.start, span.end);
    },
  });
  return { cells, merges, ...gone.hidden };
}

/** Which rows and columns of a sheet are not shown, and whether zeros are. */
class Gone {
  readonly hidden = { hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() };
  zeros = true;
  private isUsual = false;

  set(own: string, attributes: ReadonlyMap<string, string>): void {
    const is = (key: string): boolean => attributes.has(key) && isOn(attributes.get(key));
    if (own === 'sheetView') this.zeros = isOn(attributes.get('showZeros'));
    else if (own === 'sheetFormatPr') this.isUsual = is('zeroHeight');
    if (own !== 'col' || !(is('hidden') || attributes.get('width') === '0')) return;
    const last = Math.min(numberOf(attributes.get('max'), 0), lastColumn);
    for (let at = numberOf(attributes.get('min'), 0); at <= last; at++) this.hidden.hiddenColumns.add(at);
  }

  /** Which row begins; the next one where that is not told. */
  row(attributes: ReadonlyMap<string, string>, next: number): number {
    const row = numberOf(attributes.get('r'), next);
    const told = attributes.get('hidden');
    const isHidden = told === undefined ? this.isUsual : isOn(told);
    if (isHidden || attributes.get('ht') === '0') this.hidden.hiddenRows.add(row);
    return row;
  }
}

const lastColumn = 16_383;

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

/** A cell as people see it. */
function shownCell(cell: OpenCell, inline: string, known: Known, showsZeros: boolean): SheetCell {
  const { row, column, style: index } = cell;
  const style = known.styles(index);
  const says = saidIn(cell, inline, known);
  const isNumber = cell.type === 'n' && says !== '';
  const isZero = isNumber && !showsZeros && Number(says) === 0;
  const text = isZero ? '' : isNumber ? style.format.number(says) : style.format.text(says);
  const isUnshown = text.trim() === '' && says.trim() !== '';
  if (style.isStruck) return { row, column, text: isFigure(text) ? signOf('struck') : '' };
  if (style.isFaint && isFigure(text) && isNumber) return { row, column, text: signOf('faint') };
  return { row, column, text, isUnshown };
}

/** What is written in a cell. */
function saidIn({ type, isFormula, value }: OpenCell, inline: string, known: Known): string {
  if (type === 'inlineStr') return inline;
  if (value === undefined) {
    if (isFormula) throw new UnreadableDocument(said(uncalculated), say`请在 Excel 或 WPS 里打开，保存一次`);
    return '';
  }
  const text = plainOf(value);
  if (type === 's') return known.strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return text;
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
