import type { Report } from '../report/report';

/** The name under which a report's JSON is offered: that of its file, or, where it has none, of its agency and year. */
export function fileNameOf(uri: string, { agency, year }: Report): string {
  const file = uri.startsWith('untitled:') ? '' : decoded(uri.slice(uri.lastIndexOf('/') + 1));
  const stem = file.replace(/\.[^.]*$/, '').replace(/[\\/]/g, '_');
  return `${stem || subjectOf(agency?.value, year?.value)}.json`;
}

/** An agency's name may hold anything; a file's name may not. */
const subjectOf = (agency = '', year?: number): string =>
  `${agency}${year ? `${year}年` : ''}政府信息公开工作年度报告`.replace(/[\\/:*?"<>|\s]/g, '_');

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
