import { localName, plainOf, readXml } from '../containers/xml';

/** Gives the number that is written in a cell as the cell's style, counted from 0, shows it. */
export type Formats = (written: string, style: number) => string;

/** Formats that have no code of their own in the file (ECMA-376 part 1, 18.8.30), as far as they matter here. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  22: 'yyyy/m/d',
  31: 'yyyy"年"m"月"d"日"',
  57: 'yyyy"年"m"月"',
};

/** Reads the formats of numbers from the part `styles`; days count from 1904 where `isFrom1904`, else from 1900. */
export function formatsIn(styles: string, isFrom1904: boolean): Formats {
  const codes = new Map<number, string>(Object.entries(builtIn).map(([id, code]) => [Number(id), code]));
  const used: number[] = [];
  let isCells = false;
  readXml(styles, {
    open(name, attributes) {
      const own = localName(name);
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (own === 'numFmt') codes.set(id, plainOf(attributes.get('formatCode') ?? ''));
      else if (own === 'cellXfs') isCells = true;
      else if (own === 'xf' && isCells) used.push(id);
    },
    close(name) {
      if (localName(name) === 'cellXfs') isCells = false;
    },
    text() {},
  });
  return (written, style) => formatted(written, codes.get(used[style] ?? 0) ?? 'General', isFrom1904);
}

/** A number as a format shows it: as a share, a day, or with as many decimals; in any other format as it is. */
function formatted(written: string, code: string, isFrom1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  // Parts of a format are for positive and negative numbers and zero; what is quoted or in brackets says nothing of the digits.
  const [own = ''] = code.replace(/"[^"]*"|\\.|_.|\*./gu, '').split(';');
  const plain = own.replace(/\[[^[\]]*\]/gu, '');
  if (/[yd]/iu.test(plain)) return dayOf(value, plain, isFrom1904);
  const [digits, decimals = ''] = /[#0?][#0?,]*(?:\.([#0?]*))?/u.exec(plain) ?? [];
  if (plain.includes('%')) return `${(value * 100).toFixed(decimals.length)}%`;
  if (digits === undefined || plain.includes('E')) return inGeneral(value);
  return value.toFixed(decimals.length);
}

/** So many digits of a number count; the last ones of the binary number are none of it. */
const inGeneral = (value: number): string => String(Number(value.toPrecision(15)));

const dayLength = 86_400_000;

function dayOf(value: number, code: string, isFrom1904: boolean): string {
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(first + Math.floor(value) * dayLength);
  if (Number.isNaN(day.getTime())) return inGeneral(value);
  const parts = [
    /y/iu.test(code) ? `${day.getUTCFullYear()}年` : '',
    /m/iu.test(code) ? `${day.getUTCMonth() + 1}月` : '',
    /d/iu.test(code) ? `${day.getUTCDate()}日` : '',
  ];
  return parts.join('');
}
