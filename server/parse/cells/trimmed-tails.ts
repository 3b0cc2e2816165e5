import { figuresIn } from '../rows/figure-runs';
import type { Band, Hit, LabelledTable } from '../rows/run';
import type { Item } from '../tokens/item';
import { isFigure, type Token } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import { mostLost } from './split-run';
import type { Page } from './table-draft';

// Editors trim the blanks at a line's end, tabs among them, and writers leave out the separators behind the last figure: the empty
// cells there are cells all the same, as the separators before them tell in which column each figure stands.

/** A band that is one line with separators between its cells: how many the form has, and in which column the first stands. */
interface Line {
  readonly band: Band;
  readonly need: number;
  readonly first: number;
  /** After how many cells a total stands. */
  readonly width: number;
}

/** The bands of a table, those whose line ends early with the empty cells that were left out at its end. */
export function withTails(
  bands: readonly Band[],
  rest: readonly Hit[],
  known: LabelledTable,
  { items, view }: Pick<Page, 'items' | 'view'>,
): readonly Band[] {
  const isSet = known.table.sideBySide && bands.some((band) => isSetWithBlanks(band, view));
  const lines = isSet ? [] : known.table.sideBySide ? wholeLine(bands, rest, known) : linesOf(bands, known);
  if (!lines.some((line) => missing(line) > 0)) return bands;
  const hasGaps = hasGap(items);
  const trimmed = new Map(lines.filter((line) => isTrimmed(line, hasGaps)).map((line) => [line.band, line]));
  return bands.map((band) => {
    const line = trimmed.get(band);
    return line ? { ...band, entries: filled(line) } : band;
  });
}

/** The rows that stand in a line each, behind their label: all in the same columns, or each right behind its own label. */
function linesOf(bands: readonly Band[], { rows }: LabelledTable): Line[] {
  const lines = bands.flatMap((band) => {
    const hit = band.hits.at(-1);
    const need = rows[hit?.row ?? -1]?.need;
    const [entry] = band.entries;
    const label = hit?.share === 1 && hit.token.line === entry?.line ? hit.token : undefined;
    const isLine = label?.cell === (entry?.cell ?? 0) - 1 && isInColumns(band.entries);
    return label && need !== undefined && isLine ? [{ band, need, first: label.cell + 1, width: need }] : [];
  });
  const behindAll = Math.max(...lines.map(({ first }) => first));
  const figures = lines.flatMap(({ band: { entries } }) => entries.find(isFigure)?.cell ?? []);
  const column = Math.min(...figures);
  if (column < behindAll) return lines;
  // Where the first column is empty nothing tells whether cells stand right behind their labels, but of rows with no figure.
  const isTold = column === behindAll || lines.every(({ first }) => first === behindAll);
  const told = isTold ? lines : lines.filter(({ band: { entries } }) => !entries.some(isFigure));
  return told.map((line) => ({ ...line, first: behindAll }));
}

/** The one line of rows side by side, below the labels of more than one of them; none where labels stand elsewhere, too. */
function wholeLine(bands: readonly Band[], rest: readonly Hit[], { sizes }: LabelledTable): Line[] {
  const [band, ...others] = bands.filter(({ entries, hits }) => figuresIn(entries) > 0 || hits.length > 0);
  const isBelowAll = rest.length === 0 && new Set(band?.hits.map(({ row }) => row)).size > 1;
  if (!band || others.length > 0 || !isBelowAll || !isInColumns(band.entries)) return [];
  const first = band.entries[0]?.cell ?? 0;
  return [{ band, need: Math.max(...sizes), first, width: Math.min(...sizes) }];
}

/** Whether the one figure of a line stands behind blanks alone, which tell its place. */
const isSetWithBlanks = ({ entries: [only, ...others] }: Band, view: string): boolean =>
  only !== undefined && others.length === 0 && view.slice(Math.max(0, only.start - 2), only.start) === '  ';

/** Whether entries stand on one line, a separator between any two. */
const isInColumns = (entries: readonly Token[]): boolean =>
  entries.every((entry, index) => {
    if (entry.columns > 0) return false;
    const before = entries[index - 1];
    return !before || (before.line === entry.line && before.cell + 1 === entry.cell);
  });

/** Whether a report has a line with an empty cell between figures: what is empty is left so, and not closed up. */
function hasGap(items: readonly Item[]): boolean {
  let before: Token | undefined;
  return items.some(({ token }, index) => {
    if (isFigure(token)) before = token;
    const next = items[index + 1]?.token;
    return (
      token.kind === 'blank' && isFigure(next) && before?.line === token.line && next?.line === token.line
    );
  });
}

/** How many cells a line lacks at its end. */
const missing = ({ band: { entries }, need, first }: Line): number =>
  first + need - 1 - (entries.at(-1)?.cell ?? 0);

/**
 * Whether a line lacks cells at its end: where the report shows empty cells, or where more are not there than get lost by accident. One that
 * ends in its sum was closed up, and lost cells that stood elsewhere.
 */
function isTrimmed(line: Line, hasGaps: boolean): boolean {
  const { entries } = line.band;
  const lost = missing(line);
  const isGap = ({ kind, cell }: Token): boolean => kind === 'blank' && cell >= line.first;
  const showsGaps = hasGaps || entries.slice(0, -1).some(isGap) || !entries.some(isFigure);
  if (lost <= 0 || !(showsGaps || lost > mostLost)) return false;
  const total = entries.at(-1)?.value?.number ?? 0;
  return entries.length % line.width === 0 || !(figuresIn(entries) > 1 && total > 0 && addsUp(entries));
}

function filled(line: Line): readonly Token[] {
  const { entries } = line.band;
  const last = entries.at(-1) as Token;
  const tail = Array.from(
    { length: missing(line) },
    (_, at): Token => ({
      ...last,
      kind: 'blank',
      start: last.end,
      cell: last.cell + at + 1,
      value: undefined,
    }),
  );
  return [...entries, ...tail];
}
