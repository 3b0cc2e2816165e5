// How the cells of some rows stand one after the other where a program copies a page block by block.

/** How many rows there are, and how many cells each has. */
export interface Size {
  readonly count: number;
  readonly width: number;
}

/** A way to print the cells of a block: the first `left` columns, then the others or these first, each part by columns or by rows. */
export interface Order {
  readonly left: number;
  readonly leftDown: boolean;
  readonly rightDown: boolean;
  readonly rightFirst: boolean;
}

/** Where the cells of a part of a block stand: the first one, and how far it is from column to column and from row to row. */
interface Part {
  readonly first: number;
  readonly columns: number;
  readonly toColumn: number;
  readonly toRow: number;
}

const partOf = (first: number, columns: number, count: number, isDown: boolean): Part =>
  isDown ? { first, columns, toColumn: count, toRow: 1 } : { first, columns, toColumn: 1, toRow: columns };

type Parts = readonly [before: Part, behind: Part];

function partsOf(
  from: number,
  { count, width }: Size,
  { left, leftDown, rightDown, rightFirst }: Order,
): Parts {
  const right = width - left;
  const [leftFrom, rightFrom] = rightFirst ? [from + right * count, from] : [from, from + left * count];
  return [partOf(leftFrom, left, count, leftDown), partOf(rightFrom, right, count, rightDown)];
}

/** Whether all rows of a block add up. Of thousands of orders nearly all fail with their first row. */
export function addUpIn(from: number, size: Size, order: Order, numbers: readonly number[]): boolean {
  const parts = partsOf(from, size, order);
  for (let row = 0; row < size.count; row++) if (!addsUp(parts, row, numbers)) return false;
  return true;
}

/** The places of a block's figures by rows. */
export function rowsIn(from: number, size: Size, order: Order): (readonly number[])[] {
  const parts = partsOf(from, size, order);
  return Array.from({ length: size.count }, (_, row) => parts.flatMap((part) => placesIn(part, row)));
}

const placesIn = ({ first, columns, toColumn, toRow }: Part, row: number): number[] =>
  Array.from({ length: columns }, (_, column) => first + column * toColumn + row * toRow);

/** Whether the last figure of a row that two parts make up is the sum of the others. */
function addsUp(parts: Parts, row: number, numbers: readonly number[]): boolean {
  const [before, behind] = parts;
  const last = behind.columns > 0 ? behind : before;
  const end = last.first + (last.columns - 1) * last.toColumn + row * last.toRow;
  let sum = 0;
  for (const { first, columns, toColumn, toRow } of parts) {
    for (let column = 0, at = first + row * toRow; column < columns; column++, at += toColumn) {
      const number = numbers[at] ?? Number.NaN;
      sum += at === end ? number : -number;
    }
  }
  return sum === 0;
}

/** How many borders stand within the parts of a block; each figure of a part of one column may have its label before it. */
export function crossedIn(
  from: number,
  { count, width }: Size,
  { left, rightFirst }: Order,
  borders: ReadonlySet<number>,
): number {
  const middle = from + (rightFirst ? width - left : left) * count;
  const [alone, end] = rightFirst ? [middle, from + width * count] : [from, middle];
  let crossed = 0;
  for (let at = from + 1; at < from + width * count; at++) {
    const isBeside = left === 1 && at >= alone && at < end;
    if (at !== middle && !isBeside && borders.has(at)) crossed++;
  }
  return crossed;
}

/** Whether the last of some figures is the sum of the others. */
export const addUp = (places: readonly number[], numbers: readonly number[]): boolean =>
  differenceIn(places, numbers) === 0;

/** What a row lacks of its sum: the number of its figure that stands elsewhere. */
export const lackIn = (places: readonly number[], numbers: readonly number[]): number =>
  differenceIn(
    places.filter((place) => place >= 0),
    numbers,
  );

function differenceIn(places: readonly number[], numbers: readonly number[]): number {
  let sum = 0;
  for (const [index, place] of places.entries()) {
    const number = numbers[place] ?? Number.NaN;
    sum += index < places.length - 1 ? -number : number;
  }
  return sum;
}

/** Every order but that of rows one after the other. */
export function ordersOf(width: number): readonly Order[] {
  const orders: Order[] = [{ left: width, leftDown: true, rightDown: true, rightFirst: false }];
  for (let left = 1; left < width; left++)
    for (const leftDown of [true, false])
      for (const rightDown of [true, false])
        for (const rightFirst of [true, false]) {
          // One column is the same by rows and by columns, and two parts by columns are one.
          const isTwice = (left === 1 && !leftDown) || (left === width - 1 && !rightDown);
          if (!isTwice && !(leftDown && rightDown && !rightFirst))
            orders.push({ left, leftDown, rightDown, rightFirst });
        }
  return orders;
}
