import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { readDocx } from '../../../server/documents/word/docx';
import { exportedAs } from '../../../server/export/exporting';
import { exportWord } from '../../../server/export/word';
import { lineIn } from '../../../server/text/plain';
import { layouts } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

const exported = (text: string) => {
  const before = analyze(text);
  const { content, left } = exportedAs('docx', [{ file: '', analysis: before }]);
  assert.ok(typeof content !== 'string');
  return { before, left, after: analyze(readDocx(content).text) };
};

describe('a report as a document of a word processor', function () {
  this.timeout(60_000);

  it('says the same in every cell and every heading, whatever it was written down as', () => {
    for (const [index, layout] of layouts.entries()) {
      const { before, after, left } = exported(layout.render(sheetOf(index, 40)));
      const cells = ({ report }: typeof before) =>
        report.cells.map((cell) => (cell.kind === 'count' ? cell.value : cell.kind));
      const headings = ({ report }: typeof before) =>
        report.sections.map(({ heading }) => heading && lineIn(report.shown, heading.span));
      assert.deepEqual(cells(after), cells(before), layout.id);
      assert.deepEqual(headings(after), headings(before), layout.id);
      assert.equal(after.report.agency?.value, before.report.agency?.value, layout.id);
      assert.deepEqual(left, [], layout.id);
    }
  });

  it('keeps the words of the narrative, and what stands in cells beside numbers', () => {
    const [layout] = layouts.filter(({ id }) => id === 'tsv');
    assert.ok(layout);
    const text = layout
      .render(sheetOf(3, 30))
      .replace(/(规章\t)\d+/u, '$1/')
      .replace('二、主动公开', '甲<乙>&丙，共3件。\n二、主动公开');
    const { after } = exported(text);
    assert.ok(after.text.includes('甲<乙>&丙，共3件。'));
    assert.equal(after.report.cells[0]?.kind, 'mark');
  });

  it('names what has no place in it', () => {
    const [layout] = layouts.filter(({ id }) => id === 'tsv');
    assert.ok(layout);
    const text = layout.render(sheetOf(3, 30)).replace(/(行政许可\t\d+)/u, '$1\t77\t88');
    assert.match(exported(text).left.join(), /主动公开政府信息情况|表二/u);
  });

  it('is the same bytes for the same report', () => {
    const analysis = analyze(layouts[0]?.render(sheetOf(1, 9)) ?? '');
    assert.ok(Buffer.from(exportWord(analysis)).equals(exportWord(analysis)));
  });
});
