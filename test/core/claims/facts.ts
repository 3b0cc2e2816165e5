import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt, tableOf } from '../../../server/form/form';

type Applicants = 'naturalPerson' | 'commercialEnterprise' | 'legalServiceInstitution' | 'other';
type Counts = Partial<Record<Applicants, number>>;

/** A report's agency, year and figures as the sentences of a corpus presuppose them; the totals follow. */
interface Facts {
  readonly agency: string;
  readonly year: number;
  readonly applications: Readonly<Record<string, Counts>>;
  /** 维持, 纠正, 其他, 尚未审结. */
  readonly disputes: Readonly<Record<string, readonly [number, number, number, number]>>;
  readonly disclosure: Readonly<Record<string, number>>;
}

const people = (naturalPerson: number, commercialEnterprise = 0): Counts => ({
  naturalPerson,
  commercialEnterprise,
});

const small: Facts = {
  agency: '示例县水务局',
  year: 2023,
  applications: {
    received: people(6, 2),
    carriedOver: people(1),
    'results.granted': people(3),
    'results.partiallyGranted': people(1),
    'results.refused.thirdPartyRights': people(0, 1),
    'results.unable.notHeld': people(1),
    'results.notProcessed.duplicate': people(1),
    'results.other.other': people(0, 1),
    carriedForward: people(1),
  },
  disputes: {
    reconsideration: [1, 0, 1, 1],
    'litigation.direct': [1, 0, 0, 0],
    'litigation.afterReconsideration': [0, 1, 0, 0],
  },
  disclosure: {
    'normativeDocuments.issued': 2,
    'normativeDocuments.repealed': 1,
    'normativeDocuments.inForce': 9,
    administrativeLicenses: 98,
    administrativePenalties: 37,
    administrativeCoercions: 4,
    administrativeFees: 31.42,
  },
};

/** The tables that a corpus may name. */
const facts: Readonly<Record<string, Facts>> = {
  small,
  // The same figures, reported by others.
  zone: { ...small, agency: '松涧综合实验区' },
  district: { ...small, agency: '临泉市云河区' },
  cityshort: { ...small, agency: '临泉市政府' },
  league: { ...small, agency: '临泉盟行政公署' },
  street: { ...small, agency: '云河街道办事处' },
  park: { ...small, agency: '临泉高新技术产业开发区管理委员会' },
  office: { ...small, agency: '青禾县人民政府办公室' },
  // The year after.
  next: {
    agency: '示例县水务局',
    year: 2024,
    applications: {
      received: people(7, 3),
      carriedOver: people(1),
      'results.granted': people(4, 1),
      'results.partiallyGranted': people(1),
      'results.refused.thirdPartyRights': people(0, 1),
      'results.unable.notHeld': people(1),
      'results.other.other': people(1, 1),
      carriedForward: people(1),
    },
    disputes: { reconsideration: [0, 0, 1, 0] },
    disclosure: {
      'normativeDocuments.issued': 3,
      'normativeDocuments.repealed': 1,
      'normativeDocuments.inForce': 11,
      administrativeLicenses: 120,
      administrativePenalties: 45,
      administrativeCoercions: 6,
      administrativeFees: 28.5,
    },
  },
  city: {
    agency: '临泉市人民政府',
    year: 2024,
    applications: {
      received: { naturalPerson: 2410, commercialEnterprise: 55, legalServiceInstitution: 30, other: 5 },
      carriedOver: people(60),
      'results.granted': { naturalPerson: 1100, commercialEnterprise: 30, legalServiceInstitution: 10 },
      'results.partiallyGranted': people(400),
      'results.refused.stateSecret': people(2),
      'results.refused.prohibitedByLaw': people(30),
      'results.refused.thirdPartyRights': people(8),
      'results.refused.internalAffairs': people(10),
      'results.refused.processInformation': people(20),
      'results.refused.enforcementFiles': people(20, 10),
      'results.refused.administrativeInquiry': people(100),
      'results.unable.notHeld': { naturalPerson: 480, legalServiceInstitution: 20 },
      'results.unable.needsCreation': people(20),
      'results.unable.unclearAfterCorrection': people(4),
      'results.notProcessed.petition': people(60),
      'results.notProcessed.duplicate': people(25),
      'results.notProcessed.confirmation': people(1),
      'results.other.overdueCorrection': people(70),
      'results.other.overduePayment': people(6),
      'results.other.other': people(39, 15),
      carriedForward: { naturalPerson: 75, other: 5 },
    },
    disputes: {
      reconsideration: [72, 64, 178, 37],
      'litigation.direct': [13, 4, 8, 1],
      'litigation.afterReconsideration': [12, 1, 1, 6],
    },
    disclosure: {
      'regulations.issued': 3,
      'regulations.repealed': 1,
      'regulations.inForce': 42,
      'normativeDocuments.issued': 68,
      'normativeDocuments.repealed': 88,
      'normativeDocuments.inForce': 350,
      administrativeLicenses: 574669,
      administrativePenalties: 603115,
      administrativeCoercions: 23240,
      administrativeFees: 86500,
    },
  },
  // A county's office with disputes of every kind, and the year before.
  county: {
    agency: '青禾县发展和改革局',
    year: 2024,
    applications: {
      received: { naturalPerson: 61, commercialEnterprise: 20, legalServiceInstitution: 3, other: 2 },
      carriedOver: people(5),
      'results.granted': people(30, 8),
      'results.partiallyGranted': people(10, 4),
      'results.refused.thirdPartyRights': people(0, 2),
      'results.refused.internalAffairs': people(1),
      'results.refused.processInformation': people(2),
      'results.unable.notHeld': { naturalPerson: 12, legalServiceInstitution: 3 },
      'results.unable.needsCreation': people(2),
      'results.notProcessed.duplicate': people(3),
      'results.other.overdueCorrection': people(2),
      'results.other.other': { commercialEnterprise: 5, other: 2 },
      carriedForward: people(4, 1),
    },
    disputes: {
      reconsideration: [5, 2, 1, 3],
      'litigation.direct': [2, 0, 1, 1],
      'litigation.afterReconsideration': [2, 1, 0, 0],
    },
    disclosure: {
      'normativeDocuments.issued': 4,
      'normativeDocuments.repealed': 2,
      'normativeDocuments.inForce': 31,
      administrativeLicenses: 1206,
      administrativePenalties: 412,
      administrativeCoercions: 18,
      administrativeFees: 45.6,
    },
  },
  countyold: {
    agency: '青禾县发展和改革局',
    year: 2023,
    applications: {
      received: { naturalPerson: 48, commercialEnterprise: 15, legalServiceInstitution: 2, other: 1 },
      carriedOver: people(3),
      'results.granted': people(26, 9),
      'results.partiallyGranted': people(8, 2),
      'results.refused.thirdPartyRights': people(0, 3),
      'results.unable.notHeld': { naturalPerson: 9, legalServiceInstitution: 2 },
      'results.notProcessed.duplicate': people(2),
      'results.other.other': { naturalPerson: 1, commercialEnterprise: 1, other: 1 },
      carriedForward: people(5),
    },
    disputes: {
      reconsideration: [4, 1, 2, 1],
      'litigation.direct': [1, 0, 1, 1],
      'litigation.afterReconsideration': [1, 1, 1, 0],
    },
    disclosure: {
      'normativeDocuments.issued': 6,
      'normativeDocuments.repealed': 1,
      'normativeDocuments.inForce': 29,
      administrativeLicenses: 1180,
      administrativePenalties: 455,
      administrativeCoercions: 18,
      administrativeFees: 52.3,
    },
  },
  none: {
    agency: '青禾县云河镇人民政府',
    year: 2023,
    applications: {},
    disputes: {},
    disclosure: { 'normativeDocuments.inForce': 1, administrativePenalties: 206 },
  },
  single: {
    agency: '青禾县档案局',
    year: 2023,
    applications: { received: people(1), 'results.granted': people(1) },
    disputes: {},
    disclosure: {},
  },
};

/** The figures of a table set, one for every cell of the form in force. Throws where a path names no cell, or they do not balance. */
function figuresOf(name: string): number[] {
  const { applications, disputes, disclosure } = facts[name] ?? {};
  if (!applications || !disputes || !disclosure) throw new Error(`no facts ${name}`);
  const form = edition2021;
  const figures = form.cells.map(() => 0);
  const set = (path: string, value: number): void => {
    const index = cellAt(form, path);
    if (index < 0) throw new Error(`no cell ${path}`);
    figures[index] = value;
  };
  for (const [path, value] of Object.entries(disclosure)) set(`proactiveDisclosure.${path}`, value);
  for (const [row, counts] of Object.entries(applications)) {
    for (const [column, value] of Object.entries(counts)) set(`applications.${row}.${column}`, value);
  }
  for (const [kind, [upheld, corrected, other, pending]] of Object.entries(disputes)) {
    for (const [column, value] of Object.entries({ upheld, corrected, other, pending })) {
      set(`disputes.${kind}.${column}`, value);
    }
  }
  for (const rule of ['results-total', 'row-total', 'disputes-total']) {
    for (const { left, right } of form.equations.filter((equation) => equation.rule === rule)) {
      figures[right[0] ?? -1] = left.reduce((sum, cell) => sum + (figures[cell] ?? 0), 0);
    }
  }
  for (const { left, right, name: equation } of form.equations) {
    const sum = (cells: readonly number[]): number =>
      cells.reduce((all, cell) => all + (figures[cell] ?? 0), 0);
    if (sum(left) !== sum(right)) throw new Error(`${name}: ${equation} does not balance`);
  }
  return figures;
}

/** A report of the table set `name` with these words in one of its sections. */
export function reportOf(name: string, words: string, section: Place = '一'): string {
  const { agency = '', year = 0 } = facts[name] ?? {};
  return reportWith({ agency, year, figures: figuresOf(name) }, words, section);
}

/** What each section but that of a corpus says, by its number. */
const prose = {
  一: '政府信息公开工作平稳有序。',
  二: '',
  五: '解读形式不够丰富，将增加图解和问答。',
  六: '本年度未收取信息处理费。',
};

/** A section that has words, by its number. */
export type Place = keyof typeof prose;
export const places = Object.keys(prose) as Place[];

/** What a report is about. */
export interface Subject {
  readonly agency: string;
  readonly year: number;
  /** One for every cell of the form in force. */
  readonly figures: readonly number[];
}

/** A report with these figures and with `words` in one of its sections. */
export function reportWith({ agency, year, figures }: Subject, words: string, section: Place = '一'): string {
  const said = { ...prose, [section]: words };
  const rows = (id: 'proactiveDisclosure' | 'applications'): string =>
    tableOf(edition2021, id)
      .rows.map(({ number, label, columns, firstCell }) =>
        [`${number}${label}`, ...columns.map((_, at) => figures[firstCell + at])].join(' | '),
      )
      .join('\n');
  const disputed = tableOf(edition2021, 'disputes').rows.flatMap(({ columns, firstCell }) =>
    columns.map((_, at) => figures[firstCell + at]),
  );
  const outcomes = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
  return [
    `${agency}${year}年政府信息公开工作年度报告`,
    '一、总体情况',
    said.一,
    '二、主动公开政府信息情况',
    ...(said.二 === '' ? [] : [said.二]),
    '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
    rows('proactiveDisclosure'),
    '三、收到和处理政府信息公开申请情况',
    '申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计',
    rows('applications'),
    '四、政府信息公开行政复议、行政诉讼情况',
    `行政复议 | 行政诉讼\n${outcomes} | 未经复议直接起诉 | 复议后起诉\n${outcomes} | ${outcomes}`,
    disputed.join(' | '),
    '五、存在的主要问题及改进情况',
    said.五,
    '六、其他需要报告的事项',
    said.六,
  ].join('\n');
}
