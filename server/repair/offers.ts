import type { Edit, Repair } from '../report/finding';
import type { Context } from '../rules/rule';
import { type Cause, mendedBy } from './causes';
import { editsOf, inStyleOf } from './edits';
import type { Diagnosis } from './explain';
import type { Operation } from './operations';
import { isProved } from './proof';
import { changesOf, type Evidence, keyOf } from './rank';
import { effectIn, remedyIn } from './sentences';
import type { Change, Sheet } from './sheet';

/** So many are offered: all the parts of a dispute and its total. */
const mostOffers = 5;

/** A report under repair. */
export interface Workshop extends Context {
  readonly sheet: Sheet;
  readonly evidence: Evidence;
  /** Whether the findings at the totals are kept beside those of their causes. */
  readonly keepsAll: boolean;
  /** What was offered before, by its changes: proofs cost a reading of the text. */
  readonly known: Map<string, Offer | undefined>;
  /** Edits that are proved. */
  readonly proved: Set<readonly Edit[]>;
}

type Offer = Pick<Repair, 'title' | 'edits'>;

/**
 * The proved repairs of a cause, the best first, and behind them the repair of everything at once where the cause shares an
 * equation with others. A number that the narrative repeats wrongly is offered to be changed there too.
 */
export function offersOf(shop: Workshop, diagnosis: Diagnosis, cause: Cause): Repair[] {
  const offers = cause.alternatives.slice(0, mostOffers).flatMap((operations, index) => {
    const offer = offerOf(shop, diagnosis, operations);
    if (!offer) return [];
    const confidence = index === 0 && cause.unique ? 'unique' : 'possible';
    return [{ ...offer, confidence } satisfies Repair, ...alsoInNarrative(shop, offer, operations)];
  });
  const whole = diagnosis.explanations[0]?.operations ?? [];
  const [best = []] = cause.alternatives;
  const alone = mendedBy(shop.sheet, cause.concerns, changesOf(best)).length === cause.concerns.length;
  const together = alone ? undefined : offerOf(shop, diagnosis, whole);
  return together ? [...offers, { ...together, confidence: cause.jointly ? 'unique' : 'possible' }] : offers;
}

function offerOf(shop: Workshop, { broken }: Diagnosis, operations: readonly Operation[]): Offer | undefined {
  const changes = changesOf(operations);
  const key = keyOf(changes);
  if (shop.known.has(key)) return shop.known.get(key);
  const mends = mendedBy(shop.sheet, broken, changes);
  const edits = editsOf(shop, changes);
  const proved = edits && isProved(shop, edits, { changes, mends });
  const effect = effectIn(operations, { mended: mends.length, concerned: mends.length });
  const title = remedyIn(shop.report.form, operations) + (effect && `（${effect}）`);
  const offer = proved ? { title, edits } : undefined;
  if (offer) shop.proved.add(offer.edits);
  shop.known.set(key, offer);
  return offer;
}

function alsoInNarrative(shop: Workshop, offer: Offer, operations: readonly Operation[]): Repair[] {
  const changes = changesOf(operations);
  const repeats = changes.flatMap((change) => repeatsOf(change, shop.evidence, shop.text));
  const edits = [...offer.edits, ...repeats];
  if (repeats.length === 0 || !isProved(shop, edits, { changes, mends: [] })) return [];
  shop.proved.add(edits);
  return [{ title: `${offer.title}，并改正文中的数字`, confidence: 'possible', edits }];
}

// Where the narrative states of the cell what the cell says, in digits.
function repeatsOf({ cell, from, to }: Change, { narrative = [] }: Evidence, text: string): Edit[] {
  return narrative.flatMap(({ sums, value, span }) => {
    const printed = span ? text.slice(span.start, span.end) : '';
    const repeats = value === from && sums.some((cells) => cells.length === 1 && cells[0] === cell);
    if (!span || !repeats || !/^[\d０-９,，]+$/u.test(printed)) return [];
    return [{ span, newText: inStyleOf(printed, to), from, to }];
  });
}
