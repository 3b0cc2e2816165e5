import type { Translate } from '../text/say';
import { citedInEnglish } from './citations';

/** Our texts in English; the form's own words stay as the form has them, and are explained. Laws are cited as English cites them. */
export function toEnglish({ texts }: { readonly texts: Readonly<Record<string, string>> }): Translate {
  const known: ReadonlyMap<string, string> = new Map(Object.entries(texts));
  const titleOf = (title: string): string | undefined => known.get(title);
  const translate = (text: string): string | undefined => known.get(text) ?? citedInEnglish(text, titleOf);
  return Object.assign(translate, { isEnglish: true as const });
}
