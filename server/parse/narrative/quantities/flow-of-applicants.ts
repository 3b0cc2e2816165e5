import { cellAt, type Form } from '../../../form/form';
import type { CellSum } from '../../../report/claim';
import type { Clause } from '../clauses/clauses';
import type { PhrasePlace } from '../scope/scene';
import { columnsOf } from './accepted-sums';
import { applicants, isDisputed, kindOf } from './quantity-keys';

// What came in from one class of applicants and what became of it: 自然人申请中，予以公开 19 件; 企业提出的 6 件申请全部办结.

/** One class of applicants, or several side by side. */
const group = /[CV](?:&[CV])*/gu;
/** So many words before a number its own clause may name the applicants. */
const longestOwn = 60;
/** A sentence that names applicants more often tells of nobody's alone. */
const mostGroups = 12;
/** So many clauses on a sentence still speaks of the applicants that it began with. */
const farthest = 24;
/** 企业、某某组织: who is none of the form's classes. */
const withUnknown = /[CV]&x|x&[CV]/u;
/** Numbers that divide nothing: what became of so many, and where they went. */
const flows = /(?:[GPQUKErDH]|c>|<c)[DHMAa]{0,4}n/gu;
const uncounted = (letters: string): string => letters.replace(flows, '');
/** Who most applicants are does not say of whom the rest is told. */
const mostly = /主要|为主|居多|多为|大多|多数|主体/u;
/** Applications as a whole, or a share: what follows is not of the applicants alone. */
const wholes = /[RNA~#^h]/u;

const isOfFlow = (key: string): boolean => /^(?:received|answered|handled|carried)/u.test(key);

/**
 * The flow of what is counted of one class of applicants, or several together: `of:` and their keys, with `:perhaps` where all may be meant as
 * well; empty where all applicants are, or a key counts no applications.
 */
export function flowOfApplicants(key: string, { sentence, clause, from, scene }: PhrasePlace): string {
  if (applicants.has(key) || isDisputed(key)) return '';
  const own = clause.letters.slice(Math.max(0, from - longestOwn), from);
  const beside = /(?:^|[^t&])([CV](?:&[CV])*)[Aa]{0,4}(?:n[Aa]{1,4}q?)?$/u.exec(own);
  if (beside) return `of:${namesOf(clause, from - beside[0].length, from)}`;
  // 对自然人予以公开 30 件、部分公开 10 件.
  const among = /([CV](?:&[CV]){0,6})[Aa]{0,4}(?:[GPQUKE][DHMAa]{0,4}n&){1,6}$/u.exec(own);
  if (among) return `of:${namesOf(clause, from - among[0].length, from)}`;
  const beginnings = sentence.beginnings.slice(-farthest);
  const since = beginnings.findLastIndex(({ before, letters }) => before === ';' && /[CV]/u.test(letters));
  const clauses = beginnings.slice(Math.max(0, since));
  const told = clauses.map((each, at) => each.letters.slice(0, at === clauses.length - 1 ? from : undefined));
  const at = told.findIndex((letters) => /[CV]/u.test(letters));
  const asker = clauses[at];
  const letters = told[at] ?? '';
  const groups = told.join(',').match(group) ?? [];
  if (!asker || groups.length === 0 || groups.length > mostGroups) return '';
  const named = clauses
    .map((each, index) => namesOf(each, 0, told[index]?.length ?? 0))
    .filter((names) => names !== '');
  if (groups.length > 1 && (new Set(named).size > 1 || groups.length > named.length))
    return flowOfLast(clauses, told);
  const [start, end] = [asker.lexemes[0]?.start ?? 0, asker.lexemes.at(-1)?.end];
  const theirs = uncounted(letters.slice(letters.search(/[CV]/u)));
  const behind = told.slice(at + 1).join(',');
  const isLed =
    !/[n$]|[A-Z]/u.test(told.slice(0, at).join('')) &&
    /^[^tsn]*[CV]/u.test(letters) &&
    !mostly.test(scene.text.slice(start, end));
  const isAll = wholes.test(behind) || uncounted(behind).includes('n');
  if (withUnknown.test(letters)) return 'of:unknown';
  const isApart = clauses.some(({ before }, index) => index > at && before === ';');
  const isMixed = /[~#^h]/u.test(theirs) || theirs.indexOf('n') !== theirs.lastIndexOf('n');
  // 自然人申请 7 件，全年办结 10 件: what has a verb of its own may be told of all again.
  const isSure = isLed && !isAll && !isApart && !isMixed && !isOfFlow(key);
  return `of:${namesOf(asker, 0, letters.length)}${isSure ? '' : ':perhaps'}`;
}

/** 对企业予以公开 8 件，部分公开 4 件，对自然人予以公开 30 件，部分公开 10 件: perhaps of those that were named last, with what became of theirs. */
function flowOfLast(clauses: readonly Clause[], told: readonly string[]): string {
  const at = told.findLastIndex((letters) => /[CV]/u.test(letters));
  const isResult = /^[^nCV]*[CV](?:&[CV])*[Aa]{0,4}[GPQUKEr]/u.test(told[at] ?? '');
  const clause = clauses[at];
  return isResult && clause ? `of:${namesOf(clause, 0, told[at]?.length ?? 0)}:perhaps` : '';
}

/** The keys of the applicants among the words of a clause. */
const namesOf = ({ lexemes }: Clause, from: number, to: number): string =>
  lexemes
    .slice(Math.max(0, from), to)
    .flatMap((each) => ('CV'.includes(each.letter) ? kindOf(each) : []))
    .join('+');

/** The sums that a number may mean of the applicants that its flow names: theirs, and `sums` as well where that is open. */
export function sumsOfApplicants(flow: string, sums: readonly CellSum[], form: Form): readonly CellSum[] {
  if (!flow.startsWith('of:')) return sums;
  const keys = flow
    .slice('of:'.length)
    .replace(/:perhaps$/u, '')
    .split('+');
  const theirs = sums.flatMap((sum) => narrowed(sum, keys, form));
  return flow.endsWith(':perhaps') ? [...sums, ...theirs.map((sum) => ({ ...sum, rare: true }))] : theirs;
}

/** A sum of totals of rows as the same of some applicants; empty where it counts anything else. */
export function narrowed({ name, cells, ...rest }: CellSum, keys: readonly string[], form: Form): CellSum[] {
  const asked = keys.flatMap((key) => columnsOf(key) ?? []);
  const columns = asked.flatMap((each) => each.columns);
  const own = cells.flatMap((cell) => {
    const { path = '' } = form.cells[cell] ?? {};
    const isTotal = /^applications\..*\.total$/u.test(path);
    return columns.map((column) => (isTotal ? cellAt(form, path.replace(/total$/u, column)) : -1));
  });
  const label = asked.map((each) => each.label).join('、');
  // What a sum takes out is told of all.
  const isTheirs = own.length > 0 && !own.includes(-1) && rest.less === 0;
  return isTheirs ? [{ ...rest, name: `${name}·${label}`, cells: own }] : [];
}
