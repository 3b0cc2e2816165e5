import type { Block, Table } from '../lines/blocks';
import { endRow, newCell, newFrame, newRow, putCell } from '../word/frames';

/** A row as it is read: what its cells say, and what its end tells of them. */
export interface OpenRow {
  readonly cells: readonly (readonly Block[])[];
  readonly changes: ReadonlyMap<number, DataView>;
}

/** How the cells of a row stand on the page. */
interface Shape {
  /** Where they begin and end. */
  readonly edges: readonly number[];
  readonly flags: readonly number[];
}

const columnsCode = 0xd608;
const flagLength = 20;
/** Words for how cells are merged ([MS-DOC] 2.9.317). */
const merge = { acrossFirst: 1, across: 2, down: 0x20, downFirst: 0x40 };
/** Edges that are closer are the same: no column is so narrow. */
const narrowest = 60;

/** A table of rows whose cells need not stand below each other: its columns are between all the edges that there are. */
export function tableOf(rows: readonly OpenRow[]): Table {
  const shapes = rows.map(shapeOf);
  const edges = distinct(shapes.flatMap((shape) => shape.edges));
  const columnAt = (edge: number): number =>
    Math.max(
      0,
      edges.findLastIndex((each) => each <= edge + narrowest / 2),
    );
  const frame = newFrame();
  for (const [index, { cells }] of rows.entries()) {
    const { edges: own, flags } = shapes[index] as Shape;
    const row = newRow();
    frame.row = row;
    for (const [at, blocks] of cells.entries()) {
      const flag = flags[at] ?? 0;
      row.column = columnAt(own[at] ?? 0);
      const columns = Math.max(1, columnAt(own[at + 1] ?? own[at] ?? 0) - row.column);
      const down = flag & merge.down ? (flag & merge.downFirst ? 'begins' : 'goesOn') : undefined;
      const across = flag & merge.acrossFirst ? 'begins' : flag & merge.across ? 'goesOn' : undefined;
      frame.cell = { ...newCell(), columns, down, across };
      putCell(frame, blocks);
    }
    endRow(frame);
  }
  return { kind: 'table', rows: frame.rows };
}

/** Cells whose edges are not told stand one a column. */
function shapeOf({ cells, changes }: OpenRow): Shape {
  const view = changes.get(columnsCode);
  const count = view && view.byteLength > 0 ? view.getUint8(0) : 0;
  const flagsAt = 1 + 2 * (count + 1);
  if (!view || count < cells.length || flagsAt > view.byteLength)
    return { edges: cells.map((_, at) => at * 1000).concat(cells.length * 1000), flags: [] };
  const edges = Array.from({ length: count + 1 }, (_, at) => view.getInt16(1 + 2 * at, true));
  const flags = Array.from({ length: count }, (_, at) => {
    const place = flagsAt + flagLength * at;
    return place + 2 <= view.byteLength ? view.getUint16(place, true) : 0;
  });
  return { edges, flags };
}

function distinct(edges: readonly number[]): number[] {
  const found: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b))
    if (found.length === 0 || edge - (found.at(-1) as number) > narrowest) found.push(edge);
  return found;
}
