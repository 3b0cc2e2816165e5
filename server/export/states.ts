import { tableIds } from '../form/form';
import type { Cell, Report } from '../report/report';
import { isPrinted } from '../rules/printed';

/** What a cell holds; `noted` is a number with a note behind it: 22（其中修订16件）. */
export type State = Cell['kind'] | 'noted';

/** Answers for each cell of a report's form what it holds: of a table that is printed in a way that cannot be read, no cell is absent. */
export function statesOf(report: Report, text: string): (cell: number) => State {
  const unread = new Set(tableIds.filter((id) => isPrinted({ report, text }, id)));
  return (index) => {
    const cell = report.cells[index];
    const table = report.form.cells[index]?.table;
    if (table && unread.has(table)) return 'unread';
    return cell?.kind === 'count' && cell.printed ? 'noted' : (cell?.kind ?? 'absent');
  };
}
