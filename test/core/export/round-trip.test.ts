import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../server/analysis';
import type { ExportName } from '../../../server/export/kinds';
import { lineIn } from '../../../server/text/plain';
import { damages } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { again, cellsOf, contentOf } from '../support/exported';
import { layoutCalled, layouts } from '../support/layouts';
import { mapSections, sheetOf } from '../support/layouts/sheet';
import { fieldsIn } from './fields';

/** The cells of a report that was exported, as they are read again. */
const readers: Readonly<Record<string, (analysis: Analysis) => string[]>> = {
  docx: (analysis) => cellsOf(again('docx', analysis)),
  xlsx: (analysis) => cellsOf(again('xlsx', analysis)),
  md: (analysis) => cellsOf(again('md', analysis)),
  html: (analysis) => cellsOf(again('html', analysis)),
  csv: (analysis) =>
    fieldsIn(contentOf('csv', analysis) as string)
      .slice(1)
      .map((fields) => (fields[10] === '数字' || fields[10] === '有附注' ? fields[9] : fields[11]) ?? ''),
};

/** Reports in each layout, as they should be and with something wrong in each. */
function* reports(): Generator<readonly [text: string, where: string]> {
  for (const [index, layout] of layouts.entries()) {
    const seed = 3 * index + 1;
    const sheet = sheetOf(seed, 60, seed % 4 ? '2021' : '2019');
    yield [layout.render(sheet), layout.id];
    for (let at = 0; at < 2; at++) {
      const damage = damages[(2 * index + at) % damages.length];
      const made = damage && damaged(sheet, layout, [damage], seed);
      if (made) yield [made.text, `${layout.id} ${damage.id}`];
    }
  }
}

describe('a report that is exported and read again', function () {
  this.timeout(120_000);

  it('has in every cell what it had, whatever it was written down as', () => {
    let count = 0;
    for (const [text, where] of reports()) {
      const before = analyze(text);
      for (const [to, read] of Object.entries(readers))
        assert.deepEqual(read(before), cellsOf(before), `${where} as ${to}`);
      count++;
    }
    assert.ok(count > 120, `${count}`);
  });

  it('says the same however often that is done, whatever signs its words have', () => {
    const wordsOf = ({ report: { title, sections, shown } }: Analysis): (string | undefined)[] => [
      title?.value,
      ...sections.flatMap(({ heading, body }) => [
        heading && lineIn(shown, heading.span),
        ...(body ? [lineIn(shown, body)] : []),
      ]),
    ];
    const sign = fc.constantFrom(
      ...'\\|*#<>&_~`[]()+-=$'.split(''),
      '1. ',
      '- ',
      '甲',
      '乙丙',
      '\\*',
      '&lt;',
      '**',
    );
    const hostile = fc.array(sign, { maxLength: 12 }).map((signs) => `这${signs.join('')}是。`);
    fc.assert(
      fc.property(hostile, fc.constantFrom<ExportName>('md', 'html', 'docx'), (said, to) => {
        const sheet = mapSections(sheetOf(4, 30), (section) =>
          section.id === 'problems' ? { ...section, paragraphs: ['一是不够。', said] } : section,
        );
        const first = again(to, analyze(layoutCalled('tsv').render(sheet)));
        const second = again(to, first);
        assert.deepEqual(wordsOf(second), wordsOf(first));
        assert.deepEqual(cellsOf(second), cellsOf(first));
        assert.deepEqual(contentOf(to, again(to, second)), contentOf(to, second));
      }),
      { numRuns: 150, examples: [['这\\*\\\\*是。', 'html']] },
    );
  });

  it('has its headings, its agency and year', () => {
    for (const [index, layout] of layouts.entries()) {
      const before = analyze(layout.render(sheetOf(index, 40)));
      for (const to of ['md', 'html'] as const) {
        const after = again(to, before);
        const facts = ({ report: { agency, year, sections, shown } }: Analysis) => [
          agency?.value,
          year?.value,
          ...sections.map(({ heading }) => heading && lineIn(shown, heading.span)),
        ];
        assert.deepEqual(facts(after), facts(before), `${layout.id} as ${to}`);
      }
    }
  });
});
