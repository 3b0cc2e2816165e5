import { edition2021 } from '../../form/edition-2021';
import type { Numbering } from '../lexicon/numbering';

/** What may be a section's heading, by its words and what stands around it. */
export interface Sighting {
  readonly start: number;
  readonly end: number;
  readonly numbering: Numbering | undefined;
  /** The number of the section whose heading it is. */
  readonly section: number;
  /** Whether it is a line of its own. */
  readonly isLine: boolean;
  /** Whether it may be something else as well, and is a heading only where that of its section is missing. */
  readonly isDoubtful: boolean;
}

const last = edition2021.sections.length;
/** A series of doubtful headings has so many of the six, and lacks none beside another. */
const fewestInRun = 4;
const mostAhead = 2;

/**
 * The sightings, in the order of the text, without the doubtful ones that fill no gap: one that does stands between headings of
 * sections before and behind its own. Where a text has nothing but doubtful ones they show each other's place.
 */
export function inSeries(sightings: readonly Sighting[]): readonly Sighting[] {
  if (!sightings.some(({ isDoubtful }) => isDoubtful)) return sightings;
  const certain = sightings.filter(({ isDoubtful }) => !isDoubtful);
  const marks = certain.length > 0 ? certain : runOf(sightings);
  const taken: Sighting[] = [];
  let next = 0;
  let before: number | undefined;
  for (const sighting of sightings) {
    while ((marks[next]?.start ?? sighting.start) < sighting.start) before = marks[next++]?.section;
    const { section, isDoubtful } = sighting;
    const fits = marks.length > 0 && (before ?? 0) < section && section < (marks[next]?.section ?? last + 1);
    if (isDoubtful && !fits && marks[next] !== sighting) continue;
    before = section;
    if (marks[next] === sighting) next++;
    taken.push(sighting);
  }
  return taken;
}

/** Of nothing but doubtful headings those of a whole series, or nearly; empty where there is none. */
function runOf(sightings: readonly Sighting[]): readonly Sighting[] {
  const run: Sighting[] = [];
  for (const sighting of sightings) {
    const ahead = sighting.section - (run.at(-1)?.section ?? 0);
    if (ahead > 0 && ahead <= mostAhead) run.push(sighting);
  }
  return run.length >= fewestInRun ? run : [];
}
