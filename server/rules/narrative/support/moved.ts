import { type Table, tableOf } from '../../../form/form';
import { agreementOf } from '../../../report/agreement';
import { balanceOf } from '../../../report/balance';
import type { Claim } from '../../../report/claim';
import type { Cell, Report } from '../../../report/report';
import { withMoved } from '../../moves';

/** Figures of 表三 that stand in the rows or columns of others, as sentences tell. */
export interface Moved {
  /** The rows or columns, the first one first. */
  readonly names: readonly string[];
  readonly lines: 'row' | 'column';
  /** By cell of the form, the cell where its figure stands. */
  readonly from: ReadonlyMap<number, number>;
  /** The sentences that do not agree as it is, and do when the figures are moved back. */
  readonly claims: readonly Claim[];
}

/** Lines of a table any two of which may change places with every sum as before: their cells, and what they are called. */
interface Block {
  readonly lines: Moved['lines'];
  readonly names: readonly string[];
  readonly cells: readonly (readonly number[])[];
}

/** A single sentence may be wrong itself. */
const fewestClaims = 2;
/** Where more is wrong it is the text, and no move would be found in any time. */
const mostClaims = 60;

/**
 * Two lines of 表三 in each other's place, or neighbouring lines moved on by one, where just that makes sentences about different cells
 * agree and none differ. Undefined where the sums do not hold, no such move is there or several are as likely.
 */
export function movedOf(report: Report, wrong: readonly Claim[]): Moved | undefined {
  if (wrong.length < fewestClaims || wrong.length > mostClaims || !holds(report)) return undefined;
  const agreeing = apart(report.claims.filter((claim) => agreementOf(report, claim) === 'agrees'));
  const moves = blocksOf(tableOf(report.form, 'applications')).flatMap((block) =>
    movesIn(block, report).flatMap(({ from, names }): Moved[] => {
      const after = withMoved(report, from);
      const claims = wrong.filter((claim) => agreementOf(after, claim) === 'agrees');
      const told = new Set(claims.map(({ sums }) => sums[0]?.cells.join()));
      // None of two classes is as true of any two empty lines.
      const isTold = told.size >= fewestClaims && claims.some(({ high }) => high > 0);
      const isKept = (): boolean => agreeing.every((claim) => agreementOf(after, claim) === 'agrees');
      return isTold && isKept() ? [{ names, lines: block.lines, from, claims }] : [];
    }),
  );
  const [best, next] = moves.sort((a, b) => b.claims.length - a.claims.length || a.from.size - b.from.size);
  const isTied = next?.claims.length === best?.claims.length && next?.from.size === best?.from.size;
  return isTied ? undefined : best;
}

/** Claims without those that say what another does: a long text says the same over and over. */
const apart = (claims: readonly Claim[]): readonly Claim[] => [
  ...new Map(
    claims.map((claim) => {
      const { kind, subject, low, high, unit, sums } = claim;
      return [JSON.stringify([kind, subject, low, high, unit, sums]), claim];
    }),
  ).values(),
];

const holds = (report: Report): boolean =>
  report.form.equations.every((equation) => (balanceOf(report, equation)?.difference ?? 0) === 0);

/** The rows of the results, the two rows above them, and the columns of applicants. */
function blocksOf({ rows }: Table): readonly Block[] {
  const total = rows.findIndex(({ id }) => id === 'applications.results.total');
  const columns = rows[0]?.columns.slice(0, -1) ?? [];
  const rowBlock = (of: typeof rows): Block => ({
    lines: 'row',
    names: of.map(({ name }) => name),
    cells: of.map(({ firstCell, columns: own }) => own.map((_, at) => firstCell + at)),
  });
  return [
    rowBlock(rows.slice(0, 2)),
    rowBlock(rows.slice(2, total)),
    {
      lines: 'column',
      names: columns.map(({ label }) => label),
      cells: columns.map((_, at) => rows.map(({ firstCell }) => firstCell + at)),
    },
  ];
}

/** The ways in which neighbouring lines of a block may have been moved on by one, each only where it changes a figure. */
function movesIn({ cells, names }: Block, report: Report): Pick<Moved, 'names' | 'from'>[] {
  return cells
    .flatMap((_, first) =>
      cells.slice(first + 1).flatMap((__, more) => {
        const last = first + more + 1;
        return last === first + 1
          ? [move(first, last, 1)]
          : [
              ...(isEmpty(report, cells[first]) ? [move(first, last, 1)] : []),
              ...(isEmpty(report, cells[last]) ? [move(first, last, -1)] : []),
            ];
      }),
    )
    .filter(({ from }) => from.size > 0);

  function move(first: number, last: number, by: 1 | -1): Pick<Moved, 'names' | 'from'> {
    const count = last - first + 1;
    const from = new Map<number, number>();
    for (let at = 0; at < count; at++) {
      const source = cells[first + ((at + by + count) % count)] ?? [];
      for (const [index, cell] of (cells[first + at] ?? []).entries()) {
        const there = source[index] ?? cell;
        if (countOf(report, there) !== countOf(report, cell)) from.set(cell, there);
      }
    }
    return { names: names.slice(first, last + 1), from };
  }
}

const isEmpty = (report: Report, cells: readonly number[] = []): boolean =>
  cells.every((cell) => countOf(report, cell) === 0);

/** The number of a cell; NaN, which differs from all, where it has none. */
const countOf = ({ cells }: { readonly cells: readonly Cell[] }, index: number): number => {
  const cell = cells[index];
  return cell?.kind === 'count' ? cell.value : Number.NaN;
};
