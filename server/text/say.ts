// What readers are told, in their tongue. Every sentence is written in Chinese at the place that says it, and is the key under which the
// other tongues have it (see tongues/).

/** A text in another tongue, with the same places; undefined where that tongue has none. */
export interface Translate {
  (text: string): string | undefined;
  /** Whether that tongue is English, which some texts have beside them. */
  readonly isEnglish?: true;
}

type Value = string | number;

/** One process or worker serves one reader, so that its tongue need not be handed through every call. */
let translate: Translate | undefined;

/** The key of each place in the code that says something, made once. */
const keys = new WeakMap<TemplateStringsArray, string>();

/** From now on all is said in another tongue; in Chinese, as it is written, where there is none. */
export function speak(into: Translate | undefined): void {
  translate = into;
}

/**
 * What is written, in the reader's tongue. Values are put where they stand, `{0}`, `{1}` … in a translation, in any order; what stands for
 * a number in English may depend on it: `{0} {0:report|reports}`.
 */
export function say(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  const translated = translate?.(keyOf(parts));
  if (translated === undefined) return String.raw({ raw: parts }, ...values);
  return values.length === 0 ? translated : filled(translated, values);
}

/** Marks a text that a table keeps, to be told by `said`; it stays as it is. */
export const mark = (parts: TemplateStringsArray): string => parts.join('');

/** A text that was marked, in the reader's tongue. */
export const said = (text: string): string => translate?.(text) ?? text;

/** A text that has its English beside it, in the reader's tongue. */
export const saidEither = (text: string, english: string): string =>
  translate?.isEnglish ? english : said(text);

/** A sentence that begins with a word that may stand within one too: English begins it with a capital. */
export const sentence = (text: string): string =>
  translate?.isEnglish ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** Texts one behind the other, as the reader's tongue has lists: 甲、乙. */
export const listed = (texts: readonly Value[]): string => texts.join(said(enumeration));

const enumeration = mark`、`;

function keyOf(parts: TemplateStringsArray): string {
  const known = keys.get(parts);
  if (known !== undefined) return known;
  const key = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  keys.set(parts, key);
  return key;
}

const filled = (text: string, values: readonly Value[]): string =>
  text.replace(
    /\{(\d+)(?::([^|{}]*)\|([^|{}]*))?\}/gu,
    (whole, place: string, one?: string, many?: string) => {
      const value = values[Number(place)];
      if (value === undefined) return whole;
      return one === undefined ? String(value) : ((Number(value) === 1 ? one : many) ?? '');
    },
  );
