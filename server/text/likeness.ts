/** A beginning of words that is nearly a label: how many characters it takes, and how many of them are other, missing or too many. */
export interface Likeness {
  readonly length: number;
  readonly faults: number;
}

/**
 * The beginning of words that is most like a label, the longest where two are; with `anywhere` what stands before it is no fault.
 * Undefined where `most` faults are not enough.
 */
export function beginsLike(
  words: string,
  label: string,
  { most, anywhere = false }: { readonly most: number; readonly anywhere?: boolean },
): Likeness | undefined {
  // Most words are like no label at all, which their characters tell at once.
  let lacking = 0;
  for (const char of label) if (!words.includes(char) && ++lacking > most) return undefined;
  const limit = anywhere ? words.length : Math.min(words.length, label.length + most);
  // The faults of the label so far against each beginning of the words.
  let faults = Array.from({ length: limit + 1 }, (_, length) => (anywhere ? 0 : length));
  for (let row = 1; row <= label.length; row++) {
    const next = [row];
    for (let at = 1; at <= limit; at++) {
      const other = words[at - 1] === label[row - 1] ? 0 : 1;
      next.push(Math.min((faults[at - 1] ?? 0) + other, (faults[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return undefined;
    faults = next;
  }
  const least = Math.min(...faults);
  return { length: faults.lastIndexOf(least), faults: least };
}
