/** What stands at a place of an export. */
type Fact = string | number | boolean | null;
/** What an export says, by place. */
export type Facts = ReadonlyMap<string, Fact>;

const tables = ['proactiveDisclosure', 'applications', 'disputes'];
const head = ['agency', 'year', 'edition'];

/**
 * What an export says and is the same however a report is laid out: its tables, whose it is, its headings, and what its sentences
 * state; not how its text is broken into lines, nor which blanks stand in it.
 */
export function factsOf(exported: object): Facts {
  const { sections = [], claims = [], ...rest } = exported as Exported;
  const own = Object.entries(rest).filter(([key]) => tables.includes(key) || head.includes(key));
  return new Map(
    placesIn({
      ...Object.fromEntries(own),
      sections: sections.map(({ id, number, heading }) => [id, number, heading && withoutBlanks(heading)]),
      claims: claims.map(({ subject, kind, text, low, high }) => [
        subject,
        kind,
        text && withoutBlanks(text),
        low,
        high,
      ]),
    }),
  );
}

/** Only what stands in the tables. */
export const tablesOf = (facts: Facts): Facts =>
  new Map([...facts].filter(([place]) => tables.some((table) => place.startsWith(table))));

/** The places at which two exports do not say the same, each with what they say; a row without figures is as good as none. */
export const differences = (before: Facts, now: Facts): string[] =>
  [...new Set([...before.keys(), ...now.keys()])]
    .filter((place) => (before.get(place) ?? null) !== (now.get(place) ?? null))
    .map((place) => `${place}: ${before.get(place)}, now ${now.get(place)}`);

interface Exported {
  readonly sections?: readonly {
    readonly id: Fact;
    readonly number: Fact;
    readonly heading: string | null;
  }[];
  readonly claims?: readonly {
    readonly subject: Fact;
    readonly kind: Fact;
    readonly text: string | null;
    readonly low: Fact;
    readonly high: Fact;
  }[];
}

const withoutBlanks = (text: string): string => text.replace(/\s+/gu, '');

function* placesIn(value: unknown, place = ''): Generator<[place: string, fact: Fact]> {
  if (typeof value !== 'object' || value === null) {
    yield [place, value as Fact];
    return;
  }
  for (const [key, inner] of Object.entries(value))
    yield* placesIn(inner, place === '' ? key : `${place}.${key}`);
}
