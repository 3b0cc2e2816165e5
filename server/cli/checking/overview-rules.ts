import { element, type Markup } from '../../export/page/markup';
import { ruleName } from '../../features/explaining/notes';
import { oneLine } from '../../text/plain';
import { say } from '../../text/say';
import { sumOfCounts } from '../../workspace/summary';
import { type Facts, type Overview, type RuleShare, sharesOf } from './overview';
import {
  countedFor,
  number,
  rowOf,
  type Sum,
  sumCells,
  sumFrom,
  sumHeads,
  table,
  text,
  totalOf,
} from './overview-table';

/** What the sums of all that was found are kept under; no rule is called so. */
const everything = '';

/** Which rules found something and how often: in all reports, and agency by agency. */
export function rulesFound(overview: Overview): Markup[] {
  const { rules } = overview;
  if (rules.length === 0) return [];
  const found = foundOf(overview);
  const all = sumOf(found.flatMap(({ reports }) => reports));
  return [
    element('h2', {}, say`各条规则查出多少`),
    table(
      [say`规则`, ...sumHeads()],
      rules.map((share) =>
        element('tr', {}, nameCell(share), sumCells(share.rule, sumFrom(share.reports, share.counts), true)),
      ),
      sumCells(everything, all),
    ),
    element('h2', {}, say`各机关有哪些规则查出问题`),
    table(
      [say`机关`, say`年度`, say`规则和次数`, ...sumHeads()],
      found.map(rowOfFound),
      sumCells(everything, all),
    ),
  ];
}

/** Reports of an agency in a year in which something was found. */
interface Found {
  /** Its place among the agencies; those of which it is not clear whose they are stand behind them. */
  readonly at: number;
  readonly agency: string;
  /** Of a report of which it is not clear whose it is. */
  readonly file?: string;
  readonly year: number | null;
  readonly reports: readonly Facts[];
}

function foundOf({ agencies, unidentified }: Overview): Found[] {
  const known: Found[] = agencies.flatMap(({ agency, years }, at) =>
    years.map(({ year, reports }) => ({ at, agency, year, reports })),
  );
  const others: Found[] = unidentified.map((report, index) => ({
    at: agencies.length + index,
    agency: report.agency ?? say`未写明机关`,
    file: report.file,
    year: report.year,
    reports: [report],
  }));
  return [...known, ...others]
    .map((each) => ({ ...each, reports: each.reports.filter(({ rules }) => rules.length > 0) }))
    .filter(({ reports }) => reports.length > 0);
}

function rowOfFound(each: Found): Markup {
  const { at, year, reports } = each;
  const shares = sharesOf(reports);
  const { reports: count, ...found } = sumOf(reports);
  const numbers = [found.error, found.warning, found.asks, totalOf({ reports: count, ...found })];
  return rowOf(at, [
    nameOf(each),
    year === null ? element('td', {}) : number(year),
    element('td', { 'data-key': shares.length }, element('ul', {}, shares.map(itemOf))),
    element(
      'td',
      { 'data-key': count, ...countedFor(everything, { reports: count, ...found }) },
      String(count),
    ),
    ...numbers.map(number),
  ]);
}

/** Whose reports they are; where that is not clear, what they say and where they stand. */
function nameOf({ agency, file }: Found): Markup {
  if (file === undefined) return text(agency);
  return element(
    'td',
    { class: 'file', 'data-key': agency },
    oneLine(agency),
    element('small', {}, oneLine(file)),
  );
}

/** A rule by its name, and how often it found something. */
function itemOf({ rule, reports, counts }: RuleShare): Markup {
  const sum = sumFrom(reports, counts);
  return element('li', countedFor(rule, sum), say`${ruleName(rule)} ${totalOf(sum)} 处`);
}

const nameCell = ({ rule }: RuleShare): Markup =>
  element('td', { 'data-key': ruleName(rule) }, ruleName(rule), ' ', element('code', {}, rule));

const sumOf = (reports: readonly Facts[]): Sum =>
  sumFrom(reports.length, sumOfCounts(reports.map(({ findings }) => findings)));
