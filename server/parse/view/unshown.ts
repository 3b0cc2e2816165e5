/** The attributes of a tag by their names in small letters; undefined for tags of which none are told. */
export type Attributes = ReadonlyMap<string, string> | undefined;

const displayNone = /\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*collapse\b/iu;
const invisible = /\bvisibility\s*:\s*hidden\b/iu;

/** Whether an element is not shown by what its own tag says, and takes no room. */
export const isGone = (attributes: Attributes): boolean =>
  attributes !== undefined && (attributes.has('hidden') || displayNone.test(attributes.get('style') ?? ''));

/** Whether an element takes its room and shows nothing there. */
export const isInvisible = (attributes: Attributes): boolean =>
  invisible.test(attributes?.get('style') ?? '');

/** Whether nothing is shown of an element. */
export const isUnshown = (attributes: Attributes): boolean => isGone(attributes) || isInvisible(attributes);

/** Whether a text may have elements that are not shown, or are struck out by a style. */
export const mayStyle = (text: string): boolean => /\bhidden\b|\bnone\b|line-through/iu.test(text);
