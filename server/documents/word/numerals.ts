// Numbers as a word processor writes those of its lists (ECMA-376 part 1, 17.18.59).

const plain = '〇一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const writers: Readonly<Record<string, (count: number) => string>> = {
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalEnclosedCircle: (count) => enclosed(count, 0x2460),
  decimalEnclosedCircleChinese: (count) => enclosed(count, 0x2460),
  decimalEnclosedParen: (count) => enclosed(count, 0x2474),
  decimalEnclosedFullstop: (count) => enclosed(count, 0x2488),
  chineseCounting: (count) => spelt(count, plain, '十百千'),
  chineseCountingThousand: (count) => spelt(count, plain.replace('〇', '零'), '十百千'),
  taiwaneseCounting: (count) => spelt(count, plain, '十百千'),
  taiwaneseCountingThousand: (count) => spelt(count, plain.replace('〇', '零'), '十百千'),
  japaneseCounting: (count) => spelt(count, plain, '十百千'),
  chineseLegalSimplified: (count) => spelt(count, legal, '拾佰仟'),
  ideographLegalTraditional: (count) => spelt(count, '零壹貳參肆伍陸柒捌玖', '拾佰仟'),
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  ideographEnclosedCircle: (count) => enclosed(count, 0x3280, 10),
  ideographTraditional: (count) => stems.charAt((count - 1) % stems.length),
  ideographZodiac: (count) => branches.charAt((count - 1) % branches.length),
  lowerLetter: lettered,
  upperLetter: (count) => lettered(count).toUpperCase(),
  lowerRoman: romanOf,
  upperRoman: (count) => romanOf(count).toUpperCase(),
  none: () => '',
  bullet: () => '',
};

/** A number in one of the formats of lists, by its name there; digits where the format is unknown, or has no such number. */
export const inFormat = (count: number, format: string): string =>
  (count > 0 ? writers[format]?.(count) : undefined) ?? String(count);

function wide(count: number): string {
  return String(count).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function digits(count: number): string {
  return String(count).replace(/\d/gu, (digit) => plain.charAt(Number(digit)));
}

function enclosed(count: number, first: number, most = 20): string {
  return count <= most ? String.fromCharCode(first + count - 1) : String(count);
}

function lettered(count: number): string {
  const times = Math.ceil(count / 26);
  return times > 40 ? String(count) : String.fromCharCode(97 + ((count - 1) % 26)).repeat(times);
}

function romanOf(count: number): string {
  if (count >= 4000) return String(count);
  let left = count;
  return roman.map(([value, letters]) => take(value, letters)).join('');
  function take(value: number, letters: string): string {
    const times = Math.floor(left / value);
    left -= times * value;
    return letters.repeat(times);
  }
}

/** 二百零三, 十二: in Chinese up to 9999. */
function spelt(count: number, figures: string, units: string): string {
  if (count > 9999) return String(count);
  let said = '';
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(count / 10 ** place) % 10;
    const isZero = digit === 0;
    if (isZero && (said === '' || said.endsWith(figures.charAt(0)))) continue;
    said += isZero ? figures.charAt(0) : figures.charAt(digit) + units.charAt(place - 1);
  }
  const zeros = said.endsWith(figures.charAt(0)) ? said.slice(0, -1) : said;
  const ten = figures.charAt(1) + units.charAt(0);
  return zeros.startsWith(ten) && figures.charAt(1) === '一' ? zeros.slice(1) : zeros;
}
