import { said } from '../text/say';
import { rules } from './all';
import balance from './balance/balance.md';
import document from './document/document.md';
import narrative from './narrative/narrative.md';
import neighbours from './neighbours/neighbours.md';
import notes from './notes/notes.md';
import residue from './residue/residue.md';
import structure from './structure/structure.md';
import table from './table/table.md';

/** The pages of the rules as they are written, by family. */
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

/** Whether there is a page that describes rule `id`: every rule has one (test/project.test.ts). */
export const hasRulePage = (id: string): boolean => rules.some((each) => each.id === id);

/** The part of its family's page that describes rule `id`, from its heading on, in the reader's tongue; undefined where there is no such rule. */
export function rulePage(id: string): string | undefined {
  const family = rules.find((each) => each.id === id)?.family;
  const page = family && familyPages[family];
  if (!page) return undefined;
  // English has a page whole, from the file beside it, and keeps it by the page's name (scripts/tongues/catalogues.mjs).
  const name = `${family}.md`;
  const whole = said(name);
  return whole === name ? told(partOf(page, id)) : partOf(whole, id);
}

function partOf(page: string, id: string): string | undefined {
  const start = page.indexOf(`\n## ${id}\n`);
  if (start < 0) return undefined;
  const next = page.indexOf('\n## ', start + 1);
  return `${page.slice(start, next < 0 ? page.length : next).trim()}\n`;
}

const fence = '```';

/** What is written in Chinese, line by line but for the examples: these are the reports' own words, and stay as they are. */
const told = (part: string | undefined): string | undefined =>
  part
    ?.split(fence)
    .map((text, index) => (index % 2 === 0 ? text.split('\n').map(said).join('\n') : text))
    .join(fence);
