import type { Analysis } from '../analysis';
import { type NewBlock, type NewCell, newDocument } from '../documents/writing/new-document';
import type { TableId } from '../form/form';
import { gridOf } from '../form/grid';
import type { Report } from '../report/report';
import { blocksOf } from './blocks';
import { printedIn } from './printed';

/** Writes a report as a document of a word processor: its text as it stands, its tables as the form prints them. */
export const exportWord = (analysis: Analysis): Uint8Array =>
  newDocument(
    blocksOf(analysis).map((block) =>
      block.kind === 'table' ? tableBlock(analysis.report, block.id) : block,
    ),
  );

function tableBlock(report: Report, id: TableId): NewBlock {
  const { head, body } = gridOf(report.form, id);
  const rows = [...head, ...body].map((row) =>
    row.map(
      ({ text, columns, rows: height, figure }): NewCell => ({
        text: figure === undefined ? text : printedIn(report, figure),
        columns,
        rows: height,
        isFigure: figure !== undefined,
      }),
    ),
  );
  return { kind: 'table', rows, headRows: head.length };
}
