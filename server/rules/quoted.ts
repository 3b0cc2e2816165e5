import { plainIn } from '../text/plain';
import type { Span } from '../text/span';

/** What a text says at a place, as a message quotes it: as its reader sees it (the report's `shown`), without blanks. */
export const quoted = (shown: string, span: Span): string => plainIn(shown, span).replace(/\s+/gu, '');
