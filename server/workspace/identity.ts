import type { Report } from '../report/report';
import { fold } from '../text/fold';
import { agencyKey } from './agency';
import { segmentsOf } from './paths';

/** What a report says of whose it is. */
export type Whose = Pick<Report, 'agency' | 'year'>;

/** Which report it is: whose, and on which year. */
export interface Identity {
  /** The agency as others compare it. */
  readonly key: string;
  /** The agency as the report, or else its file, names it. */
  readonly agency: string;
  readonly year: number;
}

const year = /(?<![0-9])20[0-9]{2}(?![0-9])/gu;
/** The year of a report in the name of its file, and not that in which the file was sent. */
const reportYear = /(?<![0-9])(20[0-9]{2})年?度?(?!年|[0-9])[^0-9]*(?:信息公开|政务公开|年报|年度报告)/u;
const body =
  /^.{1,30}(?:政府|局|委员会|委|办公室|厅|院|中心|所|街道|办事处|[镇乡县市区省州盟旗]|集团|公司|大学|学院|医院)$/u;
const subject =
  /(?:关于|的)?(?:20[0-9]{2})?年?度?(?:的)?(?:政府信息公开|政务公开|信息公开|工作年度报告|年度报告|年报)[\s\S]*/u;

/**
 * Whose report a document is and on which year: as the report says, or, where it does not, as the names of its file and of the folder
 * above it say. Undefined where neither does clearly, or where the file's name tells another year than the report: then nobody
 * knows which of the two is a slip.
 */
export function identityOf(document: string, report: Whose): Identity | undefined {
  const names = namesOf(document);
  const told = reportYear.exec(names[0] ?? '')?.[1];
  const stated = report.year?.value;
  if (told !== undefined && stated !== undefined && Number(told) !== stated) return undefined;
  const on = stated ?? (told === undefined ? yearIn(names) : Number(told));
  const agency = report.agency?.value ?? agencyIn(names);
  const key = agency === undefined ? '' : agencyKey(agency);
  return on === undefined || agency === undefined || key === '' ? undefined : { key, agency, year: on };
}

/** The name of the file without its ending, and that of its folder, folded. */
function namesOf(document: string): readonly string[] {
  const [file = '', folder = ''] = segmentsOf(document).slice(-2).reverse();
  return [file.replace(/\.[^.]*$/u, ''), folder].map((name) => fold(name).replace(/\s+/gu, ''));
}

function yearIn(names: readonly string[]): number | undefined {
  for (const name of names) {
    const years = new Set([...name.matchAll(year)].map(String));
    if (years.size > 0) return years.size === 1 ? Number([...years][0]) : undefined;
  }
  return undefined;
}

function agencyIn(names: readonly string[]): string | undefined {
  return names
    .map((name) => name.replace(/^(?:[0-9]{1,3}[-_.、])?(?:20[0-9]{2}年?度?)?/u, '').replace(subject, ''))
    .find((name) => body.test(name));
}
