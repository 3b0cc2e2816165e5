/** The command that turns a rule off; no user types it, so it is not in the palette. */
export const ignoreCommand = 'nianbao.ignoreRule';

/** The scheme of pages that describe a rule: `nianbao-doc:/row-total.md`. */
export const rulePageScheme = 'nianbao-doc';
