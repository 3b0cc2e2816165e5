import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';

const agency = '松涧县水务局';
const title = `${agency}2023年政府信息公开工作年度报告`;

const sections = [
  '一、总体情况',
  '（一）主动公开。全年在县政府网站公开信息30条。',
  '二、主动公开政府信息情况',
  '第二十条第（一）项',
  '规章 0 0 0',
  '六、其他需要报告的事项',
  '2023年没有收取信息处理费。',
];

/** Lines above the report, as they come along when a page is copied or saved. */
const tops: readonly (readonly string[])[] = [
  ['索 引 号：0001/2024-0001', `名    称：${title}`, '发布机构：县水务局', title],
  [`名    称：${title}`, '发文字号：', '发布机构：县水务局'],
  [`信息名称：${title}`, '公开日期：2024-01-20'],
  [`标题:${title}`],
  [`标 题：${title}`, '来 源：松涧县人民政府办公室'],
  [`文件名称 ${title}`, '成文日期 2024-01-20'],
  [`索引号 SJ-2024-001 名称 ${title} 发布机构 松涧县水务局`],
  [`索引号：SJ-2024-001\t主题分类：水务\t名称：${title}\t有效性：有效`],
  ['首页 > 政务公开 > 政府信息公开年报', title],
  [`首页 > 政务公开 > 年报 > ${title}`],
  [`当前位置：首页 > 政府信息公开 > 年度报告 > ${title}`, title],
  [`您现在的位置：首页»政务公开»${title}`],
  [`首页/政务公开/政府信息公开年报/${title}`],
  ['当前位置： 首页政务公开政府信息公开年报', title],
  ['首页政务公开政府信息公开年报', title],
  [`首页 政务公开 政府信息公开年报 ${title}`],
  [`2024-01-20 ${title}`],
  [`2024年1月20日 ${title}`],
  [`2024/01/20 09:30 ${title}`],
  [`${title} 2024-01-20`],
  [`${title}[2024-01-20]`],
  [`${title} 发布时间：2024-01-20 来源：松涧县人民政府 浏览次数：120`],
  [`${title}_松涧县人民政府`, '首页政务公开', title],
  [`${title}_松涧县人民政府门户网站`],
  [`${title} - 松涧县人民政府`],
  [`${title}-松涧县人民政府网`],
  [`${title} | 政府信息公开 | 松涧县人民政府`],
  [`${title}--年报--松涧县人民政府`],
  [`(图文)${title}`],
  [`【附件】${title}`],
  [`[图解] ${title}`],
  [`【公开年报】(图文) ${title}（全文）`],
  [`通知公告 ${title}`],
  [`来源：松涧县人民政府 发布时间：2024-01-20 字号：[大 中 小]`, title, '打印 关闭'],
  ['松涧县人民政府门户网站', '无障碍阅读 | 长者模式', title, '分享到：微信 微博'],
  [`# ${title}`],
  [`> **${title}**`],
  [`[首页](/) > [政务公开](/zwgk) > 正文`, `## ${title}`],
  [`《${title}》`],
  [`附件1：${title}`],
  [`${title}.pdf`],
  [`[2024-01-20] ${title}`],
  [`（2024年1月20日）${title}`],
  [`【字体：大 中 小】 ${title}`],
  [`信息来源：${agency} ${title}`],
  [`${agency} ${title}`],
  [`| 索引号 | 001 | 名 称 | ${title} |`],
  ['您的位置：', '首页', '>', '政务公开', '>', '正文', title],
  [`首页 · 政务公开 · ${title}`],
  [`首页→政务公开→${title}`],
  [`1. ${title}`],
  ['字号：大 中 小', '视力保护色：', title],
  ['上一篇：临河县水务局2022年政府信息公开工作年度报告', title],
];

const html = (head: string, ...lines: readonly string[]): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${head}</title></head><body>${[
    ...lines,
    ...sections,
  ]
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;

const pages: Readonly<Record<string, string>> = {
  'a name in <title> before that of the site': html(`${title}_松涧县人民政府`, title),
  'links without blanks between': html(
    `${title}_松涧县人民政府`,
    '当前位置： 首页政务公开政府信息公开年报',
    title,
  ),
  'links with a sign between': html(
    `${title}-松涧县人民政府`,
    '<a>首页</a>&gt;<a>政务公开</a>&gt;<a>年报</a>',
    title,
  ),
  'a name in <title> alone': html(`${title} | 松涧县人民政府`, '发布时间：2024-01-20'),
  'the name of the site in <title>': html('松涧县人民政府', `<span>名 称：</span><span>${title}</span>`),
  'an index in a table': html(
    '政府信息公开',
    `<table><tr><td>索引号</td><td>0001/2024</td></tr><tr><td>名称</td><td>${title}</td></tr></table>`,
  ),
};

describe('title, agency and year on a page', () => {
  const check = (text: string): void => {
    const report = parseReport(text);
    assert.deepEqual(
      {
        title: report.title?.value.replace(/（全文）$/, ''),
        agency: report.agency?.value,
        year: report.year?.value,
      },
      { title, agency, year: 2023 },
    );
  };

  for (const lines of tops)
    it(`are found below or in ${lines.join(' ⏎ ')}`, () => check([...lines, ...sections].join('\n')));

  for (const [what, text] of Object.entries(pages))
    it(`are found in the source of one: ${what}`, () => check(text));

  for (const [line, named] of [
    ['松涧县水务局关于2023年度政府信息公开工作情况的报告', '松涧县水务局'],
    ['松涧县水务局关于印发2023年政府信息公开工作年度报告', '松涧县水务局'],
    ['2023年松涧县人民政府政府信息公开工作年度报告', '松涧县人民政府'],
    ['松涧县2023年政府信息公开工作年度报告', '松涧县'],
    ['松涧县政务服务管理局2023年政府信息公开年报', '松涧县政务服务管理局'],
    ['松涧县政务公开办公室2023年度政府信息公开工作年度报告', '松涧县政务公开办公室'],
    ['政务公开 松涧县大数据中心2023年政府信息公开工作年度报告', '松涧县大数据中心'],
    ['松涧经济开发区管委会2023年政府信息公开工作年度报告', '松涧经济开发区管委会'],
    ['松涧县白石街道办事处2023年政府信息公开工作年度报告', '松涧县白石街道办事处'],
    ['松涧经济技术开发区2023年政府信息公开工作年度报告', '松涧经济技术开发区'],
    ['松涧县第一中学2023年信息公开工作年度报告', '松涧县第一中学'],
    ['松涧县人民医院2023年信息公开年度报告', '松涧县人民医院'],
    ['松涧县城市建设投资集团2023年度信息公开工作年度报告', '松涧县城市建设投资集团'],
    ['松涧县 水务局 2023年度 政府信息公开工作年度报告', '松涧县水务局'],
    ['松涧县水务局政府信息公开工作年度报告（2023年）', '松涧县水务局'],
    ['松涧县水务局\n2023年政府信息公开\n工作年度报告', '松涧县水务局'],
    ['首页 > 年报\n松涧县水务局\n2023年政府信息公开工作年度报告', '松涧县水务局'],
  ] as const)
    it(`are read from ${line.replaceAll('\n', ' ⏎ ')}`, () => {
      const report = parseReport([line, ...sections].join('\n'));
      assert.deepEqual([report.agency?.value, report.year?.value], [named, 2023]);
    });

  for (const line of [
    '2023年政府信息公开工作年度报告',
    '政府2023年政府信息公开工作年度报告',
    '人民政府2023年度政府信息公开工作年度报告',
    '县政府2023年政府信息公开工作年度报告',
    '本机关2023年政府信息公开工作年度报告',
    '本单位2023年度政府信息公开工作年度报告',
    '2023年机关政府信息公开工作年度报告',
    '公开关于2023年政府信息公开工作年度报告',
    '首页 > 县政府 > 2023年政府信息公开工作年度报告',
    '来源：县政府办公室\n2023年政府信息公开工作年度报告',
    '发布机构：办公室 2023年政府信息公开工作年度报告',
    '发布机构：松涧县政府办公室\n2023年政府信息公开工作年度报告',
    '发布机构：松涧县融媒体中心\n2023年政府信息公开工作年度报告',
    '来源：松涧县人民政府\n2023年政府信息公开工作年度报告',
    '来源：松涧日报社  编辑：李工\n2023年政府信息公开工作年度报告',
    '来源：松涧县\n2023年政府信息公开工作年度报告',
    '发布机构：松涧县水务局  来源：松涧县教育局\n2023年政府信息公开工作年度报告',
    '主办单位：松涧县人民政府\n2023年政府信息公开工作年度报告',
  ])
    it(`leave the agency open where none is named: ${line.replaceAll('\n', ' ⏎ ')}`, () => {
      const report = parseReport([line, ...sections].join('\n'));
      assert.deepEqual([report.agency?.value, report.year?.value], [undefined, 2023]);
    });

  const nameless = '2023年政府信息公开工作年度报告';
  for (const lines of [
    ['发布机构：松涧县水务局', nameless],
    ['发布机构 : 松涧县水务局 发布日期 : 2024-01-10', nameless],
    ['发布机构\t松涧县水务局\t发布日期\t2024-01-10', nameless],
    ['索 引 号：0001/2024', '发布单位：松涧县水务局', `名    称：${nameless}`],
    [nameless, '来源：松涧县水务局  发布时间：2024-01-20  浏览次数：35'],
    ['信息来源:松涧县水务局 | 更新时间:2024-01-12', nameless],
    ['公开主体：松涧縣水務局', '公開日期：2024-01-12', nameless],
    ['制发机关：松涧县水务局', '政府信息公开工作年度报告（2023年）'],
    ['发布机构：松涧县水务局', '来源：松涧县人民政府', nameless],
    [
      `<table><tr><td>索引号</td><td>0147</td><td>发布机构</td><td>松涧县水务局</td></tr></table><p>${nameless}</p>`,
    ],
  ])
    it(`take the agency from a field where the title names none: ${lines.join(' ⏎ ')}`, () => {
      const { agency: read, year } = parseReport([...lines, ...sections].join('\n'));
      assert.deepEqual([read?.value, year?.value], [agency, 2023]);
    });

  for (const named of ['松涧县人民政府', '松涧县水利工程管理中心'])
    it(`take the agency from the title rather than from a field: ${named}`, () => {
      const text = ['发布机构：松涧县水务局', `${named}2023年政府信息公开工作年度报告`, ...sections].join(
        '\n',
      );
      assert.equal(parseReport(text).agency?.value, named);
    });

  it('take the agency from the signature where the title names none', () => {
    const text = ['政府2023年政府信息公开工作年度报告', ...sections, agency, '2024年1月20日'].join('\n');
    assert.equal(parseReport(text).agency?.value, agency);
  });
});
