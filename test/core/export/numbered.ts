import type { Analysis } from '../../../server/analysis';
import { type Form, tableIds } from '../../../server/form/form';
import type { Cell, Report, TableReading } from '../../../server/report/report';
import { atBeginning } from '../../../server/text/lines';

export const nowhere = { start: 0, end: 0 };

/** A report of nothing but figures: cell n states n. */
export function numbered(form: Form, more: Partial<Report> = {}): Analysis {
  const report: Report = {
    form,
    shown: '',
    title: undefined,
    agency: undefined,
    year: undefined,
    sections: [],
    tables: tableIds.map(
      (id): TableReading => ({ id, span: nowhere, rows: [], columns: [], readable: true, unplaced: [] }),
    ),
    cells: form.cells.map(({ index }): Cell => ({ kind: 'count', value: index, span: nowhere })),
    unread: undefined,
    notes: [],
    claims: [],
    relations: [],
    ...more,
  };
  const nothing = { findings: [], silenced: [], broken: [], balances: [], under: undefined };
  const size = form.cells.length;
  const coverage = { cells: size, read: size, equations: 0, decided: 0, unwatched: [] };
  return { text: report.shown, origin: atBeginning, report, ...nothing, coverage };
}
