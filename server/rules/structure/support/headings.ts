import type { Section } from '../../../form/form';
import { numeralOf } from '../../../form/written';
import type { HeadingReading, Report, SectionReading } from '../../../report/report';
import { fold, simplify } from '../../../text/fold';
import type { Span } from '../../../text/span';
import type { Context } from '../../rule';

/** A section of the form together with the heading that the text gives it. */
export interface Headed {
  readonly section: Section;
  readonly reading: SectionReading;
  readonly heading: HeadingReading;
}

/** The sections that have a heading, in the order of the text. */
export function headed({ form, sections }: Report): Headed[] {
  return sections.flatMap((reading) => {
    const section = form.sections.find(({ id }) => id === reading.id);
    return section && reading.heading ? [{ section, reading, heading: reading.heading }] : [];
  });
}

const numerals = '一二三四五六七八九十';

/** The number of a section as the form prints it: 五、 */
export const officialNumber = ({ number }: Section): string => `${numeralOf(number)}、`;

/** The value of a Chinese numeral up to ten, or 0 where it is none. */
export const numeralValue = (numeral: string): number =>
  numeral.length === 1 ? numerals.indexOf(numeral) + 1 : 0;

// The characters of the six headings that traditional script writes otherwise.
const traditional: Readonly<Record<string, string>> = Object.fromEntries(
  [...'总總体體况況动動开開处處请請复復议議诉訴讼訟问問题題进進报報项項'].reduce<string[][]>(
    (pairs, char, at) => {
      if (at % 2 === 0) pairs.push([char]);
      else pairs.at(-1)?.push(char);
      return pairs;
    },
    [],
  ),
);

/** The official wording of a section's heading, in the script in which the text is written. */
export function officialWording(context: Context, { heading }: Section): string {
  return isTraditional(context) ? [...heading].map((char) => traditional[char] ?? char).join('') : heading;
}

/** Whether the text is written in traditional characters: more of its headings' characters are than are simplified only. */
function isTraditional({ report, text }: Context): boolean {
  const spans = headed(report).map(({ heading }) => heading.wording);
  const sample =
    spans.length > 0 ? spans.map(({ start, end }) => text.slice(start, end)).join('') : text.slice(0, 2000);
  const simple = simplify(sample);
  let converted = 0;
  for (let at = 0; at < sample.length; at++) if (sample[at] !== simple[at]) converted++;
  const simplified = [...sample].filter((char) => char in traditional).length;
  return converted > simplified;
}

/** Whether a span covers markup of a page's source, so that its words alone cannot be replaced. */
export const coversMarkup = (text: string, { start, end }: Span): boolean =>
  text.slice(start, end).includes('<');

/** Text for comparison: folded, without blanks and the glosses in Latin letters that converted pages carry, 數(shù)據. */
export const bare = (text: string): string => fold(text).replace(/\([a-z\u00e0-\u01ff]{1,7}\)|[\s\0]/giu, '');
