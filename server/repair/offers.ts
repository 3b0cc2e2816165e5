import type { Repair } from '../report/finding';
import type { Context } from '../rules/rule';
import type { UnderMark } from '../rules/under-mark';
import { say } from '../text/say';
import { type Cause, isUnwatched, mendedBy } from './causes';
import { editsOf } from './edits';
import { supportIn } from './evidence';
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
  /** What fails once the report's mark for 0 is taken as 0, where it has one. */
  readonly under: UnderMark | undefined;
  /** Whether the findings at the totals are kept beside those of their causes. */
  readonly keepsAll: boolean;
  /** Whether repairs are asked for: a proof costs a reading of the text, and no message depends on one. */
  readonly isOffering: boolean;
  /** What was offered before, by its changes. */
  readonly known: Map<string, Offer | undefined>;
}

type Offer = Pick<Repair, 'title' | 'edits'>;

/**
 * The proved repairs of a cause, the best first, and behind them the repair of everything at once where the cause shares an
 * equation with others.
 */
export function offersOf(shop: Workshop, diagnosis: Diagnosis, cause: Cause): Repair[] {
  if (!shop.isOffering) return [];
  // Where no second equation knows of the cells, only what is stated elsewhere tells that no other one is wrong as well.
  const isCertain = (changes: readonly Change[]): boolean =>
    !isUnwatched(shop.sheet, changes) || supportIn(shop.sheet, shop.evidence, changes) !== '';
  const offers = cause.alternatives.slice(0, mostOffers).flatMap((operations, index) => {
    const offer = offerOf(shop, diagnosis, operations);
    if (!offer) return [];
    const confidence =
      index === 0 && cause.unique && isCertain(changesOf(operations)) ? 'unique' : 'possible';
    return [{ ...offer, confidence } satisfies Repair];
  });
  const whole = diagnosis.explanations[0]?.operations ?? [];
  const [best = []] = cause.alternatives;
  const alone = mendedBy(shop.sheet, cause.concerns, changesOf(best)).length === cause.concerns.length;
  const together = alone ? undefined : offerOf(shop, diagnosis, whole);
  const isJoint = cause.jointly && isCertain(changesOf(whole));
  return together ? [...offers, { ...together, confidence: isJoint ? 'unique' : 'possible' }] : offers;
}

function offerOf(shop: Workshop, { broken }: Diagnosis, operations: readonly Operation[]): Offer | undefined {
  const changes = changesOf(operations);
  const key = keyOf(changes);
  if (shop.known.has(key)) return shop.known.get(key);
  const mends = mendedBy(shop.sheet, broken, changes);
  const edits = editsOf(shop, changes);
  const isSound = edits && isProved(shop, edits, { changes, mends });
  const effect = effectIn(operations, { mended: mends.length, concerned: mends.length });
  const remedy = remedyIn(shop.report, operations);
  const title = effect ? say`${remedy}（${effect}）` : remedy;
  const offer = isSound ? { title, edits } : undefined;
  shop.known.set(key, offer);
  return offer;
}
