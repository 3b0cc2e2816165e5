import { cellAt } from '../../../form/form';
import { sumOf } from '../../../report/agreement';
import type { ShareRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { isExplained } from './culprit';
import { isShareOf } from './percentage';
import { valuesOf } from './wording';

/**
 * Whether the share is that of the part in one of the wholes that may be meant. Where the tables contradict either number, the share may
 * be the one that was right: then what is wrong is told there.
 */
export function isRight(report: Report, relation: ShareRelation): boolean {
  const { part, wholes, ratios, bound } = relation;
  const isTabled = wholes.length === 0 || bound;
  const tabled = isTabled ? ratios.map(({ whole }) => sumOf(report, whole.cells)) : [];
  const told = wholes.flatMap((whole) => valuesOf(report, whole));
  const candidates = [...told, ...tabled, ...(bound ? [] : totals(report))];
  const isRatio = valuesOf(report, part).some((value) =>
    candidates.some((whole) => whole > 0 && isShareOf(relation, value / whole)),
  );
  return isRatio || isExplained(report, relation);
}

/** What applications are usually set in proportion to, where the sentence does not say it: first of all what was answered. */
const totals = (report: Report): number[] => {
  const at = (path: string): number => sumOf(report, [cellAt(report.form, path)]);
  const received = at('applications.received.total');
  return [
    at('applications.results.total.total'),
    received,
    received + at('applications.carriedOver.total'),
  ].filter((value) => value > 0);
};

/**
 * What a share is of where the sentence does not say it, as the tables have it: where they confirm the part, the whole that goes with it.
 * Undefined where they do not, or are silent; where the words name the whole, it needs no such confirmation.
 */
export function tabledWhole(report: Report, { part, ratios, bound }: ShareRelation): number | undefined {
  const confirmed = ratios.find((each) => each.part && sumOf(report, each.part.cells) === part.value);
  const ratio = confirmed ?? ratios.find((each) => bound || each.part === undefined);
  const whole = ratio ? sumOf(report, ratio.whole.cells) : Number.NaN;
  return whole > 0 ? whole : undefined;
}
