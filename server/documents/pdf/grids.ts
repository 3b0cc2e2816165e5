import type { Ruling } from './rulings';

/** A cell between lines, by the columns and rows of its grid. */
export interface GridCell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A table as its lines draw it. */
export interface RuledGrid {
  /** Where columns begin and end, and rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** The cell at each place, by rows and then columns. */
  readonly cells: readonly GridCell[];
}

/** Lines that are closer are one, and those that end so close touch. */
const near = 3;
/** With more of them all pairs take too long. */
const most = 1500;
const mostDrawn = 6000;

/** The tables that lines draw: those that touch each other are one's. What has one cell is a frame, not a table. */
export function gridsOf(rulings: readonly Ruling[]): RuledGrid[] {
  if (rulings.length > mostDrawn) return [];
  const lines = [
    ...merged(rulings.filter((each) => each.isAcross)),
    ...merged(rulings.filter((each) => !each.isAcross)),
  ];
  if (lines.length > most) return [];
  return groupsOf(lines).flatMap((group) => {
    const grid = gridOf(group);
    return new Set(grid.cells).size > 1 ? [grid] : [];
  });
}

/** Lines at the same place that overlap or touch, as one. */
function merged(rulings: readonly Ruling[]): Ruling[] {
  const found: Ruling[] = [];
  const sorted = [...rulings].sort((a, b) => a.at - b.at || a.from - b.from);
  for (const each of sorted) {
    const index = found.findLastIndex(
      ({ at, from, to }) => each.at - at <= near && each.from <= to + near && from <= each.to + near,
    );
    const own = found[index];
    if (own && found.length - index < 200)
      found[index] = { ...own, from: Math.min(own.from, each.from), to: Math.max(own.to, each.to) };
    else found.push(each);
  }
  return found;
}

function groupsOf(lines: readonly Ruling[]): Ruling[][] {
  const groups = new Groups(lines.length);
  for (const [index, a] of lines.entries())
    for (let other = index + 1; other < lines.length; other++)
      if (isTouching(a, lines[other] as Ruling)) groups.join(index, other);
  return groups.all().map((members) => members.map((index) => lines[index] as Ruling));
}

function isTouching(a: Ruling, b: Ruling): boolean {
  if (a.isAcross === b.isAcross) return false;
  return within(a.at, b) && within(b.at, a);
}

const within = (place: number, { from, to }: Ruling): boolean => from - near <= place && place <= to + near;

/** Things that belong together. */
class Groups {
  private readonly parents: number[];

  constructor(count: number) {
    this.parents = Array.from({ length: count }, (_, index) => index);
  }

  of(index: number): number {
    let at = index;
    while (this.parents[at] !== at)
      at = this.parents[at] = this.parents[this.parents[at] as number] as number;
    return at;
  }

  join(a: number, b: number): void {
    this.parents[this.of(a)] = this.of(b);
  }

  all(): number[][] {
    const members = new Map<number, number[]>();
    for (const index of this.parents.keys()) {
      const own = members.get(this.of(index)) ?? [];
      members.set(this.of(index), own);
      own.push(index);
    }
    return [...members.values()];
  }
}

function gridOf(lines: readonly Ruling[]): RuledGrid {
  const across = lines.filter((each) => each.isAcross);
  const down = lines.filter((each) => !each.isAcross);
  // Tables need not be closed at their sides.
  const xs = distinct([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])]);
  const ys = distinct([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]);
  const width = Math.max(0, xs.length - 1);
  const height = Math.max(0, ys.length - 1);
  const groups = new Groups(width * height);
  const middle = (places: readonly number[], at: number): number =>
    ((places[at] as number) + (places[at + 1] as number)) / 2;
  const isDrawn = (side: readonly Ruling[], at: number, along: number): boolean =>
    side.some((each) => Math.abs(each.at - at) <= near && within(along, each));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const own = row * width + column;
      const { [column + 1]: x = 0 } = xs;
      const { [row + 1]: y = 0 } = ys;
      if (column + 1 < width && !isDrawn(down, x, middle(ys, row))) groups.join(own, own + 1);
      if (row + 1 < height && !isDrawn(across, y, middle(xs, column))) groups.join(own, own + width);
    }
  const cells: GridCell[] = [];
  for (const members of groups.all()) {
    const [columns, rows] = [
      members.map((each) => each % width),
      members.map((each) => Math.floor(each / width)),
    ];
    const cell = {
      left: Math.min(...columns),
      right: Math.max(...columns),
      top: Math.min(...rows),
      bottom: Math.max(...rows),
    };
    for (const each of members) cells[each] = cell;
  }
  return { xs, ys, cells };
}

function distinct(places: readonly number[]): number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (found.length === 0 || place - (found.at(-1) as number) > near) found.push(place);
  return found;
}
