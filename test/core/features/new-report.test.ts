import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { newReport } from '../../../server/features/writing/new-report';
import { cellAt } from '../../../server/form/form';
import { valueOf } from '../../../server/report/report';
import { expanded } from '../support/snippet';
import { samples } from './fixtures';

const layouts = ['tab', 'pipe', 'markdown'] as const;

describe('a new report', () => {
  for (const layout of layouts) {
    for (const [year, edition] of [
      [2024, '2021'],
      [2020, '2019'],
    ] as const) {
      it(`on ${year} set with ${layout} is the whole form, full of zeros, and nothing in it is wrong`, () => {
        const text = expanded(newReport({ agency: '某县水务局', year, layout }));
        const { report, findings, coverage } = analyze(text);
        assert.equal(report.form.edition, edition);
        assert.equal(report.agency?.value, '某县水务局');
        assert.equal(report.year?.value, year);
        assert.deepEqual(
          report.sections.map(({ id, heading }) => heading && id),
          report.form.sections.map(({ id }) => id),
        );
        assert.ok(report.cells.every((cell) => cell.kind === 'merged' || valueOf(cell) === 0));
        assert.equal(coverage.decided, coverage.equations);
        const wrong = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(
          wrong.map(({ message }) => message),
          [],
        );
      });
    }
  }

  it('has a stop for everything that is to be written, each once', () => {
    const stops = [...newReport({ agency: '某局', year: 2024, layout: 'tab' }).matchAll(/\$\{(\d+)/gu)];
    assert.deepEqual(
      stops.map(([, number]) => Number(number)),
      stops.map((_, at) => at + 1),
    );
    assert.ok(stops.length > 200);
  });

  it('begins with what last year’s report carried forward, had in force and called its parts', () => {
    const [sample] = samples.filter(({ name }) => name.startsWith('望舒区城市管理局2023'));
    assert.ok(sample);
    const lastYear = analyze(sample.text).report;
    const text = expanded(newReport({ agency: '望舒区城市管理局', year: 2024, layout: 'tab', lastYear }));
    const { report } = analyze(text);
    const value = (path: string, from = report): number | null =>
      valueOf(from.cells[cellAt(from.form, path)]);
    assert.equal(
      value('applications.carriedOver.total'),
      value('applications.carriedForward.total', lastYear),
    );
    assert.equal(value('applications.carriedOver.total'), 2);
    assert.equal(value('proactiveDisclosure.normativeDocuments.inForce'), 5);
    assert.equal(value('applications.received.total'), 0);
  });

  const headings: readonly (readonly [lastYear: string, heading: string])[] = [
    ['6、其他需要报告的事项', '六、其他需要报告的事项'],
    ['（六）其他需要报告的事项', '六、其他需要报告的事项'],
    ['七、其他需要报告的事项', '六、其他需要报告的事项'],
    ['六．需要报告的其他事项', '六、需要报告的其他事项'],
    ['六、 其他需要报告的事项', '六、其他需要报告的事项'],
    ['6. 其它需要报告的事项', '六、其它需要报告的事项'],
    ['六、其他需要报告的事项（2023年）', '六、其他需要报告的事项'],
    ['其他需要报告的事项', '六、其他需要报告的事项'],
  ];
  for (const [printed, heading] of headings) {
    it(`takes over the words of ${printed}, and the number from the form`, () => {
      const before = expanded(newReport({ agency: '某县水务局', year: 2023, layout: 'tab' }));
      const lastYear = analyze(before.replace('六、其他需要报告的事项', printed)).report;
      const text = expanded(newReport({ agency: '某县水务局', year: 2024, layout: 'tab', lastYear }));
      assert.ok(text.split('\n').includes(heading), text.split('\n').at(-4));
      assert.deepEqual(
        analyze(text).findings.filter(({ rule }) => rule === 'heading-number'),
        [],
      );
    });
  }

  it('keeps a name that looks like a stop of a snippet', () => {
    const snippet = newReport({ agency: '$1}\\局', year: 2024, layout: 'tab' });
    assert.ok(expanded(snippet).startsWith('$1}\\局2024年'));
  });
});
