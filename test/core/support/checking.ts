import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import type { Finding } from '../../../server/report/finding';
import type { Neighbours } from '../../../server/report/neighbours';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';
import { balancedFacts } from './facts';
import { nextFacts, tell } from './neighbours';

/** The rules that hold a report against others. */
export const family = rules.filter((rule) => rule.family === 'neighbours');

/** The columns of 表三. */
export const columns = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicInterestOrganization',
  'legalServiceInstitution',
  'other',
  'total',
] as const;

/** The index of a cell of the form in force. */
export const at = (path: string): number => cellAt(edition2021, path);

/** What the rules of the family, or one of them, find. */
export const found = (text: string, neighbours: Neighbours, id?: string): readonly Finding[] =>
  runRules(
    family.filter((rule) => id === undefined || rule.id === id),
    { report: parseReport(text), text, neighbours },
    {},
  );

/** Findings as lines. */
export const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, message }) => `${rule}: ${message}`);

/** Figures of two years that follow each other, and their balanced texts. */
export function pairOf(seed: number, size: number) {
  const before = balancedFacts(seed, size);
  const now = nextFacts(before, seed + 500, size);
  const year = 2022 + (seed % 4);
  const write = (
    figures: readonly number[],
    of: number,
    layout: string,
    more: readonly string[] = [],
  ): string => tell({ seed, size, year: of, figures, layout, more });
  return {
    before,
    now,
    year,
    last: (figures = before, layout = 'tsv'): string => write(figures, year - 1, layout),
    own: (figures = now, layout = 'tsv', more?: readonly string[]): string =>
      write(figures, year, layout, more),
  };
}
