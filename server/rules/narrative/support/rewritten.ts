import { fold } from '../../../text/fold';
import { chineseNumeral, inThousands } from '../../../text/numerals';

/** What may stand behind digits; 百 and 千 are not written on. */
const powers: Readonly<Record<string, number>> = { 百: 0, 千: 0, 万: 4, 亿: 8 };
/** A number with more decimals before 万 is easier to read without it. */
const mostDecimals = 2;

/**
 * A number written as another one is printed, without losing anything: in full-width digits, with grouped thousands, in Chinese
 * numerals, in 万 where two decimals suffice; else in plain digits. Undefined where what is printed is no numeral.
 */
export function rewritten(printed: string, value: number): string | undefined {
  const plain = fold(printed).replace(/[\s\0]/gu, '');
  if (/^[零〇一二两三四五六七八九十百千]+(?:万[零〇一二两三四五六七八九十百千]*)?$/u.test(plain)) {
    const numeral = chineseNumeral(value) ?? String(value);
    return printed.includes('兩') ? numeral.replace('两', '兩') : numeral;
  }
  const [, digits = '', scale = ''] = /^([\d,.]+)([百千万亿]?)$/u.exec(plain) ?? [];
  if (digits === '') return undefined;
  const scaled = inScale(value, powers[scale] ?? 0);
  const number = scaled ?? String(value);
  const grouped = digits.includes(',') ? withThousands(number) : number;
  return `${/[０-９]/u.test(printed) ? widened(grouped) : grouped}${scaled === undefined ? '' : scale}`;
}

/** The number before 万; undefined where it would be less than 1 or have too many decimals. */
function inScale(value: number, power: number): string | undefined {
  const scaled = Number(`${value}e-${power}`);
  const isShort = Number(scaled.toFixed(mostDecimals)) === scaled;
  return power > 0 && isShort && scaled >= 1 ? String(scaled) : undefined;
}

function withThousands(number: string): string {
  const [whole = '', ...decimals] = number.split('.');
  return [inThousands(whole, ','), ...decimals].join('.');
}

const widened = (digits: string): string =>
  digits.replace(/[\d.,]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
