import assert from 'node:assert/strict';
import { type Figures, type Plant, plantDispute, plants } from '../../../bench/support/plant';
import { analyze } from '../../../server/analysis';
import { edition2021 as form } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { balancesOf } from '../../../server/report/balance';
import { applyEdits, type Finding, type Repair } from '../../../server/report/finding';
import { type Report, valueOf } from '../../../server/report/report';
import { balancedFacts } from '../support/facts';
import { layouts } from '../support/layouts';
import { randomOf } from '../support/random';
import { written } from '../support/written';

const some = ['tsv', 'gfm', 'cells-tab', 'html'];

const brokenIn = (text: string): number[] =>
  balancesOf(parseReport(text))
    .filter(({ difference }) => difference !== 0)
    .map(({ equation }) => equation.index);

/** Applies a repair and looks for itself what the repair promises: only its cells change, something holds, nothing breaks. */
function assertKept(text: string, finding: Finding, repair: Repair): void {
  const mended = applyEdits(text, repair.edits);
  const [before, after] = [parseReport(text), parseReport(mended)];
  const promised = new Map(repair.edits.flatMap(({ cell, to }) => (cell ? [[cellAt(form, cell), to]] : [])));
  for (const { rows } of form.tables) {
    for (const { firstCell, columns } of rows) {
      const own = columns.map((_, column) => firstCell + column);
      const expected = ownFigures(before, own, promised);
      assert.deepEqual(
        own.map((index) => valueOf(after.cells[index])),
        expected,
        repair.title,
      );
    }
  }
  const [wrong, still] = [brokenIn(text), brokenIn(mended)];
  assert.deepEqual(
    still.filter((equation) => !wrong.includes(equation) && !isUndecided(text, equation)),
    [],
    repair.title,
  );
  if (finding.equations.length > 0) assert.ok(still.length < wrong.length, repair.title);
}

type Promised = ReadonlyMap<number, number | null | undefined>;

/** What the cells of a row are to say: what is promised of them, in the others the row's own figures, in their order where a gap is filled. */
function ownFigures({ cells }: Report, own: readonly number[], promised: Promised): unknown[] {
  const rest = own.filter((index) => !promised.has(index));
  const figures = own.filter((index) => cells[index]?.kind !== 'absent');
  const isMoved = rest.length === figures.length && rest.length < own.length;
  return own.map((index) => {
    if (promised.has(index)) return promised.get(index);
    return valueOf(cells[isMoved ? (figures[rest.indexOf(index)] ?? -1) : index]);
  });
}

const isUndecided = (text: string, equation: number): boolean =>
  !balancesOf(parseReport(text)).some((balance) => balance.equation.index === equation);

/** Balanced figures with an error; undefined where none fits in. */
function planted(plant: Plant, seed: number, size: number): Figures | undefined {
  const random = randomOf(seed);
  for (let attempt = 0; attempt < 40; attempt++) {
    const figures: Figures = balancedFacts(seed, size);
    if (plant(random, form, figures)) return figures;
  }
  return undefined;
}

describe('every repair that is offered', function () {
  this.timeout(20_000);

  for (const [kind, plant] of Object.entries(plants)) {
    it(`keeps what it promises: ${kind}`, () => {
      let offered = 0;
      for (const [index, layout] of some.entries()) {
        for (let seed = 1; seed <= 2; seed++) {
          const size = [6, 60, 600][(seed + index) % 3] ?? 60;
          const figures = planted(plant, seed * 13 + index, size);
          if (!figures) continue;
          const text = written(layout, { seed: seed * 13 + index, size, figures });
          const { findings } = analyze(text);
          for (const finding of findings) {
            for (const repair of finding.repairs) {
              if (!repair.edits.some(({ cell }) => cell)) continue;
              assertKept(text, finding, repair);
              offered++;
            }
          }
        }
      }
      assert.ok(offered > 0);
    });
  }

  // Repairs are proved on a part of the text; here the whole of it is read, in every layout.
  for (const [index, { id }] of layouts.entries()) {
    it(`keeps it in the whole of the text: ${id}`, () => {
      for (const kind of ['表三 一格写错', '表三 两格写错', '缺一个总计', '表四 两格写错']) {
        const figures = planted(plants[kind] ?? disputes, index + 3, [6, 60, 600][index % 3] ?? 60);
        if (!figures) continue;
        const text = written(id, { seed: index + 3, size: 60, figures });
        for (const finding of analyze(text).findings) {
          for (const repair of finding.repairs) {
            if (repair.edits.some(({ cell }) => cell)) assertKept(text, finding, repair);
          }
        }
      }
    });
  }
});

const disputes: Plant = (random, spec, figures) => {
  const cells = [plantDispute(random, spec, figures), plantDispute(random, spec, figures)];
  return new Set(cells).size === cells.length;
};
