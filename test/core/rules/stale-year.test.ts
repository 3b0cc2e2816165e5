import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';
import { checkDocument } from '../support/document';
import { mark, unmark } from '../support/marked';

const stale = rules.filter(({ id }) => id === 'stale-year');

function check(source: string): void {
  const { text } = unmark(source);
  const spans = runRules(stale, { report: parseReport(text), text }, {}).map(({ span }) => span);
  assert.equal(mark(text, spans), source);
}

const left: readonly string[] = [
  '⟦2021⟧年，我局制发行政规范性文件3件。',
  '⟦2022⟧年度行政复议、行政诉讼情况如下：',
  '⟦2022⟧年度政府信息公开申请收到和处理情况如下：',
  '⟦2022⟧年度，全县主动公开信息120条。',
  '⟦2022⟧年，在主动公开的61条信息中，预算决算7条。',
  '我局⟦2021⟧年共作出行政许可20件。',
  '青禾县水务局⟦2022⟧年度未制定规章。',
  '在⟦2022⟧年，我局办理行政许可20件。',
  '⟦2021⟧年无行政事业性收费。',
  '⟦2022⟧年行政规范性文件制发3件，比上年增加1件。',
  '截至⟦2022⟧年底，现行有效规范性文件9件。',
  '现行有效9件，数据截止⟦2021⟧年12月31日。',
  '截至⟦2022⟧年12月31日，我局规范性文件9件。',
  '2023年制发3件。⟦2022⟧年共收取费用0元。',
  '本年度（⟦2021⟧年）制发规范性文件3件。',
  '1.⟦2022⟧年，我局制发文件3件；2.行政许可20件。',
  '注：行政处罚含当场处罚。⟦2021⟧年未实施行政强制。',
  '⟦２０２１⟧年，我局公开信息12条。',
  '本单位⟦2022⟧年全年收到申请3件。',
  '⟦2020⟧年度，收费金额0万元，公布信息3条。',
];

const right: readonly string[] = [
  '2023年度行政复议、行政诉讼情况如下：',
  '2022年行政复议案件结转情况如下：',
  '2023年，我局制发行政规范性文件3件。',
  '依据《青禾县取水许可管理办法（2021年）》办理。',
  '按照国办公开办函〔2021〕30号的格式填报。',
  '落实《青禾县“十四五”水利规划（2021—2025年）》。',
  '2021—2025年，推进水价改革。',
  '自2021年起，收费项目清零。',
  '《条例》自2019年5月15日起施行。',
  '与2021年相比，制发件数减少2件。',
  '较2022年增加1件。',
  '制发3件，比2022年多1件。',
  '2022年制发5件，2023年制发3件。',
  '2022年制发5件，本年制发3件，减少2件。',
  '2022年结转的申请1件，已经办结。',
  '2022年度结转1件。',
  '2021年制发的《青禾县节水办法》有效期届满。',
  '2021年，国务院办公厅印发新的年度报告格式，本表据此填报。',
  '2021年以来，未制定规章。',
  '2022年12月，新版专栏上线。',
  '废止2019年制发的文件1件。',
  '2019年，省政府公布《青禾县节水办法》。',
  '根据行政处罚法（2021年修订）统计。',
  '2021年立案的案件，本年作出处罚决定。',
  '截至2023年12月31日，现行有效9件。',
  '截至2023年底，规范性文件9件，其中2021年制发2件。',
  '统计时间截至2024年1月5日。',
  '2024年，将公布清理结果。',
];

/** In section one, beside tables that have 1 of 规范性文件, 12 of 许可, 3 of 处罚; the year of the report is 2023. */
const overview: readonly string[] = [
  '⟦2022⟧年，我局作出行政许可决定12件。',
  '⟦2022⟧年我局共作出行政处罚决定3件。',
  '⟦2022⟧年，我局认真落实条例。',
  '2022年，我局作出行政许可决定20件。',
  '2022年，我局共作出行政处罚决定26件，均已公示。',
  '2022年，收到申请6件，2023年有所上升。',
  '2022年，我局也没有收到申请。',
  '2022年，分别为12件、5件。',
];

const plans: readonly string[] = [
  '⟦2022⟧年，我局将从加强培训、拓宽渠道两个方面入手，做好公开工作。',
  '⟦2023⟧年工作打算：加强培训。',
  '⟦2023⟧年的政务公开工作计划如下：加强培训。',
  '下一步，在⟦2022⟧年的工作中，我局将强化解读。',
  '2024年，我局将从加强培训、拓宽渠道两个方面入手，做好公开工作。',
  '2024年工作打算：加强培训。',
  '2023年，我局将从上年抄来的旧条目逐条清理，做法已推广。',
  '按照2023年工作计划，解读已加强。',
];

/** All of the report's tables, so that it is known what it counts. */
const tables = [
  '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
  '规章 | 0 | 0 | 0',
  '行政规范性文件 | 1 | 0 | 3',
  '行政许可 | 12',
  '行政处罚 | 3',
  '行政强制 | 0',
  '行政事业性收费 | 0',
].join('\n');

describe('a year that opens a sentence of section one', () => {
  for (const sentence of overview) {
    it(`is asked about where its numbers are the report's own: ${sentence}`, () =>
      check(
        `青禾县水务局2023年政府信息公开工作年度报告\n一、总体情况\n${sentence}\n二、主动公开政府信息情况\n${tables}\n三、收到和处理政府信息公开申请情况`,
      ));
  }
});

describe('a year of a plan', () => {
  for (const sentence of plans)
    it(`is asked about: ${sentence}`, () => checkDocument('stale-year', { problems: sentence }));
});

describe('a year of the past beside a table', () => {
  for (const sentence of left) {
    it(`is asked about: ${sentence}`, () => {
      checkDocument('stale-year', { before: sentence });
      checkDocument('stale-year', { behind: sentence });
    });
  }
  for (const sentence of right) {
    it(`may stand: ${sentence}`, () => {
      checkDocument('stale-year', { before: sentence });
      checkDocument('stale-year', { behind: sentence });
    });
  }

  it('is seen in a web page, behind its tags', () => {
    const cells = (...words: readonly string[]): string =>
      `<tr>${words.map((word) => `<td>${word}</td>`).join('')}</tr>`;
    check(
      [
        '<h1>青禾县水务局2023年政府信息公开工作年度报告</h1>',
        '<h2>二、主动公开政府信息情况</h2>',
        '<p>⟦2021⟧年，我局制发规范性文件3件。</p>',
        `<table>${cells('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}`,
        `${cells('规章', '0', '0', '0')}${cells('行政规范性文件', '3', '1', '9')}</table>`,
        '<p>⟦2022⟧年度未制定规章。</p>',
        '<h2>三、收到和处理政府信息公开申请情况</h2>',
      ].join('\n'),
    );
  });

  it('is asked about in sections three and four as well', () => {
    check(
      [
        '青禾县水务局2023年政府信息公开工作年度报告',
        '三、收到和处理政府信息公开申请情况',
        '⟦2022⟧年，我局收到申请3件，均已答复。2022年结转1件。',
        '四、政府信息公开行政复议、行政诉讼情况',
        '⟦2021⟧年度未发生行政复议、行政诉讼。',
        '五、存在的主要问题及改进情况',
        '解读偏少。',
      ].join('\n'),
    );
  });

  it('is asked about in section one, and silent where the sentence leads on to the year', () => {
    check(
      [
        '青禾县水务局2023年政府信息公开工作年度报告',
        '一、总体情况',
        '在⟦2022⟧年，全局发布信息300条。在2022年，我局建成平台，2023年投入使用。',
        '于⟦2022⟧年度，我局修订公开指南。在2022年工作的基础上，完善制度。',
        '截至⟦2022⟧年12月31日，累计发布信息300条。截至2022年底印发的文件已全部公开。',
        '截止⟦2022⟧年底，我局公开信息300条。截至2022年底，有窗口12个，今年新增2个。',
        '截至2022年底，累计公开300条，2023年新增20条。截至2023年12月31日，累计公开320条。',
        '二、主动公开政府信息情况',
      ].join('\n'),
    );
  });
});
