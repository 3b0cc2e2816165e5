import type { Analysis } from '../../analysis';
import type { Form } from '../../form/form';
import type { Finding } from '../../report/finding';
import { clauses } from '../../report/told';
import { say } from '../../text/say';

/**
 * Says of a cell whose sums do not hold what is to blame for them where that is told at another place, and of a total what its
 * parts come to. Empty where nothing of the kind is known.
 */
export function causeElsewhere({ report, findings, balances }: Analysis, index: number): string {
  const { form, cells } = report;
  const own = form.equationsOf[index] ?? [];
  const causes = findings.filter(
    (finding) =>
      finding.equations.some((equation) => own.includes(equation)) &&
      !isAtTotal(form, finding) &&
      finding.span.start !== cells[index]?.span.start,
  );
  const [first] = causes;
  if (!first) return '';
  const stated = balances.find(
    ({ equation: { index: at, right, left }, difference }) =>
      difference !== 0 && right.length === 1 && right[0] === index && left.length > 0 && own.includes(at),
  );
  const sum = stated ? say`各项相加是 ${stated.left}，这里是 ${stated.right}。` : '';
  const isSuspect = first.cells.includes(form.cells[index]?.path ?? '');
  const why = clauses(causes.map(({ message }) => message));
  return isSuspect ? say`${sum}这一格也有份：${why}。` : say`${sum}起因疑似不在这一格：${why}。`;
}

/** Says of a cell that no equation can tell whether it is right; empty where one can. */
export function unwatchedHere({ report: { form }, coverage }: Analysis, index: number): string {
  if (!coverage.unwatched.includes(index)) return '';
  return (form.equationsOf[index] ?? []).length === 0
    ? say`没有勾稽关系能核对这一格，填错了合计看不出来。`
    : say`这一格参加的勾稽关系都无法判断，现在没有什么能核对它。`;
}

// The finding of a single equation, which names all that stands in it: the totals speak for themselves.
function isAtTotal({ equations }: Form, finding: Finding): boolean {
  const [index = -1, ...others] = finding.equations;
  const { left = [], right = [] } = equations[index] ?? {};
  return others.length === 0 && finding.cells.length === left.length + right.length;
}
