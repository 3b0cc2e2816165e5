import { mark } from '../text/say';

/** A kind of file that reports are exported as. */
interface ExportKind {
  readonly name: string;
  /** What it is for. */
  readonly purpose: string;
  readonly ending: string;
  /** Whether it is no text. */
  readonly isBinary: boolean;
}

/** What reports are exported as, the usual first. */
export const exportKinds = {
  json: {
    name: 'JSON',
    purpose: mark`给程序：各格的数、正文的说法、勾稽关系`,
    ending: '.json',
    isBinary: false,
  },
  docx: {
    name: 'Word',
    purpose: mark`整份年报，格式规定的样子，可以交上去`,
    ending: '.docx',
    isBinary: true,
  },
  xlsx: { name: 'Excel', purpose: mark`三张表，一张一页，合计是公式`, ending: '.xlsx', isBinary: true },
  csv: { name: 'CSV', purpose: mark`三张表的每一格一行，供统计`, ending: '.csv', isBinary: false },
  md: { name: 'Markdown', purpose: mark`整份年报，表格用竖线`, ending: '.md', isBinary: false },
  html: { name: 'HTML', purpose: mark`整份年报，可以发布的网页`, ending: '.html', isBinary: false },
} as const satisfies Readonly<Record<string, ExportKind>>;

export type ExportName = keyof typeof exportKinds;

/** The names of all kinds, the usual first. */
export const exportNames = Object.keys(exportKinds) as readonly ExportName[];
