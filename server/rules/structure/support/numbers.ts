import { lineIn } from '../../../text/plain';
import type { Context } from '../../rule';
import { bare, type Headed, numeralValue, officialNumber } from './headings';

/** What is wrong with the number of a heading: there is none, it is written otherwise (6、), or it is another number. */
export type Fault = 'lost' | 'style' | 'other';

/** What is wrong with the number of a heading; undefined where nothing is. */
export function faultOf({ report }: Context, { section, heading }: Headed): Fault | undefined {
  const printed = bare(lineIn(report.shown, heading.number));
  if (printed === officialNumber(section)) return undefined;
  if (printed === '') return 'lost';
  const numeral = printed.replace(/[^\d一二三四五六七八九十]/gu, '');
  if ((numeralValue(numeral) || Number(numeral)) !== section.number) return 'other';
  // Other punctuation behind the right numeral, 一. or 一,, is no other numbering.
  return /^[一二三四五六][^\p{L}\d()]$/u.test(printed) ? undefined : 'style';
}
