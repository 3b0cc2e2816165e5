/**
 * Which run of figures is which row. The form says in what order the rows stand and how many figures each has; the text has
 * runs of figures ("bands") and labels around them. Each band goes to one row or several adjacent ones, adjacent bands may make
 * up one row, bands and rows may be left out, and the order is kept. The assignment of the highest score is found by dynamic
 * programming: a label right before a band is the best evidence, a label near it or a fragment of one is weaker, the number
 * of figures decides where labels are lost.
 */

export interface AlignRow {
  /** How many figures the row has. */
  readonly need: number;
  /** A row that the form does not have but reports sometimes do: figures at a group's label. */
  readonly optional: boolean;
}

export interface AlignBand {
  /** Figures and marks in the band. */
  readonly values: number;
  /** Empty cells that stand between or behind them. */
  readonly blanks: number;
  /** For a row by its index: how much the labels around the band speak for it. */
  readonly evidence: ReadonlyMap<number, number>;
  /** True where a row's label stands between this band and the one before it. */
  readonly labelled: boolean;
}

/** Bands `first` to `first + bands − 1` hold rows `row` to `row + rows − 1`; optional rows count only where they are alone. */
export interface Assignment {
  readonly first: number;
  readonly bands: number;
  readonly row: number;
  readonly rows: number;
}

const scores = {
  row: 4,
  exact: 3,
  missing: -2,
  extra: -2,
  blank: -0.3,
  lostRow: -1,
  lostBand: -1,
  lostValue: -0.8,
  optional: -5,
  emptyBand: 0.4,
};
const mostMerged = 4;

/** Assigns bands to rows; what is in no assignment is left over. */
export function align(bands: readonly AlignBand[], rows: readonly AlignRow[]): Assignment[] {
  const width = rows.length + 1;
  const best = new Float64Array((bands.length + 1) * width).fill(Number.NEGATIVE_INFINITY);
  const from: (Assignment | undefined)[] = new Array(best.length);
  const back = new Int32Array(best.length);
  best[0] = 0;
  const offer = (to: number, score: number, origin: number, assignment: Assignment | undefined): void => {
    if (score <= (best[to] ?? 0)) return;
    best[to] = score;
    back[to] = origin;
    from[to] = assignment;
  };
  for (let band = 0; band <= bands.length; band++) {
    for (let row = 0; row <= rows.length; row++) {
      const at = band * width + row;
      const score = best[at] ?? 0;
      if (score === Number.NEGATIVE_INFINITY) continue;
      const next = rows[row];
      if (next) offer(at + 1, score + (next.optional ? 0 : scores.lostRow), at, undefined);
      const mine = bands[band];
      if (mine) offer(at + width, score + scores.lostBand + scores.lostValue * mine.values, at, undefined);
      if (mine && next) {
        for (const option of optionsAt(bands, rows, band, row)) {
          const to = (band + option.bands) * width + row + option.rows;
          offer(to, score + worth(bands, rows, option), at, option);
        }
      }
    }
  }
  const result: Assignment[] = [];
  for (let at = best.length - 1; at > 0; at = back[at] ?? 0) {
    const assignment = from[at];
    if (assignment) result.push(assignment);
  }
  return result.reverse();
}

function optionsAt(
  bands: readonly AlignBand[],
  rows: readonly AlignRow[],
  first: number,
  row: number,
): Assignment[] {
  const options: Assignment[] = [{ first, bands: 1, row, rows: 1 }];
  const need = rows[row]?.need ?? 0;
  let values = (bands[first]?.values ?? 0) + (bands[first]?.blanks ?? 0);
  // A row whose figures are broken over several lines.
  for (let count = 2; count <= mostMerged && values < need; count++) {
    const next = bands[first + count - 1];
    if (!next || next.labelled) break;
    values += next.values;
    if (values > need) break;
    options.push({ first, bands: count, row, rows: 1 });
  }
  // Several rows whose labels are lost, or whose labels stand elsewhere.
  if (rows[row]?.optional) return options;
  let capacity = need;
  const least = bands[first]?.values ?? 0;
  const most = least + (bands[first]?.blanks ?? 0);
  for (let count = 2; row + count <= rows.length && capacity < most + 2; count++) {
    const next = rows[row + count - 1];
    if (!next) break;
    if (next.optional) continue;
    capacity += next.need;
    if (capacity >= least - 2 && capacity - most < next.need)
      options.push({ first, bands: 1, row, rows: count });
  }
  return options;
}

function worth(
  bands: readonly AlignBand[],
  rows: readonly AlignRow[],
  { first, bands: count, row, rows: span }: Assignment,
): number {
  let values = 0;
  let blanks = 0;
  for (let at = first; at < first + count; at++) {
    values += bands[at]?.values ?? 0;
    blanks += bands[at]?.blanks ?? 0;
  }
  let need = 0;
  let real = 0;
  for (let at = row; at < row + span; at++) {
    if (span > 1 && rows[at]?.optional) continue;
    need += rows[at]?.need ?? 0;
    real++;
  }
  // Empty cells alone are weak: a table's head has them too.
  const evidence = (bands[first]?.evidence.get(row) ?? 0) * (values === 0 ? scores.emptyBand : 1);
  let score = scores.row * real + evidence;
  if (rows[row]?.optional) score += scores.optional;
  if (values === need) score += scores.exact * real;
  else if (values > need) score += scores.extra * (values - need);
  else {
    const filled = Math.min(blanks, need - values);
    score += scores.blank * filled + scores.missing * (need - values - filled);
    if (values > 0 && filled === need - values) score += scores.exact * real;
  }
  return score;
}
