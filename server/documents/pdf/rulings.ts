import { OPS } from 'unpdf/pdfjs';

/** A line that is drawn across the page, or down it: where it is, and from where to where. */
export interface Ruling {
  readonly isAcross: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How places of what is drawn become places on the page. */
export type Matrix = readonly [number, number, number, number, number, number];

/** What is drawn on a page, as the library tells it. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** More lines than that are a picture. */
const most = 20_000;
/** What is filled and no wider than that is a line. */
const thickest = 3;
const shortest = 2;
const slant = 1;

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set<number>([OPS.fill, OPS.eoFill]);

type Point = readonly [x: number, y: number];

/** The straight lines of a page; none where there are more than in any table. */
export function rulingsIn({ fnArray, argsArray }: Drawing, viewport: Matrix): Ruling[] {
  const rulings: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix = viewport;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as readonly unknown[] | null;
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      matrix = saved.pop() ?? viewport;
    else if (operator === OPS.transform) matrix = within(matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (args?.[0]) matrix = within(matrix, args[0] as Matrix);
    } else if (operator === OPS.constructPath) {
      const [paint, paths] = args as unknown as [number, readonly (ArrayLike<number> | null)[]];
      for (const path of paths) if (path) rulings.push(...linesOf(paint, pathsIn(path, matrix)));
    }
    if (rulings.length > most) return [];
  }
  return rulings;
}

const within = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + c * B,
  b * A + d * B,
  a * C + c * D,
  b * C + d * D,
  a * E + c * F + e,
  b * E + d * F + f,
];

/** Where a point is on the page. */
export const placed = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** How many numbers follow each step of a path: to a point, a line, two curves, and back to the beginning. */
const stepLengths = [2, 2, 6, 4, 0];

function pathsIn(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] as number;
    const length = stepLengths[step];
    if (length === undefined) break;
    const [x, y] = [path[at + length - 1] as number, path[at + length] as number];
    const own = paths.at(-1);
    if (step === 0) paths.push([placed(matrix, x, y)]);
    else if (step === 4 && own?.[0]) own.push(own[0]);
    else own?.push(placed(matrix, x, y));
    at += 1 + length;
  }
  return paths;
}

function linesOf(paint: number, paths: readonly (readonly Point[])[]): Ruling[] {
  if (strokes.has(paint))
    return paths.flatMap((points) =>
      points.slice(1).flatMap((point, index) => ruling(points[index] as Point, point)),
    );
  if (!fills.has(paint)) return [];
  return paths.flatMap((points) => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= thickest && right - left > bottom - top)
      return ruling([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
    if (right - left <= thickest) return ruling([(left + right) / 2, top], [(left + right) / 2, bottom]);
    return [];
  });
}

function ruling([x, y]: Point, [otherX, otherY]: Point): Ruling[] {
  const [width, height] = [Math.abs(otherX - x), Math.abs(otherY - y)];
  if (height <= slant && width >= shortest)
    return [{ isAcross: true, at: (y + otherY) / 2, from: Math.min(x, otherX), to: Math.max(x, otherX) }];
  if (width <= slant && height >= shortest)
    return [{ isAcross: false, at: (x + otherX) / 2, from: Math.min(y, otherY), to: Math.max(y, otherY) }];
  return [];
}
