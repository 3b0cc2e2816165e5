import assert from 'node:assert/strict';
import { edition2019 } from '../../../server/form/edition-2019';
import { edition2021 } from '../../../server/form/edition-2021';
import { tableOf } from '../../../server/form/form';
import { blindSpots, blindSpotsInWords } from '../../../server/repair/blind-spots';
import { explain } from '../../../server/repair/explain';
import { familyPages } from '../../../server/rules/pages';
import { balancedFacts } from '../support/facts';

describe('blind spots', () => {
  for (const form of [edition2021, edition2019]) {
    const spots = blindSpots(form);

    it(`are what no equation notices, on any figures (${form.edition})`, () => {
      const facts = balancedFacts(4, 300, form);
      for (const cell of spots.unwatched) {
        const figures = facts.map((value, index) => (index === cell ? value + 1 : value));
        assert.deepEqual(explain(form, figures), []);
      }
      for (const [one = 0, ...others] of spots.alike) {
        for (const other of others) {
          const figures = [...facts];
          figures[one] = (facts[one] ?? 0) + 5;
          figures[other] = (facts[other] ?? 0) - 5;
          assert.deepEqual(explain(form, figures), []);
        }
      }
      for (const { table, along, members } of spots.exchanges) {
        for (const [index, one] of members.entries()) {
          for (const other of members.slice(index + 1)) {
            assert.deepEqual(explain(form, exchanged(facts, { table, along, one, other })), []);
          }
        }
      }
    });

    it(`are all there are (${form.edition})`, () => {
      const facts = balancedFacts(4, 300, form);
      for (const { index } of form.cells) {
        const figures = facts.map((value, cell) => (cell === index ? value + 1 : value));
        assert.equal(explain(form, figures).length === 0, spots.unwatched.includes(index), `cell ${index}`);
      }
      const classes = spots.exchanges.map(
        ({ table, along, members }) => `${table} ${along} ${members.length}`,
      );
      const results = tableOf(form, 'applications').rows.length - 4;
      assert.deepEqual(classes, [
        'applications columns 6',
        'applications rows 2',
        `applications rows ${results}`,
        'disputes columns 4',
        'disputes rows 3',
      ]);
    });

    function exchanged(
      facts: readonly number[],
      { table, along, one, other }: { table: string; along: string; one: number; other: number },
    ): number[] {
      const figures = [...facts];
      const rows = tableOf(form, table === 'disputes' ? 'disputes' : 'applications').rows;
      for (const spec of form.cells) {
        if (spec.table !== table) continue;
        const place = along === 'rows' ? spec.row : spec.column;
        if (place !== one && place !== other) continue;
        const moved = place === one ? other : one;
        const [row, column] = along === 'rows' ? [moved, spec.column] : [spec.row, moved];
        figures[spec.index] = facts[(rows[row]?.firstCell ?? 0) + column] ?? 0;
      }
      return figures;
    }
  }

  it('are told in sentences', () => {
    const lines = blindSpotsInWords(edition2021);
    assert.equal(lines[0], '表二的 10 个数字不在任何勾稽关系之中，填错了合计看不出来');
    assert.ok(lines.includes('表三「本年新收」与「上年结转」两行整行互换，合计看不出来'));
    assert.equal(new Set(lines).size, 7);
    // The rules' page tells them all.
    for (const line of lines) assert.ok(familyPages.balance?.includes(`${line}。`), line);
  });
});
