import { edition2021 } from '../../form/edition-2021';
import { foldUnit, isDigit } from '../../text/fold';
import { plainWords, significant } from '../lexicon/lexicon';
import { folded, unitAfter, unitBefore } from '../lexicon/surroundings';
import type { Sighting } from './inline-series';
import {
  brackets,
  isEnding,
  isLine,
  mentionAfter,
  mentionsBefore,
  standsApart,
  wordingAt,
} from './inline-words';

const [NEWLINE, SPACE] = [10, 32] as const;
/** Without a number, and as the name of a table, a wording more often belongs to a sentence or caption. */
const proseAfter = /^[ \0]*(?:[表图是为在、]|统计|说明|一览|如下)/;
/** More than the first label of a table takes. */
const longestLabel = 24;

/** Whether a heading without a number may begin at a place. */
export const mayBeUnnumbered = (view: string, at: number): boolean =>
  standsApart(view, at) || isDigit(foldUnit(view.charCodeAt(at - 1)));

/**
 * The official wording of a heading at a place, or a usual one of the first: without a number it starts its line, or stands apart between
 * blanks, as no phrase of a sentence does. Undefined for none.
 */
export function unnumberedAt(view: string, start: number): Sighting | undefined {
  const wording = wordingAt(view, start, { numbered: false });
  if (!wording) return undefined;
  const { end, known } = wording;
  const before = unitBefore(view, start);
  const after = folded(view, end, 8);
  if (mentionAfter.test(after) || proseAfter.test(after)) return undefined;
  if (before !== NEWLINE && (mentionsBefore.has(before) || brackets.has(before))) return undefined;
  const isCertain = known.official && isCertainAt(view, { start, end, before, after, number: known.number });
  if (!isCertain && !mayFill(view, { start, end, before, after, ...known })) return undefined;
  return {
    start,
    end,
    numbering: undefined,
    section: known.number,
    isDoubtful: !isCertain,
    isLine: isLine(view, start, end),
  };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: string;
  readonly number: number;
}

function isCertainAt(view: string, { start, end, before, after, number }: Place): boolean {
  if (!standsApart(view, start)) return false;
  if (before !== NEWLINE && !/^[ \n]/.test(after)) return false;
  // The first heading is too common a phrase: it begins its line, and has it for itself or is set off from the text behind it.
  const isSetOff = unitAfter(view, end) === NEWLINE || /^\0*[ :]/.test(after);
  return number !== 1 || (before === NEWLINE && isSetOff);
}

/** Whether words may be the heading of a section that has no other: behind a sentence or a row, before what its section begins with. */
function mayFill(
  view: string,
  { start, end, before, after, number, official }: Place & { readonly official: boolean },
): boolean {
  if (!isEnding(before)) return false;
  const isSetOff =
    /^\0*[ :]/.test(after) && (before === NEWLINE || foldUnit(view.charCodeAt(start - 1)) === SPACE);
  if (!official) return number === 1 && isSetOff;
  const labels = labelsOf[number - 1];
  if (!labels) return number === 1 ? isSetOff || /^20\d\d年/.test(after) : true;
  const behind = plainWords(significant(folded(view, end, longestLabel)));
  return labels.some((label) => behind.startsWith(label));
}

/** The labels of the table of each section, one of which it begins with; undefined for sections that have none. */
const labelsOf = edition2021.sections.map(({ id }) => {
  const table = edition2021.tables.find((each) => each.id === id);
  return table && [...table.headers, ...table.rows.map(({ label }) => label)].map(significant);
});
