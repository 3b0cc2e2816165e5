/** What a report is before another program converts it: a sample as it is, or what our export makes of one. */
export type Origin = 'txt' | 'md' | 'html' | 'our docx' | 'our xlsx';

/** A way of a report through another program into a file that is read again. */
export interface Route {
  readonly from: Origin;
  readonly by: 'LibreOffice' | 'pandoc';
  /** What it becomes: the ending of the file. */
  readonly to: string;
  /** What is not what it was afterwards; all else is. */
  readonly loses?: Loss;
}

interface Loss {
  /** The places of the export, as `applications.received.total`, that may differ. */
  readonly places: RegExp;
  /** What it is and why, as docs/conversions.md says it. */
  readonly words: string;
}

export const routes: readonly Route[] = [
  { from: 'txt', by: 'LibreOffice', to: 'doc' },
  { from: 'txt', by: 'LibreOffice', to: 'html' },
  { from: 'html', by: 'LibreOffice', to: 'docx' },
  { from: 'html', by: 'LibreOffice', to: 'pdf' },
  { from: 'our docx', by: 'LibreOffice', to: 'docx' },
  { from: 'our docx', by: 'LibreOffice', to: 'doc' },
  { from: 'our docx', by: 'LibreOffice', to: 'pdf' },
  { from: 'our docx', by: 'LibreOffice', to: 'html' },
  { from: 'our xlsx', by: 'LibreOffice', to: 'xlsx' },
  { from: 'our xlsx', by: 'LibreOffice', to: 'html' },
  { from: 'md', by: 'pandoc', to: 'docx' },
  { from: 'md', by: 'pandoc', to: 'html' },
  { from: 'html', by: 'pandoc', to: 'docx' },
  {
    from: 'html',
    by: 'pandoc',
    to: 'txt',
    loses: {
      places: /^(?:applications|disputes)\b/u,
      words:
        '表三、表四：pandoc 在纯文本里不写有合并单元格的表，只写“[TABLE]”。读的时候说明没有读到表，不当作 0',
    },
  },
  { from: 'our docx', by: 'pandoc', to: 'docx' },
  { from: 'our docx', by: 'pandoc', to: 'html' },
  { from: 'our docx', by: 'pandoc', to: 'md' },
  { from: 'our xlsx', by: 'LibreOffice', to: 'xls' },
];

const origins: Readonly<Record<Origin, string>> = {
  txt: '文本',
  md: 'Markdown',
  html: '网页',
  'our docx': '导出的 Word',
  'our xlsx': '导出的 Excel（只有表）',
};

/** The rows of the table in docs/conversions.md. */
export const tableOfRoutes = (): string[] =>
  routes.map(
    ({ from, by, to, loses }) => `| ${origins[from]} | ${by} | .${to} | ${loses ? loses.words : '一样'} |`,
  );
