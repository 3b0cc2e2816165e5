import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { layouts } from '../support/layouts';
import { type Sheet, sheetOf } from '../support/layouts/sheet';

const lastYear = (sheet: Sheet): Sheet => ({
  ...sheet,
  year: sheet.year - 1,
  title: sheet.title.map((line) => line.replace(String(sheet.year), String(sheet.year - 1))),
});

const first = sheetOf(3, 30);
const titleOf = ({ title }: Sheet): string => title.join('').replace(/\s/g, '');

/** What may follow a report in its document. */
const followers: Readonly<Record<string, readonly Sheet[]>> = {
  'reports of other agencies': [sheetOf(4, 30), sheetOf(5, 30)],
  'its own of the year before': [lastYear(first)],
};

describe('several reports in one document', () => {
  for (const [what, others] of Object.entries(followers)) {
    it(`are not mixed: behind the first stand ${what}`, () => {
      for (const { id, render } of layouts) {
        const alone = render(first);
        const texts = [alone, ...others.map(render)];
        const whole = analyze(texts.join('\n'));
        const single = analyze(alone);
        const facts = ({ report }: typeof whole): unknown =>
          report.cells.map((cell) => [cell.kind, 'value' in cell ? cell.value : undefined]);
        assert.deepEqual(facts(whole), facts(single), id);
        const said = whole.findings.filter(({ rule }) => rule === 'unread-table');
        assert.deepEqual(
          whole.findings.filter((finding) => !said.includes(finding)).map(({ message }) => message),
          single.findings.map(({ message }) => message),
          id,
        );
        const title = others[0] ? titleOf(others[0]) : '';
        assert.ok(said[0]?.message.includes(`另一份年报「${title}」`), `${id}: ${said[0]?.message}`);
        assert.ok((whole.report.unread?.start ?? 0) >= alone.trimEnd().length, id);
      }
    });
  }

  it('are found behind a table of their titles', () => {
    const sheets = [first, ...(followers['reports of other agencies'] ?? [])];
    for (const { id, render } of layouts) {
      const contents = `目录\n${sheets.map(titleOf).join('\n')}\n`;
      const { report } = analyze(contents + sheets.map(render).join('\n'));
      assert.equal(report.agency?.value, first.agency, id);
      assert.equal(report.unread?.title, sheets[1] && titleOf(sheets[1]), id);
    }
  });
});
