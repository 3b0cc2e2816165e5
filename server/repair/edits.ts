import type { Edit } from '../report/finding';
import { isEmpty } from '../report/report';
import type { Context } from '../rules/rule';
import { insertion, placeWithin } from '../rules/table/insert';
import { fold } from '../text/fold';
import { inThousands } from '../text/numerals';
import type { Change } from './sheet';

/** The edits that write changes into the text; undefined where one of them has no place there. */
export function editsOf(context: Context, changes: readonly Change[]): Edit[] | undefined {
  const edits = changes.map((change) => editOf(context, change));
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** Writes `number` as `printed` writes its own: in full-width digits, with separators of thousands. */
function inStyleOf(printed: string, number: number): string {
  const digits = String(number);
  const separator = /\d([,，])\d/u.exec(fold(printed)) ? (/[,，]/u.exec(printed)?.[0] ?? ',') : '';
  const grouped = separator ? inThousands(digits, separator) : digits;
  if (!/[０-９]/u.test(printed)) return grouped;
  return grouped.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function editOf(context: Context, { cell: index, from, to }: Change): Edit | undefined {
  const { report, text } = context;
  const cell = report.cells[index];
  const spec = report.form.cells[index];
  if (!cell || !spec || cell.kind === 'merged' || (cell.kind === 'count' && cell.broken)) return undefined;
  if (cell.kind === 'absent') return insertion(context, index, to);
  const printed = text.slice(cell.span.start, cell.span.end);
  return {
    span: placeWithin(text, cell.span),
    newText: inStyleOf(printed, to),
    cell: spec.path,
    from: isEmpty(cell) ? null : from,
    to,
  };
}
