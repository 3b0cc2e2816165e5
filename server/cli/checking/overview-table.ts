import { element, type Markup } from '../../export/page/markup';
import { oneLine } from '../../text/plain';
import { say } from '../../text/say';
import { type Counts, sumOfCounts } from '../../workspace/summary';

// The tables of the page of many reports: sorted by any column, filtered by agency, with sums that follow.

/** How much was found, and in how many reports. */
export interface Sum {
  readonly reports: number;
  readonly error: number;
  readonly warning: number;
  /** Information and hints. */
  readonly asks: number;
}

/** What was found in a number of reports. */
export const sumFrom = (reports: number, { error, warning, information, hint }: Counts): Sum => ({
  reports,
  error,
  warning,
  asks: information + hint,
});

/** The same of several reports of agencies in years. */
export const sumOfYears = (
  all: readonly { readonly reports: readonly unknown[]; readonly findings: Counts }[],
): Sum =>
  sumFrom(
    all.reduce((sum, { reports }) => sum + reports.length, 0),
    sumOfCounts(all.map(({ findings }) => findings)),
  );

/** Everything that was found. */
export const totalOf = ({ error, warning, asks }: Sum): number => error + warning + asks;

/** The attributes of what counts for the sums of a name. */
export const countedFor = (name: string, sum: Sum) => ({
  'data-into': name,
  'data-counts': [sum.reports, sum.error, sum.warning, sum.asks, totalOf(sum)].join(' '),
});

/** What a sum is told as, with its numbers or with the places for them. */
type Telling = (of: Readonly<Record<keyof Sum | 'all', number | string>>) => string;

/** A cell that tells what all that counts for a name adds up to; the page's script tells it anew for the rows that it leaves. */
export function sumCell(name: string, telling: Telling, sum: Sum, isSorted = false): Markup {
  const told = telling({ ...sum, all: totalOf(sum) });
  const places = telling({ reports: '{0}', error: '{1}', warning: '{2}', asks: '{3}', all: '{4}' });
  return element(
    'td',
    { 'data-of': name, 'data-say': places, 'data-key': isSorted ? told : undefined },
    told,
  );
}

/** The cells that tell a sum number by number. */
export const sumCells = (name: string, sum: Sum, isSorted = false): Markup[] =>
  (['reports', 'error', 'warning', 'asks', 'all'] as const).map((each) =>
    sumCell(name, (of) => String(of[each]), sum, isSorted),
  );

/** The heads of such cells. */
export const sumHeads = (): string[] => [say`份数`, say`错误数`, say`警告数`, say`信息和提示数`, say`合计`];

/** A row of an agency, by its place among all. */
export const rowOf = (agency: number, cells: readonly Markup[]): Markup =>
  element('tr', { 'data-agency': agency }, cells);

/** A table with heads to sort by, and a last row of sums behind the first column. */
export function table(
  heads: readonly string[],
  rows: readonly Markup[],
  sums: readonly Markup[] = [],
): Markup {
  const head = heads.map((name) =>
    element('th', { scope: 'col' }, element('button', { type: 'button' }, capitalised(name))),
  );
  const foot = element(
    'tr',
    {},
    element('th', { scope: 'row', colspan: heads.length - sums.length }, say`合计`),
    sums,
  );
  return element(
    'div',
    { class: 'scroll', tabindex: 0 },
    element(
      'table',
      { class: 'list' },
      element('thead', {}, element('tr', {}, head)),
      element('tbody', {}, rows),
      sums.length > 0 ? element('tfoot', {}, foot) : '',
    ),
  );
}

/** With a capital, where the tongue has some: what is a head here stands within sentences elsewhere. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const text = (words: string): Markup => element('td', { 'data-key': words }, oneLine(words));

export const number = (value: number): Markup => element('td', { 'data-key': value }, String(value));

/** Where to type what agencies should have; hidden where no script runs, and on paper but for what it has left. */
export const filterBox = (): Markup =>
  element(
    'p',
    { class: 'filter', hidden: true },
    element(
      'label',
      {},
      say`筛选机关：`,
      element('input', {
        type: 'search',
        placeholder: say`机关、规则、文件、年度里的字`,
        autocomplete: 'off',
      }),
    ),
    ' ',
    element('output', { 'data-say': say`只列出有“${'{2}'}”的：${'{0}'} 个，共 ${'{1}'} 个` }),
  );
