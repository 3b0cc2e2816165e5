import { type Analysis, analyze } from '../../analysis';
import { applyEdits, type Confidence, type Edit, type Repair } from '../../report/finding';

/** A text after its repairs. */
export interface Mended {
  readonly text: string;
  /** The titles of the repairs, in the order in which they were applied. */
  readonly titles: readonly string[];
}

/** A repair may bring another into reach, a cell that is filled an equation; more rounds than these it never takes. */
const mostRounds = 5;

/**
 * Applies the repairs of the given confidences and has the text read again, until none is left. Where two repairs touch, the second
 * waits for the next round. A repair that is offered again after its round, and not less often, does not mend what it should and is
 * not made twice. A repair is made as `adapted` answers it, given the text it is of; where that is undefined it is left out.
 */
export function mend(
  analysis: Analysis,
  confidences: ReadonlySet<Confidence>,
  read = analyze,
  adapted: (repair: Repair, text: string) => Repair | undefined = (repair) => repair,
): Mended {
  const titles: string[] = [];
  /** For every repair that was made: how often it was offered then. */
  const made = new Map<string, number>();
  let current = analysis;
  for (let round = 0; round < mostRounds; round++) {
    const { text } = current;
    const offers = offersOf(current, confidences).flatMap((offer) => adapted(offer, text) ?? []);
    const counts = countOf(offers);
    const helps = (key: string): boolean =>
      (counts.get(key) ?? 0) < (made.get(key) ?? Number.POSITIVE_INFINITY);
    const repairs = apart(offers.filter((offer) => helps(keyOf(offer))));
    if (repairs.length === 0) break;
    for (const repair of repairs) made.set(keyOf(repair), counts.get(keyOf(repair)) ?? 0);
    titles.push(...repairs.map(({ title }) => title));
    current = read(
      applyEdits(
        text,
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
