import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { cellAt } from '../../../server/form/form';
import { applyEdits } from '../../../server/report/finding';
import { valueOf } from '../../../server/report/report';

const begin = '示例市水务局2024年政府信息公开工作年度报告\n一、总体情况\n';
const blank = '';

function completed(sentence: string) {
  const text = `${begin}${sentence}\n`;
  const [draft] = analyze(text, { writing: 'changed' }).findings.filter(
    ({ rule }) => rule === 'unfinished-draft',
  );
  const repair = draft?.repairs[0] ?? assert.fail(sentence);
  return { after: applyEdits(text, repair.edits), title: repair.title };
}

describe('what a draft is given where its narrative tells of its tables', () => {
  const rows: readonly (readonly [sentence: string, cells: Readonly<Record<string, number | ''>>])[] = [
    [
      '全年收到政府信息公开申请12件。',
      {
        'applications.received.total': 12,
        'applications.received.naturalPerson': blank,
        'applications.results.granted.total': blank,
        'applications.carriedForward.total': blank,
        'proactiveDisclosure.administrativeLicenses': 0,
        'disputes.reconsideration.total': 0,
      },
    ],
    [
      '上年结转1件，全年收到政府信息公开申请9件，其中予以公开8件，无法提供2件，结转下年度0件。',
      {
        'applications.received.total': 9,
        'applications.carriedOver.total': 1,
        'applications.results.granted.total': 8,
        'applications.results.unable.notHeld.total': blank,
        'applications.carriedForward.total': 0,
        'applications.carriedForward.naturalPerson': 0,
        'applications.results.total.total': 10,
        'applications.results.refused.stateSecret.total': 0,
        'applications.results.partiallyGranted.other': 0,
      },
    ],
    [
      '全年未收到政府信息公开申请，未发生行政复议、行政诉讼。',
      {
        'applications.received.total': 0,
        'applications.results.total.total': 0,
        'disputes.reconsideration.total': 0,
        'disputes.litigation.direct.upheld': 0,
      },
    ],
    [
      '2024年制发行政规范性文件3件，作出行政许可决定56件。',
      {
        'proactiveDisclosure.normativeDocuments.issued': 3,
        'proactiveDisclosure.normativeDocuments.inForce': blank,
        'proactiveDisclosure.regulations.issued': 0,
        'proactiveDisclosure.administrativeLicenses': 56,
        'proactiveDisclosure.administrativePenalties': 0,
        'applications.received.total': 0,
      },
    ],
    // All that is told of is settled: what the sums force is told, what is left of the rows that are told of stays open.
    [
      '全年收到政府信息公开申请2件，均已办结，予以公开2件。',
      {
        'applications.received.total': 2,
        'applications.received.naturalPerson': blank,
        'applications.results.granted.total': 2,
        'applications.results.granted.other': blank,
        'applications.results.total.total': 2,
        'applications.results.total.naturalPerson': blank,
        'applications.carriedOver.total': 0,
        'applications.results.refused.stateSecret.naturalPerson': 0,
        'applications.results.unable.notHeld.total': 0,
        'applications.carriedForward.total': 0,
      },
    ],
    // What is told of does not come to it: nothing that is left is taken to be 0.
    [
      '全年收到政府信息公开申请5件，均已办结，予以公开2件。',
      {
        'applications.received.total': 5,
        'applications.results.granted.total': 2,
        'applications.results.unable.notHeld.total': blank,
        'applications.results.refused.stateSecret.total': blank,
      },
    ],
    [
      '全年收到政府信息公开申请9件，不予公开3件。',
      { 'applications.received.total': 9, 'applications.results.refused.stateSecret.total': blank },
    ],
    [
      '因政府信息公开引发行政复议2件，未发生行政诉讼。',
      {
        'disputes.reconsideration.total': 2,
        'disputes.reconsideration.upheld': blank,
        'disputes.litigation.direct.total': 0,
        'disputes.litigation.afterReconsideration.upheld': 0,
      },
    ],
    [
      '全年收到政府信息公开申请约300件。',
      { 'applications.received.total': blank, 'proactiveDisclosure.administrativeFees': 0 },
    ],
    ['按照条例的要求及时公开，方便群众查阅。', { 'applications.received.total': 0 }],
  ];
  for (const [sentence, cells] of rows) {
    it(`${sentence}`, () => {
      const { after } = completed(sentence);
      const analysis = analyze(after, { writing: 'changed' });
      const { report, findings } = analysis;
      for (const [path, value] of Object.entries(cells)) {
        const cell = report.cells[cellAt(report.form, path)];
        assert.equal(cell?.kind, value === blank ? 'blank' : 'count', path);
        assert.equal(valueOf(cell) ?? blank, value, path);
      }
      // Nothing of what was added is wrong, and nothing of it contradicts the sentence.
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['unfinished-draft'],
      );
      assert.equal(
        /空白格/u.test(findings[0]?.message ?? ''),
        Object.values(cells).includes(blank),
        findings[0]?.message,
      );
    });
  }

  it('is said in the title of its fix', () => {
    assert.match(completed('全年收到申请3件。').title, /正文里的数字照填/u);
    assert.match(completed('按照条例的要求及时公开。').title, /（数字先填 0）/u);
  });

  it('is in the layout and the form of the text', () => {
    const text = '# 示例市水务局2019年政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年收到申请3件。\n';
    const [draft] = analyze(text, { writing: 'changed' }).findings;
    const after = applyEdits(text, draft?.repairs[0]?.edits ?? assert.fail());
    const { cells, form } = analyze(after).report;
    assert.equal(form.edition, '2019');
    assert.equal(valueOf(cells[cellAt(form, 'applications.received.total')]), 3);
    assert.equal(cells[cellAt(form, 'applications.received.other')]?.kind, 'blank');
  });
});
