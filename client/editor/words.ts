import { l10n } from 'vscode';

/** Sentences one behind the other, as the reader's tongue has them; what is no text is left out. */
export const sentences = (...all: readonly (string | false | undefined)[]): string =>
  joined(all, (text, next) => l10n.t('{0} {1}', text, next));

/** What has no full stop yet, one sentence behind the other; the last goes without. */
export const statements = (...all: readonly string[]): string =>
  joined(all, (text, next) => l10n.t('{0}. {1}', text, next));

/** Names one behind the other, as the reader's tongue has lists. */
export const listed = (names: readonly string[]): string =>
  joined(names, (text, next) => l10n.t('{0}, {1}', text, next));

/** Parts of a sentence one behind the other; what is no text is left out. */
export const clauses = (...all: readonly (string | false | undefined)[]): string =>
  joined(all, (text, next) => l10n.t('{0}; {1}', text, next));

const joined = (
  all: readonly (string | false | undefined)[],
  join: (text: string, next: string) => string,
): string => {
  const [first = '', ...rest] = all.filter((each): each is string => Boolean(each));
  return rest.reduce(join, first);
};
