import type { Form } from '../../form/form';
import { editions, resembles } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';

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

/** The rows that only the trial form has, and whose labels are long enough to be broken over lines in a narrow column. */
const brokenRows = new Set([
  'proactiveDisclosure.otherAdministrativeServices',
  'proactiveDisclosure.centralizedProcurement',
]);
const isPiece = ({ length }: Token): boolean => length >= 4 && length <= 9;

/** The form that a text follows, by the labels that only one has; the one in force where nothing tells. */
export function formOf(items: readonly Item[], view: string): Form {
  const seen = new Set<string>();
  for (const { token, meanings } of items) {
    for (const meaning of meanings)
      if (meaning.kind === 'column' || meaning.kind === 'row') seen.add(meaning.id);
    if (token.kind === 'words' && meanings.length === 0 && isPiece(token)) {
      const [best] = resembles(view.slice(token.start, token.end), 'proactiveDisclosure');
      if (best && best.share === 1 && brokenRows.has(best.id)) seen.add(best.id);
    }
  }
  if (votes(votesForTrial, seen) <= votes(votesForCurrent, seen)) return editions['2021'];
  return [...apart].some((row) => seen.has(row)) ? editions.mixed : editions['2019'];
}

function votes(weights: ReadonlyMap<string, number>, seen: ReadonlySet<string>): number {
  let sum = 0;
  for (const [id, weight] of weights) if (seen.has(id)) sum += weight;
  return sum;
}
