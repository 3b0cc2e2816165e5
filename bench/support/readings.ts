import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/analysis';
import { edition2021 as form } from '../../server/form/edition-2021';
import { parseReport } from '../../server/parse/parse';
import type { Finding } from '../../server/report/finding';
import { decode } from '../../server/workspace/decode';
import { cases } from '../../test/core/claims/cases';
import { damages } from '../../test/core/support/damage';
import { damaged } from '../../test/core/support/damage/damage';
import { balancedFacts } from '../../test/core/support/facts';
import { layouts as printed } from '../../test/core/support/layouts';
import { pdfPageLayouts } from '../../test/core/support/layouts/pdf-page';
import { mapRows, type Sheet, sheetOf } from '../../test/core/support/layouts/sheet';
import { below, pick, randomOf } from '../../test/core/support/random';
import { type Figures, plants } from './plant';
import { worstKinds } from './texts';

/** A text to be read, and last year's report beside it where there is one. */
export interface Text {
  readonly name: string;
  readonly text: string;
  readonly last?: string | undefined;
}

/** All that is read of a text. */
export interface Reading {
  readonly cells: unknown;
  /** Title, sections, tables, notes: what else stands in the report. */
  readonly rest: unknown;
  /** Claims and relations. */
  readonly claims: unknown;
  /** Findings without their repairs, what is silenced, what is covered. */
  readonly findings: unknown;
  readonly repairs: unknown;
}

const layouts = [...printed, ...pdfPageLayouts];

/** Reads and checks a text as the editor does, and asks every finding for its repairs. */
export function readingOf({ text, last }: Text): Reading {
  const lastYear =
    last === undefined ? undefined : { document: 'last', report: parseReport(last), text: last };
  const analysis = analyze(text, lastYear && { neighbours: { lastYear } });
  const { report, findings, silenced, coverage, balances, broken } = analysis;
  const {
    cells,
    claims,
    relations,
    form: { edition },
    ...rest
  } = report;
  const bare = ({ repairs: _, ...finding }: Finding): Omit<Finding, 'repairs'> => finding;
  return {
    cells,
    rest: { edition, ...rest },
    claims: { claims, relations },
    findings: { findings: findings.map(bare), silenced, coverage, balances, broken },
    repairs: findings.map(({ repairs }) => repairs),
  };
}

const generatedTexts = 500;

/** Makes a text; undefined where a layout has no room for a damage. */
type Making = () => Text | undefined;

/** The texts whose reading is frozen: on disk, of the claims' tests, hard to scan, of all layouts with all damage, and by chance. */
export function* textsToRead(): Generator<Making> {
  for (const folder of ['samples', '../shared/seeds', '../shared/reports', '../shared/cases'])
    if (existsSync(folder)) yield* textsIn(folder);
  for (const [index, { page, text, last }] of cases.entries())
    yield () => ({ name: `claims/${page}/${index}`, text, last });
  for (const [name, of] of worstKinds) yield () => ({ name: `worst/${name}`, text: of(6000) });
  yield* damagedTexts();
  for (let seed = 1; seed <= generatedTexts; seed++)
    yield () => ({ name: `generated/${seed}`, ...generated(seed) });
}

function* textsIn(folder: string): Generator<Making> {
  for (const file of readdirSync(folder).sort()) {
    if (!/\.(?:txt|md|html)$/u.test(file)) continue;
    const name = path.join(folder, file);
    yield () => {
      const text = decode(readFileSync(name))?.text;
      return text === undefined ? undefined : { name, text };
    };
  }
}

function* damagedTexts(): Generator<Making> {
  let last = 0;
  for (const damage of [undefined, ...damages]) {
    for (const layout of layouts) {
      const seed = ++last;
      yield () => {
        const size = pick(randomOf(seed), [0, 5, 60, 5000]);
        const sheet = sheetOf(seed, size, seed % 4 === 0 ? '2019' : '2021');
        const disputes = seed % 3 ? 'row' : 'blocks';
        const made = damaged({ ...sheet, disputes }, layout, damage ? [damage] : [], seed);
        return made && { name: `${layout.id}/${damage?.id ?? 'whole'}`, text: made.text };
      };
    }
  }
}

/** A report by chance: often with a wrong figure, often with sentences of the corpora, now and then damaged or beside last year's. */
function generated(seed: number): Omit<Text, 'name'> {
  const random = randomOf(seed * 6151 + 3);
  const size = pick(random, [0, 5, 50, 500, 5000]);
  const layout = pick(random, layouts);
  const kinds = random() < 0.4 ? [pick(random, damages)] : [];
  const year = sheetOf(seed, size);
  const sheet = withSentences(random, random() < 0.6 ? withErrors(random, year, seed, size) : year);
  const text = damaged(sheet, layout, kinds, seed)?.text ?? layout.render(sheet);
  const last =
    random() < 0.2
      ? layout.render({ ...sheetOf(seed + 1, size), agency: sheet.agency, year: sheet.year - 1 })
      : undefined;
  return { text, last };
}

function withErrors(random: () => number, sheet: Sheet, seed: number, size: number): Sheet {
  const figures: Figures = balancedFacts(seed, size);
  pick(random, Object.values(plants))(random, form, figures);
  const rows = form.tables.flatMap((table) => table.rows);
  return mapRows(sheet, (row) => {
    const first = rows.find(({ id }) => id === row.id)?.firstCell ?? 0;
    return { ...row, cells: row.cells.map((_, column) => String(figures[first + column] ?? '')) };
  });
}

/** Puts some paragraphs of the corpora into the sections. */
function withSentences(random: () => number, sheet: Sheet): Sheet {
  const sections = sheet.sections.map((section) => {
    if (random() < 0.5) return section;
    const more = Array.from({ length: 1 + below(random, 3) }, () =>
      pick(random, cases)
        .line.replace(/[‹›⟦⟧]/gu, '')
        .replaceAll('⏎', '\n'),
    );
    return { ...section, paragraphs: [...section.paragraphs, ...more] };
  });
  return { ...sheet, sections };
}
