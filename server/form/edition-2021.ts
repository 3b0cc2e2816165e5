import { applicationsTable, disputesTable, equationsOf, item, sections } from './common';
import { column, defineForm, type TableData } from './define';

// The form of 国办公开办函〔2021〕30号, in force for reports on 2021 and later.

const documents = [
  column('issued', '本年制发件数', { variants: ['本年制发数', '制发件数', '本年制发数量'] }),
  column('repealed', '本年废止件数', { variants: ['本年废止数', '废止件数', '本年废止数量'] }),
  column('inForce', '现行有效件数', { variants: ['现行有效件', '现行有效数', '现行有效数量'] }),
];
const decisions = [column('decisions', '本年处理决定数量', { variants: ['处理决定数量'] })];
const fees = [
  column('amount', '本年收费金额（单位：万元）', {
    variants: ['本年收费金额'],
    unit: '万元',
    decimals: true,
  }),
];

const proactiveDisclosure: TableData = {
  id: 'proactiveDisclosure',
  name: '表二',
  rows: [
    { id: 'proactiveDisclosure.regulations', label: '规章', under: item('一'), columns: documents },
    {
      id: 'proactiveDisclosure.normativeDocuments',
      label: '行政规范性文件',
      under: item('一'),
      variants: ['规范性文件', '行政规范性档案'],
      columns: documents,
    },
    {
      id: 'proactiveDisclosure.administrativeLicenses',
      label: '行政许可',
      under: item('五'),
      columns: decisions,
    },
    {
      id: 'proactiveDisclosure.administrativePenalties',
      label: '行政处罚',
      under: item('六'),
      columns: decisions,
    },
    {
      id: 'proactiveDisclosure.administrativeCoercions',
      label: '行政强制',
      under: item('六'),
      columns: decisions,
    },
    {
      id: 'proactiveDisclosure.administrativeFees',
      label: '行政事业性收费',
      under: item('八'),
      variants: ['行政事业型收费'],
      columns: fees,
    },
  ],
  headers: [...['一', '五', '六', '八'].map(item), '信息内容'],
};

/** 表三 as the form in force has it. */
export const applications2021 = applicationsTable([
  [
    'overdueCorrection',
    '1.',
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '逾期不补正',
    ['申请人无正当理由逾期不补正', '逾期不补正'],
  ],
  [
    'overduePayment',
    '2.',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '逾期不缴费',
    ['申请人逾期未按收费通知要求缴纳费用', '逾期不缴费', '逾期未缴费'],
  ],
  ['other', '3.', '其他', '其他', ['其它']],
]);

/** The form in force: six sections, 200 cells, 42 equations. */
export const edition2021 = defineForm({
  edition: '2021',
  notice: '国办公开办函〔2021〕30号',
  sections,
  tables: [proactiveDisclosure, applications2021, disputesTable],
  equations: equationsOf(applications2021),
});
