import { oneLine } from './plain';

/** A text as Markdown that says just that, on one line: no sign of it is a mark, and no address in it leads anywhere. */
export const literally = (text: string): string =>
  oneLine(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/gu, '\\$&');
