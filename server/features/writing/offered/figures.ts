import { tableIds } from '../../../form/form';
import { type Implied, impliedBy } from '../../../report/implied';
import type { Cell, RowReading } from '../../../report/report';
import { valueOf } from '../../../report/report';
import { clauses } from '../../../report/told';
import { carriedOf } from '../../../rules/neighbours/support/carried';
import { pairOf } from '../../../rules/neighbours/support/last-year';
import { lineStart } from '../../../rules/place';
import { say } from '../../../text/say';
import type { Span } from '../../../text/span';
import { equationName } from '../../explaining/equations';
import { locate } from '../../places/locate';
import type { Offer, Spot } from './spot';

/** What the cell at the place has to be, and the one that is lacking behind it. */
export const figureOffers = (spot: Spot): Offer[] =>
  [cellAt(spot), lackingBehind(spot)].flatMap((place) => (place ? offersFor(spot, place) : []));

/** What a cell has to be: as the equations have it, and as last year's report carried it forward. */
function offersFor(spot: Spot, { index, span, lead = '' }: CellPlace): Offer[] {
  const { report, text, neighbours } = spot.analysis;
  const known = valueOf(report.cells[index]);
  const reasons = new Map<number, readonly string[]>();
  const add = (value: number, reason: string): void =>
    void reasons.set(value, [...(reasons.get(value) ?? []), reason]);
  const pair = pairOf({ report, text, ...(neighbours && { neighbours }) });
  const carried = pair && carriedOf(report, pair.last.report).find(({ over }) => over === index);
  for (const implied of impliedBy(report, index)) add(implied.value, reasonOf(spot, index, implied));
  if (carried) add(carried.before, say`上年报告「结转下年度」的「${carried.label}」是 ${carried.before}`);
  return [...reasons]
    .filter(([value]) => value !== known)
    .map(([value, why]) => ({
      kind: 'figure',
      label: `${value}`,
      text: lead + value,
      span,
      detail: clauses(why),
    }));
}

interface CellPlace {
  readonly index: number;
  readonly span: Span;
  /** What sets it off from the figure before it, where that is still to be written. */
  readonly lead?: string;
}

/** The cell that is empty or half typed at the place; undefined where none is. */
function cellAt({ analysis, offset }: Spot): CellPlace | undefined {
  const place = locate(analysis, offset);
  const here = { start: offset, end: offset };
  if (place?.kind === 'cell') {
    const { index, cell } = place;
    if (cell.kind === 'count') return cell.broken ? undefined : { index, span: cell.span };
    return { index, span: cell.kind === 'blank' ? here : cell.span };
  }
  const index = place ? -1 : absentAt(analysis, offset);
  return index < 0 ? undefined : { index, span: here };
}

/** The cell that is lacking behind the last figure of a line, where the place is right behind that; set off as that is. */
function lackingBehind({ analysis, offset, endsLine }: Spot): CellPlace | undefined {
  const { text } = analysis;
  const line = text.slice(lineStart(text, offset), offset);
  const [, mark] = /([\t|])[^\S\t\r\n]*[^\s|]+$/u.exec(line) ?? [];
  if (!endsLine || !mark) return undefined;
  const index = lackingIn(analysis, offset);
  return index < 0
    ? undefined
    : { index, span: { start: offset, end: offset }, lead: mark === '\t' ? mark : ' | ' };
}

/** The first cell that is lacking in the row which ends before the place, where a cell begins there; -1 for none. */
function absentAt(analysis: Spot['analysis'], offset: number): number {
  const { text } = analysis;
  let start = offset;
  while (/[^\S\t\r\n]/u.test(text.charAt(start - 1))) start--;
  if (!/[\t|\r\n]/u.test(text.charAt(start - 1))) return -1;
  if (!/^[^\S\r\n]*(?:\||[\r\n]|$)/u.test(text.slice(offset))) return -1;
  return lackingIn(analysis, offset);
}

/** The first cell that is lacking in the row which ends at the place, or before it with nothing in between; -1 for none. */
function lackingIn({ report, text }: Spot['analysis'], offset: number): number {
  const isUpTo = ({ span }: RowReading): boolean =>
    span.start < offset && /^[^\S\r\n|]*(?:\|[^\S\r\n]*|\r?\n)?$/u.test(text.slice(span.end, offset));
  for (const { id, rows } of report.tables) {
    const row = rows.findLast(isUpTo)?.row;
    const spec = row === undefined ? undefined : report.form.tables[tableIds.indexOf(id)]?.rows[row];
    const isLacking = (cell: Cell | undefined): boolean => cell?.kind === 'absent';
    const column = spec?.columns.findIndex((_, at) => isLacking(report.cells[spec.firstCell + at])) ?? -1;
    if (spec && column >= 0) return spec.firstCell + column;
  }
  return -1;
}

/** So many figures of a sum are written out. */
const fewest = 6;

/** `= 3 + 1，由行合计推出` */
function reasonOf({ analysis: { report } }: Spot, index: number, { value, equation }: Implied): string {
  const isLeft = equation.left.includes(index);
  const values = (side: readonly number[]): number[] =>
    side.filter((each) => each !== index).flatMap((each) => valueOf(report.cells[each]) || []);
  const [added, taken] = [equation.left, equation.right].map(values);
  const [plus = [], minus = []] = isLeft ? [taken, added] : [added, taken];
  const sum = [
    ...(plus.length > 0 ? plus : [0]).map((each) => ` + ${each}`),
    ...minus.map((each) => ` − ${each}`),
  ];
  const shown = sum.length > fewest ? say`${sum.length} 个数相加减得 ${value}` : `= ${sum.join('').slice(3)}`;
  return say`${shown}，由${equationName(equation.rule)}推出`;
}
