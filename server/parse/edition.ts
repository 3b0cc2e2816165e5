import type { Form } from '../form/form';
import type { Item } from './items';
import { editions } from './lexicon';

// The editions differ in 表二 above all. A label votes once however often it is printed; labels that a report in the other form
// easily keeps, such as the head of the first part, weigh less than those that decide how many figures a row has.
const votesForTrial = new Map([
  ['made', 1],
  ['itemsLastYear', 3],
  ['itemsChange', 3],
  ['disclosed', 1],
  ['disclosedTotal', 1],
  ['proactiveDisclosure.otherAdministrativeServices', 2],
  ['proactiveDisclosure.centralizedProcurement', 1],
]);
const votesForCurrent = new Map([
  ['issued', 1],
  ['repealed', 1],
  ['inForce', 1],
  // The trial form's 采购总金额 is called amount as well; with it stand labels that weigh more.
  ['amount', 3],
]);

/** The rows that the form in force lists apart and the trial form does not. */
const apart = new Set([
  'applications.results.other.overdueCorrection',
  'applications.results.other.overduePayment',
]);

/** The form that a text follows, by the labels that only one has; the one in force where nothing tells. */
export function formOf(items: readonly Item[]): Form {
  const seen = new Set<string>();
  for (const { meanings } of items) {
    for (const meaning of meanings)
      if (meaning.kind === 'column' || meaning.kind === 'row') seen.add(meaning.id);
  }
  if (votes(votesForTrial, seen) <= votes(votesForCurrent, seen)) return editions['2021'];
  return [...apart].some((row) => seen.has(row)) ? editions.mixed : editions['2019'];
}

function votes(weights: ReadonlyMap<string, number>, seen: ReadonlySet<string>): number {
  let sum = 0;
  for (const [id, weight] of weights) if (seen.has(id)) sum += weight;
  return sum;
}
