import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Analysis, analyze } from '../../../server/analysis';
import { hover } from '../../../server/features/explaining/hover';
import { unmark, unmarkCursor } from '../support/marked';

/** A fixture with one cursor, analysed. */
export function atCursor(source: string): {
  readonly analysis: Analysis;
  readonly cursor: number;
  readonly text: string;
} {
  const { text, cursor } = unmarkCursor(source);
  return { analysis: analyze(text), cursor, text };
}

/** A fixture with marked spans, analysed. */
export function marked(source: string): ReturnType<typeof unmark> & { readonly analysis: Analysis } {
  const found = unmark(source);
  return { ...found, analysis: analyze(found.text) };
}

/** The reports of the folder samples, in their several layouts. */
export const samples = readdirSync('samples', { withFileTypes: true })
  .filter((entry) => entry.isFile() && /年度报告\.(?:txt|md|html)$/.test(entry.name))
  .map(({ name }) => ({ name, text: readFileSync(path.join('samples', name), 'utf8') }));

const head = `三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）
 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计`;

/** 表三 with rows given as they are printed, the others full of zeros; one line a row. */
export function applicationsTable(rows: Readonly<Record<string, string>>): string {
  const printed = labels.map((label) => `${label} | ${rows[label] ?? '0 | 0 | 0 | 0 | 0 | 0 | 0'}`);
  const unknown = Object.keys(rows).filter((label) => !labels.includes(label));
  if (unknown.length > 0) throw new Error(`no such rows: ${unknown.join(', ')}`);
  return `${head}\n${printed.join('\n')}\n`;
}

const labels: readonly string[] = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '三、本年度办理结果 | （一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '（三）不予公开 | 1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '（四）无法提供 | 1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '（五）不予处理 | 1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '（六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
  '（七）总计',
  '四、结转下年度继续办理',
];

/** The beginning of 表三 with every figure on a line of its own. */
export const vertical = `三、收到和处理政府信息公开申请情况
自然人
商业
企业
科研机构
社会公益组织
法律服务机构
其他
总计
一、本年新收政府信息公开申请数量
8
0
1
0
0
0
9
二、上年结转政府信息公开申请数量
0
0
0
0
0
0
0
三、本年度办理结果
（一）予以公开
4
0
0
0
0
0
4
`;

/** What a hover says, paragraph by paragraph. */
export function paragraphs(source: string): readonly string[] {
  const { analysis, cursor } = atCursor(source);
  return hover(analysis, cursor)?.markdown.split('\n\n') ?? [];
}
