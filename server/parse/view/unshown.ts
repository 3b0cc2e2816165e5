/** The attributes of a tag by their names in small letters; undefined for tags of which none are told. */
export type Attributes = ReadonlyMap<string, string> | undefined;

const displayNone = /\bdisplay\s*:\s*none\b/iu;

/** Whether an element is not shown by what its own tag says. */
export const isUnshown = (attributes: Attributes): boolean =>
  attributes !== undefined && (attributes.has('hidden') || displayNone.test(attributes.get('style') ?? ''));

/** Whether a text may have elements that are not shown, or are struck out by a style. */
export const mayStyle = (text: string): boolean => /\bhidden\b|\bnone\b|line-through/iu.test(text);
