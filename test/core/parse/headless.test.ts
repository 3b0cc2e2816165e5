import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { expectationOf, misread, wrongCells } from '../support/expectation';
import { layouts } from '../support/layouts';
import { mapSections, sheetOf } from '../support/layouts/sheet';
import { randomOf } from '../support/random';

const head = new Set([
  '结果维持',
  '结果纠正',
  '其他结果',
  '尚未审结',
  '总计',
  '未经复议直接起诉',
  '复议后起诉',
]);
const above = new Set(['行政复议', '行政诉讼']);

type Damage = (label: string, random: () => number) => string;

/** What becomes of a head: characters that cannot be read, labels that are lost, labels broken over lines. */
const damages: Readonly<Record<string, Damage>> = {
  unreadable: (label, random) => [...label].map((char) => (random() < 0.5 ? '□' : char)).join(''),
  lost: () => '',
  broken: (label, random) => [...label].map((char) => (random() < 0.5 ? `${char}\n` : char)).join(''),
};

/** Tables with headings between their rows, and those that tear the figures from their rows, tell nothing without labels. */
const told = layouts.filter(({ id }) => !/^(?:gfm-groups|pdf-|table-line)/u.test(id));

describe('表四 of which the head cannot be read', function () {
  this.timeout(60_000);

  for (const [name, damage] of Object.entries(damages)) {
    for (const heading of [true, false]) {
      it(`is read in the form's order by its fifteen figures: ${name}${heading ? '' : ', without heading'}`, () => {
        for (const [seed, layout] of told.entries()) {
          const random = randomOf(seed * 7 + 3);
          const plain = sheetOf(seed, [0, 5, 60, 5000][seed % 4] ?? 0);
          const sheet = {
            ...(heading
              ? plain
              : mapSections(plain, (each) =>
                  each.id === 'disputes' ? { ...each, heading: undefined } : each,
                )),
            ink: (label: string) => (head.has(label) || above.has(label) ? damage(label, random) : label),
          };
          const { report, findings } = analyze(layout.render(sheet));
          const wrong = wrongCells(report, expectationOf(sheet, layout));
          assert.deepEqual(misread(report, wrong), [], layout.id);
          assert.deepEqual(
            findings.filter(({ rule }) => rule === 'missing-table').map(({ message }) => message),
            [],
            layout.id,
          );
          assert.deepEqual(wrong, [], layout.id);
        }
      });
    }
  }

  it('is not made of other figures', () => {
    for (const figures of ['1 0 0 0 1 0 0 0 0 0 0 0 0 0', '1 0 0 0 2 0 0 0 0 0 0 0 0 0 0', '3 5 8']) {
      const sheet = mapSections(sheetOf(2, 20), (each) =>
        each.id === 'disputes' ? { ...each, heading: undefined } : each,
      );
      const text = layouts[6]?.render(sheet) ?? '';
      const table = text.slice(text.lastIndexOf('行政复议\t'), text.indexOf('五、存在'));
      const { report } = analyze(text.replace(table, `${figures.replaceAll(' ', '\t')}\n`));
      assert.ok(table.length > 0);
      assert.equal(
        report.tables.find(({ id }) => id === 'disputes'),
        undefined,
        figures,
      );
    }
  });
});
