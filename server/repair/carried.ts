import type { Finding, Severity } from '../report/finding';
import { clauses } from '../report/told';
import { mark } from '../text/say';
import { type Cause, mendedBy } from './causes';
import { isAsLastYear } from './evidence';
import type { Workshop } from './offers';
import { changesOf } from './rank';
import { effectIn } from './sentences';

/**
 * The finding against last year's report that has the same root as a cause: it is about the same cells, and what the cause would
 * write there is what last year's report states. Undefined where there is none.
 */
export function sameLastYear(
  { evidence }: Workshop,
  { alternatives, tied }: Cause,
  { found, findings }: { readonly found: Finding; readonly findings: readonly Finding[] },
): Finding | undefined {
  const own = new Set(found.cells);
  if (tied > 1 || !isAsLastYear(evidence, changesOf(alternatives[0] ?? []))) return undefined;
  return findings.find(
    ({ rule, cells }) =>
      rule === 'carried-over' && cells.length === own.size && cells.every((path) => own.has(path)),
  );
}

/**
 * Both as one: the finding against last year's report, which is the one that a check of many years looks for, with what the
 * cause `found` knows.
 */
export function withCause({ sheet }: Workshop, cause: Cause, found: Finding, lastYear: Finding): Finding {
  const { alternatives, concerns } = cause;
  const [best = []] = alternatives;
  const mended = mendedBy(sheet, concerns, changesOf(best)).length;
  const effect = effectIn(best, { mended, concerned: concerns.length, deed: mark`照上年公布数改正` });
  // That the years differ may have its reasons; that this year's equations fail has none.
  return {
    ...lastYear,
    severity: graver(found.severity, lastYear.severity),
    hard: found.hard,
    message: clauses([lastYear.message, ...(effect ? [effect] : [])]),
    related: [...lastYear.related, ...found.related.filter(({ document }) => document === undefined)],
    equations: found.equations,
    repairs: found.repairs.length > 0 ? found.repairs : lastYear.repairs,
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const graver = (one: Severity, other: Severity): Severity =>
  severities.indexOf(one) <= severities.indexOf(other) ? one : other;
