import type { Report } from '../../../report/report';
import { isCountable } from '../../../text/numerals';
import type { Span } from '../../../text/span';

const digits = /[\d０-９][\d０-９,，]*/gu;
/** What makes a count of digits; a number of a document, of a telephone or of a body has none. */
const unit = /[ 　]{0,2}(?:[件条份宗起篇例]|人次|万?元)/uy;
/** No count that can be told is as long. */
const shortest = 13;

/** Where the sentences of a report tell a count or an amount that is too large to be one. */
export function* tooLargeIn({ shown, tables }: Report): Generator<Span> {
  for (const { 0: found, index: start } of shown.matchAll(digits)) {
    if (found.length < shortest) continue;
    const end = start + found.length;
    unit.lastIndex = end;
    const isTabled = tables.some(({ span }) => span.start <= start && start < span.end);
    const isCounted = unit.test(shown) && !/[第号]$/u.test(shown.slice(Math.max(0, start - 1), start));
    const value = Number(found.normalize('NFKC').replaceAll(',', ''));
    if (isCounted && !isTabled && !isCountable(value)) yield { start, end };
  }
}
