import { tableOf } from '../../form/form';
import { official } from '../../form/written';
import { itemsOf } from '../../parse/tokens/labelled-tokens';
import { viewOf } from '../../parse/view/view';
import type { Report, RowReading, TableReading } from '../../report/report';
import { bare } from '../../rules/structure/support/headings';
import { cover, type Span } from '../../text/span';
import { printedLabels } from './labels';

/** What stands over some rows of a table: 第二十条第（一）项, 三、本年度办理结果, （三）不予公开. */
export interface Caption {
  readonly name: string;
  /** Where it is printed. */
  readonly span: Span;
  /** From there to the end of its last row; two of these lie in each other or apart. */
  readonly reach: Span;
  /** The rows below it, in the order of the text; never none. */
  readonly rows: readonly RowReading[];
}

/** The captions over rows of a table, those that hold others first; none where they are not printed, or rows stand beside each other. */
export function captionsOf(report: Report, text: string, reading: TableReading): readonly Caption[] {
  const { groups } = tableOf(report.form, reading.id);
  if (areBesideEachOther(reading.rows)) return [];
  return groups.length > 0 ? groupsOf(report, text, reading) : articlesOf(report, text, reading);
}

/** Says whether rows reach over each other's figures. */
export function areBesideEachOther(rows: readonly { readonly span: Span }[]): boolean {
  const sorted = [...rows].sort((a, b) => a.span.start - b.span.start);
  return sorted.some(({ span }, at) => span.start < (sorted[at - 1]?.span.end ?? 0));
}

const captionOf = (name: string, span: Span, rows: readonly RowReading[]): Caption[] => {
  const reach = cover([span, ...rows.map((row) => row.span)]);
  return reach && rows.length > 0 ? [{ name, span, reach, rows }] : [];
};

/** The labels over the rows of 表三. Each stands before its first row and behind the row before that, and its rows stand together. */
function groupsOf(report: Report, text: string, reading: TableReading): readonly Caption[] {
  const { rows: formRows, groups } = tableOf(report.form, reading.id);
  const [whole] = groups;
  const labels = printedLabels(report, text, reading).filter(({ kind }) => kind === 'group');
  const rows = [...reading.rows].sort((a, b) => a.span.start - b.span.start);
  return groups.flatMap((group): Caption[] => {
    const isIn = ({ row }: RowReading): boolean => {
      const own = formRows[row]?.group;
      return own === group.id || (group === whole && own !== undefined);
    };
    const first = rows.findIndex(isIn);
    const last = rows.findLastIndex(isIn);
    const own = rows.slice(Math.max(0, first), last + 1);
    const from = rows[first - 1]?.span.end ?? reading.span.start;
    const to = own[0]?.span.start ?? from;
    const label = labels.find(({ id, span }) => id === group.id && from <= span.start && span.end <= to);
    return label && own.every(isIn) ? captionOf(official.group(group), label.span, own) : [];
  });
}

/** The articles of the Regulations over the rows of 表二, each of which reaches down to the next. */
function articlesOf(report: Report, text: string, reading: TableReading): readonly Caption[] {
  const { rows } = tableOf(report.form, reading.id);
  const names = [...new Set(rows.map(({ under }) => under))].filter((under) => under !== '');
  if (names.length === 0) return [];
  const from = report.sections.findLast(({ span }) => span.start <= reading.span.start)?.span.start ?? 0;
  const known = names.map(bare);
  const spans = itemsOf(viewOf(text)).items.flatMap(({ token: { start, end }, meanings }): Span[] => {
    if (start < from || end > reading.span.end || !meanings.some(({ kind }) => kind === 'header')) return [];
    const letters = bare(text.slice(start, end));
    return known.some((each) => letters.includes(each)) ? [{ start, end }] : [];
  });
  return spans.flatMap((span, at) => {
    const end = spans[at + 1]?.start ?? reading.span.end;
    return captionOf(
      text.slice(span.start, span.end),
      span,
      reading.rows.filter((row) => span.end <= row.span.start && row.span.end <= end),
    );
  });
}
