import type { Layout } from '../layouts/page';
import type { Sheet } from '../layouts/sheet';
import { below } from '../random';
import { type Damage, damage, type Random } from './damage';

// Lines that are none of the report: page numbers, what stands around a text on its page, a table of contents.

const hasBounds = (layout: Layout, sheet: Sheet): boolean =>
  !layout.markup && sheet.sections.every(({ heading }) => heading !== undefined);

/** Puts lines between the lines of table 三, `count` times, each time what `of` answers. */
function inTable(text: string, sheet: Sheet, random: Random, of: readonly (readonly string[])[]): string {
  const lines = text.split('\n');
  const at = (index: number): number =>
    lines.findLastIndex((line) => line.includes(sheet.sections[index]?.heading ?? '\n'));
  const from = at(2) + 12;
  const to = at(3) - 2;
  for (const added of of) lines.splice(from + below(random, Math.max(1, to - from)), 0, ...added);
  return lines.join('\n');
}

const pages = (id: string, of: readonly (readonly string[])[], strays = 0): Damage =>
  damage(id, {
    fits: hasBounds,
    strays: () => strays,
    text: (text, random, _, sheet) => inTable(text, sheet, random, of),
  });

const wrap = (lines: readonly string[], layout: Layout): string =>
  lines.map((line) => (layout.markup ? `<div>${line}</div>` : line)).join('\n');

function surround(text: string, layout: Layout, before: readonly string[], after: readonly string[]): string {
  const first = wrap(before, layout);
  const last = wrap(after, layout);
  const body = text.indexOf('<body>');
  if (body < 0) return `${first}\n${text}\n${last}\n`;
  const end = text.lastIndexOf('</body>');
  return `${text.slice(0, body + 6)}${first}${text.slice(body + 6, end)}${last}${text.slice(end)}`;
}

const above = ({ agency, year }: Sheet): string[] => [
  '无障碍浏览 长者模式 网站支持IPv6',
  '首页',
  '当前位置：首页 > 政务公开 > 法定主动公开内容 > 政府信息公开年报',
  `索引号：003020-${year + 1}-00012 公开方式：主动公开`,
  `发布机构：${agency} 发布日期：${year + 1}-01-28 16:20`,
  `信息来源：${agency} 浏览次数：1024 字号：[ 大 中 小 ] 打印本页`,
];

const beneath = ({ agency, year }: Sheet): string[] => [
  '分享到：',
  '扫一扫在手机打开当前页',
  `上一篇：${agency}${year - 1}年政府信息公开工作年度报告`,
  '下一篇：没有了',
  `附件：${year}年报附表.xlsx`,
  '网站地图 | 联系我们 | 关于我们',
  '主办：大江市人民政府办公室  网站标识码：3304000012  备案序号：某ICP备05012345号-1',
  '联系电话：0573-12345678',
];

const contents = (sheet: Sheet): string[] => [
  '目  录',
  ...sheet.sections.flatMap(({ heading }, index) =>
    heading === undefined ? [] : [`${heading}${'…'.repeat(8)}${index + 1}`],
  ),
  '',
];

const plainContents = (sheet: Sheet): string[] => [
  '目录',
  ...sheet.sections.flatMap(({ heading }) => (heading === undefined ? [] : [heading])),
];

/** Lines that come in between. */
export const lineDamages: readonly Damage[] = [
  pages('page-dashes', [['- 4 -'], ['', '- 5 -', '']]),
  pages('page-em-dashes', [['— 4 —'], ['', '—5—', '']]),
  pages('page-tight', [['-3-'], ['', '                                   -4-', '']]),
  pages('page-words', [['第 4 页 共 6 页'], ['第5页'], ['4 / 6']]),
  pages('page-bare', [['', '4', '']], 1),
  pages('page-feed', [['\f'], ['- 4 -\f']]),
  damage('furniture', {
    text: (text, _, layout, sheet) => surround(text, layout, above(sheet), beneath(sheet)),
  }),
  damage('contents', {
    text: (text, _, layout, sheet) =>
      surround(text, layout, [...sheet.title, ...contents(sheet), '', ''], []),
  }),
  damage('contents-plain', {
    text: (text, _, layout, sheet) =>
      surround(text, layout, [...sheet.title, ...plainContents(sheet), ''], []),
  }),
  damage('spam-first', {
    text: (text, _, layout) => surround(text, layout, ['优惠活动最新网址_官方入口【2024下载】'], []),
  }),
];
