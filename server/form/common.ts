import { column, type EquationData, type RowData, type TableData } from './define';
import type { Column, Group, Section } from './form';

// What both editions share. Sources: 《政府信息公开条例》第五十条 (contents), the official tables of the 2021 form,
// whose 表三 differs from the 2019 trial form only under （六）其他处理. Variants were collected from published reports.

/** The six sections in the form's order. */
export const sections: readonly Section[] = [
  {
    id: 'overview',
    number: 1,
    heading: '总体情况',
    variants: [
      '总体工作情况',
      '工作总体情况',
      '总体情况概述',
      '总体概况',
      '总体概述',
      '整体情况',
      '工作开展情况',
      '工作概况',
      '基本情况',
      '工作概述',
      '概述',
      '概况',
    ],
  },
  {
    id: 'proactiveDisclosure',
    number: 2,
    heading: '主动公开政府信息情况',
    variants: [
      '主动公开政府信息的情况',
      '主动公开政府政府情况',
      '主动公开政府信息工作情况',
      '主动公开政府信息',
      '主动公开信息情况',
      '主动公开工作情况',
      '主动公开情况',
      '政府信息主动公开情况',
    ],
  },
  {
    id: 'applications',
    number: 3,
    heading: '收到和处理政府信息公开申请情况',
    variants: [
      '收到和处理政府信息公开申请的情况',
      '收到和处理政府信息公开申请',
      '收到及处理政府信息公开申请情况',
      '收到和办理政府信息公开申请情况',
      '政府信息公开申请办理情况',
      '政府信息公开申请情况',
      '依申请公开政府信息情况',
      '依申请公开政府信息办理情况',
      '政府信息依申请公开情况',
      '依申请公开办理情况',
      '依申请公开工作情况',
      '依申请公开情况',
    ],
  },
  {
    id: 'disputes',
    number: 4,
    heading: '政府信息公开行政复议、行政诉讼情况',
    variants: [
      '政府信息公开行政复议和行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议提起行政诉讼的情况',
      '因政府信息公开被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议及行政诉讼情况',
      '政府信息公开行政复议诉讼情况',
      '申请行政复议、提起行政诉讼情况',
      '行政复议、行政诉讼情况',
      '行政复议和行政诉讼情况',
      '行政复议诉讼情况',
      '行政复议和诉讼情况',
      '复议、诉讼情况',
      '复议和诉讼情况',
    ],
  },
  {
    id: 'problems',
    number: 5,
    heading: '存在的主要问题及改进情况',
    variants: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在问题及改进情况',
      '存在的问题及改进情况',
      '存在的主要问题和改进情况',
      '存在的主要问题及改进措施',
      '存在的主要问题和改进措施',
      '存在的问题及改进措施',
      '存在主要问题及改进情况',
      '存在的不足及改进情况',
      '存在的不足及改进措施',
      '存在的主要问题与改进措施',
      '存在的问题和改进措施',
      '存在的问题和改进情况',
      '存在问题和改进措施',
      '存在问题及改进措施',
      '存在问题和改进情况',
      '主要问题及改进情况',
      '主要问题和改进措施',
      '存在的主要问题及下一步打算',
      '存在的问题及下一步打算',
      '存在问题和下一步打算',
      '存在问题及下一步打算',
      '主要问题及改进措施',
      '存在的问题和下一步改进措施',
      '存在的主要问题',
      '存在的问题',
    ],
  },
  {
    id: 'otherMatters',
    number: 6,
    heading: '其他需要报告的事项',
    variants: [
      '其他事项',
      '其它事项',
      '需要报告的其他事项',
      '其他需要报告事项',
      '其它需要报告的事项',
      '其他需报告的事项',
      '其他需要说明的事项',
      '其他需要说明事项',
      '其它需要报告事项',
      '其它需要说明的事项',
      '其他需要报告的情况',
      '其他需要说明的情况',
      '其他应当报告的事项',
      '其他报告事项',
      '需要报告的事项',
      '需要说明的事项',
      '需要说明的其他事项',
      '其他情况',
      '其它情况',
      '其他有关事项',
      '其他相关事项',
      '需要报告的其他情况',
      '其他需要说明的问题',
    ],
  },
];

/** The head of a part of 表二: the item of Article 20 of the Regulations whose contents it counts. */
export const item = (number: string): string => `第二十条第（${number}）项`;

/** The columns of 表三: who applied. 自然人 and the five classes of 法人或其他组织 (《条例》第二十七条). */
const applicants: readonly Column[] = [
  column('naturalPerson', '自然人'),
  column('commercialEnterprise', '商业企业'),
  column('researchInstitution', '科研机构'),
  column('publicInterestOrganization', '社会公益组织', { variants: ['社会公益', '社会公益机构'] }),
  column('legalServiceInstitution', '法律服务机构', { variants: ['法律服务'] }),
  column('other', '其他', { variants: ['其它'] }),
  column('total', '总计', { variants: ['合计'] }),
];

const group = (id: string, number: string, label: string, variants: readonly string[] = []): Group => ({
  id,
  number,
  label,
  variants,
});

const groups: readonly Group[] = [
  group('results', '三、', '本年度办理结果', ['办理结果', '本年办理结果']),
  group('refused', '（三）', '不予公开'),
  group('unable', '（四）', '无法提供'),
  group('notProcessed', '（五）', '不予处理'),
  group('other', '（六）', '其他处理', ['其它处理']),
];

type RowLine = readonly [
  id: string,
  number: string,
  label: string,
  name: string,
  variants?: readonly string[],
];

const inGroup = (id: string, label: string, lines: readonly RowLine[]): RowData[] =>
  lines.map(([row, number, text, name, variants]) => ({
    id: `applications.results.${id}.${row}`,
    number,
    label: text,
    name: `${label}·${name}`,
    group: id,
    columns: applicants,
    ...(variants && { variants }),
  }));

const single = (
  id: string,
  number: string,
  label: string,
  name: string,
  variants: readonly string[] = [],
): RowData => ({
  id: `applications.${id}`,
  number,
  label,
  name,
  variants,
  columns: applicants,
  ...(id.startsWith('results.') && { group: 'results' }),
});

const before: readonly RowData[] = [
  single('received', '一、', '本年新收政府信息公开申请数量', '本年新收', [
    '本年新收政府信息公开申请',
    '本年度新收政府信息公开申请数量',
    '本年新收申请数量',
    '本年新收',
  ]),
  single('carriedOver', '二、', '上年结转政府信息公开申请数量', '上年结转', [
    '上年结转政府信息公开申请',
    '上年结转申请数量',
    '上年度结转政府信息公开申请数量',
    '上年结转',
  ]),
  single('results.granted', '（一）', '予以公开', '予以公开'),
  single(
    'results.partiallyGranted',
    '（二）',
    '部分公开（区分处理的，只计这一情形，不计其他情形）',
    '部分公开',
    ['部分公开'],
  ),
  ...inGroup('refused', '不予公开', [
    ['stateSecret', '1.', '属于国家秘密', '属于国家秘密', ['国家秘密']],
    [
      'prohibitedByLaw',
      '2.',
      '其他法律行政法规禁止公开',
      '其他法律行政法规禁止公开',
      ['其他法律、行政法规禁止公开', '法律行政法规禁止公开', '其他法律法规禁止公开'],
    ],
    ['securityAndStability', '3.', '危及“三安全一稳定”', '危及“三安全一稳定”', ['三安全一稳定']],
    ['thirdPartyRights', '4.', '保护第三方合法权益', '保护第三方合法权益', ['保护第三方权益']],
    [
      'internalAffairs',
      '5.',
      '属于三类内部事务信息',
      '属于三类内部事务信息',
      ['三类内部事务信息', '属于内部事务信息'],
    ],
    [
      'processInformation',
      '6.',
      '属于四类过程性信息',
      '属于四类过程性信息',
      ['四类过程性信息', '属于过程性信息'],
    ],
    [
      'enforcementFiles',
      '7.',
      '属于行政执法案卷',
      '属于行政执法案卷',
      ['行政执法案卷', '属于行政执法案卷信息'],
    ],
    ['administrativeInquiry', '8.', '属于行政查询事项', '属于行政查询事项', ['行政查询事项']],
  ]),
  ...inGroup('unable', '无法提供', [
    [
      'notHeld',
      '1.',
      '本机关不掌握相关政府信息',
      '本机关不掌握相关政府信息',
      ['本机关不掌握', '本机关不掌握相关信息'],
    ],
    [
      'needsCreation',
      '2.',
      '没有现成信息需要另行制作',
      '没有现成信息需要另行制作',
      ['没有现成信息、需要另行制作', '没有现成信息'],
    ],
    ['unclearAfterCorrection', '3.', '补正后申请内容仍不明确', '补正后申请内容仍不明确', ['补正后仍不明确']],
  ]),
  ...inGroup('notProcessed', '不予处理', [
    ['petition', '1.', '信访举报投诉类申请', '信访举报投诉类申请', ['信访、举报、投诉类申请']],
    ['duplicate', '2.', '重复申请', '重复申请'],
    ['publications', '3.', '要求提供公开出版物', '要求提供公开出版物'],
    ['excessive', '4.', '无正当理由大量反复申请', '无正当理由大量反复申请'],
    ['confirmation', '5.', '要求行政机关确认或重新出具已获取信息', '要求行政机关确认或重新出具已获取信息'],
  ]),
];

const after: readonly RowData[] = [
  single('results.total', '（七）', '总计', '（七）总计', ['合计']),
  single('carriedForward', '四、', '结转下年度继续办理', '结转下年度', [
    '结转下一年度继续办理',
    '结转下年度',
    '结转下一年度',
  ]),
];

/** 表三 around the rows under （六）其他处理, in which alone the editions differ. */
export function applicationsTable(otherRows: readonly RowLine[]): TableData {
  return {
    id: 'applications',
    name: '表三',
    rows: [...before, ...inGroup('other', '其他处理', otherRows), ...after],
    groups,
    headers: [
      '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
      '本列数据的勾稽',
      '申请人情况',
      '法人或其他组织',
    ],
  };
}

/** 表四: the three kinds of disputes, each with the four outcomes and their total; the same in both editions. */
export const disputesTable: TableData = {
  id: 'disputes',
  name: '表四',
  sideBySide: true,
  rows: [
    ['reconsideration', '行政复议', '行政复议'],
    ['litigation.direct', '未经复议直接起诉', '未经复议直接起诉'],
    ['litigation.afterReconsideration', '复议后起诉', '复议后起诉'],
  ].map(([id = '', label = '', name = '']) => ({
    id: `disputes.${id}`,
    label,
    name,
    ...(id.startsWith('litigation') && { under: '行政诉讼', variants: [`行政诉讼（${label}）`] }),
    columns: [
      column('upheld', '结果维持'),
      column('corrected', '结果纠正'),
      column('other', '其他结果'),
      column('pending', '尚未审结'),
      column('total', '总计', { variants: ['合计'] }),
    ],
  })),
  headers: ['行政诉讼'],
};

const isResult = (row: RowData): boolean =>
  row.group !== undefined && row.id !== 'applications.results.total';

/**
 * The equations of 表三 and 表四: every row's total, the total of the results and the note of the form
 * 「第一项加第二项之和，等于第三项加第四项之和」, both in every column, and the total of every kind of dispute.
 */
export function equationsOf(applications: TableData): EquationData[] {
  const rowTotals = applications.rows.map((row) => totalOf(row, 'row-total'));
  const results = applications.rows.filter(isResult);
  const columns = applicants.map(({ id, label }) => ({ id, name: `「${label}」列` }));
  const resultTotals = columns.map(
    ({ id, name }): EquationData => ({
      rule: 'results-total',
      name,
      left: results.map((row) => `${row.id}.${id}`),
      right: [`applications.results.total.${id}`],
    }),
  );
  const flows = columns.map(
    ({ id, name }): EquationData => ({
      rule: 'flow-balance',
      name,
      left: [`applications.received.${id}`, `applications.carriedOver.${id}`],
      right: [`applications.results.total.${id}`, `applications.carriedForward.${id}`],
    }),
  );
  return [
    ...rowTotals,
    ...resultTotals,
    ...flows,
    ...disputesTable.rows.map((row) => totalOf(row, 'disputes-total')),
  ];
}

function totalOf(row: RowData, rule: EquationData['rule']): EquationData {
  const paths = row.columns.map(({ id }) => `${row.id}.${id}`);
  return { rule, name: `「${row.name ?? row.label}」行`, left: paths.slice(0, -1), right: paths.slice(-1) };
}
