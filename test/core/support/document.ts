import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';
import { mark, unmark } from './marked';

/** What a test puts into a report. */
export interface Parts {
  readonly title?: string;
  readonly lead?: string;
  readonly heading?: string;
  readonly overview?: string;
  readonly regulations?: string;
  /** What stands before and behind 表二. */
  readonly before?: string;
  readonly behind?: string;
  readonly problems?: string;
  readonly others?: string;
  readonly end?: string;
}

/** A section one in which all is said that has to be. */
export const aspects =
  '全年主动公开信息120条；未收到公开申请；严格执行发布审核制度；维护网站专栏；开展工作考核和社会评议，未发生责任追究。';

/** A report in which nothing is wrong but what a test puts into it. */
export const reportOf = (parts: Parts): string =>
  [
    parts.title ?? '青禾县水务局2023年政府信息公开工作年度报告',
    parts.lead ?? '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    parts.heading ?? '一、总体情况',
    parts.overview ?? aspects,
    '二、主动公开政府信息情况',
    ...(parts.before === undefined ? [] : [parts.before]),
    '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
    `规章 | ${parts.regulations ?? '0 | 0 | 0'}`,
    '行政规范性文件 | 1 | 0 | 3',
    '行政许可 | 12',
    '行政处罚 | 3',
    '行政强制 | 0',
    '行政事业性收费 | 0',
    ...(parts.behind === undefined ? [] : [parts.behind]),
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    parts.problems ?? '解读形式单一，2024年将增加图解和问答。',
    '六、其他需要报告的事项',
    parts.others ?? '本年度未收取信息处理费。',
    parts.end ?? '青禾县水务局\n2024年1月15日',
  ].join('\n');

/** Runs a rule over a report with marks where it is to find something, and compares the marks. */
export function checkDocument(id: string, parts: Parts): void {
  const family = rules.filter((rule) => rule.id === id);
  const source = reportOf(parts);
  const { text } = unmark(source);
  const spans = runRules(family, { report: parseReport(text), text }, {}).map(({ span }) => span);
  assert.equal(mark(text, spans), source);
}
