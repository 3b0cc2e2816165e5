import { cellAt, type Form } from '../form/form';
import type { Finding, Severity } from '../report/finding';
import { cellInWords } from '../report/told';
import { listed, say } from '../text/say';

/** Cells are named one by one up to this many. */
const mostNamed = 3;

/** What something else explains is told no graver than these. */
const mild: ReadonlySet<Severity> = new Set(['information', 'hint']);

/**
 * Of the rules' own findings at equations, those that `causes` stand for: each at its total as the rule put it, with the cause
 * named and its repairs. Left out where `others` speak of the equation, or the cause is at the very place.
 */
export function consequencesOf(
  form: Form,
  own: readonly Finding[],
  { causes, others }: { readonly causes: readonly Finding[]; readonly others: readonly Finding[] },
): Finding[] {
  return own.flatMap((finding) => {
    const [equation = -1] = finding.equations;
    const why = causes.filter(({ equations }) => equations.includes(equation));
    const [first] = why;
    const isTold = others.some(({ rule, equations }) => rule === finding.rule && equations[0] === equation);
    if (!first || isTold || why.some((cause) => isAt(cause, finding))) return [];
    return [
      {
        ...finding,
        severity: mild.has(finding.severity) ? finding.severity : 'information',
        message: say`${finding.message}；起因疑似在${cellsInWords(form, why)}`,
        related: [...why.map(({ span, message }) => ({ span, message })), ...finding.related],
        repairs: first.repairs,
      } satisfies Finding,
    ];
  });
}

// The cells at which findings point, e.g. 「予以公开」行「自然人」列; the first of them where they are many.
function cellsInWords(form: Form, findings: readonly Finding[]): string {
  const paths = [...new Set(findings.flatMap(({ cells }) => cells))];
  const named = paths.slice(0, mostNamed).map((path) => cellInWords(form, cellAt(form, path)));
  return paths.length > named.length ? say`${listed(named)}等 ${paths.length} 格` : listed(named);
}

const isAt = ({ span }: Finding, other: Finding): boolean =>
  span.start === other.span.start && span.end === other.span.end;
