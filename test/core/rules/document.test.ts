import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits } from '../../../server/report/finding';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';
import { aspects, checkDocument as check, type Parts, reportOf } from '../support/document';

/** Section one under headings, with the same said under each. */
const partsOf = (...headings: readonly string[]): string =>
  headings
    .map((name, at) => `（${'一二三四五'.charAt(at)}）${name}。在网站发布，办理申请，审核，培训。`)
    .join('\n');
const firstParts = partsOf('主动公开', '依申请公开', '信息管理');

/** What is no 人民政府 of any level, and what is one. */
const withoutGovernment = [
  '青禾市经济技术开发区管理委员会',
  '青禾高新技术产业开发区管委会',
  '青禾市滨江工业园区管委会',
  '青禾市滨江工业园区',
  '云岭风景名胜区管理委员会',
  '青禾县城关街道办事处',
  '青岚地区行政公署',
  '青禾县人民政府办公室',
  '青禾县水务局',
];
const governments = [
  '青禾县云河镇人民政府',
  '青禾县云河乡人民政府',
  '青岚市望舒区人民政府',
  '青禾县政府',
  '云州省人民政府',
];

const silent: readonly (readonly [id: string, ...parts: readonly Parts[]])[] = [
  [
    'year-mismatch',
    {},
    { lead: '统计时限为2023年1月1日—12月31日。' },
    { lead: '除规章总数外，其他项目统计时限均为2023年1月1日至2023年12月31日。' },
    { lead: '所列数据统计期限：2023 年 1 月 1 日 － 2023 年 12 月 31 日' },
    { lead: '根据《政府信息公开条例》（国令第711号，2019年5月15日起施行）编制本报告。' },
    { lead: '区政府办公室按规定发布了2022年度政府信息公开年报。' },
    { end: '青禾县水务局\n2023年12月29日' },
    { end: '青禾县水务局\n二〇二四年一月十五日' },
    { end: '（联系人：办公室，2022年6月1日启用新电话）' },
  ],
  [
    'stale-year',
    {},
    { overview: `${aspects}2022年12月，新版专栏上线。` },
    { overview: `${aspects}2022年公开100条，2023年公开120条。` },
    { overview: `${aspects}2021年以来，持续推进标准化。落实《2022年政务公开工作要点》。` },
    { overview: `${aspects}公开2022年度部门决算和2023年度部门预算。` },
    { overview: `${aspects}2022年共收到申请40件，办结39件，今年以来总体平稳。` },
    { overview: `${aspects}系统维护合同自2022年1月1日起至2022年12月31日止。` },
    { problems: '2022年，我局的工作仍存在不足。2023年，我局逐项改进，解读仍然偏少。' },
    { problems: '2022年指出的问题已经整改。2024年，将增加图解。2025年底前完成改版。' },
    { problems: '2023年，我局将政务公开工作纳入年度考核，解读仍然偏少。2024年，我局将增加图解。' },
    { problems: '针对上年报告提出的“2023年将增加图解”，已制作图解12个。' },
    { problems: '2023年，我局加强了督促，仍有栏目更新不及时。下一步，我局将按季度核对。' },
    { problems: '2023年计划开展培训4次，实际开展3次。2024年将开展4次。' },
    { problems: '解读偏少。下一步，2024年我局将增加图解。' },
    { problems: '解读偏少。今后，将落实《2023年政务公开工作要点》的要求，增加图解。' },
    { problems: '解读偏少。下一步，2024年我局将继续执行2023年修订的制度。' },
    { others: '2023年，我局将未收取信息处理费的情况公示。' },
  ],
  [
    'agency-mismatch',
    {},
    { end: '县水务局\n2024年1月15日' },
    { end: '青禾县水利水务管理局\n2024年1月15日' },
    { title: '青禾县人民政府2023年政府信息公开工作年度报告', end: '青禾县人民政府办公室\n2024年1月15日' },
    { title: '青禾县人民政府2023年政府信息公开工作年度报告', end: '青禾县政务服务和大数据局\n2024年1月15日' },
    { title: '青禾县卫生健康局2023年政府信息公开工作年度报告', end: '青禾县卫健局\n2024年1月15日' },
    { title: '青禾县市场监督管理局2023年政府信息公开工作年度报告', end: '县市场监管局\n2024年1月15日' },
    { title: '青岚市望舒区林业局2023年政府信息公开工作年度报告', end: '青岚市林业局\n2024年1月15日' },
    { title: '青岚市望舒区林业局2023年政府信息公开工作年度报告', end: '望舒区林业局\n2024年1月15日' },
    { title: '青禾县文化广电旅游体育局2023年政府信息公开工作年度报告', end: '县文广旅体局\n2024年1月15日' },
    { title: '青禾县文化和旅游局2023年政府信息公开工作年度报告', end: '青禾县广电旅游局\n2024年1月15日' },
    { title: '青禾县自然资源局2023年政府信息公开工作年度报告', end: '青禾县国土资源局\n2024年1月15日' },
    { title: '青禾县行政审批局2023年政府信息公开工作年度报告', end: '青禾县政务服务管理局\n2024年1月15日' },
    { title: '青禾县综合行政执法局2023年政府信息公开工作年度报告', end: '青禾县城市管理局\n2024年1月15日' },
    { title: '青禾县城关镇人民政府2023年政府信息公开工作年度报告', end: '城关镇人民政府\n2024年1月15日' },
    { title: '青禾县城关镇人民政府2023年政府信息公开工作年度报告', end: '青禾县人民政府\n2024年1月15日' },
    { title: '青禾县发展和改革委员会2023年政府信息公开工作年度报告', end: '青禾县发改委\n2024年1月15日' },
    { lead: '本报告由青禾县水务局办公室依照《条例》编制。' },
    { lead: '本报告由县政府办公室会同县林业局根据《条例》编制。' },
    { overview: `${aspects}与青禾县林业局联合发布信息3条。` },
    { end: '2024年1月15日' },
    { end: '' },
  ],
  [
    'regulations-authority',
    {},
    { title: '临泉市人民政府2023年政府信息公开工作年度报告', regulations: '2 | 1 | 30' },
    { title: '云州省人民政府2023年政府信息公开工作年度报告', regulations: '2 | 1 | 30' },
    { title: '国家市场监督管理总局2023年政府信息公开工作年度报告', regulations: '8 | 2 | 120' },
    { title: '生态环境部2023年政府信息公开工作年度报告', regulations: '8 | 2 | 120' },
    { title: '云水自治州人民政府2023年政府信息公开工作年度报告', regulations: '1 | 0 | 9' },
  ],
  [
    'late-publication',
    {},
    { lead: '发布日期：2024-01-31 浏览次数：12' },
    { lead: '更新时间：2024-06-01 时间：2024年6月1日至2024年6月30日' },
    { title: '青禾县人民政府2023年政府信息公开工作年度报告', lead: '发布日期：2024-03-08' },
    { title: '青禾县人民政府办公室2023年政府信息公开工作年度报告', lead: '发布日期：2024-03-08' },
    { title: '青禾县云河镇人民政府2023年政府信息公开工作年度报告', lead: '发布日期：2024-02-20' },
    { title: '青禾县第一中学2023年政府信息公开工作年度报告', lead: '发布日期：2024-05-20' },
    ...['经济开发区管理委员会', '滨湖新城管委会', '城关街道办事处', '公安局城东分局', '云河镇'].map(
      (body) => ({
        title: `青禾县${body}2023年政府信息公开工作年度报告`,
        lead: '发布日期：2024-05-20',
      }),
    ),
  ],
  [
    'processing-fee',
    {},
    { others: '（一）未发出收费通知。（二）无其他事项。' },
    { others: '无。', overview: `${aspects}全年无政府信息公开收费情况。` },
    { title: '青禾县水务局2020年政府信息公开工作年度报告', others: '无。' },
  ],
  ['problems-empty', {}, { problems: '解读偏少，增加图解。' }],
  [
    'overview-aspects',
    {},
    { overview: '公开信息120条。无申请。管理规范，保密审查到位。更新网站。组织培训。' },
    { overview: '（一）主动公开。[略]（二）依申请公开。[略]' },
    {
      title: '青禾县人民政府2023年政府信息公开工作年度报告',
      overview: '主动公开信息；办理申请；信息审核；平台维护；加强监督，年度考核优秀，未发生责任追究。',
    },
    {
      title: '青禾县人民政府2023年政府信息公开工作年度报告',
      overview: '主动公开信息；办理申请；信息审核；平台维护；加强监督，问卷调查1次，未发生责任追究。',
    },
    { overview: partsOf('主动公开', '依申请公开', '信息管理', '平台建设', '监督保障') },
    ...withoutGovernment.map((body) => ({
      title: `${body}2023年政府信息公开工作年度报告`,
      overview: '主动公开信息；办理申请；信息审核；平台维护；加强监督，未发生责任追究。',
    })),
    { overview: partsOf('主动公开', '依申请公开', '信息管理和平台建设', '监督保障') },
    { overview: partsOf('主动公开', '依申请公开', '信息管理', '监督保障').replace('网站', '网站优化栏目') },
    { overview: partsOf('主动公开', '依申请公开', '信息管理', '特色做法', '监督保障') },
    { overview: partsOf('主动公开', '依申请公开', '监督保障') },
  ],
];

const found: readonly (readonly [id: string, ...parts: readonly Parts[]])[] = [
  [
    'year-mismatch',
    { lead: '统计期限自⟦2022⟧年1月1日起至⟦2022⟧年12月31日止。' },
    { lead: '统计期限自2023年1月1日至⟦12月30日⟧。' },
    { lead: '现编制完成《青禾县水务局⟦2022⟧年政府信息公开工作年度报告》。' },
    { end: '青禾县水务局\n⟦2023年1月15日⟧' },
  ],
  [
    'overview-aspects',
    {
      heading: '⟦一、总体情况⟧',
      title: '青禾县人民政府2023年政府信息公开工作年度报告',
      overview: '主动公开信息；办理申请；信息审核；平台维护；加强监督，未发生责任追究。',
    },
    ...governments.map((body) => ({
      heading: '⟦一、总体情况⟧',
      title: `${body}2023年政府信息公开工作年度报告`,
      overview: '主动公开信息；办理申请；信息审核；平台维护；加强监督，未发生责任追究。',
    })),
    { heading: '⟦一、总体情况⟧', overview: `${firstParts}\n（四）监督保障。组织培训2次。` },
    { heading: '⟦一、总体情况⟧', overview: `${firstParts}\n（五）监督保障\n组织培训2次。` },
    { overview: `${firstParts}\n⟦（四）政府信息公开平台建设⟧\n（五）监督保障\n组织培训2次。` },
    { overview: `${firstParts}\n（四）平台建设。更新栏目。\n⟦（五）监督保障情况⟧。` },
  ],
  [
    'stale-year',
    { overview: `⟦2022⟧年，${aspects}` },
    { overview: `${aspects}自⟦2022⟧年1月1日起至2022年12月31日止，公开信息120条。` },
    { problems: '⟦2022⟧年，我局政府信息公开工作取得一定成效，但仍存在不足。' },
    { others: '⟦2021⟧年度未收取信息处理费。' },
    { problems: '栏目更新不及时。⟦2022⟧年，我局将加强督促。' },
    { problems: '栏目更新不及时。⟦2023⟧年，我局将进一步加强督促。' },
    { problems: '栏目更新不及时。下一步，⟦2023⟧年我局将增加图解。' },
    { problems: '2021年以来，解读一直偏少，⟦2022⟧年，我局将继续增加图解。' },
    { problems: '解读偏少；⟦2023⟧年度，计划开展业务培训2次。' },
    { problems: '一、解读偏少。\n二、下一步工作打算：⟦２０２３⟧年，将从以下方面改进。' },
  ],
  [
    'agency-mismatch',
    { end: '⟦临河区教育局⟧\n2024年1月15日' },
    { end: '⟦青禾县林业局⟧\n2024年1月15日' },
    { end: '⟦县档案局⟧\n2024年1月15日' },
    { end: '⟦松涧县水务局⟧\n2024年1月15日' },
    { lead: '本报告由⟦青禾县林业局⟧依照《中华人民共和国政府信息公开条例》编制。' },
    { title: '青岚市教育局2023年政府信息公开工作年度报告', end: '⟦青岚市市场监督管理局⟧\n2024年1月15日' },
    { title: '青岚市应急管理局2023年政府信息公开工作年度报告', end: '⟦青岚市城市管理局⟧\n2024年1月15日' },
    {
      title: '青禾县发展和改革委员会2023年政府信息公开工作年度报告',
      end: '⟦青禾县卫健委⟧\n2024年1月15日',
    },
    {
      title: '青禾县城关镇人民政府2023年政府信息公开工作年度报告',
      end: '⟦青禾县河口镇人民政府⟧\n2024年1月15日',
    },
    { title: '城关街道办事处2023年政府信息公开工作年度报告', end: '⟦河口街道办事处⟧\n2024年1月15日' },
  ],
  [
    'regulations-authority',
    { regulations: '⟦2⟧ | 0 | 2' },
    { title: '青禾县人民政府2023年政府信息公开工作年度报告', regulations: '0 | 0 | ⟦6⟧' },
    { title: '临泉市河东区人民政府2023年政府信息公开工作年度报告', regulations: '⟦1⟧ | 0 | 1' },
    { title: '河东街道办事处2023年政府信息公开工作年度报告', regulations: '0 | 0 | ⟦1⟧' },
  ],
  [
    'late-publication',
    { end: '青禾县水务局\n⟦2024年2月15日⟧' },
    { lead: '⟦发布日期：2024-06-01⟧ 来源：办公室' },
    { lead: '来源：办公室 ⟦时间：2024-06-01⟧ 09:30' },
    { title: '青禾县人民政府2023年政府信息公开工作年度报告', end: '青禾县人民政府\n⟦2024年4月2日⟧' },
    {
      title: '青禾县国有资产监督管理委员会2023年政府信息公开工作年度报告',
      lead: '⟦发布日期：2024-06-01⟧ 来源：办公室',
    },
  ],
];

describe('rules on the report as a document', () => {
  for (const [id, ...texts] of silent) {
    for (const [index, parts] of texts.entries()) {
      it(`${id} is silent where nothing is wrong (${index + 1})`, () => check(id, parts));
    }
  }
  for (const [id, ...texts] of found) {
    for (const [index, parts] of texts.entries()) {
      it(`${id} finds what is wrong (${index + 1})`, () => check(id, parts));
    }
  }

  it('year-mismatch is gone once its repairs are applied', () => {
    const family = rules.filter((rule) => rule.id === 'year-mismatch');
    const text = reportOf({ lead: '统计期限自2022年1月1日起至2022年12月30日止。' });
    const findings = runRules(family, { report: parseReport(text), text }, {});
    const mended = applyEdits(
      text,
      findings.flatMap(({ repairs }) => repairs[0]?.edits ?? []),
    );
    assert.deepEqual(runRules(family, { report: parseReport(mended), text: mended }, {}), []);
  });
});
