import { edition2021 } from '../../../server/form/edition-2021';
import { type Row, tableOf } from '../../../server/form/form';
import { unmark } from '../../core/support/marked';

/** Figures that are not 0; all equations hold. */
const facts: Readonly<Record<string, string>> = {
  'proactiveDisclosure.normativeDocuments.issued': '2',
  'proactiveDisclosure.normativeDocuments.inForce': '9',
  'proactiveDisclosure.administrativeLicenses': '120',
  'proactiveDisclosure.administrativeFees': '3.5',
  'applications.received.naturalPerson': '10',
  'applications.received.commercialEnterprise': '1',
  'applications.received.total': '11',
  'applications.carriedOver.naturalPerson': '1',
  'applications.carriedOver.total': '1',
  'applications.results.granted.naturalPerson': '7',
  'applications.results.granted.commercialEnterprise': '1',
  'applications.results.granted.total': '8',
  'applications.results.unable.notHeld.naturalPerson': '3',
  'applications.results.unable.notHeld.total': '3',
  'applications.results.total.naturalPerson': '10',
  'applications.results.total.commercialEnterprise': '1',
  'applications.results.total.total': '11',
  'applications.carriedForward.naturalPerson': '1',
  'applications.carriedForward.total': '1',
  'disputes.reconsideration.upheld': '1',
  'disputes.reconsideration.total': '1',
};

export interface Changes {
  /** Figures, by their paths, that are to be other than in the clean report; with marks if need be. */
  readonly figures?: Readonly<Record<string, string>>;
  /** Headings, by the number of their section, that are to be other than in the form. */
  readonly headings?: Readonly<Record<number, string>>;
}

/** A report of an invented agency with nothing wrong in it but `changes`, and where their marks stood. */
export function report({ figures = {}, headings = {} }: Changes = {}) {
  const heading = (number: number): string =>
    headings[number] ?? `${'一二三四五六'[number - 1]}、${edition2021.sections[number - 1]?.heading}`;
  const line = (row: Row): string =>
    [`${row.number}${row.label}`, ...row.columns.map((column) => figure(row, column.id))].join(' | ');
  const figure = (row: Row, column: string): string => {
    const path = row.columns.length === 1 ? row.id : `${row.id}.${column}`;
    return figures[path] ?? facts[path] ?? '0';
  };
  const [disclosure, applications, disputes] = edition2021.tables;
  if (!disclosure || !applications || !disputes) throw new Error('the form has three tables');
  return unmark(
    [
      '示范县林业局2023年政府信息公开工作年度报告',
      heading(1),
      '（一）主动公开。按照《中华人民共和国政府信息公开条例》的要求及时公开，方便群众查阅。',
      '（二）依申请公开。健全登记、办理、答复的流程，按时答复申请人。',
      '（三）政府信息管理。发布前逐件审查，定期清理已经失效的文件。',
      '（四）政府信息公开平台建设。改版门户网站的公开专栏，做到分类清楚。',
      '（五）监督保障。有专人负责，按时考核，没有发生责任追究的情形。',
      heading(2),
      ...disclosureLines(line),
      heading(3),
      '申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计',
      ...applications.rows.flatMap((row) => [...groupBefore(row), line(row)]),
      heading(4),
      '行政复议 | 行政诉讼',
      '未经复议直接起诉 | 复议后起诉',
      Array(3).fill('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计').join(' | '),
      disputes.rows.flatMap((row) => row.columns.map(({ id }) => figure(row, id))).join(' | '),
      heading(5),
      '存在的主要问题是公开的内容还不够丰富，解读不够及时。下一步将安排专人负责，改进栏目设置。',
      heading(6),
      '本年度未收取信息处理费，没有其他需要报告的事项。',
      '',
    ].join('\n'),
  );
}

function disclosureLines(line: (row: Row) => string): string[] {
  const heads: Readonly<Record<string, readonly string[]>> = {
    'proactiveDisclosure.regulations': [
      '第二十条第（一）项',
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
    ],
    'proactiveDisclosure.administrativeLicenses': ['第二十条第（五）项', '信息内容 | 本年处理决定数量'],
    'proactiveDisclosure.administrativePenalties': ['第二十条第（六）项', '信息内容 | 本年处理决定数量'],
    'proactiveDisclosure.administrativeFees': ['第二十条第（八）项', '信息内容 | 本年收费金额（单位：万元）'],
  };
  return tableOf(edition2021, 'proactiveDisclosure').rows.flatMap((row) => [
    ...(heads[row.id] ?? []),
    line(row),
  ]);
}

/** The label of a group stands on a line before its first row. */
function groupBefore(row: Row): string[] {
  const { rows, groups } = tableOf(edition2021, 'applications');
  const first = rows.find((each) => each.group === row.group);
  const group = groups.find(({ id }) => id === row.group);
  return group && first === row ? [`${group.number}${group.label}`] : [];
}
