import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { cellAt } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits } from '../../../server/report/finding';
import { type Report, valueOf } from '../../../server/report/report';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

const total = 'applications.results.total.total';

function cellOf({ form, cells }: Report, path: string) {
  const cell = cells[cellAt(form, path)];
  return { value: valueOf(cell) ?? Number.NaN, span: cell?.span ?? { start: 0, end: 0 } };
}

const page = layoutCalled('html').render(sheetOf(7, 40));
const { value: right, span } = cellOf(parseReport(page), total);
const wrong = String(right + 1);

/** The page with something in the place of its greatest total. */
const withTotal = (written: string): string => page.slice(0, span.start) + written + page.slice(span.end);

/** What stands where the total is found to be wrong, and what its best mending makes of the cell. */
function mended(text: string): { readonly marked: string; readonly cell: string } {
  const { findings }: Analysis = analyze(text);
  const finding = findings.find(({ cells, repairs }) => cells.includes(total) && repairs.length > 0);
  const [repair] = finding?.repairs ?? [];
  assert.ok(finding && repair, `nothing is offered for ${text.slice(span.start, span.start + 60)}`);
  const after = applyEdits(text, repair.edits);
  assert.equal(cellOf(parseReport(after), total).value, right);
  const end = after.length - (page.length - span.end);
  return { marked: text.slice(finding.span.start, finding.span.end), cell: after.slice(span.start, end) };
}

const decimal = (text: string): string => [...text].map((char) => `&#${char.charCodeAt(0)};`).join('');
const hex = (text: string): string =>
  [...text].map((char) => `&#x${char.charCodeAt(0).toString(16)};`).join('');

describe('figures of a web page', () => {
  for (const [how, written] of Object.entries({
    'decimal entities': decimal(wrong),
    'hexadecimal entities': hex(wrong),
    'entities that zeros lead': decimal(wrong).replaceAll('#', '#000000000000'),
    'entities at its end': wrong.slice(0, -1) + decimal(wrong.slice(-1)),
    'entities at its beginning': hex(wrong.slice(0, 1)) + wrong.slice(1),
  }))
    it(`are marked and replaced whole where they are written with ${how}`, () =>
      assert.deepEqual(mended(withTotal(written)), { marked: written, cell: String(right) }));

  it('are none where an entity beside their digits is of no character', () => {
    for (const code of ['#x110000', '#xD800', '#1114112', '#99999999999', '#x0000FFFFFFFFFF'])
      assert.ok(Number.isNaN(cellOf(parseReport(withTotal(`${right}&${code};`)), total).value), code);
    assert.equal(cellOf(parseReport(withTotal(`${right}&#32;`)), total).value, right);
  });

  it('end before the blanks that are written as entities', () =>
    assert.deepEqual(mended(withTotal(`&nbsp;${wrong}&#160;`)), {
      marked: wrong,
      cell: `&nbsp;${right}&#160;`,
    }));

  it('keep the tags and comments between their digits', () => {
    const [first, rest] = [wrong.slice(0, 1), wrong.slice(1)];
    assert.equal(mended(withTotal(`<b>${first}</b>${rest}`)).cell, `<b>${right}</b>`);
    assert.equal(mended(withTotal(`${first}<!-- 甲 -->${rest}`)).cell, `${right}<!-- 甲 -->`);
    assert.equal(mended(withTotal(`${first}<s>9</s>${rest}`)).cell, `${right}<s>9</s>`);
  });

  it('of a sentence are quoted as they are seen, and replaced with what is theirs', () => {
    const sentence = '全年新收政府信息公开申请99999件。';
    const body = page.replace(/(?=<[^<>]*>二、)/u, `<p>${sentence}</p>`);
    assert.notEqual(body, page);
    for (const written of [decimal('99999'), '<b>9999</b>9', '9999<ins>9</ins>', '<del>7</del>99999']) {
      const text = body.replace('99999', written);
      const finding = analyze(text).findings.find(({ rule }) => rule === 'claim-mismatch');
      assert.match(finding?.message ?? '', /“[^“”]*申请99999件”/u);
      const [repair] = finding?.repairs ?? [];
      const after = repair ? applyEdits(text, repair.edits) : text;
      assert.equal(tagsOf(after), tagsOf(text));
      assert.ok(!analyze(after).findings.some(({ rule }) => rule === 'claim-mismatch'), written);
    }
  });

  const tagsOf = (text: string): string => (text.match(/<[^<>]*>/gu) ?? []).join('');

  for (const struck of [
    '<del>77</del>',
    '<s>77</s>',
    '<STRIKE>77</STRIKE>',
    '<span style="text-decoration: line-through;">7<span>7</span></span>',
    '<span class=msoDel><del cite="mailto:甲" datetime="2024-01-08T09:00">77</del></span>',
  ])
    it(`are not those that are struck out with ${struck}`, () => {
      assert.equal(cellOf(parseReport(withTotal(`${struck}${right}`)), total).value, right);
      assert.ok(!parseReport(withTotal(`${struck}${right}`)).shown.includes('77'));
    });

  it('are read where what strikes out is not closed, and behind the cell and the paragraph that it is in', () => {
    const cells = (text: string) => parseReport(text).cells.map(valueOf);
    const all = cells(page);
    assert.deepEqual(cells(`<s>${page}`), all);
    assert.deepEqual(cells(page.replace('<p>', '<p><s>甲').replace('</body>', '</s></body>')), all);
    const behind = cells(withTotal(`<s>77</td><td>${right}</s>`).replace('colspan', 'data-colspan'));
    assert.ok(behind.filter((value) => value !== null).length > all.length / 2);
  });
});
