import type { Translate } from '../text/say';

/** What opencc made of our own texts (scripts/tongues/traditional.mjs), so that its dictionaries need not be shipped. */
interface Table {
  readonly characters?: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** Our texts in traditional characters, as Taiwan writes them; the words stay, since they are the law's and the form's. */
export function toTraditional({ characters = '', texts }: Table): Translate {
  const known: ReadonlyMap<string, string> = new Map(Object.entries(texts));
  const pairs = characters.matchAll(/(.)(.)/gu);
  const others: ReadonlyMap<string, string> = new Map(
    Array.from(pairs, ([, from = '', to = '']) => [from, to]),
  );
  return (text) =>
    known.get(text) ?? Array.from(text, (character) => others.get(character) ?? character).join('');
}
