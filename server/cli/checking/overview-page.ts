import { createHash } from 'node:crypto';
import { element, type Markup } from '../../export/page/markup';
import { beginningOf, ending } from '../../export/page/page';
import { oneLine } from '../../text/plain';
import { listed, mark, said, say } from '../../text/say';
import { tongue } from '../../tongues/tongues';
import {
  type AgencyYear,
  type Facts,
  type FigureName,
  type Figures,
  figureNames,
  mainFigures,
  type Overview,
} from './overview';

/** Sorts the rows of a table by the column whose head is pressed; what has no value stays last. */
const script = `document.addEventListener('click', (event) => {
  const button = event.target.closest('th button');
  if (!button) return;
  const head = button.closest('th');
  const body = head.closest('table').tBodies[0];
  const rises = head.getAttribute('aria-sort') !== 'ascending';
  for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', rises ? 'ascending' : 'descending');
  const keyOf = (row) => row.cells[head.cellIndex].dataset.key ?? '';
  const compared = (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (one === '' || other === '') return (one === '') - (other === '');
    const order = isNaN(one) || isNaN(other) ? one.localeCompare(other, 'zh-CN', { numeric: true }) : one - other;
    return rises ? order : -order;
  };
  body.append(...[...body.rows].sort(compared));
});`;

const policy = `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const extraStyle = `th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: left; }
th button::after { content: ' ↕'; opacity: 0.5; } th[aria-sort=ascending] button::after { content: ' ↑'; } th[aria-sort=descending] button::after { content: ' ↓'; }
table.list td[data-key] { font-variant-numeric: tabular-nums; } td small { display: block; } td.absent { font-weight: 600; }
@media print { th button::after { content: ''; } thead { display: table-header-group; } }`;

const title = mark`政府信息公开工作年度报告汇总`;

/** A page with all there is to see of many reports, to sort and to print: it needs nothing else, and nothing leaves it. */
export function overviewPage(overview: Overview): string {
  const { agencies, years } = overview;
  return [
    beginningOf(said(title), { policy, style: extraStyle, language: tongue() }),
    element(
      'main',
      { class: 'report' },
      element('h1', {}, said(title)),
      introduction(overview),
      element('h2', {}, say`各机关各年度的检查结果`),
      table(
        [say`机关`, ...years.map((year) => say`${year} 年度`)],
        agencies.map((row) => [
          text(row.agency),
          ...years.map((year) => stateCell(row.years.find((each) => each.year === year))),
        ]),
      ),
      element('h2', {}, say`主要数据，与上一年比较`),
      table(
        [say`机关`, say`年度`, ...figureNames.map((name) => said(mainFigures[name].name))],
        agencies.flatMap((row) =>
          row.years
            .filter(({ state }) => state === 'found')
            .map((each) => [
              text(row.agency),
              number(each.year),
              ...figureNames.map((name) => figureCell(each.figures[name], each.change[name])),
            ]),
        ),
      ),
      ...partsOf(overview),
      ...unidentifiedOf(overview),
      ...lostOf(overview),
    ).source,
    `<script>${script}</script>`,
    ending,
  ].join('\n');
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

function table(heads: readonly string[], rows: readonly (readonly Markup[])[]): Markup {
  const head = heads.map((name) =>
    element('th', { scope: 'col' }, element('button', { type: 'button' }, capitalised(name))),
  );
  return element(
    'div',
    { class: 'scroll', tabindex: 0 },
    element(
      'table',
      { class: 'list' },
      element('thead', {}, element('tr', {}, head)),
      element(
        'tbody',
        {},
        rows.map((row) => element('tr', {}, row)),
      ),
    ),
  );
}

/** With a capital, where the tongue has some: what is a head here stands within sentences elsewhere. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const text = (words: string): Markup => element('td', { 'data-key': words }, oneLine(words));

const number = (value: number): Markup => element('td', { 'data-key': value }, String(value));

/** Sorted by what is gravest, then by what is next; what was not found is graver than all. */
function stateCell(each: AgencyYear | undefined): Markup {
  if (!each) return element('td', {}, '');
  if (each.state === 'not-found')
    return element('td', { class: 'absent', 'data-key': Number.MAX_SAFE_INTEGER }, say`没有找到`);
  const { findings, unchecked, reports } = each;
  const asks = findings.information + findings.hint;
  const weight = findings.error * 1e8 + findings.warning * 1e4 + asks;
  return element(
    'td',
    { 'data-key': weight },
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
  const rows = agencies.flatMap((row) =>
    row.years.flatMap(({ year, reports }) =>
      reports.flatMap(({ parts, figures }) =>
        parts
          ? [
              [
                text(row.agency),
                number(year),
                number(parts.found),
                text(listed(parts.notFound)),
                ...figureNames.map((name) => sumCell(figures, parts.sums, name)),
              ],
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

function sumCell(own: Figures, sums: Figures, name: FigureName): Markup {
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
