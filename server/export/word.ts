import type { Analysis } from '../analysis';
import { type NewBlock, type NewCell, newDocument } from '../documents/new';
import { type TableId, tableIds, tableOf } from '../form/form';
import { gridOf } from '../form/grid';
import { type Cell, tableReading } from '../report/report';
import { lineIn } from '../text/plain';
import type { Span } from '../text/span';
import { paragraphsOf, seen } from './paragraphs';

/** A report as a .docx in the shape of the form, and what of it has no place there. */
export interface WordExport {
  readonly bytes: Uint8Array;
  /** In words, for people; empty where all is in the document. */
  readonly left: readonly string[];
}

/** Writes a report as a document of a word processor: its text as it stands, its tables as the form prints them. */
export function exportWord(analysis: Analysis): WordExport {
  const { report } = analysis;
  const first = report.sections[0]?.span.start ?? analysis.text.length;
  const title: NewBlock[] = report.title ? [{ kind: 'title', text: report.title.value }] : [];
  const blocks: NewBlock[] = [
    ...title,
    ...proseOf(analysis, { start: report.title?.span.end ?? 0, end: first }),
    ...report.sections.flatMap(({ id, heading, body }): NewBlock[] => [
      ...(heading ? [{ kind: 'heading' as const, text: lineIn(report.shown, heading.span) }] : []),
      ...proseOf(analysis, body),
      ...tableIds.filter((each) => each === id).flatMap((each) => tableBlocks(analysis, each)),
    ]),
  ];
  return { bytes: newDocument(blocks), left: leftOf(analysis) };
}

const proseOf = (analysis: Analysis, stretch: Span): NewBlock[] =>
  paragraphsOf(analysis, stretch).flatMap((span): NewBlock[] => {
    const text = seen(analysis.report.shown, span).trim();
    return text === '' ? [] : [{ kind: 'paragraph', text }];
  });

function tableBlocks({ report }: Analysis, id: TableId): NewBlock[] {
  if (!tableReading(report, id)) return [];
  const { head, body } = gridOf(report.form, id);
  const rows = [...head, ...body].map((row) =>
    row.map(
      ({ text, columns, rows: height, figure }): NewCell => ({
        text: figure === undefined ? text : printed(report.shown, report.cells[figure]),
        columns,
        rows: height,
        isFigure: figure !== undefined,
      }),
    ),
  );
  return [{ kind: 'table', rows, headRows: head.length }];
}

/** What stands in a cell, word for word. */
const printed = (shown: string, cell: Cell | undefined): string =>
  !cell || cell.kind === 'absent' || cell.kind === 'merged'
    ? ''
    : lineIn(shown, ('printed' in cell && cell.printed) || cell.span);

function leftOf({ report }: Analysis): string[] {
  return [
    ...report.tables.flatMap(({ id, unplaced }) =>
      unplaced.length > 0
        ? [`${tableOf(report.form, id).name}里有 ${unplaced.length} 个数没有归入任何一格`]
        : [],
    ),
    ...(report.unread ? ['文件后面还有没有读的文字'] : []),
  ];
}
