import type { Analysis } from '../analysis';
import { describeCell, tableOf } from '../form/form';
import { itemsOf } from '../parse/items';
import { countNumerals, type Numeral, type NumeralCounts, numeralsOf } from '../parse/numerals';
import { viewOf } from '../parse/view';
import type { NumeralClass } from '../report/numeral';
import { type Cell, type Report, valueOf } from '../report/report';
import type { Span } from '../text/span';
import { claimInWords } from './claim-hover';
import { printedLabels } from './labels';

/** A stretch of a text and what it was read as, in words. */
export interface Mark {
  readonly span: Span;
  readonly class: NumeralClass;
  readonly description: string;
}

/** How a text was read: marks that do not overlap, in the order of the text, and how many numerals each class has. */
export interface Reading {
  readonly marks: readonly Mark[];
  readonly numerals: NumeralCounts;
}

/** Shows how a text was read, place by place: cells, labels, headings, and all numerals with their classes. Made for who asks. */
export function readingOf(analysis: Analysis): Reading {
  const { report, text } = analysis;
  const numerals = numeralsOf(report, text);
  const isPart = ({ class: kind }: Numeral): boolean => kind === 'heading' || kind === 'label';
  const layers = [
    cellMarks(report, text),
    numerals.filter((each) => !isPart(each)).flatMap((each) => numeralMark(report, each)),
    sayings(report),
    words(report, text),
    numerals.filter(isPart).flatMap((each) => numeralMark(report, each)),
  ];
  return { marks: beside(layers.flat(), text), numerals: countNumerals(numerals) };
}

function cellMarks(report: Report, text: string): Mark[] {
  return report.cells.flatMap((cell, index): Mark[] => {
    const { span } = cell;
    if (span.end <= span.start) return [];
    const table = report.form.cells[index]?.table ?? 'applications';
    const name = `${tableOf(report.form, table).name}${describeCell(report.form, index)}`;
    return [{ span, class: 'cell', description: `${name}：${saying(cell, text)}` }];
  });
}

function saying(cell: Cell, text: string): string {
  if (cell.kind === 'count') return String(cell.value);
  const printed = text.slice(cell.span.start, cell.span.end).trim();
  const value = valueOf(cell);
  return value === null ? `“${printed}”，没有数` : `“${printed}”，读作 ${value}`;
}

/** What a numeral is, where no cell says more of it. */
const inWords: Readonly<Record<Exclude<NumeralClass, 'cell'>, string>> = {
  heading: '标题的序号',
  label: '表格标签里的序号、条款',
  date: '日期、时间',
  reference: '条款、文号、名称里的数',
  claim: '与同一句里的数核对',
  'other-claim': '其他事项的数量，表格里没有',
  contact: '联系方式、地址',
  ordinal: '序号、名次、页码',
  unplaced: '在表格里，但没有归入任何一格',
  unread: '在没有读的部分',
  unexplained: '没有识别出是什么数',
};

const numeralMark = (report: Report, { span, class: kind, claim }: Numeral): Mark[] =>
  kind === 'cell'
    ? []
    : [{ span, class: kind, description: claim ? claimInWords(report, claim) : inWords[kind] }];

/** Words that say none or all, with what they were compared with. */
const sayings = (report: Report): Mark[] =>
  report.claims
    .filter(({ kind }) => kind !== 'number')
    .map((claim) => ({ span: claim.span, class: 'claim', description: claimInWords(report, claim) }));

/** Headings and labels. */
function words(report: Report, text: string): Mark[] {
  const { form, sections, tables } = report;
  const headings = sections.flatMap(({ id, heading }): Mark[] => {
    const name = form.sections.find((each) => each.id === id)?.heading ?? '';
    return heading ? [{ span: heading.span, class: 'heading', description: `标题：${name}` }] : [];
  });
  const labels = tables.flatMap((reading): Mark[] => {
    const { name, rows, groups } = tableOf(form, reading.id);
    const ofRows = reading.rows.flatMap(({ row, label }): Mark[] =>
      label ? [{ span: label, class: 'label', description: `${name}的行「${rows[row]?.name}」` }] : [],
    );
    const others = printedLabels(report, text, reading).map(({ kind, id, span }): Mark => {
      const group = groups.find((each) => each.id === id)?.label;
      const column = rows.flatMap(({ columns }) => columns).find((each) => each.id === id)?.label;
      const what = kind === 'group' ? `组「${group}」` : `列「${column}」`;
      return { span, class: 'label', description: `${name}的${what}` };
    });
    return [...ofRows, ...others];
  });
  return [...headings, ...labels, ...headers(report, text)];
}

/** Words of the heads of tables that name no column: 第二十条第（一）项, 信息内容, the note over 表三. */
function headers(report: Report, text: string): Mark[] {
  return itemsOf(viewOf(text)).items.flatMap(({ token, meanings }): Mark[] => {
    const header = meanings.find(({ kind }) => kind === 'header');
    if (header?.kind !== 'header') return [];
    const { start, end } = token;
    const description = `${tableOf(report.form, header.table).name}的表头`;
    return [{ span: { start, end }, class: 'label', description }];
  });
}

/**
 * The marks without what an earlier one covers, in the order of the text: a label broken over lines reaches over the figures between
 * its pieces. Parts that are only blanks are left out.
 */
function beside(marks: readonly Mark[], text: string): Mark[] {
  const taken = new Uint8Array(text.length);
  const parts = marks.flatMap((mark) => {
    const free: Mark[] = [];
    for (let at = mark.span.start; at < mark.span.end; at++) {
      if (taken[at] === 1) continue;
      const start = at;
      while (at < mark.span.end && taken[at] === 0) at++;
      if (text.slice(start, at).trim() !== '') free.push({ ...mark, span: { start, end: at } });
    }
    taken.fill(1, mark.span.start, mark.span.end);
    return free;
  });
  return parts.sort((a, b) => a.span.start - b.span.start);
}
