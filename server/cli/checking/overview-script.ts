import { createHash } from 'node:crypto';

/**
 * Sorts the rows of a table by the column whose head is pressed, what has no value last; leaves only the agencies of which the page has
 * all that is typed into the filter, and lets the sums follow. Without it the page has all rows and their sums.
 */
export const script = `document.addEventListener('click', (event) => {
  const button = event.target.closest('th button');
  if (!button) return;
  const head = button.closest('th');
  const body = head.closest('table').tBodies[0];
  const rises = head.getAttribute('aria-sort') !== 'ascending';
  for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', rises ? 'ascending' : 'descending');
  const keyOf = (row) => row.cells[head.cellIndex].dataset.key ?? '';
  const compared = (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (one === '' || other === '') return (one === '') - (other === '');
    const order = isNaN(one) || isNaN(other) ? one.localeCompare(other, 'zh-CN', { numeric: true }) : one - other;
    return rises ? order : -order;
  };
  body.append(...[...body.rows].sort(compared));
});
const box = document.querySelector('.filter');
if (box) {
  const folded = (text) => text.normalize('NFKC').toLowerCase();
  const rows = [...document.querySelectorAll('tr[data-agency]')];
  const words = new Map();
  for (const row of rows) words.set(row.dataset.agency, (words.get(row.dataset.agency) ?? '') + '\\n' + folded([...row.cells].map((cell) => cell.textContent).join('\\n')));
  const counted = [...document.querySelectorAll('[data-into]')];
  const sums = [...document.querySelectorAll('[data-of]')];
  const filled = (template, values) => template.replace(/\\{(\\d)\\}/g, (_, at) => String(values[at] ?? 0));
  const filter = (typed) => {
    const wanted = folded(typed).split(/\\s+/).filter(Boolean);
    const shown = new Set([...words].filter(([, text]) => wanted.every((word) => text.includes(word))).map(([agency]) => agency));
    for (const row of rows) row.hidden = !shown.has(row.dataset.agency);
    const into = new Map();
    for (const { dataset } of counted.filter((each) => !each.closest('tr').hidden)) {
      const sum = into.get(dataset.into) ?? [];
      dataset.counts.split(' ').forEach((count, at) => (sum[at] = (sum[at] ?? 0) + Number(count)));
      into.set(dataset.into, sum);
    }
    for (const cell of sums) {
      const values = into.get(cell.dataset.of);
      cell.textContent = filled(cell.dataset.say, values ?? []);
      if (cell.dataset.key === undefined) continue;
      cell.dataset.key = cell.textContent;
      cell.parentElement.hidden = !values;
    }
    const told = box.querySelector('output');
    told.textContent = wanted.length === 0 ? '' : filled(told.dataset.say, [shown.size, words.size, typed.trim()]);
  };
  box.hidden = false;
  const input = box.querySelector('input');
  input.addEventListener('input', () => filter(input.value));
  if (input.value) filter(input.value);
}`;

/** What the page's policy allows: this script, and no other. */
export const policy = `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;

export const style = `th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: left; }
th button::after { content: ' ↕'; opacity: 0.5; } th[aria-sort=ascending] button::after { content: ' ↑'; } th[aria-sort=descending] button::after { content: ' ↓'; }
table.list td[data-key], tfoot td { font-variant-numeric: tabular-nums; } td small { display: block; } td.absent { font-weight: 600; }
tfoot td, tfoot th { font-weight: 600; border-top-width: 2px; } td ul { list-style: none; margin: 0; padding: 0; } table.list td.file { white-space: normal; overflow-wrap: anywhere; } td code { font-size: 0.85em; opacity: 0.75; }
.filter { position: sticky; top: 0; padding: 0.4em 0; text-indent: 0; background: Canvas; } .filter[hidden] { display: none; } .filter input { font: inherit; width: min(28em, 100%); }
@media print { th button::after { content: ''; } thead { display: table-header-group; } tfoot { display: table-row-group; }
  .filter { position: static; } .filter label { display: none; } }`;
