import { element, type Markup } from '../../export/page/markup';
import { beginningOf, ending } from '../../export/page/page';
import { oneLine } from '../../text/plain';
import { listed, mark, said, say } from '../../text/say';
import { tongue } from '../../tongues/tongues';
import {
  type AgencyRow,
  type AgencyYear,
  type Facts,
  type FigureName,
  type Figures,
  figureNames,
  mainFigures,
  type Overview,
} from './overview';
import { rulesFound } from './overview-rules';
import { policy, script, style } from './overview-script';
import { countedFor, filterBox, number, rowOf, sumCell, sumOfYears, table, text } from './overview-table';

const title = mark`政府信息公开工作年度报告汇总`;

/** A page with all there is to see of many reports, to sort and to print: it needs nothing else, and nothing leaves it. */
export function overviewPage(overview: Overview): string {
  return [
    beginningOf(said(title), { policy, style, language: tongue() }),
    element(
      'main',
      { class: 'report' },
      element('h1', {}, said(title)),
      introduction(overview),
      filterBox(),
      ...statesOf(overview),
      ...rulesFound(overview),
      ...figuresIn(overview),
      ...partsOf(overview),
      ...unidentifiedOf(overview),
      ...lostOf(overview),
    ).source,
    `<script>${script}</script>`,
    ending,
  ].join('\n');
}

/** What was found of each agency in each year, and in all that year. */
function statesOf({ agencies, years }: Overview): Markup[] {
  const yearIn = (row: AgencyRow, year: number) => row.years.find((each) => each.year === year);
  const rows = agencies.map((row, at) =>
    rowOf(at, [text(row.agency), ...years.map((year) => stateCell(yearIn(row, year)))]),
  );
  const sums = years.map((year) =>
    sumCell(
      String(year),
      (sum) =>
        say`错误：${sum.error}；警告：${sum.warning}；信息和提示：${sum.asks}；年报：${sum.reports} 份`,
      sumOfYears(agencies.flatMap((row) => yearIn(row, year) ?? [])),
    ),
  );
  return [
    element('h2', {}, say`各机关各年度的检查结果`),
    table([say`机关`, ...years.map((year) => say`${year} 年度`)], rows, sums),
  ];
}

/** The main figures of each report, and their change from the year before. */
function figuresIn({ agencies }: Overview): Markup[] {
  const rows = agencies.flatMap((row, at) =>
    row.years
      .filter(({ state }) => state === 'found')
      .map((each) =>
        rowOf(at, [
          text(row.agency),
          number(each.year),
          ...figureNames.map((name) => figureCell(each.figures[name], each.change[name])),
        ]),
      ),
  );
  const heads = [say`机关`, say`年度`, ...figureNames.map((name) => said(mainFigures[name].name))];
  return [element('h2', {}, say`主要数据，与上一年比较`), table(heads, rows)];
}

function introduction({ agencies, years, failed }: Overview): Markup {
  const lost = agencies.flatMap((row) => row.years.filter(({ state }) => state === 'not-found'));
  const files = failed > 0 ? say`另有 ${failed} 处没有读成或者没有检查成，没有找到的可能就在其中。` : '';
  return element(
    'p',
    { class: 'facts' },
    say`${agencies.length} 个机关，${listed(years) || say`没有`}年度；有上一年的报告而没有找到这一年的 ${lost.length} 处。${files}` +
      say`“没有找到”只说这次读的文件里没有。信息和提示是请核对的地方，不是错误；“未能核对”的勾稽关系，对不对不知道。`,
  );
}

/** Sorted by what is gravest, then by what is next; what was not found is graver than all. */
function stateCell(each: AgencyYear | undefined): Markup {
  if (!each) return element('td', {}, '');
  if (each.state === 'not-found')
    return element('td', { class: 'absent', 'data-key': Number.MAX_SAFE_INTEGER }, say`没有找到`);
  const { year, findings, unchecked, reports } = each;
  const asks = findings.information + findings.hint;
  const weight = findings.error * 1e8 + findings.warning * 1e4 + asks;
  return element(
    'td',
    { 'data-key': weight, ...countedFor(String(year), sumOfYears([each])) },
    say`错误 ${findings.error}，警告 ${findings.warning}，信息和提示 ${asks}`,
    unchecked > 0 ? element('small', {}, say`${unchecked} 项未能核对`) : '',
    element('small', {}, reports.length > 1 ? say`${reports.length} 份：` : '', filesOf(reports)),
  );
}

const filesOf = (reports: readonly Facts[]): string =>
  listed(reports.map(({ file, part }) => oneLine(part === null ? file : say`${file}（第 ${part} 份）`)));

function figureCell(value: number | null, change: number | null): Markup {
  if (value === null) return element('td', {}, say`读不出或不能肯定`);
  const more = change === null ? '' : element('small', {}, change === 0 ? say`与上年相同` : signed(change));
  return element('td', { 'data-key': value }, String(value), more);
}

const signed = (change: number): string => (change > 0 ? say`比上年多 ${change}` : say`比上年少 ${-change}`);

/** The reports that include those of others, beside their sums; nothing where no such are known. */
function partsOf({ agencies }: Overview): Markup[] {
  const rows = agencies.flatMap((row, at) =>
    row.years.flatMap(({ year, reports }) =>
      reports.flatMap(({ parts, figures }) =>
        parts
          ? [
              rowOf(at, [
                text(row.agency),
                number(year),
                number(parts.found),
                text(listed(parts.notFound)),
                ...figureNames.map((name) => besideSum(figures, parts.sums, name)),
              ]),
            ]
          : [],
      ),
    ),
  );
  if (rows.length === 0) return [];
  const heads = [
    say`机关`,
    say`年度`,
    say`下级报告`,
    say`名单里有而没有找到的`,
    ...figureNames.map((name) => said(mainFigures[name].name)),
  ];
  return [element('h2', {}, say`汇总数与下级之和`), table(heads, rows)];
}

function besideSum(own: Figures, sums: Figures, name: FigureName): Markup {
  const [whole, sum] = [own[name], sums[name]];
  const off = whole === null || sum === null ? undefined : Math.abs(whole - sum);
  return element(
    'td',
    { 'data-key': off },
    say`汇总 ${known(whole)}，下级之和 ${known(sum)}`,
    off === undefined || off === 0 ? '' : element('small', {}, say`相差 ${off}`),
  );
}

const known = (value: number | null): string => (value === null ? say`读不出` : String(value));

function unidentifiedOf({ unidentified }: Overview): Markup[] {
  if (unidentified.length === 0) return [];
  const items = unidentified.map((each) => element('li', {}, filesOf([each])));
  return [element('h2', {}, say`看不出是哪个机关、哪一年的`), element('ul', {}, items)];
}

/** The files of which nothing came: an agency of which nothing was found may be among them. */
function lostOf({ lost }: Overview): Markup[] {
  if (lost.length === 0) return [];
  const items = lost.map(({ file, error }) => element('li', {}, oneLine(say`${file ?? ''}：${error}`)));
  return [element('h2', {}, say`没有读成或者没有检查成的`), element('ul', {}, items)];
}
