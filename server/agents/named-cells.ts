import { cellAt, type Form, rowAndColumn, tableOf } from '../form/form';
import { cellOfTable, clauses } from '../report/told';
import { fold } from '../text/fold';
import { say } from '../text/say';
import { Failure } from '../workspace/failure';

const mostNamed = 8;

/**
 * The cell that an agent calls so: by its path, or by words of its table, group, row and column (本年新收 总计, 予以公开的总计), in whichever characters. Throws a Failure that
 * names some where there is none, or several that are meant as likely.
 */
export function cellNamed(form: Form, called: string): number {
  const exact = cellAt(form, called.trim());
  if (exact >= 0) return exact;
  const words = fold(called)
    .split(/[\s·,，、:：|/「」“”"（）()]+|行(?=[\s「]|$)|列(?=[\s「]|$)/u)
    .filter((word) => word !== '');
  const apart = bestOf(form, (names) => scoreOf(names, words));
  const [first, ...others] = apart.length > 0 ? apart : bestOf(form, (names) => runOf(names, words.join('')));
  if (first !== undefined && others.length === 0) return first;
  if (first === undefined)
    throw new Failure(
      say`没有叫“${called}”的格；请写路径，例如 ${form.cells[0]?.path ?? ''}，或者表、行、列的名称`,
    );
  const some = [first, ...others]
    .slice(0, mostNamed)
    .map((index) => `${cellOfTable(form, index)} ${form.cells[index]?.path}`);
  const left = others.length + 1 - some.length;
  const named = left > 0 ? [...some, say`另有 ${left} 格没有列出`] : some;
  throw new Failure(say`叫“${called}”的有 ${others.length + 1} 格，请写清是哪一格：${clauses(named)}`);
}

/** The cells whose names score best; none where none of them scores. */
function bestOf(form: Form, scored: (names: readonly string[]) => number): readonly number[] {
  const scores = form.cells.map(({ index }) => scored(namesOf(form, index)));
  const best = Math.max(...scores);
  return best > 0 ? form.cells.flatMap(({ index }) => (scores[index] === best ? [index] : [])) : [];
}

/** What a cell may be called by, folded. */
function namesOf(form: Form, index: number): readonly string[] {
  const { row, column } = rowAndColumn(form, index);
  const table = tableOf(form, form.cells[index]?.table ?? 'applications');
  const group = table.groups.find(({ id }) => id === row.group)?.label ?? '';
  const { under, label, variants, name } = row;
  return [table.name, group, under, label, ...variants, ...name.split('·'), column.label]
    .map(fold)
    .filter((each) => each !== '');
}

/** How well the words name a cell: 0 where one of them names nothing of it. */
function scoreOf(names: readonly string[], words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    if (names.includes(word)) score += 2;
    else if (names.some((name) => name.includes(word))) score += 1;
    else return 0;
  }
  return score;
}

/** How well the names, or beginnings of them, make up words that are written in a run, 自然人予以公开; 0 where anything else stands there too. */
function runOf(names: readonly string[], run: string): number {
  const longest = [...new Set(names)].sort((one, other) => other.length - one.length);
  let rest = run;
  let score = 0;
  for (const name of longest) {
    const part = beginningIn(rest, name);
    if (part === '') continue;
    rest = rest.replace(part, ' ');
    score += part === name ? 2 : 1;
  }
  return /^[ 的之行列格数]*$/u.test(rest) ? score : 0;
}

/** The longest beginning of a name, of two characters at least, that stands in words; empty where none does. */
function beginningIn(words: string, name: string): string {
  for (let length = name.length; length > 1; length--)
    if (words.includes(name.slice(0, length))) return name.slice(0, length);
  return '';
}
