import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import type { Report } from '../../../server/report/report';
import type { Span } from '../../../server/text/span';
import { layoutCalled, layouts } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { below, randomOf } from '../support/random';

/** Every span of a reading, with what it belongs to. */
function* spansOf(report: Report): Iterable<readonly [string, Span]> {
  for (const name of ['title', 'agency', 'year'] as const) {
    const reading = report[name];
    if (reading) yield [name, reading.span];
  }
  for (const [index, { span }] of report.cells.entries()) yield [`cell ${index}`, span];
  for (const { id, span, body, heading } of report.sections) {
    yield [id, span];
    yield [`${id} body`, body];
    if (heading)
      yield* [
        ['heading', heading.span] as const,
        ['number', heading.number] as const,
        ['wording', heading.wording] as const,
      ];
  }
  for (const { id, span, rows, columns, unplaced } of report.tables) {
    yield [id, span];
    for (const row of rows) {
      yield [`${id} row ${row.row}`, row.span];
      if (row.label) yield [`${id} label ${row.row}`, row.label];
    }
    for (const column of columns) yield [`${id} ${column.id}`, column.span];
    for (const one of unplaced) yield [`${id} unplaced`, one];
  }
}

/** Reads a text and asserts what holds of any reading: its form's cells, spans inside the text, sections one behind the other. */
function read(text: string): Report {
  const report = parseReport(text);
  assert.equal(report.cells.length, report.form.cells.length);
  for (const [name, { start, end }] of spansOf(report)) {
    assert.ok(
      Number.isInteger(start) && 0 <= start && start <= end && end <= text.length,
      `${name}: ${start}–${end} of ${text.length}`,
    );
  }
  let last = 0;
  for (const { span } of report.sections) {
    assert.ok(last <= span.start, 'sections overlap');
    last = span.end;
  }
  return report;
}

const some = [
  'cells-tab',
  'cells-pipe',
  'tsv-ragged',
  'pipes-merged',
  'gfm-groups',
  'csv-quoted',
  'html-fragment',
  'aligned-wrapped',
  'pdf-detached',
] as const;
const textOf = (id: string, seed = 3): string => layoutCalled(id).render(sheetOf(seed, 30));

/** Long texts are not taken line by line: so many of their lines do. */
const stepOf = (lines: readonly string[]): number => Math.ceil(lines.length / 60);

describe('any text', function () {
  // Much is read here; the machine may be busy with other things.
  this.timeout(30_000);

  for (const id of some) {
    it(`is read up to any of its lines: ${id}`, () => {
      const lines = textOf(id).split('\n');
      for (let at = 0; at < lines.length; at += stepOf(lines)) read(lines.slice(0, at).join('\n'));
    });
  }

  it('is read up to any of its characters', () => {
    const random = randomOf(4);
    for (const { id } of layouts) {
      const text = textOf(id);
      for (let count = 0; count < 6; count++) read(text.slice(0, below(random, text.length)));
      for (let count = 0; count < 3; count++) read(text.slice(below(random, text.length)));
    }
  });

  for (const id of some) {
    it(`is read with any line dropped, doubled or moved: ${id}`, () => {
      const lines = textOf(id).split('\n');
      for (let at = 0; at < lines.length; at += stepOf(lines)) {
        const before = lines.slice(0, at);
        const [line = '', next = '', ...rest] = lines.slice(at);
        read([...before, next, ...rest].join('\n'));
        read([...before, line, line, next, ...rest].join('\n'));
        read([...before, next, line, ...rest].join('\n'));
      }
    });
  }

  it('is read whatever characters are in it', () => {
    const labels = [
      '一、',
      '（三）不予公开',
      '总计',
      '规章',
      '行政复议',
      '结果维持',
      '四、结转下年度继续办理',
      '信息内容',
    ];
    const bits = fc.oneof(
      fc.constantFrom(
        ...labels,
        '0',
        '1',
        ' ',
        '\t',
        '|',
        '\n',
        '\r\n',
        ',',
        '"',
        '<td>',
        '</table>',
        '<',
        '&nbsp;',
        '- 4 -',
        '(shù)',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('\0', '\ud800', '\udc00', '\ufeff', '\u2028', '\u3000', '\u00a0', '\uffff'),
    );
    const text = fc.array(bits, { maxLength: 120 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (words) => void read(words)),
      { seed: 7, numRuns: 500 },
    );
  });

  it('is read with foreign characters strewn into a report', () => {
    const strewn = [
      '\0',
      '\ud800',
      '\udfff',
      '\u200b',
      '\ufeff',
      '\t',
      '|',
      '\n',
      '<',
      '0',
      '（',
      '𠀀',
      '"',
      '\r',
    ];
    for (const [index, id] of some.entries()) {
      const random = randomOf(index + 1);
      const text = textOf(id, index);
      for (const char of strewn) {
        let damaged = text;
        for (let count = 0; count < 20; count++) {
          const at = below(random, damaged.length);
          damaged = damaged.slice(0, at) + char + damaged.slice(at);
        }
        read(damaged);
        if (index < 3) assert.doesNotThrow(() => analyze(damaged));
      }
    }
  });

  it('is read when it is two reports, half a report, or the same one twice', () => {
    for (const id of some) {
      const text = textOf(id);
      read(text + text);
      read(text.slice(text.length / 2) + text.slice(0, text.length / 2));
      read(text + textOf('tsv', 5));
    }
  });

  it('need not be a report', () => {
    for (const text of [
      '',
      ' ',
      '\n',
      '\ufeff',
      '0',
      '|',
      '你好，世界。',
      'x'.repeat(5000),
      '总计\n'.repeat(2000),
    ]) {
      assert.equal(read(text).sections.length, 0, JSON.stringify(text.slice(0, 10)));
    }
  });

  it('is linear in what is read, not in what it says: labels over and over', () => {
    const lines = ['（七）总计', '规章', '0 0 0 0 0 0 0', '1.属于国家秘密'];
    read(Array.from({ length: 20_000 }, (_, index) => lines[index % lines.length]).join('\n'));
  });
});
