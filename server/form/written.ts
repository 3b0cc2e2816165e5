import { type Column, type Form, type Group, type Row, type Section, type TableId, tableOf } from './form';

// The form as clerks write it down: the headings, and the tables with zeros, in the layouts of plain text.

/** How the cells of a row are set off from each other: `0\t0`, `0 | 0`, as a table of Markdown, or with pipes below each other. */
export type CellLayout = RowLayout | 'aligned';

/** The same where a row stands alone. */
export type RowLayout = 'tab' | 'pipe' | 'markdown';

/** The numeral that headings and their parts are numbered by, from 1 to 10 (二 and not 两); empty for any other number. */
export const numeralOf = (value: number): string => '一二三四五六七八九十'.charAt(value - 1);

/** The official heading of a section with its number, e.g. 一、总体情况. */
export const headingText = ({ number, heading }: Section): string => `${numeralOf(number)}、${heading}`;

/** How 总体情况 is divided: the five matters of 国办公开办函〔2021〕30号. */
export const overviewParts: readonly string[] = [
  '主动公开',
  '依申请公开',
  '政府信息管理',
  '政府信息公开平台建设',
  '监督保障',
];

/** How the section on problems is divided, by its heading. */
export const problemParts: readonly string[] = ['存在的主要问题', '改进情况'];

/** The number of a part of a section: （二）; up to ten. */
export const partNumber = (value: number): string => `（${numeralOf(value)}）`;

type Cells = readonly string[];

/** What stands in a cell, by its index in `Form.cells`; undefined for a cell that is not there. */
export type Figure = (cell: number) => string | undefined;

const zero: Figure = () => '0';

/** How labels are worded, their numbers with them. */
export interface Wording {
  readonly row: (row: Row) => string;
  readonly group: (group: Group) => string;
  readonly column: (column: Column, row: Row) => string;
  /** What stands over rows and columns and names none of them: 信息内容, 申请人情况, 行政诉讼. */
  readonly over: (words: string) => string;
}

const nameOf = ({ number, label }: Row | Group): string => `${number}${label}`;

/** The words of the form itself. */
export const official: Wording = {
  row: nameOf,
  group: nameOf,
  column: ({ label }) => label,
  over: (words) => words,
};

/** A table, or a part of one that has a head of its own. */
interface Part {
  /** Stands over the part, in a line of its own. */
  readonly caption: string;
  readonly head: readonly Cells[];
  /** Lines of a row of the form, by the row's index: the labels of groups that begin there, and the row itself. */
  readonly body: readonly { readonly row: number; readonly lines: readonly Cells[] }[];
}

/**
 * Where the lines of a table begin, and what is in them; from its head on, with 0 in every cell and labels worded officially, where
 * that is left out. A row of which no cell is there is left out.
 */
interface Content {
  /** Rows of the form before this one stand already; a part whose first rows do goes on without its head. */
  readonly from?: number;
  readonly figure?: Figure;
  readonly wording?: Wording;
  /** How much room a text takes on its line, where cells stand below each other. */
  readonly widthOf?: (text: string) => number;
}

/** The lines of a table of the form in a layout. */
export function tableLines(
  form: Form,
  id: TableId,
  layout: CellLayout,
  { from = 0, figure = zero, wording = official, widthOf = ({ length }) => length }: Content = {},
): readonly string[] {
  const style = { isFlat: isFlat(layout), figure, wording };
  const parts = partsOf(form, id, style).filter(({ body }) => body.some(({ row }) => row >= from));
  return parts.flatMap(({ caption, head, body }, index) => {
    const isBegun = (body[0]?.row ?? 0) < from;
    const rows = body.filter(({ row }) => row >= from).flatMap(({ lines }) => lines);
    const all = isBegun ? rows : [...head, ...rows];
    if (layout === 'aligned') return [...(isBegun || !caption ? [] : [caption]), ...inColumns(all, widthOf)];
    const line = lineIn[layout];
    if (isBegun) return rows.map(line);
    if (layout !== 'markdown') return [...(caption ? [caption] : []), ...all.map(line)];
    const width = Math.max(...head.map((cells) => cells.length));
    const full = rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
    const above = [...(index > 0 || from > 0 ? [''] : []), ...(caption ? [caption, ''] : [])];
    return [...above, ...tableHead(head[0] ?? []), ...full.map(line)];
  });
}

/** The lines of all heads of a table, cell by cell. */
export const headLines = (form: Form, id: TableId, layout: CellLayout): readonly Cells[] =>
  partsOf(form, id, { isFlat: isFlat(layout), figure: zero, wording: official }).flatMap(({ head }) => head);

const isFlat = (layout: CellLayout): boolean => layout === 'markdown' || layout === 'aligned';

/** A row of the form in a layout, without what stands above it; its figures as `figure` has them. */
export const rowLine = (row: Row, layout: RowLayout, figure: Figure = zero): string =>
  lineIn[layout]([official.row(row), ...figures(row, figure)]);

/** Cells as a line of a layout. */
export const lineFrom = (cells: Cells, layout: RowLayout): string => lineIn[layout](cells);

/** The head of a table of Markdown: its labels, and the line below them that sets figures to the right. */
export const tableHead = (labels: Cells): readonly string[] =>
  [labels, labels.map((_, column) => (column === 0 ? '---' : '---:'))].map(lineIn.markdown);

const lineIn: Readonly<Record<RowLayout, (cells: Cells) => string>> = {
  tab: (cells) => cells.join('\t'),
  pipe: (cells) => cells.join(' | '),
  markdown: (cells) => `| ${cells.join(' | ')} |`,
};

/** Lines of which the cells of a column are equally wide: labels from the left, figures from the right. */
function inColumns(lines: readonly Cells[], widthOf: (text: string) => number): string[] {
  const widths: number[] = [];
  for (const cells of lines.filter(({ length }) => length > 1)) {
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell));
  }
  const padded = (cell: string, at: number): string => {
    const room = ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell)));
    return at === 0 ? cell + room : room + cell;
  };
  return lines.map((cells) => (cells.length > 1 ? cells.map(padded).join(' | ') : cells.join('')));
}

interface Style {
  /** Whether the head has one line, since no cell of it can be merged. */
  readonly isFlat: boolean;
  readonly figure: Figure;
  readonly wording: Wording;
}

function partsOf(form: Form, id: TableId, style: Style): readonly Part[] {
  const { rows, sideBySide, groups, headers } = tableOf(form, id);
  if (sideBySide) return [style.isFlat ? rowByRow(rows, style) : beside(rows, style)];
  if (groups.length > 0) return [grouped(rows, groups, headers, style)];
  const heads = [...new Set(rows.map(({ under }) => under))];
  return heads.map((caption) => {
    const own = rows.flatMap((row, index) => (row.under === caption ? [{ row, index }] : []));
    return {
      caption: style.wording.over(caption),
      head: [[style.wording.over(headers.at(-1) ?? ''), ...columnsOf(own[0]?.row, style)]],
      body: own.flatMap(({ row, index }) => lineOf(row, index, style)),
    };
  });
}

const columnsOf = (row: Row | undefined, { wording }: Style): Cells =>
  row?.columns.map((column) => wording.column(column, row)) ?? [];

const figures = ({ columns, firstCell }: Row, figure: Figure): Cells =>
  columns.flatMap((_, column) => figure(firstCell + column) ?? []);

/** A row with its label, as the lines of a body; none where no cell of it is there. */
function lineOf(row: Row, index: number, style: Style, label = style.wording.row(row)): Part['body'] {
  const cells = figures(row, style.figure);
  return cells.length > 0 ? [{ row: index, lines: [[label, ...cells]] }] : [];
}

/** A head that reaches over columns stands in the first of them, as where its cell is merged. */
const over = (words: string, columns: number): Cells => [words, ...Array<string>(columns - 1).fill('')];

/** 表三: the labels of groups are lines of their own; a flat head has the labels of columns alone. */
function grouped(rows: readonly Row[], groups: readonly Group[], headers: Cells, style: Style): Part {
  const [note = '', , applicants = '', organisations = ''] = headers.map(style.wording.over);
  const labels = columnsOf(rows[0], style);
  const [first = '', ...others] = labels;
  const [last = '', ...inner] = [others.at(-1) ?? '', ...others.slice(0, -1)];
  const head = style.isFlat
    ? [[`（${note}）`, ...labels]]
    : [
        [`（${note}）`, applicants],
        ['', first, ...over(organisations, inner.length), last],
        ['', '', ...inner, ''],
      ];
  const begun = new Set<string | undefined>([undefined]);
  const body = rows.flatMap((row, index) =>
    lineOf(row, index, style).map((own) => {
      const group = begun.has(row.group) ? undefined : groups.find(({ id }) => id === row.group);
      begun.add(row.group);
      const label = group ? style.wording.group(group) : '';
      const isOwn = label === style.wording.row(row);
      return { row: index, lines: [...(label === '' || isOwn ? [] : [[label]]), ...own.lines] };
    }),
  );
  return { caption: '', head, body };
}

/** 表四 as it is printed: the rows beside each other, their labels above one line of figures. */
function beside(rows: readonly Row[], style: Style): Part {
  const alone = rows.filter(({ under }) => under === '');
  const others = rows.filter(({ under }) => under !== '');
  const outcomes = (some: readonly Row[]): Cells => some.flatMap((row) => columnsOf(row, style));
  const head = [
    [
      ...alone.flatMap((row) => over(style.wording.row(row), row.columns.length)),
      ...new Set(others.map(({ under }) => style.wording.over(under))),
    ],
    [...outcomes(alone), ...others.flatMap((row) => over(style.wording.row(row), row.columns.length))],
    [...outcomes(alone).map(() => ''), ...outcomes(others)],
  ];
  return {
    caption: '',
    head,
    body: [{ row: 0, lines: [rows.flatMap((row) => figures(row, style.figure))] }],
  };
}

/** 表四 with a line for every row. */
function rowByRow(rows: readonly Row[], style: Style): Part {
  const label = (row: Row): string =>
    row.under === ''
      ? style.wording.row(row)
      : `${style.wording.over(row.under)}（${style.wording.row(row)}）`;
  return {
    caption: '',
    head: [['类别', ...columnsOf(rows[0], style)]],
    body: rows.flatMap((row, index) => lineOf(row, index, style, label(row))),
  };
}
