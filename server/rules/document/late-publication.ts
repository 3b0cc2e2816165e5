import { mark, say } from '../../text/say';
import { rule } from '../rule';
import { kindOf } from './support/agency';
import { type DateReading, publicationDate, signatureDate } from './support/dates';

/** The Regulations as revised in 2019 moved the day of departments from 31 March to 31 January: the first reports due by it. */
const firstYear = 2019;

export default rule({
  id: 'late-publication',
  family: 'document',
  severity: 'information',
  hard: false,
  summary: '公布晚于法定的日期',
  summaryEn: 'Published later than the law allows',
  basis: mark`《条例》第四十九条`,
  fixable: false,

  *check({ report }) {
    if (!report.year || report.year.value < firstYear || !report.agency || !report.title) return;
    const kind = kindOf(report.agency.value);
    // The article names governments from the county up and their departments: no townships, zones, branches, schools, companies.
    if (kind.isTownship || !(kind.isGovernment || kind.isDepartment)) return;
    const isOffice = kind.isGovernment || /政府.{0,4}(?:办|办公室|办公厅)$/u.test(report.agency.value);
    const month = isOffice ? 3 : 1;
    const due = report.year.value + 1;
    const late = [publicationDate(report), signatureDate(report)].find(
      (date): date is DateReading => date !== undefined && isAfter(date, due, month),
    );
    if (!late) return;
    yield {
      span: late.span,
      message: isOffice
        ? say`${late.year}年${late.month}月${late.day}日晚于县级以上地方人民政府年度报告应当公布的日期（${due}年${month}月31日前），请核对`
        : say`${late.year}年${late.month}月${late.day}日晚于县级以上人民政府部门年度报告应当公布的日期（${due}年${month}月31日前），请核对`,
    };
  },
});

/** Whether a date of the year after the report, or a later one, lies behind the month's end. */
const isAfter = (date: DateReading, year: number, month: number): boolean =>
  date.year > year || (date.year === year && date.month > month);
