import { flat, gridsOf, kept } from './grid';
import { type Layout, layout } from './page';
import type { Sheet, SheetRow } from './sheet';

// What converters from PDF and readers of images make of a report: every group of rows a table of its own.

const ruler = (width: number): string => `|${'---|'.repeat(width)}`;
const line = (texts: readonly string[]): string => `| ${texts.map(flat).join(' | ')} |`;
const labelOf = (sheet: Sheet, { number, label }: SheetRow): string =>
  label === undefined ? '' : sheet.ink(`${number}${label}`);
const figuresOf = ({ cells }: SheetRow): string[] => cells.filter((text) => text !== undefined);

/** Table 二 with a heading and a table for each item of Article 20. */
function disclosure(sheet: Sheet): string[] {
  const [grid] = gridsOf(sheet, 'proactiveDisclosure');
  const lines: string[] = [];
  for (const row of grid?.body ?? []) {
    const texts = kept(row).map(({ text }) => text);
    const [first] = row;
    if (first?.role !== 'head') lines.push(line(texts));
    else if (texts.length === 1) lines.push('', `### ${texts[0]}`);
    else lines.push('', line(texts), ruler(texts.length));
  }
  return lines;
}

/** Table 三 with a heading and a table for each group; `heads` are the labels above the figures. */
function applications(sheet: Sheet, heads: readonly string[]): string[] {
  const lines: string[] = [];
  let group: string | undefined = 'none';
  for (const row of sheet.rows.applications) {
    if (row.lost) continue;
    const own = sheet.groups.find(({ id }) => id === row.group);
    if (row.group !== group || row.group === undefined || row.group === 'results') {
      const results = sheet.groups.find(({ id }) => id === 'results');
      if (row.group && group === undefined) lines.push('', `### ${results?.number}${results?.label}`);
      const isGroup = own !== undefined && own.id !== 'results';
      lines.push('', `### ${isGroup ? `${own.number}${own.label}` : labelOf(sheet, row)}`);
      lines.push(line(['类别', ...heads]), ruler(heads.length + 1));
      group = row.group;
      if (own?.cells) lines.push(line([own.label, ...own.cells]));
    }
    lines.push(line([...(row.label === undefined ? [] : [labelOf(sheet, row)]), ...figuresOf(row)]));
  }
  return lines;
}

function disputes(sheet: Sheet): string[] {
  return gridsOf({ ...sheet, disputes: 'blocks' }, 'disputes').flatMap(({ caption, head, body }) => [
    '',
    `### ${caption}`,
    ...head.map((row) => line(row.map(({ text }) => text))),
    ruler(5),
    ...body.map((row) => line(kept(row).map(({ text }) => text))),
  ]);
}

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'] as const;
const generic = ['数据1', '数据2', '数据3', '数据4', '数据5', '数据6', '总计'] as const;

/** The whole report with a table for every group, headed by `heads`. */
const grouped =
  (heads: readonly string[]) =>
  (sheet: Sheet): string => {
    const lines = [`# ${sheet.title.join('')}`, '', ...sheet.preface];
    for (const { id, heading, paragraphs } of sheet.sections) {
      if (heading !== undefined) lines.push('', `## ${heading}`, '');
      lines.push(...paragraphs.flatMap((text) => [text, '']));
      if (id === 'proactiveDisclosure') lines.push(...disclosure(sheet));
      if (id === 'applications') lines.push(...applications(sheet, heads));
      if (id === 'disputes') lines.push(...disputes(sheet));
    }
    return `${[...lines, '', ...sheet.signature].join('\n')}\n`;
  };

/** Markdown with a table for every group of rows. */
export const markdownLayouts: readonly Layout[] = [
  layout('gfm-groups', {}, grouped(columns)),
  layout('gfm-groups-generic', {}, grouped(generic)),
];
