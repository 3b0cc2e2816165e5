import { type Analysis, analyze } from '../analysis';
import { applyEdits, type Confidence, type Edit, type Repair } from '../report/finding';

/** A text after its repairs. */
export interface Mended {
  readonly text: string;
  /** The titles of the repairs, in the order in which they were applied. */
  readonly titles: readonly string[];
}

/** A repair may bring another into reach, a cell that is filled an equation; more rounds than these it never takes. */
const mostRounds = 5;

/**
 * Applies the repairs of the given confidences and reads the text again, until none is left. Where two repairs touch, the second
 * waits for the next round. A repair that is offered again after its round, and not less often, does not mend what it should and is
 * not made twice.
 */
export function mend(analysis: Analysis, confidences: ReadonlySet<Confidence>): Mended {
  const titles: string[] = [];
  let current = analysis;
  let before: ReadonlyMap<string, number> = new Map();
  for (let round = 0; round < mostRounds; round++) {
    const offers = offersOf(current, confidences);
    const counts = countOf(offers);
    const repairs = apart(
      offers.filter((offer) => (counts.get(keyOf(offer)) ?? 0) < (before.get(keyOf(offer)) ?? Infinity)),
    );
    if (repairs.length === 0) break;
    titles.push(...repairs.map(({ title }) => title));
    before = counts;
    current = analyze(
      applyEdits(
        current.text,
        repairs.flatMap(({ edits }) => edits),
      ),
    );
  }
  return { text: current.text, titles };
}

/** The best repair of each finding among those of the given confidences. */
const offersOf = ({ findings }: Analysis, confidences: ReadonlySet<Confidence>): Repair[] =>
  findings.flatMap(({ repairs }) => repairs.find(({ confidence }) => confidences.has(confidence)) ?? []);

const keyOf = ({ title, edits }: Repair): string =>
  [title, ...edits.map(({ newText }) => newText)].join('\n');

function countOf(offers: readonly Repair[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const offer of offers) counts.set(keyOf(offer), (counts.get(keyOf(offer)) ?? 0) + 1);
  return counts;
}

function apart(repairs: readonly Repair[]): Repair[] {
  const chosen: Repair[] = [];
  for (const repair of repairs) {
    if (!chosen.some((each) => touch(each, repair))) chosen.push(repair);
  }
  return chosen;
}

const touch = (one: Repair, other: Repair): boolean =>
  one.edits.some((edit) => other.edits.some((each) => meet(edit, each)));

const meet = ({ span: a }: Edit, { span: b }: Edit): boolean => a.start <= b.end && b.start <= a.end;
