/** What a snippet looks like once it is in the text and nothing has been typed. */
export const expanded = (snippet: string): string =>
  snippet.replace(/\$\{\d+(?::([^}]*))?\}|\$0|\\([$}\\])/gu, (_, content = '', char = '') => content + char);
