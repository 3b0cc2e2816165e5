import type { Context } from '../../rule';
import { type PeriodReading, periodsIn, statedPeriod } from './stated';

/** The period as it is told first, and wherever else the report names it; beside the tables another rule looks at years. */
export function periodsOf({ report, text }: Context): PeriodReading[] {
  const [from, to] = [report.title?.span.end ?? 0, report.sections[0]?.span.start ?? 0];
  const stretches = [
    ...(to > from ? [{ start: from, end: to }] : []),
    ...report.sections.filter(({ id }) => prosaic.has(id)).map(({ body }) => body),
  ];
  const first = statedPeriod(text);
  const all = [...(first ? [first] : []), ...stretches.flatMap((stretch) => periodsIn(text, stretch))];
  return [...new Map(all.map((each) => [each.end.span.start, each])).values()];
}

const prosaic = new Set(['overview', 'problems', 'otherMatters']);
