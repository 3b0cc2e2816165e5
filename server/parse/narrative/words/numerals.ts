import { chineseValue, isCountable } from '../../../text/numerals';
import { allowed } from './numeral-ranges';

/**
 * A number as running text writes it: 3件, 1.2万件, 三十五件, 5500余条, 46.83%. `low` and `high` are the values that the words
 * allow.
 */
export interface Quantity {
  /** Where the digits begin, where they end (with 万, without 余), and where the unit ends. */
  readonly start: number;
  readonly digitsEnd: number;
  readonly end: number;
  /** Where the number begins and ends together with the words that leave its value open: 约, 超过 before it, 余 behind it. */
  readonly looseStart: number;
  readonly looseEnd: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The unit as it is written; empty where none of those known follows. */
  readonly unit: string;
  readonly kind: 'count' | 'percent' | 'money' | 'other';
  readonly decimals: number;
  readonly chinese: boolean;
  /** How many of what the number is told of make up the year that its value, low and high are of: 12 months; undefined for the year itself. */
  readonly each?: number;
}

const countUnits = '件次|场次|件|起|宗|份|封|例|个|条|次|项|篇|部|笔|则|张|期|场|册|批';
const moneyUnits = '万元|亿元|元';
const unitPattern = new RegExp(`(?:${moneyUnits}|个?百分点|${countUnits}|%|倍)`, 'y');
const arabicPattern = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/y;
const chinesePattern =
  /[零〇一二两三四五六七八九十百千]+(?:万(?!元)(?:[零〇一二两三四五六七八九十百千]+)?)?/y;
/** With these a Chinese number counts things; with others (三个方面, 一项机制) it mostly only introduces them. */
const chineseUnits = new Set(['件', '件次', '起', '宗', '份', '例', '封', '%', '倍', '万元', '元']);
const notCounted = /个(?:月|工作日|自然日|方面|自然人|人|部门|单位|小时|层面|环节|领域|专栏|栏目|平台|账号)/y;

const powers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Reads the quantity that begins at `start`, in digits or Chinese numerals; undefined where none stands there. */
export const quantityAt = (text: string, start: number): Quantity | undefined =>
  arabicAt(text, start) ?? chineseAt(text, start);

/** Reads the quantity in digits that begins at `start`; undefined where no digit stands there. */
export function arabicAt(text: string, start: number): Quantity | undefined {
  arabicPattern.lastIndex = start;
  const printed = arabicPattern.exec(text)?.[0];
  if (printed === undefined) return undefined;
  const plain = printed.replaceAll(',', '');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  let at = start + printed.length;
  let more = isMore(text.charAt(at));
  if (more) at++;
  const isMoney = text.startsWith('万元', at) || text.startsWith('亿元', at);
  const power = isMoney ? 0 : (powers[text.charAt(at)] ?? 0);
  if (power > 0) at++;
  const rest = power > 0 && !more ? restAt(text, at, power) : { value: 0, power, end: at };
  at = rest.end;
  const digitsEnd = more && power === 0 ? at - 1 : at;
  if (!more && isMore(text.charAt(at))) {
    more = true;
    at++;
  }
  // Not multiplied: 1.13 × 10000 is no whole number.
  const value = Number(`${plain}e${power}`) + rest.value;
  const ulp = rest.power > 0 ? 10 ** (rest.power - (rest.value > 0 ? 0 : decimals)) : 0;
  const found = finish(text, { start, digitsEnd, at, value, ulp, more, decimals, chinese: false });
  // 1 亿亿元 are ten thousand times as many 万元.
  const isTold = isCountable(value * (found.unit === '亿元' ? 10_000 : 1));
  return isTold ? found : { ...found, end: at, unit: '', kind: 'other' };
}

const restPattern = /(\d{1,4})([百千]?)/y;
const chineseRest = /[零〇一二两三四五六七八九十百千]+/y;

/**
 * What stands behind the 万 (or 千, 亿: `power`) of a number in pieces, 1 万 2 千 5 百 or 1 万 2500, with the power of the last piece. NaN
 * for what nobody can tell: 1 万 2 may be 12000.
 */
function restAt(
  text: string,
  at: number,
  power: number,
): { readonly value: number; readonly power: number; readonly end: number } {
  restPattern.lastIndex = at;
  const [printed, digits = '', sign = ''] = restPattern.exec(text) ?? [];
  chineseRest.lastIndex = at;
  if (printed === undefined) {
    const mixed = chineseRest.exec(text)?.[0];
    return mixed ? { value: Number.NaN, power, end: at + mixed.length } : { value: 0, power, end: at };
  }
  const end = at + printed.length;
  const own = powers[sign] ?? 0;
  const isFull = sign === '' ? digits.length === power : own < power && digits.length <= power - own;
  if (!isFull) return { value: Number.NaN, power, end };
  const next = sign === '' ? { value: 0, power: 0, end } : restAt(text, end, own);
  return { ...next, value: Number(`${digits}e${own}`) + next.value };
}

const inHundredths = /百分之([零〇一二两三四五六七八九十百]+)(?:点([零〇一二三四五六七八九]{1,3}))?/y;
const units = '〇一二三四五六七八九';

/** Reads 百分之二十六点七 at `start`; undefined where no such percentage stands there. */
function hundredthsAt(text: string, start: number): Quantity | undefined {
  inHundredths.lastIndex = start;
  const [printed = '', whole = '', decimals = ''] = inHundredths.exec(text) ?? [];
  const value = printed === '' ? undefined : chineseValue(whole);
  if (value === undefined) return undefined;
  const digits = [...decimals.replaceAll('零', '〇')].map((digit) => units.indexOf(digit)).join('');
  const end = start + printed.length;
  const found = finish(text, {
    start: end - printed.length + '百分之'.length,
    digitsEnd: end,
    at: end,
    value: Number(`${value}.${digits || 0}`),
    ulp: 0,
    more: isMore(text.charAt(end)),
    decimals: digits.length,
    chinese: true,
  });
  return { ...found, end, unit: '%', kind: 'percent' };
}

/** Reads the quantity in Chinese numerals that begins at `start`; undefined where none stands there, or it counts nothing. */
export function chineseAt(text: string, start: number): Quantity | undefined {
  const hundredths = hundredthsAt(text, start);
  if (hundredths) return hundredths;
  chinesePattern.lastIndex = start;
  const printed = chinesePattern.exec(text)?.[0];
  if (!printed || text.charAt(start - 1) === '第') return undefined;
  let at = start + printed.length;
  const more = isMore(text.charAt(at));
  if (more) at++;
  const value = chineseValue(printed);
  if (value === undefined) return undefined;
  const parts = {
    start,
    digitsEnd: start + printed.length,
    at,
    value,
    ulp: printed.endsWith('万') ? 10_000 : 0,
    more,
    decimals: 0,
    chinese: true,
  };
  const found = finish(text, parts);
  // 三百条: so many are counted, whatever of.
  const isMany = found.kind === 'count' && /[百千万]/u.test(printed);
  return isMany || chineseUnits.has(found.unit) ? found : undefined;
}

interface Parts {
  readonly start: number;
  readonly digitsEnd: number;
  readonly at: number;
  readonly value: number;
  /** The unit of the last place of a number rounded to 万 or 亿; 0 for one that is not. */
  readonly ulp: number;
  readonly more: boolean;
  readonly decimals: number;
  readonly chinese: boolean;
}

function finish(
  text: string,
  { start, digitsEnd, at, value, ulp, more, decimals, chinese }: Parts,
): Quantity {
  unitPattern.lastIndex = at;
  const unit = unitPattern.exec(text)?.[0] ?? '';
  notCounted.lastIndex = at;
  const kind =
    unit === '个' && notCounted.test(text)
      ? 'other'
      : unit === '%'
        ? 'percent'
        : unit.endsWith('元')
          ? 'money'
          : unit === '' || unit === '倍' || unit.endsWith('百分点')
            ? 'other'
            : 'count';
  const about = text.startsWith('左右', at + unit.length);
  const { low, high, hedge } = allowed(text, start, { value, ulp, more, chinese, about });
  const loose = { looseStart: start - hedge.length, looseEnd: at };
  return {
    start,
    digitsEnd,
    ...loose,
    end: at + unit.length,
    value,
    low,
    high,
    unit,
    kind,
    decimals,
    chinese,
  };
}

const isMore = (char: string): boolean => '余多来几'.includes(char || ',');
