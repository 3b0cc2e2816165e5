import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { hover } from '../../../server/features/explaining/hover';
import { counterpartsAt, destinationsAt } from '../../../server/features/mending/counterparts';
import { claimAt, definitionAt, referencesAt } from '../../../server/features/places/links';
import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { applyEdits } from '../../../server/report/finding';
import type { Span } from '../../../server/text/span';
import { reportOf } from './facts';

const overview = '全年收到政府信息公开申请8件，办结9件。受理的依申请公开件共8件，行政诉讼2件。';
const analysis = analyze(reportOf('small', overview));
const { text, report } = analysis;
const cellSpan = (path: string): Span | undefined => report.cells[cellAt(edition2021, path)]?.span;
const endOf = (words: string): number => text.indexOf(words) + words.length;

describe('links between numbers and cells', () => {
  it('lead from a number to its cell', () => {
    const link = definitionAt(analysis, endOf('公开申请8'));
    assert.deepEqual(link?.targets, [cellSpan('applications.received.total')]);
    assert.equal(text.slice(link?.origin.start, link?.origin.end), '8');
  });

  it('lead from a number that differs to the cell that it should state', () => {
    assert.equal(claimAt(analysis, endOf('办结9'))?.subject, 'answered');
    assert.deepEqual(definitionAt(analysis, endOf('办结9'))?.targets, [
      cellSpan('applications.results.total.total'),
    ]);
  });

  it('lead from a sum to all of its cells', () => {
    assert.deepEqual(definitionAt(analysis, endOf('诉讼2'))?.targets, [
      cellSpan('disputes.litigation.direct.total'),
      cellSpan('disputes.litigation.afterReconsideration.total'),
    ]);
  });

  it('lead from a total to the cells that it adds', () => {
    const total = cellSpan('applications.received.total');
    const targets = definitionAt(analysis, total?.start ?? 0)?.targets ?? [];
    assert.equal(targets.length, 6);
    assert.deepEqual(targets[0], cellSpan('applications.received.naturalPerson'));
    // The total of totals is the sum of its row and of its column.
    const all = cellSpan('applications.results.total.total');
    assert.ok((definitionAt(analysis, all?.start ?? 0)?.targets.length ?? 0) > 20);
    assert.equal(definitionAt(analysis, targets[0]?.start ?? 0), undefined);
  });

  it('lead from a cell to every sentence that states it, and from one of these to all of them', () => {
    const cell = cellSpan('applications.received.total');
    const found = referencesAt(analysis, cell?.start ?? 0);
    assert.deepEqual(
      found?.statements.map(({ start, end }) => text.slice(start - 2, end)),
      ['申请8', '件共8'],
    );
    assert.deepEqual(found.declarations, [cell]);
    assert.deepEqual(referencesAt(analysis, found.statements[0]?.start ?? 0), found);
  });

  it('lead nowhere from other words and figures', () => {
    assert.equal(claimAt(analysis, 0), undefined);
    assert.equal(definitionAt(analysis, text.length), undefined);
    assert.equal(referencesAt(analysis, text.indexOf('总体')), undefined);
    const unstated = cellSpan('applications.received.researchInstitution');
    assert.equal(referencesAt(analysis, unstated?.start ?? 0), undefined);
  });
});

/** What is offered at a place of a report with this overview: the titles, and the text after each. */
function offered(overview: string, at: (found: typeof text) => number): (readonly [string, string])[] {
  const told = reportOf('small', overview);
  const read = analyze(told);
  return counterpartsAt(read, at(told)).map(({ title, edits }) => [
    title,
    overviewOf(applyEdits(told, edits)),
  ]);
}

const overviewOf = (told: string): string => /一、总体情况\n(.*)/u.exec(told)?.[1] ?? '';
const cellIn = (path: string) => (told: string) =>
  analyze(told).report.cells[cellAt(edition2021, path)]?.span.start ?? 0;

describe('the same number elsewhere', () => {
  it('is offered from a cell for the sentence that still states another one', () => {
    const told = '全年收到政府信息公开申请７件。';
    assert.deepEqual(offered(told, cellIn('applications.received.total')), [
      ['文中的“７”也改为“８”', '全年收到政府信息公开申请８件。'],
    ]);
  });

  it('is offered for several sentences at once', () => {
    const told = '全年收到政府信息公开申请7件。2023年度收到政府信息公开申请7件。';
    assert.deepEqual(offered(told, cellIn('applications.received.total')), [
      ['文中 2 处也改为与表格一致', told.replaceAll('7件', '8件')],
    ]);
  });

  it('is offered from a sentence that agrees', () => {
    const told = '2023年度新收政府信息公开申请6件。受理的依申请公开件共8件。';
    assert.deepEqual(
      offered(told, (all) => all.indexOf('8件')),
      [['文中的“6”也改为“8”', told.replace('6件', '8件')]],
    );
  });

  it('is not offered where all agree, nor for the number itself', () => {
    const told = '全年收到政府信息公开申请7件。';
    assert.deepEqual(offered('全年收到政府信息公开申请8件。', cellIn('applications.received.total')), []);
    assert.deepEqual(
      offered(told, (all) => all.indexOf('7件')),
      [],
    );
    assert.deepEqual(offered(told, cellIn('applications.carriedOver.total')), []);
  });

  it('is offered for the table where no equation speaks against it', () => {
    const told = '全年作出行政处罚决定38件，收到政府信息公开申请7件。';
    const read = analyze(reportOf('small', told));
    const mismatches = read.findings.filter(({ rule }) => rule === 'claim-mismatch');
    const cells = mismatches.map(({ repairs }) =>
      repairs.flatMap(({ edits }) => edits.flatMap(({ cell, to }) => (cell === undefined ? [] : [cell, to]))),
    );
    assert.deepEqual(cells, [['proactiveDisclosure.administrativePenalties', 38], []]);
    const at = cellIn('proactiveDisclosure.administrativePenalties')(read.text);
    assert.deepEqual(
      counterpartsAt(read, at).map(({ title }) => title),
      ['文中的“38”也改为“37”', '表中「行政处罚」的“37”改为“38”'],
    );
  });

  it('can be gone to where the text disagrees', () => {
    const read = analyze(reportOf('small', '全年收到政府信息公开申请7件。'));
    const at = read.text.indexOf('7件');
    const [destination, ...others] = destinationsAt(read, { start: at, end: at });
    assert.deepEqual(others, []);
    assert.match(destination?.title ?? '', /^查看表中.*总计/u);
    assert.equal(destination?.span.start, cellIn('applications.received.total')(read.text));
    assert.deepEqual(destinationsAt(read, { start: 0, end: 1 }), []);
  });
});

describe('the hover of a number of the text', () => {
  const hoverAt = (overview: string, at: string): string => {
    const told = reportOf('small', overview);
    return hover(analyze(told), told.indexOf(at) + at.length)?.markdown ?? '';
  };

  it('names the cells that it was compared with, and says whether it agrees', () => {
    const agreeing = hoverAt('全年收到政府信息公开申请8件。', '公开申请8');
    assert.match(agreeing, /与表格一致 ✓/);
    assert.match(agreeing, /表三「本年新收[^」]*」行「总计」列：8/);
    const differing = hoverAt('全年收到政府信息公开申请7件。', '公开申请7');
    assert.match(differing, /与表格不一致 ✗，请核对/);
    assert.match(differing, /：8/);
    assert.match(hoverAt('行政诉讼2件。', '行政诉讼2'), /1 \+ 1 = 2/);
  });

  for (const [overview, at, verdict, ...lines] of [
    // What is made in one phrase agrees only where all of it does.
    ['因政府信息公开引发的行政复议、行政诉讼各3件。', '各3', '与表格不一致 ✗', '：3 ✓', '1 + 1 = 2 ✗'],
    ['全年未发生行政复议和行政诉讼。', '未发生', '与表格不一致 ✗', '：3', '= 2'],
    // A reading that is not the plainest is named, beside the plainest.
    [
      '收到政府信息公开申请9件。',
      '申请9',
      '与表中“本年新收与上年结转之和”一致 ✓',
      '8 + 1 = 9 ✓',
      '：8（另一种读法）',
    ],
    [
      '全年办结政府信息公开行政复议2件。',
      '复议2',
      '与表中“行政复议已审结”一致 ✓',
      '= 2 ✓',
      '：3（另一种读法）',
    ],
    // Without words for it nothing is said of those that are pending: all are meant.
    ['因政府信息公开引发行政复议2件。', '复议2', '与表格不一致 ✗', '：3'],
    ['收到政府信息公开申请约8件。', '约8', '作为约数与表格一致 ✓', '：8'],
    ['发生行政复议3件，属于信息公开。', '复议3', '与表格一致 ✓', '：3'],
  ] as const) {
    it(`says plainly how it agrees: ${overview}`, () => {
      const markdown = hoverAt(overview, at);
      assert.ok(markdown.includes(`　${verdict}`), markdown);
      for (const line of lines) assert.ok(markdown.includes(line), markdown);
    });
  }

  it('shows both readings of words that may be said of either year', () => {
    const forward = reportOf('single', '收到政府信息公开申请1件，无结转。').replace(
      /^(四、结转下年度继续办理) \| 0 (.*) 0$/mu,
      '$1 | 1 $2 1',
    );
    const markdown = hover(analyze(forward), forward.indexOf('无结转') + 1)?.markdown ?? '';
    assert.match(markdown, /一种读法与表格一致，另一种不一致/);
    assert.match(markdown, /「结转下年度」行「总计」列：1 ✗\n- .*「上年结转」行「总计」列：0 ✓/u);
    // Behind what was done it is what is left over.
    const done = forward.replace('，无结转', '，办结1件，无结转');
    const told = hover(analyze(done), done.indexOf('无结转') + 1)?.markdown ?? '';
    assert.match(told, /与表格不一致 ✗/);
    assert.doesNotMatch(told, /上年结转/);
  });

  it('is not there for other numbers', () => {
    assert.equal(hoverAt('全年举办培训8次。', '举办培训8'), '');
  });
});
