import type { Span } from '../../../text/span';
import { compact } from '../../residue/support/compact';

/**
 * What some stretches of a report say, folded and without blanks, where less than `least` characters of that count: what is to be a
 * part of the report and says nothing. Undefined where they are more; that is told of most without a copy of them.
 */
export function scarceWords(
  shown: string,
  spans: readonly Span[],
  { least, uncounted }: { readonly least: number; readonly uncounted: RegExp },
): string | undefined {
  if (spans.some((span) => hasHan(shown, span, least))) return undefined;
  const words = spans.map((span) => compact(shown, span).text).join('');
  return words.replace(uncounted, '').length < least ? words : undefined;
}

/** Whether a stretch has so many Chinese characters. */
function hasHan(text: string, { start, end }: Span, least: number): boolean {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff && ++count >= least) return true;
  }
  return false;
}
