/** The names of the folders and of the file that a path or a URI leads through, decoded; schemes and hosts count as folders. */
export const segmentsOf = (document: string): readonly string[] =>
  (document.includes('://') ? decoded(document) : document).split(/[\\/]+/u).filter((each) => each !== '');

/** The text without its percent escapes; as it is where they make no sense. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
