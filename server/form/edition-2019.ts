import { applicationsTable, disputesTable, equationsOf, item, sections } from './common';
import { column, defineForm, type TableData } from './define';
import { applications2021 } from './edition-2021';

// The trial form of 国办公开办函〔2019〕60号, for reports on 2019 and 2020. Its 表二 counts other things; its 表三 has one
// row （六）其他处理, whose figures are read into results.other.other.

const documents = [
  column('made', '本年新制作数量', { variants: ['本年新制作'] }),
  column('disclosed', '本年新公开数量', { variants: ['本年新公开'] }),
  column('disclosedTotal', '对外公开总数量', { variants: ['对外公开总数'] }),
];
const itemsBefore = column('itemsLastYear', '上一年项目数量', { variants: ['上年项目数量'] });
const itemsChange = column('itemsChange', '本年增/减', { variants: ['本年增减'], signed: true });
const decisions = [itemsBefore, itemsChange, column('decisions', '处理决定数量')];

const proactiveDisclosure: TableData = {
  id: 'proactiveDisclosure',
  name: '表二',
  rows: [
    { id: 'proactiveDisclosure.regulations', label: '规章', under: item('一'), columns: documents },
    {
      id: 'proactiveDisclosure.normativeDocuments',
      label: '规范性文件',
      under: item('一'),
      variants: ['行政规范性文件'],
      columns: documents,
    },
    {
      id: 'proactiveDisclosure.administrativeLicenses',
      label: '行政许可',
      under: item('五'),
      columns: decisions,
    },
    {
      id: 'proactiveDisclosure.otherAdministrativeServices',
      label: '其他对外管理服务事项',
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
      columns: [itemsBefore, itemsChange],
    },
    {
      id: 'proactiveDisclosure.centralizedProcurement',
      label: '政府集中采购',
      under: item('九'),
      columns: [
        column('projects', '采购项目数量'),
        column('amount', '采购总金额', { unit: '万元', decimals: true }),
      ],
    },
  ],
  headers: [...['一', '五', '六', '八', '九'].map(item), '信息内容'],
};

const applications = applicationsTable([['other', '（六）', '其他处理', '其他处理', ['其它处理', '其他']]]);

/** The trial form. */
export const edition2019 = defineForm({
  edition: '2019',
  notice: '国办公开办函〔2019〕60号',
  sections,
  tables: [proactiveDisclosure, applications, disputesTable],
  equations: equationsOf(applications),
});

/** What reports print that kept the trial form's 表二 beside the 表三 of the form in force; counted as the trial form. */
export const edition2019With2021 = defineForm({
  edition: '2019',
  notice: '国办公开办函〔2019〕60号',
  sections,
  tables: [proactiveDisclosure, applications2021, disputesTable],
  equations: equationsOf(applications2021),
});
