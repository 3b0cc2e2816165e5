import { type Form, type Group, type Row, type Section, type TableId, tableOf } from './form';

// The form as clerks write it down: the headings, and the tables with zeros, in the layouts of plain text.

/** How the cells of a row are set off from each other: `0\t0`, `0 | 0`, or as a table of Markdown. */
export type CellLayout = 'tab' | 'pipe' | 'markdown';

const numerals = '一二三四五六';

/** The official heading of a section with its number, e.g. 一、总体情况. */
export const headingText = ({ number, heading }: Section): string => `${numerals[number - 1]}、${heading}`;

/** How 总体情况 is divided: the five matters of 国办公开办函〔2021〕30号. */
export const overviewParts: readonly string[] = [
  '主动公开',
  '依申请公开',
  '政府信息管理',
  '政府信息公开平台建设',
  '监督保障',
];

/** The number of a part of a section: （二）; up to six. */
export const partNumber = (value: number): string => `（${numerals[value - 1] ?? ''}）`;

type Cells = readonly string[];

/** What stands in a cell, by its index in `Form.cells`. */
export type Figure = (cell: number) => string;

const zero: Figure = () => '0';

/** A table, or a part of one that has a head of its own. */
interface Part {
  /** Stands over the part, in a line of its own. */
  readonly caption: string;
  readonly head: readonly Cells[];
  /** Lines of a row of the form, by the row's index: the labels of groups that begin there, and the row itself. */
  readonly body: readonly { readonly row: number; readonly lines: readonly Cells[] }[];
}

/** Where the lines of a table begin, and what is in its cells; from its head on, and 0 in every cell, where that is left out. */
interface Content {
  /** Rows of the form before this one stand already; a part whose first rows do goes on without its head. */
  readonly from?: number;
  readonly figure?: Figure;
}

/** The lines of a table of the form in a layout. */
export function tableLines(
  form: Form,
  id: TableId,
  layout: CellLayout,
  { from = 0, figure = zero }: Content = {},
): readonly string[] {
  const line = lineIn[layout];
  const parts = partsOf(form, id, { layout, figure }).filter(({ body }) =>
    body.some(({ row }) => row >= from),
  );
  return parts.flatMap((part, index) => {
    const { caption, head, body } = part;
    const isBegun = (body[0]?.row ?? 0) < from;
    const rows = body.filter(({ row }) => row >= from).flatMap(({ lines }) => lines);
    if (isBegun) return rows.map(line);
    if (layout !== 'markdown') return [...(caption ? [caption] : []), ...[...head, ...rows].map(line)];
    const width = Math.max(...head.map((cells) => cells.length));
    const ruler = Array.from({ length: width }, (_, column) => (column === 0 ? '---' : '---:'));
    const full = rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
    const above = [...(index > 0 || from > 0 ? [''] : []), ...(caption ? [caption, ''] : [])];
    return [...above, ...[...head, ruler, ...full].map(line)];
  });
}

/** A row of the form in a layout, without what stands above it; its figures as `figure` has them. */
export const rowLine = (row: Row, layout: CellLayout, figure: Figure = zero): string =>
  lineIn[layout](labelled(row, { layout, figure }));

const lineIn: Readonly<Record<CellLayout, (cells: Cells) => string>> = {
  tab: (cells) => cells.join('\t'),
  pipe: (cells) => cells.join(' | '),
  markdown: (cells) => `| ${cells.join(' | ')} |`,
};

interface Style {
  readonly layout: CellLayout;
  readonly figure: Figure;
}

function partsOf(form: Form, id: TableId, style: Style): readonly Part[] {
  const { rows, sideBySide, groups, headers } = tableOf(form, id);
  if (sideBySide) return [style.layout === 'markdown' ? rowByRow(rows, style) : beside(rows, style)];
  if (groups.length > 0) return [grouped(rows, groups, headers, style)];
  const heads = [...new Set(rows.map(({ under }) => under))];
  return heads.map((caption) => {
    const own = rows.flatMap((row, index) => (row.under === caption ? [{ row, index }] : []));
    const labels = own[0]?.row.columns.map(({ label }) => label) ?? [];
    return {
      caption,
      head: [[headers.at(-1) ?? '', ...labels]],
      body: own.map(({ row, index }) => ({ row: index, lines: [labelled(row, style)] })),
    };
  });
}

const figures = ({ columns, firstCell }: Row, { figure }: Style): Cells =>
  columns.map((_, column) => figure(firstCell + column));

const labelled = (row: Row, style: Style): Cells => [`${row.number}${row.label}`, ...figures(row, style)];

/** 表三: the labels of groups are lines of their own; only Markdown cannot merge cells of the head. */
function grouped(rows: readonly Row[], groups: readonly Group[], headers: Cells, style: Style): Part {
  const [note = '', , applicants = '', organisations = ''] = headers;
  const labels = rows[0]?.columns.map(({ label }) => label) ?? [];
  const [first = '', ...others] = labels;
  const [last = '', ...inner] = [others.at(-1) ?? '', ...others.slice(0, -1)];
  const head =
    style.layout === 'markdown'
      ? [[`（${note}）`, ...labels]]
      : [
          [`（${note}）`, applicants],
          ['', first, organisations, last],
          ['', '', ...inner, ''],
        ];
  const begun = new Set<string | undefined>([undefined]);
  const body = rows.map((row, index) => {
    const group = begun.has(row.group) ? undefined : groups.find(({ id }) => id === row.group);
    begun.add(row.group);
    const label = group ? `${group.number}${group.label}` : '';
    const isOwn = label === `${row.number}${row.label}`;
    return { row: index, lines: [...(label === '' || isOwn ? [] : [[label]]), labelled(row, style)] };
  });
  return { caption: '', head, body };
}

/** 表四 as it is printed: the rows beside each other, their labels above one line of figures. */
function beside(rows: readonly Row[], style: Style): Part {
  const alone = rows.filter(({ under }) => under === '');
  const others = rows.filter(({ under }) => under !== '');
  const outcomes = (some: readonly Row[]): Cells =>
    some.flatMap(({ columns }) => columns.map(({ label }) => label));
  const head = [
    [...alone.map(({ label }) => label), ...new Set(others.map(({ under }) => under))],
    [...outcomes(alone), ...others.map(({ label }) => label)],
    [...outcomes(alone).map(() => ''), ...outcomes(others)],
  ];
  return { caption: '', head, body: [{ row: 0, lines: [rows.flatMap((row) => figures(row, style))] }] };
}

/** 表四 with a line for every row. */
function rowByRow(rows: readonly Row[], style: Style): Part {
  const head = [['类别', ...(rows[0]?.columns.map(({ label }) => label) ?? [])]];
  const label = (row: Row): string => (row.under === '' ? row.label : `${row.under}（${row.label}）`);
  return {
    caption: '',
    head,
    body: rows.map((row, index) => ({ row: index, lines: [[label(row), ...figures(row, style)]] })),
  };
}
