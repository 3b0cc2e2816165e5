import { cellAt, type Form } from '../../form/form';
import { type Report, tableReading, valueOf } from '../../report/report';
import { mark, said, say } from '../../text/say';
import { element, type Markup } from './markup';

/** A share of the year's applications. */
interface Share {
  readonly name: string;
  readonly count: number;
}

/** What the groups of the results are called, by their ids. */
const outcomes: Readonly<Record<string, string>> = {
  refused: mark`不予公开`,
  unable: mark`无法提供`,
  notProcessed: mark`不予处理`,
  other: mark`其他处理`,
};

const width = 600;
const bar = 34;
const gap = 26;

/**
 * Where the year's applications came from and where they went: two bars of one scale. Where a number is missing, or where the two do not
 * come to the same, a picture would say what the table does not: a note says why there is none. Empty where there were no
 * applications, or no table of them.
 */
export function flowOfReport(report: Report): Markup | string {
  const came = sharesOf(report, [
    [say`本年新收`, ['received']],
    [say`上年结转`, ['carriedOver']],
  ]);
  const went = sharesOf(report, [
    [say`予以公开`, ['results.granted']],
    [say`部分公开`, ['results.partiallyGranted']],
    ...report.form.tables.flatMap(({ groups, rows }) =>
      groups
        .filter(({ id }) => id !== 'results')
        .map(({ id, label }): readonly [string, readonly string[]] => [
          said(outcomes[id] ?? label),
          rows.filter(({ group }) => group === id).map((row) => row.id.replace(/^applications\./u, '')),
        ]),
    ),
    [say`结转下年`, ['carriedForward']],
  ]);
  const [total, left] = [sum(came), sum(went)];
  if (tableReading(report, 'applications') === undefined || (total === 0 && left === 0)) return '';
  if (total !== left) return withoutPicture(total, left);
  return element(
    'figure',
    { class: 'flow' },
    element(
      'svg',
      {
        viewBox: `0 0 ${width} ${2 * bar + gap}`,
        role: 'img',
        'aria-label': say`收到 ${inWords(came)}；去向 ${inWords(went)}`,
      },
      barOf(came, total, 0, 'came'),
      barOf(went, total, bar + gap, 'went'),
    ),
    captionOf(total, came, went),
  );
}

const captionOf = (total: number, came: readonly Share[], went: readonly Share[]): Markup =>
  element('figcaption', {}, [
    legendOf(say`收到 ${total} 件`, came, 'came'),
    legendOf(say`去向`, went, 'went'),
  ]);

/** Why there is no picture; what is not a number is missing. */
const withoutPicture = (came: number, went: number): Markup =>
  element(
    'p',
    { class: 'absent' },
    Number.isNaN(came + went)
      ? say`没有画申请的来去：表三「总计」列有的格没有数字。`
      : say`没有画申请的来去：表三「总计」列收到与结转合计 ${came} 件，办理结果与结转下年合计 ${went} 件，两数不等；改正以后才画得出。`,
  );

function sharesOf(
  { form, cells }: Report,
  parts: readonly (readonly [string, readonly string[]])[],
): Share[] {
  return parts.map(([name, rows]) => ({
    name,
    count: rows.reduce((all, row) => all + countOf(form, cells, row), 0),
  }));
}

function countOf(form: Form, cells: Report['cells'], row: string): number {
  const cell = cells[cellAt(form, `applications.${row}.total`)];
  return cell?.kind === 'merged' ? 0 : (valueOf(cell) ?? Number.NaN);
}

const sum = (shares: readonly Share[]): number => shares.reduce((all, { count }) => all + count, 0);

const inWords = (shares: readonly Share[]): string =>
  shares
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => say`${name} ${count} 件`)
    .join(said(comma));

const comma = mark`，`;

/** What the colours of a bar mean, each with its number: a narrow share has no room for its name. */
const legendOf = (name: string, shares: readonly Share[], kind: string): Markup =>
  element(
    'ul',
    { class: kind, 'aria-label': name },
    element('li', { 'aria-hidden': 'true' }, name),
    shares.flatMap(({ name: share, count }, at) =>
      count > 0
        ? element(
            'li',
            { class: `share${at}` },
            element('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' }, swatch),
            say`${share} ${count} 件`,
          )
        : [],
    ),
  );

const swatch = element('rect', { width: 10, height: 10 });

function barOf(shares: readonly Share[], total: number, y: number, kind: string): Markup[] {
  let from = 0;
  return shares.flatMap(({ name, count }, at) => {
    const x = (from / total) * width;
    const size = (count / total) * width;
    from += count;
    if (count === 0) return [];
    return [
      element(
        'g',
        { class: `${kind} share${at}` },
        element('title', {}, say`${name} ${count} 件`),
        element('rect', { x: x.toFixed(1), y, width: size.toFixed(1), height: bar }),
        element('text', { x: (x + size / 2).toFixed(1), y: y + bar / 2 + 5 }, labelIn(size, name, count)),
      ),
    ];
  });
}

/** What a share is labelled with: its name and number, or the number alone, as far as there is room; the legend names all. */
function labelIn(size: number, name: string, count: number): string {
  const digits = 8 * String(count).length;
  if (size > 14 * name.length + digits + 12) return `${name} ${count}`;
  return size > digits + 6 ? String(count) : '';
}
