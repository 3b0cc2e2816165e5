import { rules } from './all';
import balance from './balance/balance.md';
import document from './document/document.md';
import narrative from './narrative/narrative.md';
import neighbours from './neighbours/neighbours.md';
import notes from './notes/notes.md';
import residue from './residue/residue.md';
import structure from './structure/structure.md';
import table from './table/table.md';

/** The pages of the rules, by family. */
export const familyPages: Readonly<Record<string, string>> = {
  structure,
  table,
  balance,
  narrative,
  document,
  neighbours,
  residue,
  notes,
};

/** The part of its family's page that describes rule `id`, from its heading on; undefined where there is no such rule. */
export function rulePage(id: string): string | undefined {
  const rule = rules.find((each) => each.id === id);
  const page = rule && familyPages[rule.family];
  const start = page ? `\n${page}`.indexOf(`\n## ${id}\n`) : -1;
  if (!page || start < 0) return undefined;
  const next = page.indexOf('\n## ', start + 1);
  return `${page.slice(start, next < 0 ? page.length : next).trim()}\n`;
}
