import { type Hint, hints } from '../../features/showing/hints';
import { describeCell, type TableId, tableOf } from '../../form/form';
import { type GridCell, type GridRow, gridOf } from '../../form/grid';
import type { Finding, Severity } from '../../report/finding';
import { type Cell, tableReading, valueOf } from '../../report/report';
import { mayBePrinted } from '../../report/unread';
import { lineIn } from '../../text/plain';
import { say } from '../../text/say';
import { printedIn } from '../printed';
import { element, type Markup } from './markup';
import { placeOf, type Subject } from './subject';

/** A table of the report, drawn as the form prints it, with what was found at its figures. */
export function tableOfReport(subject: Subject, id: TableId): Markup {
  const { report } = subject;
  const { name } = tableOf(report.form, id);
  const reading = tableReading(report, id);
  if (!reading) return element('p', { class: 'absent' }, say`没有找到${name}。`);
  const grid = gridOf(report.form, id);
  const notes = subject.isBare ? [] : hints(subject);
  const draw = (kind: string, rows: readonly GridRow[]): Markup | string =>
    rows.length > 0
      ? element(
          kind,
          {},
          rows.map((row) =>
            element(
              'tr',
              {},
              row.map((cell) =>
                cellOf(subject, cell, { notes, isHead: row.every(({ figure }) => figure === undefined) }),
              ),
            ),
          ),
        )
      : '';
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': name },
    element('table', { class: `form ${id}` }, draw('thead', grid.head), draw('tbody', grid.body)),
  );
}

interface Around {
  readonly notes: readonly Hint[];
  /** Whether its row has no figures. */
  readonly isHead: boolean;
}

function cellOf(
  subject: Subject,
  { text, columns, rows, figure }: GridCell,
  { notes, isHead }: Around,
): Markup {
  const reach = {
    colspan: columns > 1 ? columns : undefined,
    rowspan: rows > 1 ? rows : undefined,
  };
  const cell = figure === undefined ? undefined : subject.report.cells[figure];
  if (figure === undefined || !cell) {
    if (text === '') return element('td', reach);
    // What a label is the head of, for who hears the table and does not see it.
    const scope = isHead ? (columns > 1 ? 'colgroup' : 'col') : rows > 1 ? 'rowgroup' : 'row';
    return element('th', { ...reach, scope }, text);
  }
  if (subject.isBare) return element('td', reach, printedIn(subject.report, figure));
  const found = findingsAt(subject, cell);
  const name = describeCell(subject.report.form, figure);
  const [worst] = found.map(({ severity }) => severity).sort((a, b) => gravity[a] - gravity[b]);
  const isPrinted = cell.kind !== 'absent' && cell.kind !== 'merged';
  return element(
    'td',
    {
      ...reach,
      class: worst,
      title: [name, ...found.map(({ message }) => message)].join('\n'),
      'data-at': isPrinted ? placeOf(subject, cell.span) : undefined,
    },
    printed(subject, figure),
    notesAt(cell, notes).map(({ text: note }) => element('ins', {}, note)),
  );
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

const findingsAt = ({ findings }: Subject, { kind, span }: Cell): readonly Finding[] =>
  kind === 'absent' || kind === 'merged'
    ? []
    : findings.filter((finding) => finding.span.start === span.start && finding.span.end === span.end);

const notesAt = ({ kind, span }: Cell, notes: readonly Hint[]): readonly Hint[] =>
  kind === 'absent' || kind === 'merged' ? [] : notes.filter(({ offset }) => offset === span.end);

function printed({ report }: Subject, index: number): string {
  const cell = report.cells[index];
  if (!cell || mayBePrinted(report, index)) return say`未读出`;
  if (cell.kind === 'absent') return say`缺`;
  if (cell.kind === 'merged') return '';
  const value = valueOf(cell);
  return cell.kind === 'count' && value !== null ? String(value) : lineIn(report.shown, cell.span);
}
