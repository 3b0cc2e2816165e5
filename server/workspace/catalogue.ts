import type { Filed } from '../report/neighbours';
import type { Report } from '../report/report';
import { fold } from '../text/fold';

/** How a report is called among others: agency and year as far as they are known, else its title; empty where it has neither. */
export function reportName({ agency, year, title }: Report): string {
  const known = [agency?.value, year && `${year.value}年`].filter((part) => part !== undefined);
  return known.length > 0 ? known.join(' ') : (title?.value ?? '');
}

/** The reports whose names have the characters of `query` in this order, as people look for names; all where it is empty. */
export function findReports(reports: readonly Filed[], query: string): readonly Filed[] {
  const wanted = [...fold(query).replace(/\s+/gu, '').toLowerCase()];
  return reports.filter(({ report }) => {
    const name = fold(reportName(report)).toLowerCase();
    let from = 0;
    return wanted.every((char) => {
      const at = name.indexOf(char, from);
      from = at + 1;
      return at >= 0;
    });
  });
}
