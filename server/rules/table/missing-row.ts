import { type Row, tableOf } from '../../form/form';
import { impliedAmong } from '../../report/implied';
import { readableTables, type TableReading } from '../../report/report';
import { mark } from '../../text/say';
import { isRowUnwritten } from '../drafting';
import { type Context, rule } from '../rule';
import { besideOf, placeInWords } from './support/added-rows';
import { cellsOf, impliedInWords, lackInWords, repairsOf } from './support/row-repairs';
import { isMerged } from './support/rows';

export default rule({
  id: 'missing-row',
  family: 'table',
  severity: 'error',
  hard: true,
  summary: '表中缺少格式规定的行',
  summaryEn: 'A row of the form is not in the table',
  basis: mark`统一格式的三张表（《条例》第五十条第二款）；国办公开办函〔2021〕30号：不能遗漏`,
  fixable: true,

  *check(context) {
    const { report } = context;
    for (const table of readableTables(report)) {
      const runs = missingRuns(context, table);
      // What one row lacks may follow from what another one, lost elsewhere, cannot have.
      const all = impliedAmong(report, runs.flatMap(cellsOf));
      for (const run of runs) {
        const cells = cellsOf(run);
        const implied = new Map([...all].filter(([index]) => cells.includes(index)));
        const place = besideOf(report, table, run);
        yield {
          span: place?.label ?? report.cells[cells[0] ?? 0]?.span ?? table.span,
          message: lackInWords(
            table.id,
            run,
            placeInWords(report, table, run, place) + impliedInWords(cells, implied),
          ),
          cells: cells.flatMap((index) => report.form.cells[index]?.path ?? []),
          // Where figures are left over the row may be there under a label that was not recognised.
          repairs: table.unplaced.length > 0 ? [] : repairsOf(context, table, run, implied),
        };
      }
    }
  },
});

/** The rows that the table lacks, those that follow each other in the form together. */
function missingRuns(context: Context, table: TableReading): Row[][] {
  const { report } = context;
  const { rows } = tableOf(report.form, table.id);
  if (table.rows.length === rows.length) return [];
  const present = new Set(table.rows.map(({ row }) => row));
  const runs: Row[][] = [];
  let last = -2;
  for (const [index, row] of rows.entries()) {
    // A row that is merged with another is told by another rule.
    if (present.has(index) || isMerged(report, row) || isRowUnwritten(context, table.id, index)) continue;
    if (last === index - 1) runs.at(-1)?.push(row);
    else runs.push([row]);
    last = index;
  }
  return runs;
}
