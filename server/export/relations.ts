import type { CellSum } from '../report/claim';
import {
  type ComparedRelation,
  type Figure,
  figuresOf,
  type Relation,
  type TrendRelation,
  type UncountedShare,
} from '../report/relation';
import type { Report } from '../report/report';
import { lineIn } from '../text/plain';
import { cover, type Span } from '../text/span';
import { sumDocumentOf } from './claims';
import type { Placed, Provenance } from './provenance';

/** A number of the narrative. */
type FigureDocument = Placed<Pick<Figure, 'value' | 'unit'>>;

/** A relation: its kind, the words from its first number to its last, and the numbers by what they are in it. */
export type RelationDocument = { readonly kind: Relation['kind']; readonly text: string } & ReturnType<
  typeof membersOf
>;

/** How numbers of the narrative hang together, in the order of the text. */
export const relationsOf = (report: Report, at: Provenance): RelationDocument[] =>
  report.relations.map((relation) => ({
    kind: relation.kind,
    text: lineIn(report.shown, extentOf(relation)),
    ...membersOf(report, relation, ({ value, unit, span }) => ({ value, unit, ...at(span) })),
  }));

type FigureOf = (figure: Figure) => FigureDocument;

function membersOf(report: Report, relation: Relation, figureOf: FigureOf) {
  switch (relation.kind) {
    case 'parts': {
      const { whole, parts, closed, open } = relation;
      return { whole: figureOf(whole), parts: parts.map(figureOf), closed, open };
    }
    case 'share': {
      const { part, wholes, share, decimals, range } = relation;
      return {
        part: figureOf(part),
        wholes: wholes.map(figureOf),
        share: figureOf(share),
        decimals,
        range: range ?? null,
      };
    }
    case 'share-list': {
      const { shares, parts, decimals, closed } = relation;
      return { shares: shares.map(figureOf), parts: parts.map(figureOf), decimals, closed };
    }
    case 'uncounted':
      return uncountedOf(report, relation, figureOf);
    case 'trend':
      return trendOf(report, relation, figureOf);
    case 'compared':
      return comparedOf(report, relation, figureOf);
    case 'change': {
      const { now, before, steps } = relation;
      return {
        now: figureOf(now),
        before: before ? figureOf(before) : null,
        steps: steps.map(({ rise, by, decimals }) => ({ rise, by: figureOf(by), decimals })),
      };
    }
  }
}

function uncountedOf(
  report: Report,
  { ratios, whole, share, decimals, range }: UncountedShare,
  figureOf: FigureOf,
) {
  const once = (sums: readonly CellSum[]) =>
    sums
      .filter(({ name }, index) => sums.findIndex((sum) => sum.name === name) === index)
      .map((sum) => sumDocumentOf(report, sum));
  return {
    sums: once(ratios.flatMap(({ part }) => part ?? [])),
    wholes: once(ratios.map((ratio) => ratio.whole)),
    whole: whole ? figureOf(whole) : null,
    share: figureOf(share),
    decimals,
    range: range ?? null,
  };
}

function trendOf(report: Report, relation: TrendRelation, figureOf: FigureOf) {
  const { now, before, sums, rise, step, times } = relation;
  return {
    now: now ? figureOf(now) : null,
    before: before ? figureOf(before) : null,
    sums: sums.map((sum) => sumDocumentOf(report, sum)),
    rise: rise ?? null,
    by: step ? figureOf(step.by) : null,
    times: times ?? null,
  };
}

function comparedOf(report: Report, { one, other, rise, by, times }: ComparedRelation, figureOf: FigureOf) {
  return {
    one: one.map((sum) => sumDocumentOf(report, sum)),
    other: other.map((sum) => sumDocumentOf(report, sum)),
    rise: rise ?? null,
    by: by ? figureOf(by) : null,
    times: times ?? null,
  };
}

/** From the first number of a relation to the last; what a share may be one of can stand far before it. */
function extentOf(relation: Relation): Span {
  if (relation.kind === 'compared') return relation.phrase;
  if (relation.kind === 'trend')
    return cover([relation.word, ...figuresOf(relation).map(({ span }) => span)]) ?? relation.word;
  const figures = relation.kind === 'share' ? [relation.part, relation.share] : figuresOf(relation);
  return cover(figures.map(({ span }) => span)) ?? { start: 0, end: 0 };
}
