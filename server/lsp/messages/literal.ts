/**
 * A message as it is written. VS Code makes links of `[…](command:…)` in what it is given to show, and runs the command at a click; names of
 * files, settings and reports are other people's words. What parts them is not seen.
 */
export const literal = (message: string): string => message.replaceAll('](', ']\u2060(');
