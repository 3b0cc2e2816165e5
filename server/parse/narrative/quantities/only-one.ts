import { sumOf } from '../../../report/agreement';
import type { CellSum } from '../../../report/claim';
import type { Report } from '../../../report/report';
import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import type { Scene } from '../scope/scene';
import type { Lexeme } from '../words/lexeme';
import type { Sums } from './accepted-sums';
import { applicants, results } from './quantity-keys';

// 不予公开 6 件，均因第三方合法权益; 结转下年度 2 件，均由自然人提出: of what was counted right before there was nothing but one kind.

/** What has rows, and what goes from year to year and has applicants. */
const classes: ReadonlySet<string> = new Set(['refused', 'unable', 'notProcessed']);
const flows: ReadonlySet<string> = new Set(['carriedOver', 'carriedForward', 'receivedNew']);
/** What came in is new where nothing else is said of it. */
const flowOf = (key: string): string => (key === 'received' ? 'receivedNew' : key);
/** All of them, and what they were. */
const onlyRow = /^(?:.*n[Aa]{0,4}|[QUK][DMAa]{0,4})?q[xS]?r(?:&r){0,4}[Aa]{0,4}[QUK]?$/u;
const onlyApplicant = /^(?:.*n[Aa]{0,4})?q[RS]?[CV][Aa]{0,4}$/u;
/** 因, 属于 and the like may be unknown words. */
const causes = /^(?:因|由于|属于?|系|涉及|公开|后|会|将|可能|申请|内容|信息)*$/u;

/** The key of what there is none of then; undefined where a clause says nothing like it. */
export function onlyOneOf(clause: Clause, before: Draft | undefined, { text }: Scene): string | undefined {
  const { letters, lexemes } = clause;
  const at = letters.lastIndexOf('q');
  // 不予公开的理由只有国家秘密一种: of all there are.
  const own = results[/^[QUK](?=[DMAa]{0,4}q)/u.exec(letters)?.[0] ?? ''];
  if (own !== undefined && onlyRow.test(letters)) return rowsAlone(lexemes.slice(at), own, anyNumber);
  const value = before?.lexeme.quantity?.value;
  if (!before || value === undefined || before.aside) return undefined;
  const unknown = lexemes.slice(at).find(({ letter }) => letter === 'x');
  if (unknown && !causes.test(text.slice(unknown.start, unknown.end))) return undefined;
  const name = lexemes.slice(at).find(({ letter }) => 'rCV'.includes(letter))?.name ?? '';
  const whole = flowOf(before.key);
  const counted = `${whole}:counted:${value}`;
  if (classes.has(before.key) && onlyRow.test(letters))
    return rowsAlone(lexemes.slice(at), before.key, String(value));
  if (!flows.has(whole) || !onlyApplicant.test(letters)) return undefined;
  const applicant = letters.slice(at).includes('C') ? 'naturalPersons' : name || 'organizations';
  return `${applicant}:alone:${applicant}:${counted}`;
}

/** The key of all rows of a class but those that some words name; undefined where one of them is of another class. */
function rowsAlone(lexemes: readonly Lexeme[], whole: string, told: string): string | undefined {
  const names = lexemes.flatMap(({ letter, name }) => (letter === 'r' ? [name] : []));
  const isOfClass = names.length > 0 && names.every((each) => each.startsWith(`${whole}.`));
  return isOfClass ? `reason:alone:${names.join('+')}:${whole}:counted:${told}` : undefined;
}
/** Where so many are not told. */
const anyNumber = 'any';

/** The sum of what there is none of, by its key; empty where more was counted than is said to be of one kind. */
export function sumsOfOthers(key: string, { plain }: Sums, report: Report): readonly CellSum[] {
  const words = key.split(':');
  const [whole = '', , told] = words.slice(-3);
  const one = words.slice(words.indexOf('alone') + 1, -3).join(':');
  const [all] = plain.get(whole) ?? [];
  if (!all || (told !== anyNumber && sumOf(report, all.cells) !== Number(told))) return [];
  const isFlow = flows.has(whole);
  const named = one.split('+').map((each) => plain.get(isFlow ? `${each}:${whole}` : `reason:${each}`)?.[0]);
  const own = named.flatMap((sum) => sum?.cells ?? []);
  if (named.includes(undefined)) return [];
  const parts = isFlow
    ? [...applicants].flatMap((each) => plain.get(`${each}:${whole}`)?.[0]?.cells ?? [])
    : all.cells;
  const cells = [...new Set(parts)].filter((cell) => !own.includes(cell));
  return [
    {
      name: `${named.map((sum) => sum?.name).join('、')}之外的${all.name.replace('各项之和', '')}`,
      cells,
      less: 0,
      rare: false,
    },
  ];
}

/** 其余均已办结: what is said of all that is left says nothing of all. */
export const isOfRest = ({ lexemes, letters }: Clause, { text }: Scene): boolean =>
  /(?:其余|其他|另外|剩余|剩下)的?(?:案件|申请|件)?$/u.test(
    text.slice(0, lexemes[Math.max(0, letters.search(/q/u))]?.start ?? 0).slice(-8),
  );
