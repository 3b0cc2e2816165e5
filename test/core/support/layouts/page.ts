import type { TableId } from '../../../../server/form/form';
import { type Grid, gridsOf } from './grid';
import type { Sheet } from './sheet';

/** How a layout prints the parts of a report; each answers lines. */
export interface Printer {
  readonly paragraph: (text: string) => readonly string[];
  readonly heading: (text: string) => readonly string[];
  readonly title: (text: string) => readonly string[];
  readonly table: (grid: Grid) => readonly string[];
}

export const plainPrinter = {
  paragraph: (text: string) => [text],
  heading: (text: string) => [text],
  title: (text: string) => [text],
};

/** A layout: one way to write a sheet down. */
export interface Layout {
  readonly id: string;
  /** Whether an empty cell leaves a trace in the text. */
  readonly blanks: boolean;
  /** Whether a figure's place tells its column even where one before it is gone. */
  readonly places: boolean;
  /** Whether every cell has a line of its own. */
  readonly cellPerLine: boolean;
  /** Whether the text is markup, which damage to its characters must leave alone. */
  readonly markup: boolean;
  readonly render: (sheet: Sheet) => string;
}

type Traits = Partial<Omit<Layout, 'id' | 'render'>>;

/** A layout from a printer, or from a function that renders the whole sheet. */
export function layout(id: string, traits: Traits, print: Printer | ((sheet: Sheet) => string)): Layout {
  const render = typeof print === 'function' ? print : (sheet: Sheet): string => assemble(sheet, print);
  return { id, blanks: true, places: false, cellPerLine: false, markup: false, ...traits, render };
}

const tableIds: readonly string[] = ['proactiveDisclosure', 'applications', 'disputes'] satisfies TableId[];

/** The text of a sheet: title, sections with their paragraphs and tables, signature. */
export function assemble(sheet: Sheet, print: Printer): string {
  const lines: string[] = [];
  lines.push(...sheet.title.flatMap(print.title), '');
  lines.push(...sheet.preface.flatMap(print.paragraph));
  for (const { id, heading, paragraphs } of sheet.sections) {
    if (heading !== undefined) lines.push(...print.heading(heading));
    lines.push(...paragraphs.flatMap(print.paragraph));
    if (!tableIds.includes(id)) continue;
    for (const grid of gridsOf(sheet, id as TableId)) {
      if (grid.caption !== undefined) lines.push(...print.paragraph(grid.caption));
      lines.push('', ...print.table(grid), '');
    }
  }
  lines.push('', ...sheet.signature.flatMap(print.paragraph));
  return `${lines.join('\n')}\n`;
}
