import { type Meaning, meaningsOf } from './lexicon';
import { partsOf, type Token, tokenize } from './tokens';

/** A token with what its words may mean; empty for figures and for words that are no label. */
export interface Item {
  readonly token: Token;
  readonly meanings: readonly Meaning[];
}

const nothing: readonly Meaning[] = [];
const longestHead = 80;

/** The tokens of a view with their meanings. Words that are several labels with single blanks or commas between are taken apart. */
export function itemsOf(view: string): { readonly items: readonly Item[]; readonly end: number } {
  const items: Item[] = [];
  const { tokens, end } = tokenize(view);
  for (const token of tokens) {
    const whole = token.key === 0 ? nothing : meaningsOf(token.key);
    const parts =
      whole.length === 0 && token.parted && token.length <= longestHead ? labelsIn(view, token) : undefined;
    if (parts) items.push(...parts);
    else items.push({ token, meanings: whole.length > 0 ? whole : meaningsAt(token) });
  }
  return { items, end };
}

/** The labels that words consist of; undefined where the words are not all labels of the form. */
function labelsIn(view: string, token: Token): Item[] | undefined {
  const parts = partsOf(view, token).map((part): Item => ({ token: part, meanings: meaningsAt(part) }));
  const words = parts.filter((part) => part.token.kind === 'words');
  const labels = words.filter(({ meanings }) => meanings.length > 0);
  return parts.length > 1 && labels.length > 0 && labels.length === words.length ? parts : undefined;
}

/** What a token's words may mean; where a note in brackets follows the label, what stands before the bracket counts. */
function meaningsAt(token: Token): readonly Meaning[] {
  if (token.kind !== 'words' || token.key === 0) return nothing;
  const whole = meaningsOf(token.key);
  return whole.length > 0 || token.keyBeforeBracket === 0 ? whole : meaningsOf(token.keyBeforeBracket);
}
