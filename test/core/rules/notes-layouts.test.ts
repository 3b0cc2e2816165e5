import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { countNumerals, numeralsOf } from '../../../server/census/numeral-census';
import { exportReport } from '../../../server/export/json';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits } from '../../../server/report/finding';
import { differences, expectationOf } from '../support/expectation';
import { layouts } from '../support/layouts';
import { type Sheet, sheetOf } from '../support/layouts/sheet';
import { note, offersIn, reason, wrong } from '../support/notes';

const idsOf = ({ findings }: Analysis): string[] => findings.map(({ rule }) => rule);

describe('notes in all layouts', function () {
  this.timeout(30_000);

  for (const layout of layouts) {
    it(`${layout.id}: a note on any line changes nothing that is read`, () => {
      const sheet = sheetOf(3, 40);
      const text = layout.render(sheet);
      const plain = read(text);
      const expectation = expectationOf(sheet, layout);
      const body = note('claim-mismatch（8／7）：其中 1 件为上年结转，见 999 | 号');
      for (const own of [false, true]) {
        const noted = withNotes(text, own, body);
        assert.deepEqual(differences(parseReport(noted), expectation), []);
        assert.deepEqual(read(noted), plain);
      }
    });

    it(`${layout.id}: the note that is offered silences its finding and changes nothing else`, () => {
      const text = layout.render(withMistakes(sheetOf(6, 40)));
      const before = analyze(text);
      for (const id of ['parts-mismatch', 'share-mismatch', 'regulations-authority']) {
        const [offer] = offersIn(text, id);
        assert.ok(offer?.cursor !== undefined, `${id} ${idsOf(before).join()}`);
        const { edit, cursor } = offer;
        const unfilled = applyEdits(text, [edit]);
        assert.deepEqual(
          idsOf(analyze(unfilled)).filter((each) => each === 'note-invalid'),
          ['note-invalid'],
        );
        assert.deepEqual(offersIn(unfilled, id), []);
        const newText = edit.newText.slice(0, cursor) + reason + edit.newText.slice(cursor);
        const after = analyze(applyEdits(text, [{ ...edit, newText }]));
        assert.deepEqual(idsOf(after), without(idsOf(before), id));
        assert.deepEqual(read(after.text), read(text));
      }
    });
  }
});

function without(ids: readonly string[], id: string): string[] {
  const at = ids.indexOf(id);
  return ids.filter((_, index) => index !== at);
}

/** What is read and found, without places. */
function read(text: string) {
  const analysis = analyze(text);
  const { claims, relations, unread } = analysis.report;
  const { notes: _, ...report } = JSON.parse(exportReport(analysis));
  return {
    report: JSON.stringify(report).replace(/\\r|\\n| /gu, ''),
    claims: claims.map(({ subject, low, high, kind }) => [subject, low, high, kind]),
    relations: relations.length,
    unread: unread !== undefined,
    numerals: countNumerals(numeralsOf(analysis.report, text)),
  };
}

/** A note behind or below every third line, beginning with another line in every third of the text. */
function withNotes(text: string, own: boolean, body: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const third = Math.floor((index * 3) / lines.length);
      return index % 3 === third && line.trim() !== '' ? `${line}${own ? '\n' : ' '}${body}` : line;
    })
    .join('\n');
}

/** The sheet with a few things that soft rules ask about. */
function withMistakes(sheet: Sheet): Sheet {
  const sections = sheet.sections.map((section) =>
    section.id === 'overview'
      ? {
          ...section,
          paragraphs: [...section.paragraphs, `${wrong}全年发布信息50条，其中要闻20条，占30%。`],
        }
      : section,
  );
  const disclosure = sheet.rows.proactiveDisclosure.map((row) =>
    row.id === 'proactiveDisclosure.regulations' ? { ...row, cells: ['1', '0', '1'] } : row,
  );
  return {
    ...sheet,
    agency: '云溪县水务局',
    sections,
    rows: { ...sheet.rows, proactiveDisclosure: disclosure },
  };
}
