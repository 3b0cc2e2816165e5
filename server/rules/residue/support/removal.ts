import type { Edit } from '../../../report/finding';
import type { Span } from '../../../text/span';
import { lineAround, lineBreak } from '../../place';

/** Takes a phrase out, and its line with it where nothing else stands there. */
export function removal(text: string, { start, end }: Span): Edit {
  const line = lineAround(text, { start, end });
  if (!line) return { span: { start, end }, newText: '' };
  return {
    span: { start: line.start, end: Math.min(text.length, line.end + lineBreak(text).length) },
    newText: '',
  };
}
