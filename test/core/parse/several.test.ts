import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { keptReadings, reportsIn } from '../../../server/parse/reports-in-text';
import { linesOf } from '../../../server/text/lines';
import { layoutCalled, layouts } from '../support/layouts';
import { type Sheet, sheetOf } from '../support/layouts/sheet';
import { below, pick, randomOf } from '../support/random';

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

const facts = ({ report }: Pick<Analysis, 'report'>): unknown =>
  report.cells.map((cell) => [cell.kind, 'value' in cell ? cell.value : undefined]);

/** What was found, and where in the document in which the text begins at `start`. */
const found = ({ findings }: Analysis, start: number): unknown =>
  findings.map(({ rule, message, span }) => [rule, message, span.start + start, span.end + start]);

describe('several reports in one document', () => {
  for (const { id, render } of layouts) {
    for (const [what, others] of Object.entries(followers)) {
      it(`are each read as if they stood alone: ${id}, behind the first ${what}`, () => {
        const texts = [first, ...others].map(render);
        const text = texts.join('\n');
        const excerpts = reportsIn(text);
        assert.equal(excerpts.length, texts.length);
        assert.equal(excerpts.map((excerpt) => excerpt.text).join(''), text);
        let start = 0;
        for (const [index, alone] of texts.entries()) {
          const excerpt = excerpts[index];
          assert.ok(excerpt);
          const own = analyze(excerpt.text, excerpt);
          const single = analyze(alone);
          assert.deepEqual(facts(own), facts(single));
          assert.deepEqual(found(own, excerpt.start), found(single, start));
          assert.equal(own.report.agency?.value, single.report.agency?.value);
          assert.equal(own.report.unread, undefined);
          assert.deepEqual(excerpt.origin, linesOf(text).positionAt(excerpt.start));
          start += alone.length + 1;
        }
      });
    }
  }

  it('are found behind a table of their titles', () => {
    const sheets = [first, ...(followers['reports of other agencies'] ?? [])];
    for (const { id, render } of layouts) {
      const contents = `目录\n${sheets.map(titleOf).join('\n')}\n`;
      const agencies = reportsIn(contents + sheets.map(render).join('\n')).map(
        ({ report }) => report.agency?.value,
      );
      assert.deepEqual(
        agencies,
        sheets.map(({ agency }) => agency),
        id,
      );
    }
  });

  it('are found behind a table of contents that is longer than a report, and has their sections', () => {
    const sheets = Array.from({ length: 30 }, (_, index) => sheetOf(index + 10, 30));
    const sections = sheetOf(1, 30).sections.map(({ heading }) => heading);
    const contents = sheets.map((sheet) => [titleOf(sheet), ...sections].join('\n')).join('\n');
    const { render } = layoutCalled('tsv');
    const excerpts = reportsIn(`目录\n${contents}\n${sheets.map(render).join('\n')}`);
    assert.deepEqual(
      excerpts.map(facts),
      sheets.map((sheet) => facts(analyze(render(sheet)))),
    );
  });

  it('are one where a title of another is only named or linked to', () => {
    for (const { id, render } of layouts) {
      const lines = render(first).split('\n');
      const title = titleOf(sheetOf(4, 30));
      for (const at of [1 / 4, 1 / 2, 3 / 4, 1].map((share) => Math.floor(share * lines.length))) {
        // Inside a quoted cell or a tag a line of its own cannot stand.
        if (/csv|html/u.test(id)) continue;
        const text = [...lines.slice(0, at), title, ...lines.slice(at)].join('\n');
        assert.equal(reportsIn(text).length, 1, `${id} ${at}`);
      }
      assert.equal(
        reportsIn(`${render(first)}\n相关链接\n${title}\n${titleOf(lastYear(first))}\n`).length,
        1,
        id,
      );
    }
  });

  it('take as long as all of them take alone, however many there are', () => {
    const { render } = layoutCalled('tsv');
    const book = (count: number): string =>
      Array.from({ length: count }, (_, index) => render(sheetOf(index, 30))).join('\n');
    const time = (text: string): number => {
      const start = performance.now();
      reportsIn(text);
      return performance.now() - start;
    };
    const [few, many] = [book(10), book(80)];
    time(few);
    assert.equal(reportsIn(many).length, 80);
    // Eight times the text; a quadratic reading takes 64 times as long.
    assert.ok(Math.min(time(many), time(many)) < 24 * Math.max(10, time(few)));
  }).timeout(20_000);

  it('are read up to a number that no document has; what is behind is said to be left out', () => {
    const rows = '行政许可\n1\n行政处罚\n2\n行政强制\n3\n'.repeat(18);
    const text = Array.from(
      { length: 2100 },
      (_, index) => `${index % 2 ? '云溪县水务局' : '松涧县教育局'}2023年政府信息公开工作年度报告\n${rows}`,
    ).join('');
    const excerpts = reportsIn(text);
    assert.equal(excerpts.length, 2000);
    assert.equal(excerpts.map((excerpt) => excerpt.text).join(''), text);
    const unread = excerpts.filter(({ report }) => report.unread);
    assert.deepEqual(unread, excerpts.slice(-1));
  }).timeout(120_000);

  it('are the same after every edit, whether what was read before is kept or not', () => {
    const random = randomOf(7);
    for (const id of ['tsv', 'csv-quoted', 'html']) {
      const { render } = layoutCalled(id);
      let text = Array.from({ length: 26 }, (_, index) => render(sheetOf(index, 30))).join('\n');
      const kept = keptReadings();
      for (let edit = 0; edit < 6; edit++) {
        assert.deepEqual(reportsIn(text, kept), reportsIn(text), `${id} ${edit}`);
        kept.next();
        const at = below(random, text.length);
        const put = pick(random, [
          '',
          '件',
          '0',
          '\n',
          titleOf(sheetOf(edit, 30)),
          text.slice(at, at + 4000),
        ]);
        text = text.slice(0, at) + put + text.slice(at + below(random, edit % 3 === 0 ? 3000 : 3));
      }
    }
  }).timeout(120_000);

  it('are said to be there where only the first is asked for', () => {
    const text = [first, sheetOf(4, 30)].map(layoutCalled('tsv').render).join('\n');
    const { findings, report } = analyze(text);
    const said = findings.find(({ rule }) => rule === 'unread-table');
    assert.match(said?.message ?? '', new RegExp(`另一份年报「${titleOf(sheetOf(4, 30))}」`, 'u'));
    assert.equal(said?.span.start, report.unread?.start);
  });
});
