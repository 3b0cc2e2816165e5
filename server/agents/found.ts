import { repairInWords } from '../features/mending/fixes';
import type { Finding } from '../report/finding';
import { mark } from '../text/say';
import { list, maybe, object, type Schema, text, truth } from './schema';
import { type Chosen, placeSchema } from './subject';

/** A finding as agents are told of it: small, with its place and the best repair in a sentence. */
export const findingSchema: Schema = object({
  rule: text(mark`规则，explain 的 rule 可以说明它`),
  severity: text(mark`级别`, ['error', 'warning', 'information', 'hint']),
  hard: truth(mark`true：怎么读都不成立；false：请人核对`),
  message: text(mark`说了什么`),
  place: placeSchema,
  cells: list(text(mark`格`), mark`有关的格，explain 的 cell 可以说明它们`),
  repair: maybe(text(mark`最好的改法和把握；null 是没有改法`)),
});

export const findingOf = ({ placeOf }: Chosen, finding: Finding) => ({
  rule: finding.rule,
  severity: finding.severity,
  hard: finding.hard,
  message: finding.message,
  place: placeOf(finding.span),
  cells: finding.cells,
  repair: finding.repairs[0] ? repairInWords(finding.repairs[0]) : null,
});
