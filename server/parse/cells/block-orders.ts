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

/** The places of a block's figures by rows; undefined where one does not add up. */
export function rowsIn(
  from: number,
  { count, width }: Size,
  { left, leftDown, rightDown, rightFirst }: Order,
  numbers: readonly number[],
): (readonly number[])[] | undefined {
  const rows: number[][] = [];
  const right = width - left;
  const [leftFrom, rightFrom] = rightFirst ? [from + right * count, from] : [from, from + left * count];
  for (let row = 0; row < count; row++) {
    const places: number[] = [];
    for (let column = 0; column < left; column++)
      places.push(leftFrom + (leftDown ? column * count + row : row * left + column));
    for (let column = 0; column < right; column++)
      places.push(rightFrom + (rightDown ? column * count + row : row * right + column));
    if (!addUp(places, numbers)) return undefined;
    rows.push(places);
  }
  return rows;
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
