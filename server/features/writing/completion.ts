import type { Analysis } from '../../analysis';
import { figureOffers } from './offered/figures';
import { headingOffers, partOffers } from './offered/headings';
import { labelOffers } from './offered/labels';
import { type Offer, spotAt } from './offered/spot';
import { type Known, nameOffers, phraseOffers } from './offered/words';

/**
 * What may be written at `offset`, what is likeliest first: the figure that the equations or last year's report know, labels of the
 * form that the table lacks, parts and headings that the report lacks, sentences that reports need, names. Empty in the middle of
 * prose, and where nothing of this is begun by what is typed. `known` are the agencies whose reports are at hand, `title` is what the name of the file tells.
 */
export function completions(
  analysis: Analysis,
  offset: number,
  known: readonly Known[] = [],
  title?: string,
): readonly Offer[] {
  const spot = spotAt(analysis, offset);
  const figures = figureOffers(spot);
  // A cell with a figure to come is no place for words, and in the source of a page words stand in tags.
  if (figures.length > 0 || spot.isSource) return figures;
  return [
    ...nameOffers(spot, known, title),
    ...labelOffers(spot),
    ...partOffers(spot),
    ...phraseOffers(spot),
    ...headingOffers(spot),
  ];
}
