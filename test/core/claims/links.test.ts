import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { claimAt, definitionAt, referencesAt } from '../../../server/features/links';
import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
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

  it('lead from a cell to every sentence that states it, and from one of these to the others', () => {
    const cell = cellSpan('applications.received.total');
    const stated = referencesAt(analysis, cell?.start ?? 0);
    assert.deepEqual(
      stated.map(({ start, end }) => text.slice(start - 2, end)),
      ['申请8', '件共8'],
    );
    assert.deepEqual(referencesAt(analysis, stated[0]?.start ?? 0), [stated[1], cell]);
  });

  it('lead nowhere from other words and figures', () => {
    assert.equal(claimAt(analysis, 0), undefined);
    assert.equal(definitionAt(analysis, text.length), undefined);
    assert.deepEqual(referencesAt(analysis, text.indexOf('总体')), []);
    const unstated = cellSpan('applications.received.researchInstitution');
    assert.deepEqual(referencesAt(analysis, unstated?.start ?? 0), []);
  });
});
