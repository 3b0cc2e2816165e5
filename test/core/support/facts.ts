import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt, type Form, tableOf } from '../../../server/form/form';
import { below, pick, randomOf } from './random';

/**
 * Figures of a report that balances, one for every cell of the form; the same for the same seed. `size` is about how many
 * applications the agency handled: 0 gives a table of zeros (表二 apart), 5 that of a small office, 5000 that of a city.
 */
export function balancedFacts(seed: number, size: number, form: Form = edition2021): number[] {
  const random = randomOf(seed * 7919 + size);
  const facts = form.cells.map(() => 0);
  fillProactive(random, form, facts, size);
  fillApplications(random, form, facts, size);
  fillDisputes(random, form, facts, size);
  sumRows(form, facts);
  return facts;
}

function fillProactive(random: () => number, form: Form, facts: number[], size: number): void {
  for (const { index, path, table, decimals, signed } of form.cells) {
    if (table !== 'proactiveDisclosure' || random() < 0.3) continue;
    const count = below(random, 3 * size + 10);
    const minus = signed && random() < 0.3 ? -1 : 1;
    // Few agencies may make 规章; the others have none.
    if (path.startsWith('proactiveDisclosure.regulations.')) continue;
    facts[index] = decimals ? below(random, 100 * size + 1000) / 100 : minus * count;
  }
}

// Most applicants are natural persons, most decisions fall under few of the headings: that is how real tables look.
function fillApplications(random: () => number, form: Form, facts: number[], size: number): void {
  const rows = tableOf(form, 'applications').rows.filter(
    ({ group, id }) => group && !id.endsWith('results.total'),
  );
  const usual = rows.filter(() => random() < 0.35);
  const columns = tableOf(form, 'applications').rows[0]?.columns.slice(0, -1) ?? [];
  const at = (row: string, column: string): number => cellAt(form, `${row}.${column}`);
  for (const { id: column } of columns) {
    const share = column === 'naturalPerson' ? 0.85 : random() < 0.4 ? 0.1 * random() : 0;
    const handled = spread(random, size * share);
    for (let left = handled; left > 0; ) {
      const row = pick(random, random() < 0.9 && usual.length > 0 ? usual : rows);
      const part = Math.min(left, 1 + below(random, Math.max(1, Math.ceil(handled / 3))));
      facts[at(row.id, column)] = (facts[at(row.id, column)] ?? 0) + part;
      left -= part;
    }
    const forward = spread(random, handled * 0.1);
    const over = Math.min(handled + forward, spread(random, handled * 0.1));
    facts[at('applications.results.total', column)] = handled;
    facts[at('applications.carriedForward', column)] = forward;
    facts[at('applications.carriedOver', column)] = over;
    facts[at('applications.received', column)] = handled + forward - over;
  }
}

function fillDisputes(random: () => number, form: Form, facts: number[], size: number): void {
  for (const { index, table } of form.cells) {
    if (table === 'disputes' && random() < 0.5) facts[index] = spread(random, size * 0.03);
  }
}

function sumRows(form: Form, facts: number[]): void {
  for (const { rule, left, right } of form.equations) {
    if (rule !== 'row-total' && rule !== 'disputes-total') continue;
    facts[right[0] ?? -1] = left.reduce((sum, cell) => sum + (facts[cell] ?? 0), 0);
  }
}

// A whole number around `mean`, by chance the one below or above.
const spread = (random: () => number, mean: number): number =>
  Math.floor(mean * (0.5 + random()) + random() * 0.999);
