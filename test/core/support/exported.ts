import { type Analysis, analyze } from '../../../server/analysis';
import { readXlsx } from '../../../server/documents/sheets/xlsx';
import { readDocx } from '../../../server/documents/word/docx';
import { exportedAs } from '../../../server/export/exporting';
import type { ExportName } from '../../../server/export/kinds';
import { lineIn } from '../../../server/text/plain';

/** What is written of a report. */
export const contentOf = (to: ExportName, analysis: Analysis): Uint8Array | string =>
  exportedAs(to, [{ file: '甲.txt', analysis }]).content;

/** A report that was exported and is read again. */
export function again(to: ExportName, analysis: Analysis): Analysis {
  const content = contentOf(to, analysis);
  if (typeof content === 'string') return analyze(content);
  return analyze((to === 'xlsx' ? readXlsx(content) : readDocx(content)).text);
}

/** What stands in a cell, whatever it is called; the form as it is printed has a place for each. */
export const cellsOf = ({ report }: Analysis): string[] =>
  report.cells.map((cell) => {
    if (cell.kind === 'count') return `${cell.value}`;
    if (cell.kind === 'mark' || cell.kind === 'text')
      return lineIn(report.shown, ('printed' in cell && cell.printed) || cell.span);
    return '';
  });
