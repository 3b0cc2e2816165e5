import { cellAt, type Form, tableOf } from '../../../form/form';
import type { CellSum, Subject } from '../../../report/claim';
import { editions } from '../../lexicon/lexicon';
import { withCarriedOver } from './quantity-keys';

/**
 * What a phrase may rightly mean, as sums of cells: the accept-sets, learned from published reports. A number that equals one of
 * its sums is right; only one that equals none is to be looked at. Paths as in the exported JSON; `*` stands for every row of a
 * group, and paths that an edition does not have drop out.
 */
interface SumData {
  readonly name: string;
  readonly paths: readonly string[];
  readonly rare?: boolean;
}

const total = (row: string): string => `applications.${row}.total`;
const sum = (name: string, ...paths: string[]): SumData => ({ name, paths });
const rarely = (data: SumData): SumData => ({ ...data, rare: true });

const received = sum('本年新收', total('received'));
const receivedAndOver = sum('本年新收与上年结转之和', total('received'), total('carriedOver'));
const results = sum('办理结果总计', total('results.total'));
const carriedOver = sum('上年结转', total('carriedOver'));
const carriedForward = sum('结转下年度', total('carriedForward'));
const granted = sum('予以公开', total('results.granted'));
const partially = sum('部分公开', total('results.partiallyGranted'));
const both = sum('予以公开与部分公开之和', total('results.granted'), total('results.partiallyGranted'));
const refused = sum('不予公开各项之和', total('results.refused.*'));
const unable = sum('无法提供各项之和', total('results.unable.*'));
const notProcessed = sum('不予处理各项之和', total('results.notProcessed.*'));
const otherwise = sum('其他处理各项之和', total('results.other.*'));

const organizations = [
  'commercialEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceInstitution',
  'other',
];

type Applicants = readonly [key: string, name: string, columns: readonly string[]];

const applicants: readonly Applicants[] = [
  ['naturalPersons', '自然人', ['naturalPerson']],
  ['organizations', '法人或其他组织', organizations],
  ['commercialEnterprises', '商业企业', ['commercialEnterprise']],
  ['researchInstitutions', '科研机构', ['researchInstitution']],
  ['publicInterestOrganizations', '社会公益组织', ['publicInterestOrganization']],
  ['legalServiceInstitutions', '法律服务机构', ['legalServiceInstitution']],
  ['organizations:other', '其他', ['other']],
];
/** What the form calls the applicants that a key counts, and their columns; undefined for another key. */
export function columnsOf(
  key: string,
): { readonly label: string; readonly columns: readonly string[] } | undefined {
  const [, label, columns] = applicants.find(([own]) => own === key) ?? [];
  return label === undefined || columns === undefined ? undefined : { label, columns };
}

const flows: readonly (readonly [subject: Subject, name: string, row: string])[] = [
  ['carriedOver', '上年结转', 'carriedOver'],
  ['carriedForward', '结转下年度', 'carriedForward'],
  ['receivedNew', '本年新收', 'received'],
];

/** An applicant's class may be counted in what was received, in that and what was carried over, or in what was answered. */
const byApplicant = (name: string, columns: readonly string[]): SumData[] => {
  const of = (row: string): string[] => columns.map((column) => `applications.${row}.${column}`);
  return [
    sum(`本年新收·${name}`, ...of('received')),
    sum(`本年新收与上年结转·${name}`, ...of('received'), ...of('carriedOver')),
    sum(`办理结果·${name}`, ...of('results.total')),
  ];
};

const dispute = (kind: string, ...columns: string[]): string[] =>
  columns.map((column) => `disputes.${kind}.${column}`);
const settled = ['upheld', 'corrected', 'other'];
const reconsideration = 'reconsideration';
const direct = 'litigation.direct';
const later = 'litigation.afterReconsideration';

const disputesOf = (name: string, ...kinds: string[]): SumData[] => [
  sum(`${name}总计`, ...kinds.flatMap((kind) => dispute(kind, 'total'))),
  sum(`${name}已审结`, ...kinds.flatMap((kind) => dispute(kind, ...settled))),
];

const disclosed = (row: string): string => `proactiveDisclosure.${row}`;
const documents = (row: string, name: string) => ({
  issued: [
    sum(`${name}本年制发`, disclosed(`${row}.issued`)),
    sum(`${name}本年新制作`, disclosed(`${row}.made`)),
    sum(`${name}本年新公开`, disclosed(`${row}.disclosed`)),
  ],
  repealed: [sum(`${name}本年废止`, disclosed(`${row}.repealed`))],
  inForce: [
    sum(`${name}现行有效`, disclosed(`${row}.inForce`)),
    sum(`${name}对外公开总数`, disclosed(`${row}.disclosedTotal`)),
  ],
});
const decisions = (row: string, name: string): SumData[] => [
  sum(`${name}处理决定`, disclosed(row)),
  sum(`${name}处理决定`, disclosed(`${row}.decisions`)),
];

const regulations = documents('regulations', '规章');
const normative = documents('normativeDocuments', '行政规范性文件');

const table: Partial<Record<Subject, readonly SumData[]>> = {
  received: [received, receivedAndOver],
  receivedNew: [received],
  handled: [results, received, receivedAndOver],
  // Who was not answered because the application was given up may be left out.
  answered: [
    results,
    rarely(
      sum(
        '除其他处理外的办理结果',
        ...granted.paths,
        ...partially.paths,
        ...refused.paths,
        ...unable.paths,
        ...notProcessed.paths,
      ),
    ),
  ],
  carriedOver: [carriedOver],
  carriedForward: [carriedForward],
  carried: [carriedForward, carriedOver],
  granted: [granted],
  partiallyGranted: [partially],
  grantedOrPartially: [both],
  refused: [refused],
  unable: [unable],
  notProcessed: [notProcessed],
  otherwiseProcessed: [otherwise],
  reconsiderations: disputesOf('行政复议', reconsideration),
  litigations: disputesOf('行政诉讼', direct, later),
  directLitigations: disputesOf('未经复议直接起诉', direct),
  laterLitigations: disputesOf('复议后起诉', later),
  disputes: disputesOf('行政复议与行政诉讼', reconsideration, direct, later),
  regulationsIssued: regulations.issued,
  regulationsRepealed: regulations.repealed,
  regulationsInForce: regulations.inForce,
  documentsIssued: normative.issued,
  documentsRepealed: normative.repealed,
  documentsInForce: normative.inForce,
  licenses: decisions('administrativeLicenses', '行政许可'),
  penalties: decisions('administrativePenalties', '行政处罚'),
  coercions: decisions('administrativeCoercions', '行政强制'),
  fees: [sum('行政事业性收费', disclosed('administrativeFees'))],
};

/** What a phrase means where its sentence does not speak of the narrower kinds that it may take in. */
const wider: Partial<Record<Subject, readonly SumData[]>> = {
  granted: [both],
  refused: [
    sum('不予公开与无法提供之和', ...refused.paths, ...unable.paths),
    sum('不予公开、无法提供与不予处理之和', ...refused.paths, ...unable.paths, ...notProcessed.paths),
    sum(
      '不予公开至其他处理之和',
      ...refused.paths,
      ...unable.paths,
      ...notProcessed.paths,
      ...otherwise.paths,
    ),
  ],
  // 其他 may be the row of this name or its group.
  otherwiseProcessed: [sum('其他处理·其他', total('results.other.other'))],
};

export type DisputeKind = 'reconsideration' | 'litigation' | 'direct' | 'later' | 'all';
export type Outcome = 'upheld' | 'corrected' | 'other' | 'pending';

const kinds: Readonly<Record<DisputeKind, { readonly name: string; readonly rows: readonly string[] }>> = {
  reconsideration: { name: '行政复议', rows: [reconsideration] },
  litigation: { name: '行政诉讼', rows: [direct, later] },
  direct: { name: '未经复议直接起诉', rows: [direct] },
  later: { name: '复议后起诉', rows: [later] },
  all: { name: '行政复议与行政诉讼', rows: [reconsideration, direct, later] },
};
const outcomes: Readonly<Record<Outcome, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
};

/** 均被维持: what there is none of then. What is still pending has no outcome. */
const besides: Readonly<Record<string, readonly Outcome[]>> = {
  upheld: ['corrected', 'other'],
  corrected: ['upheld', 'other'],
};

/** 行政复议 1 件，结果为维持: what none of so many came to. What was dismissed may be upheld or have another outcome, what was annulled be corrected or so. */
const ruledOut: Readonly<Record<string, readonly Outcome[]>> = {
  upheld: ['corrected', 'other', 'pending'],
  corrected: ['upheld', 'other', 'pending'],
  won: ['corrected', 'pending'],
  annulled: ['upheld', 'pending'],
};

/** The accept-sets of one edition of the form, by subject; outcomes as `outcome:direct:upheld`, rows as `reason:refused.stateSecret`. */
export interface Sums {
  readonly plain: ReadonlyMap<string, readonly CellSum[]>;
  readonly wider: ReadonlyMap<string, readonly CellSum[]>;
}

const resolved: ReadonlyMap<Form, Sums> = new Map(
  Object.values(editions).map((form) => [form, resolveAll(form)]),
);

/** The accept-sets for a form: the same data, resolved to its cells. */
export const sumsFor = (form: Form): Sums => resolved.get(form) ?? resolveAll(form);

function resolveAll(form: Form): Sums {
  const plain = new Map<string, readonly CellSum[]>();
  const add = (key: string, data: readonly SumData[]): void => void plain.set(key, resolve(form, data));
  for (const [subject, data] of Object.entries(table)) add(subject, data);
  // 均予以公开: what was withdrawn or given up is left out.
  add('granted:all', [
    sum('不予公开、无法提供与不予处理之和', ...refused.paths, ...unable.paths, ...notProcessed.paths),
  ]);
  add(withCarriedOver, [receivedAndOver, rarely(results), rarely(carriedOver)]);
  for (const [subject, name, columns] of applicants) {
    add(subject, byApplicant(name, columns));
    // Where what was carried from year to year is divided.
    for (const [flow, label, row] of flows) {
      const paths = columns.map((column) => `applications.${row}.${column}`);
      add(`${subject}:${flow}`, [sum(`${label}·${name}`, ...paths)]);
    }
  }
  // 其他组织 is what the form calls 其他 among them, or short for 法人或其他组织.
  plain.set('organizations:other', [
    ...(plain.get('organizations:other') ?? []),
    ...(plain.get('organizations') ?? []),
  ]);
  for (const [kind, { name, rows }] of Object.entries(kinds)) {
    for (const [outcome, label] of Object.entries(outcomes)) {
      const own = sum(`${name}${label}`, ...rows.flatMap((row) => dispute(row, outcome)));
      // 行政复议9件、行政诉讼6件，其中维持3件: what was named last need not be all that is divided.
      const whole = kinds.all.rows.flatMap((row) => dispute(row, outcome));
      const both = rarely(sum(`${kinds.all.name}${label}`, ...whole));
      add(`outcome:${kind}:${outcome}`, kind === 'litigation' ? [own, both] : [own]);
    }
  }
  for (const [key, data] of sumsOfOutcomes()) add(key, data);
  for (const row of tableOf(form, 'applications').rows) {
    const path = /^applications\.results\.(\w+\.\w+)$/u.exec(row.id)?.[1];
    if (path) add(`reason:${path}`, [sum(row.name, `${row.id}.total`)]);
  }
  return {
    plain,
    wider: new Map(Object.entries(wider).map(([subject, data]) => [subject, resolve(form, data)])),
  };
}

/** What several disputes came to together, by key. */
function sumsOfOutcomes(): [key: string, data: readonly SumData[]][] {
  return Object.entries(kinds).flatMap(([kind, { name, rows }]) => {
    const of = (...own: readonly Outcome[]): string[] => rows.flatMap((row) => dispute(row, ...own));
    const key = (words: string): string => `outcome:${kind}:${words}`;
    const others = Object.entries(besides).map(([outcome, rest]): [string, readonly SumData[]] => [
      key(`all:${outcome}`),
      [sum(`${name}的其他结果`, ...of(...rest))],
    ]);
    const ruled = Object.entries(ruledOut).map(([outcome, rest]): [string, readonly SumData[]] => [
      key(`only:${outcome}`),
      [sum(`${name}${rest.map((each) => outcomes[each]).join('、')}之和`, ...of(...rest))],
    ]);
    // Who had it withdrawn or dismissed may count that as won.
    const won = [
      sum(`${name}结果维持`, ...of('upheld')),
      sum(`${name}结果维持与其他结果之和`, ...of('upheld', 'other')),
    ];
    return [
      ...others,
      ...ruled,
      [key('settled'), [sum(`${name}已审结`, ...of('upheld', 'corrected', 'other'))]],
      [key('won'), won],
      [key('dismissed'), [sum(`${name}结果维持与其他结果之和`, ...of('upheld', 'other'))]],
      [key('annulled'), [sum(`${name}结果纠正与其他结果之和`, ...of('corrected', 'other'))]],
      [key('all:won'), [sum(`${name}结果纠正与尚未审结之和`, ...of('corrected', 'pending'))]],
    ];
  });
}

function resolve(form: Form, data: readonly SumData[]): CellSum[] {
  return data.flatMap(({ name, paths, rare = false }) => {
    const cells = paths.flatMap((path) => cellsAt(form, path));
    return cells.length === 0 || cells.includes(-1) ? [] : [{ name, cells, less: 0, rare }];
  });
}

function cellsAt(form: Form, path: string): number[] {
  const [before, after] = path.split('*');
  if (before === undefined || after === undefined) return [cellAt(form, path)];
  return form.cells
    .filter((cell) => cell.path.startsWith(before) && cell.path.endsWith(after))
    .map(({ index }) => index);
}
