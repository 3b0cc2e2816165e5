import type { CellSpec } from '../../form/form';
import type { Edit } from '../../report/finding';
import type { Cell } from '../../report/report';
import type { Span } from '../../text/span';
import type { Context } from '../rule';

const separator = /^[\s|｜,，;；\u3000\u00a0]+$/u;

/**
 * The edit that writes `value` where cell `index` is absent, set off from its neighbours as the cells of its table are set off
 * from each other. Answers undefined where the text does not show how.
 */
export function insertion({ report, text }: Context, index: number, value: number): Edit | undefined {
  const spec = report.form.cells[index];
  const between = spec && separatorNear(report.cells, report.form.cells, text, spec);
  if (!spec || !between) return undefined;
  const cell = { cell: spec.path, from: null, to: value };
  const before = spec.column > 0 ? figure(report.cells[index - 1]) : undefined;
  if (before && standsAlone(text, before)) {
    return { span: at(before.end), newText: `${between}${value}`, ...cell };
  }
  const next = report.form.cells[index + 1];
  const after =
    next?.row === spec.row && next.table === spec.table ? figure(report.cells[index + 1]) : undefined;
  return after && { span: at(after.start), newText: `${value}${between}`, ...cell };
}

/** What stands between two figures of a row: of the cell's own row if it has two, else of the next best row of its table. */
function separatorNear(
  cells: readonly Cell[],
  specs: readonly CellSpec[],
  text: string,
  { table, row }: CellSpec,
): string | undefined {
  const ofTable = specs.filter((spec) => spec.table === table && spec.column > 0);
  for (const { index } of [...ofTable.filter((spec) => spec.row === row), ...ofTable]) {
    const [first, second] = [figure(cells[index - 1]), figure(cells[index])];
    const between = first && second ? text.slice(first.end, second.start) : '';
    if (separator.test(between)) return between;
  }
  return undefined;
}

function figure(cell: Cell | undefined): Span | undefined {
  return cell?.kind === 'count' || cell?.kind === 'mark' ? cell.span : undefined;
}

// A unit or a note behind the digits belongs to the cell; nothing can be put between them.
const standsAlone = (text: string, { end }: Span): boolean =>
  end === text.length || separator.test(text.charAt(end));

const at = (offset: number): Span => ({ start: offset, end: offset });

/**
 * Where in the text a figure is written into a cell of which `span` is the place: over the mark in it; in a blank one before the tag
 * that closes it, and set off from what stands behind it as the cell's own padding sets it off.
 */
export function placeWithin(text: string, span: Span): Span {
  if (span.end > span.start) return span;
  const before = text.slice(Math.max(0, span.start - closingTag), span.start);
  const closing = /<\/t[dh]\s*>\s*$/iu.exec(before);
  if (closing) return at(span.start - closing[0].length);
  return before.endsWith('  ') ? at(span.start - 1) : span;
}

/** A closing tag with blanks behind it is looked for in so many characters. */
const closingTag = 40;
