const digits = '零一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const places = ['', '十', '百', '千'] as const;

/** The value of a Chinese numeral (三十五, 两, 一百零三, 一万五千); undefined for what is no number, as 二三. */
export function chineseValue(printed: string): number | undefined {
  const [high = '', low, ...more] = printed.split('万');
  if (low === undefined) return belowTenThousand(printed);
  const [thousands, rest] = [belowTenThousand(high), low === '' ? 0 : belowTenThousand(low)];
  if (high === '' || more.length > 0 || thousands === undefined || rest === undefined) return undefined;
  return 10_000 * thousands + rest;
}

function belowTenThousand(printed: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const char of printed.replaceAll('〇', '零').replaceAll('两', '二')) {
    const power = powers[char];
    if (power === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits.indexOf(char);
    } else {
      total += (digit ?? 1) * power;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}

/** Writes a number up to 9999 in Chinese numerals as one does before 件: 两件, 十二件, 一百零三件; undefined for others. */
export function chineseNumeral(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return undefined;
  if (value === 0) return '零';
  if (value === 2) return '两';
  let printed = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = printed !== '';
      continue;
    }
    printed += `${gap ? '零' : ''}${digits.charAt(digit)}${places[place]}`;
    gap = false;
  }
  return printed.startsWith('一十') ? printed.slice(1) : printed;
}

/** No count and no amount of a report is larger. */
const largest = 1e12;

/**
 * Whether a number is one that is worked with. All that is made of such numbers, sums of a table and of all parts of a report too, is a whole
 * number that can be told from the next, and what is told of it is true.
 */
export const isCountable = (number: number): boolean => Math.abs(number) < largest;

/** More digits than these are told from the next number no more, by whichever program. */
const mostDigits = 17;

/** Whether digits, with a point or not, are more than a number can keep; zeros before and behind them are none. */
export function hasTooManyDigits(digits: string): boolean {
  if (!digits.includes('.')) return false;
  const all = [...digits.replace('.', '')];
  const isCounted = (digit: string): boolean => digit !== '0';
  return all.findLastIndex(isCounted) - all.findIndex(isCounted) >= mostDigits;
}

/** Digits with a separator before every third of them, counted from the last: 1,234. */
export function inThousands(digits: string, separator: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(separator);
}

const unseen = '[\\s\\u00ad\\u200b-\\u200d\\u2060\\ufeff]*';
/** What begins with a figure, and what ends with one or its sign: so a raised mark stands at a figure. Characters that nobody sees do not count. */
export const beginsAsFigure = new RegExp(`^${unseen}\\p{Nd}`, 'u');
export const endsAsFigure = new RegExp(`[\\p{Nd}%‰]${unseen}$`, 'u');
