import { type Table, type TableId, tableOf } from '../form/form';
import { type Report, tableReading, valueOf } from '../report/report';

/** The figures of a table by the ids of its rows and columns, in the form's order; null where no number can be read. */
export interface Figures {
  readonly [id: string]: number | null | Figures;
}

/** The three tables of a report, each null where the text does not have it. */
export function tablesOf(report: Report): Readonly<Record<TableId, Figures | null>> {
  const figures = (id: TableId): Figures | null =>
    tableReading(report, id) ? figuresOf(report, tableOf(report.form, id)) : null;
  return {
    proactiveDisclosure: figures('proactiveDisclosure'),
    applications: figures('applications'),
    disputes: figures('disputes'),
  };
}

type Branch = { [id: string]: number | null | Branch };

/** A row that the report merges with another, as the trial form did, has no cells that could be empty: it is null itself. */
function figuresOf({ form, cells }: Report, table: Table): Figures {
  const tree: Branch = {};
  for (const row of table.rows) {
    if (cells[row.firstCell]?.kind === 'merged') place(tree, row.id, null);
    else {
      for (const { path, index } of form.cells.slice(row.firstCell, row.firstCell + row.columns.length)) {
        place(tree, path, valueOf(cells[index]));
      }
    }
  }
  return tree;
}

/** Puts a value at its path; the path's first step is the table itself. */
function place(tree: Branch, path: string, value: number | null): void {
  const steps = path.split('.').slice(1);
  const last = steps.pop() ?? '';
  let branch = tree;
  for (const step of steps) {
    const next = branch[step];
    branch = branch[step] = typeof next === 'object' && next ? next : {};
  }
  branch[last] = value;
}
