import { type Form, type Row, rowAndColumn } from '../../../form/form';
import { applyEdits, type Confidence, type Edit, type Repair } from '../../../report/finding';
import type { Filling } from '../../../report/gaps';
import { impliedAmong, impliedCounts } from '../../../report/implied';
import { cellInWords, inARow } from '../../../report/told';
import { listed, say } from '../../../text/say';
import { cover, type Span } from '../../../text/span';
import type { Context } from '../../rule';
import { filledRow, type Values } from './insert';
import { readingOf } from './rows';

/**
 * The repairs that make fillings, each of them one of several unless there is no other and the row is read with the gaps there: figures
 * that are read in other columns may as well be right where they are. Where they are the same in the text, as where a
 * 0 is put among others, one names all columns that may be meant; best the cells that are read as the gaps.
 */
export function repairsOf(context: Context, fillings: readonly Filling[]): Repair[] {
  const groups = new Map<string, Filling[]>();
  for (const filling of fillings) {
    const edits = editsOf(context, filling);
    if (!edits) continue;
    const { start, end } = extentOf(context, filling.row);
    const after = applyEdits(context.text.slice(0, end), edits).slice(start);
    groups.set(after, [...(groups.get(after) ?? []), filling]);
  }
  const isRead = ({ values }: Filling): boolean =>
    [...values.keys()].every((index) => context.report.cells[index]?.kind === 'absent');
  return [...groups.values()].flatMap((group) => {
    const own = group.find(isRead) ?? group[0];
    return own
      ? repairOf(context, own, fillings.length === 1 && isRead(own) ? 'unique' : 'possible', group)
      : [];
  });
}

const editsOf = (context: Context, { report, row, values }: Filling): Edit[] | undefined =>
  filledRow({ ...context, report }, row, values);

/** Where a row stands, with its label. */
function extentOf({ report }: Context, row: Row): Span {
  const cells = report.cells.slice(row.firstCell, row.firstCell + row.columns.length);
  const spans = [readingOf(report, row)?.span, ...cells.map(({ span }) => span)];
  return cover(spans.filter((span) => span !== undefined)) ?? { start: 0, end: 0 };
}

function repairOf(
  context: Context,
  filling: Filling,
  confidence: Confidence,
  same: readonly Filling[] = [],
): Repair[] {
  const edits = editsOf(context, filling);
  return edits ? [{ title: say`补上${whatIn(filling, same)}`, confidence, edits }] : [];
}

/** What a filling puts in, and where: 「予以公开」行「商业企业」列的 2（由合计推出）. */
function whatIn({ report, row, values }: Filling, same: readonly Filling[]): string {
  const { form } = report;
  const numbers = listed([...values.values()]);
  const [[index = -1, value] = [], ...others] = values;
  const columnOf = (cell: number): string => `「${rowAndColumn(form, cell).column.label}」`;
  if (same.length > 1 && others.length === 0) {
    const columns = inARow(same.flatMap((each) => [...each.values.keys()].map(columnOf)));
    return say`「${row.name}」行的 ${numbers}（由合计推出；可能是${columns}中任何一列的，写出来都一样）`;
  }
  if (others.length === 0) return say`${cellInWords(form, index)}的 ${value ?? 0}（由合计推出）`;
  const named = namedIn(form, values);
  return same.length > 1
    ? say`「${row.name}」行的 ${numbers}（由合计推出；可能在不同的列，写出来都一样）`
    : say`「${row.name}」行的${named}（由合计推出）`;
}

/** Numbers with the columns that they belong in: 「自然人」2、「总计」3. */
export const namedIn = (form: Form, values: Values): string =>
  listed([...values].map(([index, value]) => say`「${rowAndColumn(form, index).column.label}」${value}`));

/** What is lost, where it is the same in whichever columns it belongs; empty where that is not known. */
export function lostInWords({ report: { form } }: Context, fillings: readonly Filling[]): string {
  const [only, ...others] = fillings;
  const values = only ? [...only.values.values()] : [];
  const isSame = others.every((each) => [...each.values.values()].join() === values.join());
  if (!only || !isSame) return '';
  if (others.length > 0) return say`，由合计推出是 ${listed(values)}`;
  if (values.length === 1) return say`，由合计推出应为 ${listed(values)}`;
  return say`，由合计推出应为${namedIn(form, only.values)}`;
}

/** What the equations imply where the table has other faults as well: of one cell all that they say, of several what they agree on. */
export function guessedFor({ report }: Context, absent: readonly number[]): readonly Values[] {
  const [index, ...others] = absent;
  const values = impliedAmong(report, absent);
  const known: Values[] = values.size === absent.length ? [values] : [];
  return index === undefined || others.length > 0
    ? known
    : impliedCounts(report, index).map((value) => new Map([[index, value]]));
}

/** The repairs that write what is guessed, each of them one of several. */
export const guesses = (context: Context, row: Row, guessed: readonly Values[]): Repair[] =>
  guessed.flatMap((values) => repairOf(context, { report: context.report, row, values }, 'possible'));

/** What is guessed, as far as it is one; empty where nothing is, or where equations say different things. */
export function guessedInWords({ report: { form } }: Context, guessed: readonly Values[]): string {
  const [only, ...others] = guessed;
  if (!only || only.size === 0 || others.length > 0) return '';
  return only.size === 1
    ? say`，由合计推出可能是 ${listed([...only.values()])}`
    : say`，由合计推出可能是${namedIn(form, only)}`;
}
