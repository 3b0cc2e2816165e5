import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { valueOf } from '../../../server/report/report';
import { layoutCalled, layouts } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

const r = 'applications.results';
const rows = [
  'applications.received',
  'applications.carriedOver',
  `${r}.granted`,
  `${r}.refused.stateSecret`,
  `${r}.refused.administrativeInquiry`,
  `${r}.unable.notHeld`,
  `${r}.notProcessed.duplicate`,
  `${r}.other.other`,
  `${r}.total`,
  'applications.carriedForward',
];

/** Layouts in which labels and figures of a row stand apart, or all rows in one line: nothing shows how a row is written. */
const isLoose = (id: string): boolean => /^(?:pdf-(?!reading)|table-line$|word-marks$)/u.test(id);

const without = (sheet: Sheet, ...ids: readonly string[]): Sheet =>
  mapRows(sheet, (row) => (ids.includes(row.id) ? { ...row, lost: 'absent' } : row));

const valuesIn = ({ report }: Analysis): unknown[] => report.cells.map(valueOf);
const rulesIn = ({ findings }: Analysis): string[] => findings.map(({ rule }) => rule);
const lostIn = ({ findings }: Analysis): Finding[] => findings.filter(({ rule }) => rule === 'missing-row');

describe('a row that was lost', function () {
  this.timeout(60_000);

  for (const [at, layout] of layouts.entries()) {
    it(`is written as the others are, with what the sums imply: ${layout.id}`, () => {
      let offered = 0;
      for (const [index, id] of [...rows.slice(at % 3), ...rows].slice(0, 6).entries()) {
        const sheet = sheetOf(at + index, [6, 60, 600][index % 3] ?? 60);
        const text = layout.render(without(sheet, id));
        for (const { message, repairs, span } of lostIn(analyze(text))) {
          assert.match(message, /^表三缺少「.*」行，应在「.*」行之[前后]，由合计推出/u);
          assert.ok(span.end > span.start, 'the label beside it is marked');
          const [repair, ...others] = repairs;
          assert.deepEqual(others, []);
          if (!repair) continue;
          offered++;
          assert.equal(repair.confidence, 'unique');
          const [mended, whole] = [applyEdits(text, repair.edits), layout.render(sheet)].map((each) =>
            analyze(each),
          );
          assert.ok(mended && whole);
          assert.deepEqual(valuesIn(mended), valuesIn(whole), repair.title);
          assert.deepEqual(rulesIn(mended), rulesIn(whole), repair.title);
        }
      }
      if (!isLoose(layout.id)) assert.ok(offered > 0);
    });
  }

  it('has 0 in cells that no sum knows, and says so', () => {
    const text = layoutCalled('gfm').render(
      without(sheetOf(3, 60), 'proactiveDisclosure.administrativeCoercions'),
    );
    const [finding, ...others] = lostIn(analyze(text));
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '表二缺少「行政强制」行，应在「行政处罚」行之后');
    assert.deepEqual(
      finding.repairs.map(({ title, confidence }) => `${confidence} ${title}`),
      ['possible 补上「行政强制」行，各格填 0（请按实际核对）'],
    );
  });

  it('is left blank, beside another, where the sums know of both only together', () => {
    const [one, other] = ['applications.received', 'applications.carriedOver'];
    const text = layoutCalled('tsv').render(without(sheetOf(5, 600), one, other));
    const [finding] = lostIn(analyze(text));
    assert.match(
      finding?.message ?? '',
      /^表三缺少 2 行（「本年新收」、「上年结转」），应在「予以公开」行之前$/u,
    );
    const [repair] = finding?.repairs ?? [];
    assert.match(repair?.title ?? '', /，推不出的格留空$/u);
    const mended = analyze(applyEdits(text, repair?.edits ?? []));
    assert.deepEqual(lostIn(mended), []);
    assert.ok(!rulesIn(mended).some((rule) => rule.endsWith('-total') || rule === 'flow-balance'));
  });

  it('is not written twice where its figures stand there under a label that is not known', () => {
    const sheet = mapRows(sheetOf(3, 60), (row) =>
      row.id === `${r}.notProcessed.duplicate` ? { ...row, number: '', label: '甲乙丙丁戊' } : row,
    );
    const text = layoutCalled('tsv').render(sheet);
    for (const { repairs } of lostIn(analyze(text))) assert.deepEqual(repairs, []);
  });
});
