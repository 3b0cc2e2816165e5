import { edition2021 } from '../../../server/form/edition-2021';
import { parseReport } from '../../../server/parse/parse';
import type { Finding } from '../../../server/report/finding';
import { runRules } from '../../../server/rules/check';
import type { Rule } from '../../../server/rules/rule';
import { officialNumber } from '../../../server/rules/structure/support/headings';

/** The six headings as the form has them. */
export const official = edition2021.sections.map((section) => `${officialNumber(section)}${section.heading}`);

/** A report of headings with a sentence each, those at `changes` written otherwise; null leaves one out. */
export function reportWith(changes: Readonly<Record<number, string | null>>): string {
  const lines = official.map((heading, index) => (index + 1 in changes ? changes[index + 1] : heading));
  return lines.flatMap((line) => (line === null ? [] : `${line}\n这一部分的内容另有说明。\n`)).join('');
}

/** What a rule finds in a text. */
export const check = (rule: Rule, text: string): readonly Finding[] =>
  runRules([rule], { report: parseReport(text), text }, {});

/** The places at which a rule finds something. */
export const found = (rule: Rule, text: string): string[] =>
  check(rule, text).map(({ span }) => text.slice(span.start, span.end));
