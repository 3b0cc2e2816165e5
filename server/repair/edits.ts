import { rowAndColumn } from '../form/form';
import { saysMore } from '../report/cell-words';
import type { Edit } from '../report/finding';
import { isEmpty } from '../report/report';
import { keepingUnseen } from '../report/unseen';
import type { Context } from '../rules/rule';
import { filledRow } from '../rules/table/support/insert';
import { fold } from '../text/fold';
import { inThousands } from '../text/numerals';
import type { Change } from './sheet';

/** The edits that write changes into the text; undefined where one of them has no place there. */
export function editsOf(context: Context, changes: readonly Change[]): Edit[] | undefined {
  const { cells, form } = context.report;
  const isLost = ({ cell }: Change): boolean => isEmpty(cells[cell]) || cells[cell]?.kind === 'absent';
  const values = new Map(changes.filter(isLost).map(({ cell, to }) => [cell, to]));
  const rows = new Set([...values.keys()].map((cell) => rowAndColumn(form, cell).row));
  const edits = [
    ...changes.filter((change) => !isLost(change)).map((change) => editOf(context, change)),
    ...[...rows].flatMap(
      (row): readonly (Edit | undefined)[] => filledRow(context, row, values) ?? [undefined],
    ),
  ];
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

function editOf({ report, text }: Context, { cell: index, from, to }: Change): Edit | undefined {
  const cell = report.cells[index];
  const spec = report.form.cells[index];
  if (!cell || !spec || cell.kind === 'merged' || (cell.kind === 'count' && cell.broken)) return undefined;
  const printed = text.slice(cell.span.start, cell.span.end);
  if (cell.kind === 'text' && saysMore(printed)) return undefined;
  const edit = { span: cell.span, newText: inStyleOf(printed, to), cell: spec.path, from, to };
  return keepingUnseen(text, report.shown, edit);
}
