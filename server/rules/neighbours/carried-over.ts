import type { Related } from '../../report/finding';
import { cellInWords, remarks } from '../../report/told';
import { mark, say } from '../../text/say';
import { exchangedOf } from '../exchanged';
import { type Context, rule, type Yield } from '../rule';
import { type Carried, carriedOf } from './support/carried';
import { type Pair, pairOf } from './support/last-year';
import { likelyCause, repairsOf } from './support/slips';

export default rule({
  id: 'carried-over',
  family: 'neighbours',
  severity: 'warning',
  hard: false,
  summary: '上年结转与上年报告的结转下年度不同',
  summaryEn: 'What is carried over is not what last year’s report carried forward',
  basis: mark`表三第二项「上年结转政府信息公开申请数量」的含义：同一机关上年的第四项`,
  fixable: true,

  *check(context: Context) {
    const pair = pairOf(context);
    // Two rows in each other's place: flow-balance tells of that.
    if (!pair || exchangedOf(context)?.lastYear !== undefined) return;
    const columns = carriedOf(pair.report, pair.last.report).filter(({ now }) => now !== null);
    const broken = columns.filter(({ now, before }) => now !== before);
    // One slip often shows in several columns, so that the row is spoken of once.
    if (broken.length > 0) yield findingOf(pair, columns, broken);
  },
});

type Columns = readonly Carried[];

function findingOf(pair: Pair, columns: Columns, broken: Columns): Yield {
  const { report } = pair;
  return {
    message: say`对照上年公布数：${difference(pair, broken)}；${likelyCause(pair, columns, broken)}`,
    span: spanOf(pair, broken),
    related: relatedTo(pair, broken),
    cells: broken.flatMap(({ over }) => report.form.cells[over]?.path ?? []),
    repairs: repairsOf(report, broken),
  };
}

function difference({ report, last, year }: Pair, broken: Columns): string {
  const [first] = broken;
  if (!first) return '';
  if (broken.length === 1) {
    const [over, forward] = [
      cellInWords(report.form, first.over),
      cellInWords(last.report.form, first.forward),
    ];
    return say`${year} 年${over}是 ${String(first.now)}，${year - 1} 年${forward}是 ${first.before}`;
  }
  const terms = broken.map(({ label, now, before }) => say`「${label}」${String(now)}（上年 ${before}）`);
  return say`${year} 年「上年结转」与 ${year - 1} 年「结转下年度」有 ${broken.length} 列不同：${remarks(terms)}`;
}

/** At the digits, or at the label of the row where more than a part and the total are wrong. */
function spanOf({ report }: Pair, broken: Columns) {
  const [first] = broken;
  const spec = report.form.cells[first?.over ?? -1];
  const table = report.tables.find(({ id }) => id === spec?.table);
  const label = table?.rows.find(({ row }) => row === spec?.row)?.label;
  const digits = report.cells[first?.over ?? -1]?.span ?? { start: 0, end: 0 };
  return broken.length > 2 && label ? label : digits;
}

function relatedTo({ report, last, year }: Pair, broken: Columns): Related[] {
  const own = broken.slice(1).map(({ over, label, now }) => ({
    span: report.cells[over]?.span ?? { start: 0, end: 0 },
    message: say`${year} 年「上年结转」行「${label}」列：${String(now)}`,
  }));
  const others = broken.map(({ forward, label, before }) => ({
    document: last.document,
    span: last.report.cells[forward]?.span ?? { start: 0, end: 0 },
    message: say`${year - 1} 年「结转下年度」行「${label}」列：${before}`,
  }));
  return [...others, ...own];
}
