import { signOf } from '../word/unread';
import { type Section, sectionsOf, type Token } from './number-codes';

/** Formats that have no code of their own in the file (ECMA-376 part 1, 18.8.30, as Chinese programs have them). */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  ...Object.fromEntries([14, 15, 22, 30].map((id) => [id, 'yyyy/m/d'])),
  ...Object.fromEntries([16, 28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'])),
  ...Object.fromEntries([17, 27, 36, 50, 52, 55, 57].map((id) => [id, 'yyyy"年"m"月"'])),
  ...Object.fromEntries([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 56].map((id) => [id, 'h:mm'])),
  31: 'yyyy"年"m"月"d"日"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-";@',
  42: '#,##0;-#,##0;"-";@',
  43: '#,##0.00;-#,##0.00;"-"??;@',
  44: '#,##0.00;-#,##0.00;"-"??;@',
  48: '##0.0E+0',
};

/** How cells show what is written in them. */
export interface Format {
  number(written: string): string;
  text(written: string): string;
}

/** The format with a code; days count from 1904 where `isFrom1904`, else from 1900. */
export function formatOf(code: string, isFrom1904: boolean): Format {
  const sections = sectionsOf(code);
  const ofText = sections[3] ?? sections.findLast(({ tokens }) => tokens.some(({ kind }) => kind === 'text'));
  return {
    number: (written) => {
      const value = Number(written);
      const isNumber = written.trim() !== '' && Number.isFinite(value);
      return isNumber ? numberAs(sections, value, isFrom1904) : written;
    },
    text: (written) =>
      ofText
        ? ofText.tokens
            .map(({ kind, text }) => (kind === 'text' ? written : kind === 'literal' ? text : ''))
            .join('')
        : written,
  };
}

/** The code of a format of the program's own. */
export const builtInCode = (id: number): string => builtIn[id] ?? 'General';

/** A number as it is shown; a name for it where what is shown cannot be told. */
function numberAs(sections: readonly Section[], value: number, isFrom1904: boolean): string {
  const chosen = sectionFor(sections.slice(0, 3), value);
  if (!chosen) return signOf('format');
  const { section, isNegative } = chosen;
  const { tokens } = section;
  const kinds = new Set(tokens.map(({ kind }) => kind));
  if (kinds.has('date')) return dayAs(value, tokens, isFrom1904);
  if (kinds.has('text') || kinds.has('power')) return inGeneral(value);
  if (kinds.has('stroke') && kinds.has('digit'))
    return Number.isInteger(value) ? inGeneral(value) : signOf('format');
  const shown = kinds.has('general') ? inPlaceOfGeneral(tokens, value) : inDigits(tokens, Math.abs(value));
  return signed(shown.replace(currency, '').trim(), isNegative, section.isColoured);
}

/** In what money is counted the form tells. */
const currency = /[¥￥$€£]/gu;

/** The part that a number is shown by, and whether that is for negative ones alone. */
function sectionFor(
  sections: readonly Section[],
  value: number,
): { readonly section: Section; readonly isNegative: boolean | undefined } | undefined {
  const [first, second, third] = sections;
  const isBelow = value < 0;
  if (sections.some(({ isFor }) => isFor)) {
    const section = sections.find(({ isFor }) => isFor?.(value) ?? true);
    return section && { section, isNegative: isBelow ? undefined : false };
  }
  if (isBelow && second) return { section: second, isNegative: true };
  const section = (value === 0 ? third : undefined) ?? first;
  return section && { section, isNegative: isBelow ? undefined : false };
}

/** With the sign that it has: brackets or a colour stand for it in a part for negative numbers (`isNegative`), others draw it. */
function signed(shown: string, isNegative: boolean | undefined, isColoured: boolean): string {
  if (isNegative === false || shown === '') return shown;
  if (isNegative === undefined) return /[1-9]/u.test(shown) ? `-${shown}` : shown;
  const [, within] = /^[(（](.*)[)）]$/u.exec(shown) ?? [];
  if (within !== undefined) return `-${within}`;
  return isColoured && !shown.includes('-') ? `-${shown}` : shown;
}

/** So many digits of a number count; the last ones of the binary number are none of it. */
const inGeneral = (value: number): string => String(Number(value.toPrecision(15)));

const inPlaceOfGeneral = (tokens: readonly Token[], value: number): string =>
  tokens
    .map(({ kind, text }) =>
      kind === 'general' ? inGeneral(Math.abs(value)) : kind === 'literal' ? text : '',
    )
    .join('');

/** Puts the digits of a number into the places for them. */
function inDigits(tokens: readonly Token[], value: number): string {
  const isDigit = ({ kind }: Token): boolean => kind === 'digit';
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const before = point < 0 ? tokens.length : point;
  const last = tokens.findLastIndex(isDigit);
  const places = tokens.slice(0, before).filter(isDigit).length;
  const decimals = tokens.slice(before).filter(isDigit);
  const [whole = '', part = ''] = rounded(value * scaleOf(tokens, last), decimals.length).split('.');
  const digits = whole === '0' ? '' : whole;
  const kept = [...part].findLastIndex((digit) => digit !== '0') + 1;
  let [place, decimal] = [0, 0];
  let shown = '';
  for (const [at, token] of tokens.entries()) {
    const { kind, text } = token;
    if (kind === 'literal' || kind === 'percent') shown += text;
    else if (kind === 'point' && (kept > 0 || decimals.some((each) => each.text === '0'))) shown += text;
    else if (kind !== 'digit') continue;
    else if (at < before) {
      const own = digits.length - places + place;
      if (place === 0) shown += digits.slice(0, Math.max(0, own));
      shown += digits.charAt(own) || (text === '0' ? '0' : '');
      place++;
    } else {
      if (decimal < kept || text === '0') shown += part.charAt(decimal);
      decimal++;
    }
  }
  return shown;
}

/** Each percent sign is for a hundred, each comma behind the last digit for a thousand less. */
function scaleOf(tokens: readonly Token[], last: number): number {
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const isComma = (at: number): boolean => tokens[at]?.kind === 'comma';
  let thousands = 0;
  for (let at = last + 1; last >= 0 && isComma(at); at++) thousands++;
  for (let at = point - 1; isComma(at); at--) thousands++;
  return 100 ** percents / 1000 ** thousands;
}

/** With so many decimals, as people round: by the digits that count, not by the binary number. */
function rounded(value: number, decimals: number): string {
  const exact = value.toPrecision(15);
  if (/e/u.test(exact)) return value.toFixed(Math.min(decimals, 100));
  const moved = Math.round(Number(`${Number(exact)}e${decimals}`));
  return Number.isSafeInteger(moved)
    ? Number(`${moved}e-${decimals}`).toFixed(Math.min(decimals, 100))
    : value.toFixed(Math.min(decimals, 100));
}

const dayLength = 86_400_000;

/** A day as people write it, of a number of days; times of a day are of no report. */
function dayAs(value: number, tokens: readonly Token[], isFrom1904: boolean): string {
  const dates = tokens.flatMap(({ kind, text }) => (kind === 'date' ? [text] : []));
  const has = (letters: RegExp): boolean => dates.some((each) => letters.test(each));
  const isTime = has(/[hs]/u);
  if (!has(/[yed]/u) && (isTime || !has(/m/u))) return signOf('format');
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(first + Math.floor(value) * dayLength);
  if (Number.isNaN(day.getTime())) return inGeneral(value);
  const parts = [
    has(/[ye]/u) ? `${day.getUTCFullYear()}年` : '',
    has(/m/u) ? `${day.getUTCMonth() + 1}月` : '',
    has(/d/u) ? `${day.getUTCDate()}日` : '',
  ];
  return parts.join('');
}
