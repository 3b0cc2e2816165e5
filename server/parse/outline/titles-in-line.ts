import { foldUnit, ignored } from '../../text/fold';
import type { Span } from '../../text/span';
import { plainWords } from '../lexicon/lexicon';

/** The end of a title in running text, and no mention of one in a sentence. */
const ending =
  /(?:政府信息 ?公开|政务公开|信息公开)[^。,;:]{0,16}?(?:报告|年报)(?: ?[(](?:全文|正文|公开版)[)])?(?![》"'中的,;:、]|\.(?!pdf|docx?|wps|ofd|html?))/gu;
/** How far into a long line a title may stand: behind the links and buttons of a page. */
const farthestTitle = 1500;
/** A title has no more blanks in it. */
const mostBlanks = 8;
const longest = 100;

/**
 * Where a title may stand in a line with the text behind it and a page's links before, as in copies that lost their line breaks: from
 * the last sentence, or from any blank near, up to the words that end titles. The likeliest first: those nearest to the start of the
 * line, the shortest first.
 */
export function titlesInside({ start, end }: Span, view: string): readonly Span[] {
  let folded = '';
  const offsets: number[] = [];
  for (let at = start; at < Math.min(end, start + farthestTitle); at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === ignored) continue;
    folded += String.fromCharCode(unit);
    offsets.push(at);
  }
  const line = plainWords(folded);
  return [...line.matchAll(ending)].flatMap(({ 0: found, index }) => {
    const from = Math.max(
      0,
      index - longest,
      ...[...'.;:|>'].map((sign) => line.lastIndexOf(sign, index) + 1),
    );
    const blanks = [...line.slice(from, index).matchAll(/ +|^/gu)].map(
      (blank) => from + blank.index + blank[0].length,
    );
    const last = (offsets[index + found.length - 1] ?? end - 1) + 1;
    return blanks
      .slice(-mostBlanks)
      .reverse()
      .map((first) => ({ start: offsets[first] ?? start, end: last }));
  });
}
