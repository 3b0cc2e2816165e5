import type { Analysis } from '../analysis';
import { tableOf } from '../form/form';
import { tableLines } from '../form/written';
import type { Report } from '../report/report';
import { type Block, blocksOf } from './blocks';
import { printedIn } from './printed';

/** Writes a report as Markdown: its text as it stands, its tables with pipes, rows that it does not have left out. */
export const exportMarkdown = (analysis: Analysis): string =>
  `${blocksOf(analysis)
    .map((block) => linesOf(analysis.report, block).join('\n'))
    .join('\n\n')}\n`;

const marks = { title: '# ', heading: '## ', paragraph: '' } as const;

function linesOf(report: Report, block: Block): readonly string[] {
  if (block.kind !== 'table') return [`${marks[block.kind]}${plain(block.text)}`];
  const absent = absentRows(report, block.id);
  return tableLines(report.form, block.id, 'markdown', {
    figure: (cell) => (absent.has(cell) ? undefined : plain(printedIn(report, cell))),
  });
}

/** The cells of rows of which the report has none. */
function absentRows({ form, cells }: Report, id: Parameters<typeof tableOf>[1]): ReadonlySet<number> {
  const rows = tableOf(form, id).rows.map(({ firstCell, columns }) =>
    columns.map((_, column) => firstCell + column),
  );
  const isThere = (index: number): boolean => !/^(?:absent|merged)$/u.test(cells[index]?.kind ?? '');
  return new Set(rows.filter((own) => !own.some(isThere)).flat());
}

/** What would be a mark of Markdown, or end a cell. Signs at the beginning of a line make it a list or a heading. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_~|[\]]|^[#>+-](?=\s)/gu, '\\$&')
    .replace(/[<&]/gu, (each) => (each === '<' ? '&lt;' : '&amp;'));
