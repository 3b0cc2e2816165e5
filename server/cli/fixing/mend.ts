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
  /** For every repair that was made: how often it was offered then, however sure. */
  const made = new Map<string, number>();
  let current = analysis;
  for (let round = 0; round < mostRounds; round++) {
    const { text, findings } = current;
    // Of two alike one may be sure only once the other is made.
    const counts = countOf(findings.flatMap(({ repairs }) => repairs));
    const helps = (key: string): boolean =>
      (counts.get(key) ?? 0) < (made.get(key) ?? Number.POSITIVE_INFINITY);
    const offers = offersOf(current, confidences).flatMap((offer): Offer[] => {
      const key = keyOf(offer);
      const repair = helps(key) ? adapted(offer, text) : undefined;
      return repair ? [{ key, repair }] : [];
    });
    const chosen = apart(offers);
    if (chosen.length === 0) break;
    for (const { key } of chosen) made.set(key, counts.get(key) ?? 0);
    titles.push(...chosen.map(({ repair }) => repair.title));
    current = read(
      applyEdits(
        text,
        chosen.flatMap(({ repair }) => repair.edits),
      ),
    );
  }
  return { text: current.text, titles };
}

/** The best repair of each finding among those of the given confidences. */
const offersOf = ({ findings }: Analysis, confidences: ReadonlySet<Confidence>): Repair[] =>
  findings.flatMap(({ repairs }) => repairs.find(({ confidence }) => confidences.has(confidence)) ?? []);

/** What a repair would write, wherever: one that is offered anew has the same. */
export const keyOf = ({ title, edits }: Repair): string =>
  [title, ...edits.map(({ newText }) => newText)].join('\n');

/** A repair as it is made, by what it is when it is offered. */
interface Offer {
  readonly key: string;
  readonly repair: Repair;
}

function countOf(offers: readonly Repair[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const offer of offers) counts.set(keyOf(offer), (counts.get(keyOf(offer)) ?? 0) + 1);
  return counts;
}

function apart(offers: readonly Offer[]): Offer[] {
  const chosen: Offer[] = [];
  for (const offer of offers) {
    if (!chosen.some((each) => touch(each.repair, offer.repair))) chosen.push(offer);
  }
  return chosen;
}

const touch = (one: Repair, other: Repair): boolean =>
  one.edits.some((edit) => other.edits.some((each) => meet(edit, each)));

const meet = ({ span: a }: Edit, { span: b }: Edit): boolean => a.start <= b.end && b.start <= a.end;
