import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { valueOf } from '../../../server/report/report';
import { checkReport } from '../../../server/rules/check';

const trialDisclosure = `二、主动公开政府信息情况
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | 0 | 0 | 0
规范性文件 | 2 | 2 | 9
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可 | 12 | -1 | 30
其他对外管理服务事项 | 3 | 0 | 4
行政处罚 | 30 | +1 | 5
行政强制 | 0 | 0 | 0
信息内容 | 上一年项目数量 | 本年增/减
行政事业性收费 | 7 | 0
信息内容 | 采购项目数量 | 采购总金额
政府集中采购 | 3 | 12.5
`;
const disclosure = (head: string): string => `二、主动公开政府信息情况
信息内容 | ${head}
规章 | 0 | 0 | 0
行政规范性文件 | 2 | 1 | 9
信息内容 | 本年处理决定数量
行政许可 | 12
行政处罚 | 30
行政强制 | 0
信息内容 | 本年收费金额（单位：万元）
行政事业性收费 | 31.42
`;
const currentHead = '本年制发件数 | 本年废止件数 | 现行有效件数';
const trialHead = '本年新制作数量 | 本年新公开数量 | 对外公开总数量';

const zeros = ' | 0 | 0 | 0 | 0 | 0';
const row = (label: string, count: number): string => `${label} | ${count}${zeros} | ${count}\n`;
const others = `（二）部分公开 （三）不予公开|1.属于国家秘密 2.其他法律行政法规禁止公开 3.危及“三安全一稳定” 4.保护第三方合法权益
 5.属于三类内部事务信息 6.属于四类过程性信息 7.属于行政执法案卷 8.属于行政查询事项 （四）无法提供|1.本机关不掌握相关政府信息
 2.没有现成信息需要另行制作 3.补正后申请内容仍不明确 （五）不予处理|1.信访举报投诉类申请 2.重复申请 3.要求提供公开出版物
 4.无正当理由大量反复申请 5.要求行政机关确认或重新出具已获取信息`;

const applications = (last: string): string =>
  `三、收到和处理政府信息公开申请情况\n${row('一、本年新收政府信息公开申请数量', 5)}${row('二、上年结转政府信息公开申请数量', 0)}` +
  row('三、本年度办理结果 | （一）予以公开', 2) +
  others
    .split(/\s+/u)
    .map((label) => row(label.replace('|', ' | '), 0))
    .join('') +
  last +
  row('（七）总计', 5) +
  row('四、结转下年度继续办理', 0);

const single = row('（六）其他处理', 3);
const apart =
  row('（六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 1) +
  row('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', 1) +
  row('3.其他', 1);

const report = (year: number, ...tables: readonly string[]): string =>
  `青禾县水务局${year}年政府信息公开工作年度报告\n${tables.join('')}`;

interface Reading {
  readonly edition: string;
  readonly values: Readonly<Record<string, number>>;
  /** The rules about editions that find something. */
  readonly found: readonly string[];
}

const fee = 'proactiveDisclosure.administrativeFees';
const other = 'applications.results.other';

const cases: Readonly<Record<string, readonly [text: string, Reading]>> = {
  'the trial form in its time': [
    report(2020, trialDisclosure, applications(single)),
    { edition: '2019', values: { [`${other}.other.total`]: 3 }, found: [] },
  ],
  'the trial form after its time': [
    report(2022, trialDisclosure, applications(single)),
    { edition: '2019', values: { [`${other}.other.total`]: 3 }, found: ['edition-mismatch'] },
  ],
  'the trial form’s first table beside the other one in force': [
    report(2022, trialDisclosure, applications(apart)),
    {
      edition: '2019',
      values: { [`${other}.overdueCorrection.total`]: 1, [`${other}.other.total`]: 1 },
      found: ['edition-mismatch'],
    },
  ],
  'the form in force with the trial form’s single row': [
    report(2022, disclosure(currentHead), applications(single)),
    { edition: '2021', values: { [fee]: 31.42, [`${other}.other.total`]: 3 }, found: ['old-form-row'] },
  ],
  'the form in force under the trial form’s head': [
    report(2022, disclosure(trialHead), applications(apart)),
    { edition: '2021', values: { [fee]: 31.42 }, found: ['edition-mismatch'] },
  ],
  'a late report on the trial form’s last year': [
    report(2020, disclosure(currentHead), applications(apart)),
    { edition: '2021', values: { [fee]: 31.42 }, found: [] },
  ],
  'the form in force on a year before it': [
    report(2019, disclosure(currentHead), applications(apart)),
    { edition: '2021', values: { [fee]: 31.42 }, found: ['edition-mismatch'] },
  ],
};

describe('editions of the form', () => {
  for (const [name, [text, expected]] of Object.entries(cases)) {
    it(`reads ${name}, and says what is mixed`, () => {
      const read = parseReport(text);
      const findings = checkReport({ report: read, text }, {});
      assert.equal(read.form.edition, expected.edition);
      for (const [path, value] of Object.entries(expected.values)) {
        const cell = read.form.cells.findIndex((each) => each.path === path);
        assert.equal(valueOf(read.cells[cell]), value, path);
      }
      assert.deepEqual(
        findings
          .map(({ rule }) => rule)
          .filter((rule) => /^(?:edition|old-form|row-|results-|flow-)/u.test(rule)),
        expected.found,
      );
      assert.deepEqual(
        findings.filter(({ rule }) => /^(?:missing-(?:row|cell)|unread-table)$/u.test(rule)),
        [],
        'no row of the other form is missed',
      );
    });
  }
});
