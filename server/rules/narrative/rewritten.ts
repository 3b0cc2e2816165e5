import { fold } from '../../text/fold';
import { chineseNumeral } from '../../text/numerals';

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/**
 * A number written as another one is printed: in full-width digits, with grouped thousands, in 万, in Chinese numerals.
 * Undefined where that cannot be done without losing something.
 */
export function rewritten(printed: string, value: number): string | undefined {
  const plain = fold(printed).replace(/[\s\0]/gu, '');
  if (/^[零〇一二两三四五六七八九十百千]+$/u.test(plain)) {
    const numeral = chineseNumeral(value);
    return printed.includes('兩') ? numeral?.replace('两', '兩') : numeral;
  }
  const [, digits = '', scale = ''] = /^([\d,.]+)([万亿]?)$/u.exec(plain) ?? [];
  if (digits === '') return undefined;
  const scaled = inScale(value, scales[scale] ?? 1, digits);
  if (scaled === undefined) return undefined;
  const grouped = digits.includes(',') ? scaled.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',') : scaled;
  return `${/[０-９]/u.test(printed) ? widened(grouped) : grouped}${scale}`;
}

function inScale(value: number, scale: number, digits: string): string | undefined {
  if (scale === 1) return String(value);
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  const rounded = (value / scale).toFixed(decimals);
  return Number(rounded) > 0 ? rounded : undefined;
}

const widened = (digits: string): string =>
  digits.replace(/[\d.,]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
