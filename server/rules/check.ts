import type { Finding, Severity } from '../report/finding';
import type { Span } from '../text/span';
import { rules } from './all';
import type { Context, Rule, Yield } from './rule';

/** The id under which a rule that broke down is reported; no rule of the list, since it says nothing about the report. */
export const checkFailed = 'check-failed';

type Levels = Readonly<Record<string, Severity | 'off'>>;

/**
 * Runs all rules over a report, in the order of their list. Total: a rule that throws becomes a finding of its own and hides
 * none of the others. The findings lie inside the text, are sorted by place, then by rule, and are frozen.
 */
export function checkReport(context: Context, levels: Levels): readonly Finding[] {
  return runRules(rules, context, levels);
}

/** Runs the given rules as `checkReport` does. */
export function runRules(list: readonly Rule[], whole: Context, levels: Levels): readonly Finding[] {
  const { report, text } = whole;
  // What was not read, such as another report behind this one, is not judged either.
  const context = report.unread ? { ...whole, text: text.slice(0, report.unread.start) } : whole;
  const findings: Finding[] = [];
  for (const rule of list) {
    const severity = levels[rule.id] ?? rule.severity;
    if (severity !== 'off') collect(rule, severity, context, findings);
  }
  // The sort is stable, so that rules keep their order at one place.
  findings.sort((a, b) => a.span.start - b.span.start);
  return deepFreeze(withoutDuplicates(findings));
}

function collect(rule: Rule, severity: Severity, context: Context, findings: Finding[]): void {
  const length = context.text.length;
  try {
    for (const found of rule.check(context)) {
      findings.push(complete(found, { rule: rule.id, severity, hard: rule.hard, length }));
    }
  } catch (error) {
    const message = `检查「${rule.summary}」（${rule.id}）未能完成：${error instanceof Error ? error.message : String(error)}`;
    const failed = { rule: checkFailed, severity: 'warning' as const, hard: false, length };
    findings.push(complete({ message, span: { start: 0, end: 0 } }, failed));
  }
}

type Origin = Pick<Finding, 'rule' | 'severity' | 'hard'> & { readonly length: number };

function complete(found: Yield, { rule, severity, hard, length }: Origin): Finding {
  const { message, related = [], cells = [], equations = [], repairs = [] } = found;
  return {
    rule,
    severity,
    hard,
    message,
    span: clamp(found.span, length),
    related: related.map((each) =>
      each.document === undefined ? { ...each, span: clamp(each.span, length) } : each,
    ),
    cells,
    equations,
    repairs,
  };
}

function clamp({ start, end }: Span, length: number): Span {
  const from = Math.max(0, Math.min(start, length));
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

function withoutDuplicates(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, span, message }) => {
    const key = `${rule} ${span.start} ${span.end} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Freezes plain data through and through; answers the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
