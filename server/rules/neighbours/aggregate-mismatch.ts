import { tableIds } from '../../form/form';
import type { Related } from '../../report/finding';
import { valueOf } from '../../report/report';
import { cellInWords, tableInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { ownWord } from '../named';
import { type Context, rule, type Yield } from '../rule';
import { brokenParts, comparable, differencesIn, explanation, type Off } from './support/parts';

/** No more cells are pointed at than one can look through. */
const mostRelated = 12;

export default rule({
  id: 'aggregate-mismatch',
  family: 'neighbours',
  severity: 'warning',
  hard: false,
  summary: '汇总的数不是所属各机关的数之和',
  summaryEn: 'The figures are not the sums of those of the agencies that belong to this one',
  basis: mark`汇总的报告包括所属各机关的数`,
  fixable: false,

  *check(context) {
    const parts = comparable(context);
    if (parts.length === 0) return;
    for (const table of tableIds) {
      const off = differencesIn(context.report, parts, table);
      if (off.length > 0) yield findingOf(context, parts, off);
    }
  },
});

/** What a part has in a cell, as a place to look at; none where that is 0. */
function figureOf({ document, report }: ReturnType<typeof comparable>[number], index: number): Related[] {
  const cell = report.cells[index];
  if (!cell || valueOf(cell) === 0) return [];
  const message = say`${ownWord(report.agency?.value ?? '')}：${valueOf(cell) ?? 0}`;
  return [{ document, span: cell.span, message }];
}

function findingOf({ report }: Context, parts: ReturnType<typeof comparable>, off: readonly Off[]): Yield {
  const { form, cells } = report;
  const [first] = off;
  const table = form.cells[first?.index ?? -1]?.table ?? 'applications';
  const span = (index: number) => cells[index]?.span ?? { start: 0, end: 0 };
  const words = ({ index, own, sum }: Off): string =>
    say`${cellInWords(form, index)}是 ${own}，${parts.length} 个机关之和是 ${sum}`;
  const broken = brokenParts(parts, table);
  const told = off
    .slice(0, mostRelated)
    .map((each): Related => ({ span: span(each.index), message: words(each) }));
  const of = told.slice(1);
  const [name, which] = [tableInWords(table), first ? words(first) : ''];
  return {
    message:
      off.length > 1
        ? say`${name}与所属机关之和有 ${off.length} 格不同，如${which}${explanation(parts, off)}，请核对`
        : say`${name}与所属机关之和有 ${off.length} 格不同：${which}${explanation(parts, off)}，请核对`,
    span: span(first?.index ?? -1),
    related: [
      ...broken.map(({ document, report: part }) => ({
        document,
        span: part.title?.span ?? { start: 0, end: 0 },
        message: say`这份报告的${name}自身有勾稽关系不成立，宜先改正`,
      })),
      ...of,
      ...parts.flatMap((part) => figureOf(part, first?.index ?? -1)),
    ].slice(0, 2 * mostRelated),
    cells: off.flatMap(({ index }) => form.cells[index]?.path ?? []),
  };
}
