import { parseReport } from '../../parse/parse';
import type { Report } from '../../report/report';
import { decoded } from '../../workspace/paths';

const form = '政府信息公开工作年度报告';

/**
 * The name under which a report is offered as a file with another ending: that of its own file, or, where it has none, of its agency and
 * year; never the very file itself.
 */
export function exportNameOf(uri: string, report: Report, ending: string): string {
  const isSame = uri.toLowerCase().endsWith(ending);
  return `${stemOf(uri) || reportNameOf(report)}${isSame ? '（导出）' : ''}${ending}`;
}

/** What a report's file is called that has no name yet, without an ending. */
export const reportNameOf = ({ agency, year }: Report): string => nameFor(agency?.value, year?.value);

/** The name under which the JSON Lines of several reports of a file are offered. */
export const linesNameOf = (uri: string): string => `${stemOf(uri) || form}.jsonl`;

/** The name under which the page of a file's reports is offered. */
export const pageNameOf = (uri: string): string => `${stemOf(uri) || form}核对表.html`;

/** The name of a file without its folder; of a document that has none its whole address. */
export const lastName = (uri: string): string => decoded(uri.slice(uri.lastIndexOf('/') + 1));

const stemOf = (uri: string): string =>
  uri.startsWith('untitled:')
    ? ''
    : lastName(uri)
        .replace(/\.[^.]*$/, '')
        .replace(/[\\/]/g, '_');

/** A file's name for the report of an agency on a year; the agency's name may hold anything, a file's may not. */
export const nameFor = (agency = '', year?: number): string =>
  `${agency}${year ? `${year}年` : ''}${form}`.replace(/[\\/:*?"<>|\s]/g, '_');

/** The title of a report as the name of its file tells it; undefined where that names no agency or no year. */
export function titleInName(uri: string): string | undefined {
  const { agency, year } = parseReport(stemOf(uri));
  return agency && year ? nameFor(agency.value, year.value) : undefined;
}
