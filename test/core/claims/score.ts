import { parseReport } from '../../../server/parse/parse';
import { agreementOf } from '../../../server/report/agreement';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';
import type { Context, Rule } from '../../../server/rules/rule';
import type { Span } from '../../../server/text/span';
import type { Case } from './cases';

const numbers = new Set(['narrative', 'neighbours']);
const family: readonly Rule[] = rules.filter((rule) => numbers.has(rule.family));

/** What was made of one paragraph: counts, and what went wrong in words. */
export interface Score {
  /** Numbers that differ, of them found; findings, of them those that are none. */
  readonly differing: number;
  readonly found: number;
  readonly findings: number;
  readonly alarms: number;
  /** Numbers that agree, of them linked to the tables. */
  readonly agreeing: number;
  readonly linked: number;
  readonly complaints: readonly string[];
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Runs the rules of the narrative over a paragraph's report and holds what they find against its marks. */
export function scoreOf({ text, last, agreeing, differing, span }: Case): Score {
  const report = parseReport(text);
  const findings = runRules(family, contextOf(text, last), {}).filter((each) => meets(each.span, span));
  const linked = report.claims.filter((claim) => agreementOf(report, claim) === 'agrees');
  const at = ({ start, end }: Span): string => text.slice(start, end);
  const alarms = findings.filter((finding) => !differing.some((mark) => meets(mark, finding.span)));
  const missed = differing.filter((mark) => !findings.some((finding) => meets(mark, finding.span)));
  const loose = agreeing.filter((mark) => !linked.some((claim) => meets(mark, claim.span)));
  return {
    differing: differing.length,
    found: differing.length - missed.length,
    findings: findings.length,
    alarms: alarms.length,
    agreeing: agreeing.length,
    linked: agreeing.length - loose.length,
    complaints: [
      ...alarms.map((finding) => `误报 ${finding.rule}「${at(finding.span)}」${finding.message}`),
      ...missed.map((mark) => `漏报「${at(mark)}」`),
      ...loose.map((mark) => `未连「${at(mark)}」`),
    ],
  };
}

function contextOf(text: string, last: string | undefined): Context {
  const report = parseReport(text);
  if (last === undefined) return { report, text };
  const lastYear = { document: 'last', report: parseReport(last), text: last };
  return { report, text, neighbours: { lastYear } };
}

/** The scores of many paragraphs as one. */
export function total(scores: readonly Score[]): Score {
  const sum = (key: Exclude<keyof Score, 'complaints'>): number =>
    scores.reduce((all, score) => all + score[key], 0);
  return {
    differing: sum('differing'),
    found: sum('found'),
    findings: sum('findings'),
    alarms: sum('alarms'),
    agreeing: sum('agreeing'),
    linked: sum('linked'),
    complaints: scores.flatMap(({ complaints }) => complaints),
  };
}
