import { cellAt, type Form, rowAndColumn, tableOf } from '../form/form';
import { cellOfTable, clauses } from '../report/told';
import { say } from '../text/say';
import { Failure } from '../workspace/failure';

const mostNamed = 8;

/**
 * The cell that an agent calls so: by its path, or by words of its table, group, row and column (本年新收 总计). Throws a Failure that
 * names some where there is none, or several that are meant as likely.
 */
export function cellNamed(form: Form, called: string): number {
  const exact = cellAt(form, called.trim());
  if (exact >= 0) return exact;
  const words = called
    .split(/[\s·,，、:：|/「」“”"（）()]+|行(?=[\s「]|$)|列(?=[\s「]|$)/u)
    .filter((word) => word !== '');
  const ranked = form.cells.flatMap(({ index }) => {
    const score = scoreOf(form, index, words);
    return score > 0 ? [{ index, score }] : [];
  });
  const best = Math.max(0, ...ranked.map(({ score }) => score));
  const [first, ...others] = ranked.filter(({ score }) => score === best);
  if (first && others.length === 0) return first.index;
  if (!first)
    throw new Failure(
      say`没有叫“${called}”的格；请写路径，例如 ${form.cells[0]?.path ?? ''}，或者表、行、列的名称`,
    );
  const some = [first, ...others]
    .slice(0, mostNamed)
    .map(({ index }) => `${cellOfTable(form, index)} ${form.cells[index]?.path}`);
  throw new Failure(say`叫“${called}”的有 ${others.length + 1} 格，请写清是哪一格：${clauses(some)}`);
}

/** How well the words name a cell: 0 where one of them names nothing of it. */
function scoreOf(form: Form, index: number, words: readonly string[]): number {
  const { row, column } = rowAndColumn(form, index);
  const table = tableOf(form, form.cells[index]?.table ?? 'applications');
  const group = table.groups.find(({ id }) => id === row.group)?.label ?? '';
  const names = [
    table.name,
    group,
    row.under,
    row.label,
    ...row.variants,
    ...row.name.split('·'),
    column.label,
  ];
  let score = 0;
  for (const word of words) {
    if (names.includes(word)) score += 2;
    else if (names.some((name) => name.includes(word))) score += 1;
    else return 0;
  }
  return score;
}
