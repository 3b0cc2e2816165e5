import { type HeadStyle, mapRows, mapSections, type Sheet, type SheetRow } from '../layouts/sheet';
import { below, pick } from '../random';
import { type Damage, damage, type Random } from './damage';

// Labels, headings and titles that are written otherwise, but are still there.

const mapLabels = (sheet: Sheet, change: (label: string, row: SheetRow) => string): Sheet =>
  mapRows(sheet, (row) => (row.label === undefined ? row : { ...row, label: change(row.label, row) }));

const mapNumbers = (sheet: Sheet, change: (number: string) => string): Sheet => ({
  ...mapRows(sheet, (row) => ({ ...row, number: change(row.number) })),
  groups: sheet.groups.map((group) => ({ ...group, number: change(group.number) })),
});

// Collected from published reports.
const wordings: Readonly<Record<string, string>> = {
  行政规范性文件: '规范性文件',
  行政事业性收费: '行政事业型收费',
  其他法律行政法规禁止公开: '其他法律行政止公开',
  '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': '申请人逾期不补正',
  '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': '申请人逾期不缴费',
  '部分公开（区分处理的，只计这一情形，不计其他情形）': '部分公开（区分处理的,只计这一情形）',
  总计: '合计',
  结转下年度继续办理: '结转下一年度继续办理',
  本年新收政府信息公开申请数量: '本年度新收政府信息公开申请数量',
  '危及“三安全一稳定”': '危及三安全一稳定',
  没有现成信息需要另行制作: '没有现成信息，需要另行制作',
};

const notes: Readonly<Record<string, string>> = {
  上年结转政府信息公开申请数量: '上年结转政府信息公开申请数量（须与2020年度年报结转数一致）',
  本年新收政府信息公开申请数量: '本年新收政府信息公开申请数量（含网上、信函和当面提出的申请）',
  属于行政查询事项: '属于行政查询事项（包括工商、不动产登记资料等）',
  结转下年度继续办理: '结转下年度继续办理（截至12月31日未答复的）',
};

const blurred = '己巳末未曰日士土干千由申甲人入';

/** The label with one character misread. */
function misread(label: string, random: Random): string {
  if (label.length < 6) return label;
  const at = 1 + below(random, label.length - 2);
  return label.slice(0, at) + pick(random, [...blurred]) + label.slice(at + 1);
}

const sprinkle = (text: string, blank: string, share: number, random: Random): string =>
  text.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, () => (random() < share ? blank : ''));

const inked = (id: string, blank: string): Damage =>
  damage(id, {
    sheet: (sheet, random) => ({ ...sheet, ink: (label) => sprinkle(label, blank, 0.25, random) }),
  });

const head = (style: HeadStyle, fits?: Damage['fits']): Damage =>
  damage(`head-${style}`, {
    fits: fits ?? ((layout) => !layout.id.startsWith('gfm')),
    sheet: (sheet) => ({ ...sheet, head: style }),
  });

const numbers = (id: string, change: (number: string) => string): Damage =>
  damage(id, { sheet: (sheet) => mapNumbers(sheet, change) });

const headings = (id: string, change: (heading: string, index: number) => string): Damage =>
  damage(id, {
    sheet: (sheet) =>
      mapSections(sheet, (section) => ({
        ...section,
        heading:
          section.heading && isNumbered(section.heading)
            ? change(section.heading, sheet.sections.indexOf(section))
            : section.heading,
      })),
  });

const isNumbered = (heading: string): boolean => /^[一二三四五六]、/u.test(heading);

/** Other titles, in a report that is not signed unless its title does not name the agency. */
const titles = (id: string, of: (sheet: Sheet) => string[]): Damage =>
  damage(id, {
    sheet: (sheet) => {
      const title = of(sheet);
      return { ...sheet, title, signature: title.join('').includes(sheet.agency) ? [] : sheet.signature };
    },
  });

const inChinese = (year: number): string =>
  [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

const isArabic = (number: string): boolean => /^\d/.test(number);
const inBrackets = (number: string): string => number.replace(/[（）]/g, '');

const headingWordings = [
  '总体情况',
  '主动公开政府信息的情况',
  '收到和处理政府信息公开申请的情况',
  '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  '政府信息公开工作存在的主要问题及改进情况',
  '其他事项',
] as const;

/** Labels, headings and titles written otherwise. */
export const labelDamages: readonly Damage[] = [
  damage('label-wordings', { sheet: (sheet) => mapLabels(sheet, (label) => wordings[label] ?? label) }),
  damage('label-notes', { sheet: (sheet) => mapLabels(sheet, (label) => notes[label] ?? label) }),
  damage('label-typos', {
    sheet: (sheet, random) => mapLabels(sheet, (label) => (random() < 0.4 ? misread(label, random) : label)),
  }),
  inked('label-blanks', ' '),
  inked('label-no-break', '\u00a0'),
  inked('label-wide-blanks', '\u3000'),
  numbers('numbers-pause', (number) => (isArabic(number) ? number.replace('.', '、') : number)),
  numbers('numbers-blank', (number) => (isArabic(number) ? `${number} ` : number && `${number} `)),
  numbers('numbers-brackets', (number) => (isArabic(number) ? `（${number.replace('.', '')}）` : number)),
  numbers('numbers-circled', (number) =>
    isArabic(number) ? String.fromCharCode(0x245f + Number.parseInt(number, 10)) : number,
  ),
  numbers('numbers-half-open', (number) => (number.startsWith('（') ? `${inBrackets(number)})` : number)),
  numbers('numbers-lost', () => ''),
  head('spaced'),
  head('broken'),
  head('fragments'),
  head('vertical'),
  head('lost'),
  headings('headings-unnumbered', (heading) => heading.slice(2)),
  headings('headings-arabic', (heading, index) => `${index + 1}、${heading.slice(2)}`),
  headings('headings-dots', (heading, index) => `${index + 1}. ${heading.slice(2)}`),
  headings('headings-brackets', (heading) => `（${heading[0]}）${heading.slice(2)}`),
  headings('headings-half-open', (heading) => `${heading[0]})${heading.slice(2)}`),
  headings('headings-shifted', (heading, index) =>
    index > 2 ? `${'一二三四五六'[index - 1]}、${heading.slice(2)}` : heading,
  ),
  headings('headings-six', (heading, index) => (index === 5 ? `6、 ${heading.slice(2)}` : heading)),
  headings('headings-blanks', (heading) => `${heading.slice(0, 2)}  ${heading.slice(2)}`),
  headings('headings-wordings', (heading, index) => `${heading.slice(0, 2)}${headingWordings[index]}`),
  headings('headings-stops', (heading) => `${heading}。`),
  headings('headings-colons', (heading) => `${heading}：`),
  titles('title-lines', ({ agency, year }) => [`${agency}${year}年`, '政府信息公开工作年度报告']),
  titles('title-three-lines', ({ agency, year }) => [agency, `${year}年度政府信息公开工作`, '年度报告']),
  titles('title-year-first', ({ agency, year }) => [`${year}年度${agency}政府信息公开工作年度报告`]),
  titles('title-blanks', ({ agency, year }) => [`${agency} ${year} 年 政府信息公开工作年度报告`]),
  titles('title-chinese-year', ({ agency, year }) => [`${agency}${inChinese(year)}年政府信息公开年度报告`]),
  titles('title-about', ({ agency, year }) => [`${agency}关于${year}年度政府信息公开工作情况的报告`]),
  titles('title-short', ({ agency, year }) => [`${agency}${year}年政府信息公开年报`]),
  titles('title-only-year', ({ year }) => [`${year}年政府信息公开工作年度报告`]),
];
