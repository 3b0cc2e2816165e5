import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { exportMarkdown } from '../../../server/export/markdown';
import { lineIn } from '../../../server/text/plain';
import { layoutCalled } from '../support/layouts';
import { mapSections, sheetOf } from '../support/layouts/sheet';

describe('a report as Markdown', () => {
  it('says signs of Markdown as they stand', () => {
    const said = '甲*乙*丙_丁_，<b>3</b>件&nbsp;[戊](己)|`庚`\\。';
    const sheet = mapSections(sheetOf(4, 30), (section) =>
      section.id === 'problems' ? { ...section, paragraphs: [said] } : section,
    );
    const written = exportMarkdown(analyze(layoutCalled('tsv').render(sheet)));
    assert.ok(written.includes('甲\\*乙\\*丙\\_丁\\_，'));
    const { report } = analyze(written);
    const body = report.sections.find(({ id }) => id === 'problems')?.body ?? { start: 0, end: 0 };
    assert.match(lineIn(report.shown, body), /甲\*乙\*丙_丁_，/u);
  });

  it('has a table for each part with a head, and its own title and headings', () => {
    const written = exportMarkdown(analyze(layoutCalled('tsv').render(sheetOf(4, 30))));
    assert.match(written, /^# .*\n\n/u);
    assert.equal(written.match(/^## /gmu)?.length, 6);
    for (const block of written.split('\n\n').filter((each) => each.startsWith('|'))) {
      const widths = block
        .trim()
        .split('\n')
        .map((line) => line.split('|').length);
      assert.equal(new Set(widths).size, 1, block);
    }
  });

  it('leaves out the rows that the report does not have', () => {
    const lines = layoutCalled('tsv').render(sheetOf(4, 30)).split('\n');
    const text = lines.filter((line) => !line.startsWith('行政许可\t')).join('\n');
    assert.ok(!exportMarkdown(analyze(text)).includes('| 行政许可 |'));
  });
});
