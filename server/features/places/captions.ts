import { tableOf } from '../../form/form';
import { itemsOf } from '../../parse/tokens/labelled-tokens';
import { viewOf } from '../../parse/view/view';
import type { Report, TableReading } from '../../report/report';
import { bare } from '../../rules/structure/support/headings';
import type { Span } from '../../text/span';

/** What stands over some rows of a table, 第二十条第（一）项, and where it is printed. */
export interface Caption {
  readonly under: string;
  readonly span: Span;
}

/** The captions over rows of a table that has a head for each, in the order of the text; none where they are not printed or stand beside each other. */
export function captionsOf(report: Report, text: string, reading: TableReading): readonly Caption[] {
  const { rows, sideBySide } = tableOf(report.form, reading.id);
  const names = [...new Set(rows.map(({ under }) => under))].filter((under) => under !== '');
  if (sideBySide || names.length === 0) return [];
  const from = report.sections.findLast(({ span }) => span.start <= reading.span.start)?.span.start ?? 0;
  const known = names.map((under) => ({ under, letters: bare(under) }));
  return itemsOf(viewOf(text)).items.flatMap(({ token: { start, end }, meanings }): Caption[] => {
    if (start < from || end > reading.span.end || !meanings.some(({ kind }) => kind === 'header')) return [];
    const letters = bare(text.slice(start, end));
    const caption = known.find((each) => letters.includes(each.letters));
    return caption ? [{ under: caption.under, span: { start, end } }] : [];
  });
}
