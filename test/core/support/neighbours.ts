import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt, type Form, tableOf } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import type { Filed } from '../../../server/report/neighbours';
import { balancedFacts } from './facts';
import { layoutCalled } from './layouts';
import { mapRows, mapSections, type Sheet, sheetOf } from './layouts/sheet';
import { below, pick, randomOf } from './random';

// Reports of one agency on years that follow each other, and of agencies that belong to one.

/** Sets the totals of rows and disputes to the sums of their parts. */
export function withTotals(form: Form, facts: readonly number[]): number[] {
  const all = [...facts];
  for (const { rule, left, right } of form.equations) {
    if (rule === 'row-total' || rule === 'disputes-total')
      all[right[0] ?? -1] = left.reduce((sum, cell) => sum + (all[cell] ?? 0), 0);
  }
  return all;
}

/**
 * Balanced figures of the year after `last`: what was carried forward is carried over, what was in force is in force with what was
 * issued and without what was repealed; all else is new.
 */
export function nextFacts(last: readonly number[], seed: number, size: number): number[] {
  const form = edition2021;
  const facts = balancedFacts(seed, size, form);
  const at = (path: string): number => cellAt(form, path);
  for (const { id } of tableOf(form, 'applications').rows[0]?.columns ?? []) {
    const of = (row: string): number => at(`applications.${row}.${id}`);
    const over = last[of('carriedForward')] ?? 0;
    // What is more than was handled and is left goes to 予以公开.
    const short = Math.max(0, over - (facts[of('results.total')] ?? 0) - (facts[of('carriedForward')] ?? 0));
    for (const row of ['results.granted', 'results.total']) facts[of(row)] = (facts[of(row)] ?? 0) + short;
    facts[of('carriedOver')] = over;
    facts[of('received')] = (facts[of('results.total')] ?? 0) + (facts[of('carriedForward')] ?? 0) - over;
  }
  for (const kind of ['regulations', 'normativeDocuments']) {
    const of = (column: string): number => at(`proactiveDisclosure.${kind}.${column}`);
    const stock = (last[of('inForce')] ?? 0) + (facts[of('issued')] ?? 0);
    facts[of('repealed')] = Math.min(stock, facts[of('repealed')] ?? 0);
    facts[of('inForce')] = stock - (facts[of('repealed')] ?? 0);
  }
  return withTotals(form, facts);
}

const problems = [
  '政策解读的形式比较单一，图表和短视频偏少，读者不容易抓住要点',
  '个别栏目更新不够及时，有的信息形成以后隔了一个多月才上网',
  '经办人员调整频繁，对条例和格式的要求还不够熟悉',
  '依申请公开的答复文书不够规范，说理偏少，引用条款不完整',
  '基层站所的主动公开目录没有覆盖到全部事项，查找起来费劲',
  '与群众互动的渠道不多，对留言的回应停留在表面',
  '公开属性的源头认定把关不严，有的文件没有注明属性',
  '历史信息的清理工作推进缓慢，失去时效的信息仍在首页',
  '各科室之间沟通不够，汇总数据时口径时有出入',
  '新媒体账号的内容与门户网站不同步，读者看到的先后不一',
  '对公众关注的民生项目公开得不够细，缺少进度和资金的说明',
  '考核的办法还比较粗，没有把公开质量与部门评优挂起钩来',
] as const;

/** Section five, different for every seed; from one seed to the next a sentence or two may come again, as they do. */
export function problemsOf(seed: number): string[] {
  const random = randomOf(seed + 31);
  const told = Array.from({ length: 5 }, (_, index) => problems[(seed * 3 + index) % problems.length] ?? '');
  told.sort(() => random() - 0.5);
  return [
    `主要问题：${told.slice(0, 3).join('；')}。`,
    `改进情况：针对“${told[3]}”“${told[4]}”，已经安排${below(random, 9) + 2}项措施，${pick(random, ['逐月检查', '由分管领导督办', '年底验收'])}。`,
  ];
}

/** What a report of these tests says. */
export interface Told {
  readonly seed: number;
  readonly size: number;
  readonly year: number;
  readonly figures: readonly number[];
  readonly agency?: string;
  readonly problems?: readonly string[];
  /** Sentences that section one ends with. */
  readonly more?: readonly string[];
  readonly layout?: string;
}

/** The text of a report that is flawless but for what is told. */
export function tell({ seed, size, year, figures, layout = 'tsv', ...told }: Told): string {
  const rows = edition2021.tables.flatMap((table) => table.rows);
  const base = sheetOf(seed, size);
  const agency = told.agency ?? base.agency;
  const renamed = (line: string): string =>
    line.replaceAll(base.agency, agency).replaceAll(`${base.year}年`, `${year}年`);
  const sheet: Sheet = {
    ...base,
    agency,
    year,
    title: base.title.map(renamed),
    preface: base.preface.map(renamed),
    signature: [agency, `${year + 1}年1月${10 + (seed % 20)}日`],
  };
  const worded = mapSections(sheet, (section) => ({
    ...section,
    paragraphs:
      section.id === 'problems'
        ? (told.problems ?? problemsOf(seed + year))
        : [...section.paragraphs.map(renamed), ...(section.id === 'overview' ? (told.more ?? []) : [])],
  }));
  const filled = mapRows(worded, (row) => {
    const first = rows.find(({ id }) => id === row.id)?.firstCell ?? 0;
    return { ...row, cells: row.cells.map((_, column) => String(figures[first + column])) };
  });
  return layoutCalled(layout).render(filled);
}

/** A text as a neighbour. */
export const filed = (text: string, document = 'last-year'): Filed => ({
  document,
  text,
  report: parseReport(text),
});
