import assert from 'node:assert/strict';
import { edition2021 as form } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { type Diagnosis, explain, type Known } from '../../../server/repair/explain';
import { balancedFacts } from '../support/facts';

type Figures = Readonly<Record<string, number | null>>;

// A year of a small office; all other figures are 0.
const year: Readonly<Record<string, readonly number[]>> = {
  'applications.received': [40, 6, 0, 0, 0, 1, 47],
  'applications.carriedOver': [3, 0, 0, 0, 0, 0, 3],
  'applications.results.granted': [18, 4, 0, 0, 0, 1, 23],
  'applications.results.partiallyGranted': [2, 0, 0, 0, 0, 0, 2],
  'applications.results.unable.notHeld': [12, 2, 0, 0, 0, 0, 14],
  'applications.results.notProcessed.petition': [5, 0, 0, 0, 0, 0, 5],
  'applications.results.total': [37, 6, 0, 0, 0, 1, 44],
  'applications.carriedForward': [6, 0, 0, 0, 0, 0, 6],
  'disputes.reconsideration': [3, 1, 0, 2, 6],
};

function figuresOf(changes: Figures): (number | null)[] {
  const figures: (number | null)[] = form.cells.map(() => 0);
  for (const [row, values] of Object.entries(year)) {
    const first = form.cells.findIndex(({ path }) => path.startsWith(`${row}.`));
    for (const [column, value] of values.entries()) figures[first + column] = value;
  }
  for (const [path, value] of Object.entries(changes)) figures[at(path)] = value;
  return figures;
}

function at(path: string): number {
  const cell = cellAt(form, path);
  assert.ok(cell >= 0, path);
  return cell;
}

const told = ({ explanations }: Diagnosis): string[] =>
  explanations.map(
    ({ rank, operations }) =>
      `${rank} ${operations
        .map(({ kind, changes }) =>
          [kind, ...changes.map(({ cell, from, to }) => `${form.cells[cell]?.path} ${from}→${to}`)].join(' '),
        )
        .join(' | ')}`,
  );

/** What the figures of the year with `changes` are explained by, one list for everything that hangs together. */
const explained = (changes: Figures, known: Known = {}): string[][] =>
  explain(form, figuresOf(changes), known).map(told);

const a = 'applications';
const r = 'applications.results';

describe('an explanation', () => {
  it('is not given where everything holds', () => {
    assert.deepEqual(explained({}), []);
    for (const size of [0, 3, 40, 700]) {
      for (let seed = 0; seed < 25; seed++) assert.deepEqual(explain(form, balancedFacts(seed, size)), []);
    }
  });

  it('names the one figure that was mistyped', () => {
    assert.deepEqual(explained({ [`${r}.granted.naturalPerson`]: 81 }), [
      [`0 retype ${r}.granted.naturalPerson 81→18`],
    ]);
    assert.deepEqual(explained({ [`${r}.total.naturalPerson`]: 73 }), [
      [`0 recompute ${r}.total.naturalPerson 73→37`],
    ]);
  });

  it('takes two and three errors apart', () => {
    assert.deepEqual(
      explained({ [`${r}.granted.naturalPerson`]: 81, [`${a}.received.commercialEnterprise`]: 60 }),
      [[`0 retype ${a}.received.commercialEnterprise 60→6 | retype ${r}.granted.naturalPerson 81→18`]],
    );
    assert.deepEqual(
      explained({
        [`${r}.granted.naturalPerson`]: 81,
        [`${r}.unable.notHeld.total`]: 41,
        [`${a}.carriedForward.other`]: 9,
      }),
      [
        [
          `0 retype ${r}.granted.naturalPerson 81→18 | recompute ${r}.unable.notHeld.total 41→14 | retype ${a}.carriedForward.other 9→0`,
        ],
      ],
    );
  });

  it('sees a figure in the next column, and two that were exchanged', () => {
    const [moved = []] = explained({
      [`${a}.carriedOver.naturalPerson`]: 0,
      [`${a}.carriedOver.commercialEnterprise`]: 3,
    });
    // That only some of the figures of another row stand in the wrong column is possible, but less likely.
    assert.deepEqual(moved, [
      `0 move ${a}.carriedOver.naturalPerson 0→3 ${a}.carriedOver.commercialEnterprise 3→0`,
      `1 move ${a}.carriedForward.naturalPerson 6→3 ${a}.carriedForward.commercialEnterprise 0→3`,
      `2 move ${a}.received.naturalPerson 40→43 ${a}.received.commercialEnterprise 6→3`,
    ]);
    const [swapped = []] = explained({
      [`${r}.granted.naturalPerson`]: 4,
      [`${r}.granted.commercialEnterprise`]: 18,
    });
    assert.deepEqual(swapped, [
      `0 swap ${r}.granted.naturalPerson 4→18 ${r}.granted.commercialEnterprise 18→4`,
    ]);
  });

  it('says that it is a tie where part and total may equally be in the wrong row', () => {
    const [lines = []] = explained({
      [`${r}.notProcessed.petition.naturalPerson`]: 0,
      [`${r}.notProcessed.duplicate.naturalPerson`]: 5,
    });
    assert.deepEqual(lines, [
      `0 move ${r}.notProcessed.petition.naturalPerson 0→5 ${r}.notProcessed.duplicate.naturalPerson 5→0`,
      `0 move ${r}.notProcessed.petition.total 5→0 ${r}.notProcessed.duplicate.total 0→5`,
    ]);
  });

  it('sees a column that slipped down by one row, also where a figure of it is wrong besides', () => {
    const rows = form.tables[1]?.rows ?? [];
    const column = rows.map(({ firstCell }) => firstCell);
    const slipped = figuresOf({});
    const meant = column.map((cell) => slipped[cell] ?? 0);
    for (let place = column.length - 1; place > 0; place--)
      slipped[column[place] ?? 0] = meant[place - 1] ?? 0;
    slipped[column[0] ?? 0] = 0;
    const [diagnosis] = explain(form, slipped);
    assert.equal(diagnosis?.explanations.length, 1);
    const [best] = diagnosis.explanations;
    assert.deepEqual(
      best?.operations.map(({ kind, step }) => [kind, step]),
      [['shift', 1]],
    );
    const mended = new Map(best.changes.map(({ cell, to }) => [cell, to]));
    assert.deepEqual(
      column.map((cell) => mended.get(cell) ?? slipped[cell]),
      meant,
    );

    slipped[at(`${r}.granted.naturalPerson`)] = 33;
    const [both] = explain(form, slipped);
    assert.deepEqual(
      both?.explanations.map(({ operations }) => operations.map(({ kind }) => kind)),
      [['retype', 'shift']],
    );
    assert.deepEqual(
      both.explanations[0]?.changes,
      best.changes.map((change) =>
        change.cell === at(`${r}.granted.naturalPerson`) ? { ...change, from: 33 } : change,
      ),
    );
  });

  it('fills what was lost with what the sums leave for it', () => {
    assert.deepEqual(explained({ [`${r}.unable.notHeld.total`]: null }), [
      [`0 fill ${r}.unable.notHeld.total null→14`],
    ]);
    assert.deepEqual(explained({ [`${r}.unable.notHeld.naturalPerson`]: null, [`${r}.granted.total`]: 32 }), [
      [`0 recompute ${r}.granted.total 32→23 | fill ${r}.unable.notHeld.naturalPerson null→12`],
    ]);
  });

  it('restores a whole row that was lost', () => {
    const lost = Object.fromEntries(
      form.cells
        .filter(({ path }) => path.startsWith(`${r}.unable.notHeld.`))
        .map(({ path }) => [path, null]),
    );
    assert.deepEqual(explained(lost), [
      [
        `0 fill ${r}.unable.notHeld.naturalPerson null→12 | fill ${r}.unable.notHeld.commercialEnterprise null→2 | fill ${r}.unable.notHeld.total null→14`,
      ],
    ]);
  });

  it('leaves cells alone that the report is not asked for', () => {
    const without = new Set(
      ['overdueCorrection', 'overduePayment'].flatMap((row) =>
        form.cells.filter(({ path }) => path.startsWith(`${r}.other.${row}.`)).map(({ index }) => index),
      ),
    );
    const figures = figuresOf({ [`${r}.granted.total`]: 32 });
    for (const cell of without) figures[cell] = null;
    assert.deepEqual(explain(form, figures, { without }).map(told), [
      [`0 recompute ${r}.granted.total 32→23`],
    ]);
  });

  it('puts the total of a dispute before its parts, unless a slip or the narrative speaks for a part', () => {
    const first = (changes: Figures, known?: Known) => explained(changes, known)[0]?.[0];
    const d = 'disputes.reconsideration';
    assert.equal(first({ [`${d}.total`]: 9 }), `0 recompute ${d}.total 9→6`);
    assert.equal(first({ [`${d}.pending`]: 21, [`${d}.total`]: 16 }), `0 retype ${d}.pending 21→12`);
    const claim = { sums: [[at(`${d}.upheld`)]], value: 3 };
    assert.equal(first({ [`${d}.upheld`]: 4 }), `0 recompute ${d}.total 6→7`);
    assert.equal(
      first({ [`${d}.upheld`]: 4 }, { evidence: { narrative: [claim] } }),
      `0 retype ${d}.upheld 4→3`,
    );
  });

  it("lets last year's report decide between what was carried over and forward", () => {
    // Both figures of a flow are off by 2, so that either row may be the wrong one.
    const changes = {
      [`${a}.carriedOver.naturalPerson`]: 5,
      [`${a}.carriedOver.total`]: 5,
    };
    const [open] = explain(form, figuresOf(changes));
    assert.ok(open && open.explanations.filter(({ rank }) => rank === 0).length > 1);
    const claim = { sums: [[at(`${a}.carriedOver.naturalPerson`)]], value: 3 };
    const [settled = []] = explained(changes, { evidence: { lastYear: [claim] } });
    assert.equal(
      settled[0],
      `0 retype ${a}.carriedOver.naturalPerson 5→3 | retype ${a}.carriedOver.total 5→3`,
    );
    assert.match(settled[1] ?? '', /^1 /);
  });

  it('tells what is evident where too much is wrong, and what it leaves open', () => {
    const changes: Record<string, number> = {
      [`${r}.granted.naturalPerson`]: 81,
      [`${a}.received.commercialEnterprise`]: 60,
      [`${r}.partiallyGranted.other`]: 7,
      [`${a}.carriedForward.researchInstitution`]: 4,
    };
    const [diagnosis] = explain(form, figuresOf(changes));
    assert.deepEqual(
      diagnosis?.explanations[0]?.changes.map(({ cell }) => form.cells[cell]?.path).sort(),
      Object.keys(changes).sort(),
    );
    assert.deepEqual(diagnosis.unexplained, []);
    assert.ok(diagnosis.open);
  });

  it('says nothing where nothing can be told, within its budget', () => {
    const figures = figuresOf({});
    for (const [index, { table }] of form.cells.entries())
      if (table === 'applications') figures[index] = (index * 37) % 11;
    const [diagnosis, ...others] = explain(form, figures);
    assert.deepEqual(others, []);
    assert.deepEqual([diagnosis?.explanations, diagnosis?.open], [[], true]);
    assert.deepEqual(diagnosis?.unexplained, diagnosis?.broken);
    const small = explain(form, figuresOf({ [`${r}.granted.naturalPerson`]: 81 }), { steps: 1 });
    assert.ok(small[0]?.open && small[0].steps === 1);
  });
});
