import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { reread, type Seen } from '../../../server/parse/reread';
import { viewOf } from '../../../server/parse/view/view';
import { applyEdits, type Edit } from '../../../server/report/finding';
import type { Report } from '../../../server/report/report';
import { samples } from '../features/fixtures';
import { layouts } from '../support/layouts';
import { mapSections, sheetOf } from '../support/layouts/sheet';

const seen = (text: string): Seen => ({ text, view: viewOf(text).text, report: parseReport(text) });

/** Numbers as long as what they stand for, and longer or shorter: what stands behind is moved. */
const numbers = ['7', '12', '1305'];

const told =
  '本年新收政府信息公开申请63件，比上年增加5件，其中予以公开21件，占33.3%；行政复议2件，行政诉讼1件。';

/** Changes of the numbers that the sentences of a report tell. */
const inSentences = ({ claims }: Report): Edit[] =>
  claims
    .filter(({ kind }) => kind === 'number')
    .flatMap(({ span }) => numbers.map((newText) => ({ span, newText })));

/** Changes of some figures of its tables. */
const inCells = ({ cells, form }: Report): Edit[] =>
  [3, 19, 70, 150].flatMap((index, at) => {
    const [cell, path] = [cells[index], form.cells[index]?.path];
    if (cell?.kind !== 'count' || path === undefined) return [];
    const to = cell.value + ([1, 95, 1200][at] ?? 3);
    return [{ span: cell.span, newText: String(to), cell: path, from: cell.value, to }];
  });

function assertSame(known: Seen, edits: readonly Edit[], proved: readonly Edit[]): void {
  const { form, ...again } = reread(known, edits, proved) ?? assert.fail('is not read again in part');
  const { form: other, ...whole } = parseReport(applyEdits(known.text, edits));
  assert.equal(form, other);
  assert.deepEqual(again, whole);
}

describe('a text in which a number was changed', () => {
  for (const { name, text } of samples) {
    it(`is read in part as it is read as a whole: ${name}`, () => {
      const known = seen(text);
      const [sentences, cells] = [inSentences(known.report), inCells(known.report)];
      assert.ok(sentences.length > 0 && cells.length > 0);
      for (const edit of sentences) assertSame(known, [edit], []);
      for (const [index, edit] of cells.entries()) {
        assertSame(known, [edit], [edit]);
        assertSame(known, [edit, ...sentences.slice(index, index + 1)], [edit]);
      }
    });
  }

  it('is read so in every layout', () => {
    let tried = 0;
    for (const [index, { render }] of layouts.entries()) {
      const sheet = mapSections(sheetOf(index + 1, 60), (section) => ({
        ...section,
        paragraphs: section.id === 'overview' ? [told] : section.paragraphs,
      }));
      const known = seen(render(sheet));
      const edits = inSentences(known.report).filter(
        (_, at) => at % numbers.length === index % numbers.length,
      );
      for (const edit of edits) assertSame(known, [edit], []);
      for (const edit of inCells(known.report).slice(0, 2)) assertSame(known, [edit], [edit]);
      tried += edits.length;
    }
    assert.ok(tried > 2 * layouts.length);
  });

  const [{ text }] = samples as [(typeof samples)[number]];
  const known = seen(text);
  const [sentence] = inSentences(known.report) as [Edit];
  const [figure] = inCells(known.report) as [Edit];
  const [heading] = known.report.sections.flatMap((section) => section.heading ?? []);
  const year = known.report.year?.span ?? assert.fail();

  for (const [what, edit] of [
    ['figures that nobody proved', figure],
    ['a heading', { span: heading?.number ?? year, newText: '九、' }],
    ["the report's year", { span: year, newText: '2019' }],
    ['what is inserted', { ...sentence, span: { start: sentence.span.start, end: sentence.span.start } }],
    ['lines', { ...sentence, newText: '1\n2' }],
    ['markup', { ...sentence, newText: '<b>' }],
  ] as const) {
    it(`is read as a whole where more than words of sentences is changed: ${what}`, () => {
      assert.equal(reread(known, [edit], []), undefined);
    });
  }
});
