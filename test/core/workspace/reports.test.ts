import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { reportsIn } from '../../../server/parse/reports-in-text';
import { documentOf } from '../../../server/report/neighbours';
import { createShelf, filedIn } from '../../../server/workspace/filed';
import { createIndex } from '../../../server/workspace/reports';
import { reportOf, type Whose } from '../support/whose';
import { agency, file, indexOf, lastYear, neighbours } from './indexed';

describe('an index of reports', () => {
  it('knows last year’s report of the same agency', () => {
    const index = indexOf({
      'a.txt': { agency, year: 2023 },
      'b.txt': { agency, year: 2022 },
      'c.txt': { agency, year: 2021 },
      'd.txt': { agency: '云溪县财政局', year: 2022 },
      'e.txt': { agency: '云溪县', year: 2022 },
      'f.txt': { agency: '云溪县人民政府', year: 2023 },
    });
    assert.equal(lastYear(index, 'a.txt'), 'b.txt');
    assert.equal(lastYear(index, 'b.txt'), 'c.txt');
    assert.equal(lastYear(index, 'c.txt'), undefined);
    assert.equal(lastYear(index, 'd.txt'), undefined);
    assert.equal(lastYear(index, 'f.txt'), 'e.txt');
    assert.deepEqual(index.dependentsOf('b.txt'), ['a.txt']);
    assert.deepEqual(index.dependentsOf('a.txt'), []);
  });

  it('holds a report that is not filed against those that are', () => {
    const index = indexOf({ 'b.txt': { agency, year: 2022 } });
    const report = parseReport(reportOf({ agency, year: 2023 }));
    assert.equal(index.neighboursOf({ document: 'untitled:1', report })?.lastYear?.document, 'b.txt');
  });

  it('looks for each report of a document under its own name, however many there are', () => {
    let looks = 0;
    const many = (count: number, changed: number) =>
      Array.from({ length: count }, (_, at) => ({
        get document() {
          looks++;
          return `a.txt#${at}`;
        },
        text: at === changed ? '改' : '',
        report: parseReport(''),
      }));
    const index = createIndex();
    index.set('a.txt', many(300, -1));
    looks = 0;
    assert.equal(index.set('a.txt', many(300, 7)), true);
    assert.ok(looks < 300 * 20, `${looks} looks`);
  });

  it('follows what is changed and what goes', () => {
    const index = indexOf({ 'a.txt': { agency, year: 2023 }, 'b.txt': { agency, year: 2022 } });
    const before = index.revisionOf(neighbours(index, 'a.txt'));
    assert.equal(file(index, 'b.txt', { agency, year: 2022 }), false);
    assert.equal(index.revisionOf(neighbours(index, 'a.txt')), before);
    assert.equal(file(index, 'b.txt', { agency, year: 2022, seed: 3 }), true);
    assert.notEqual(index.revisionOf(neighbours(index, 'a.txt')), before);
    assert.equal(file(index, 'b.txt', { agency, year: 2021 }), true);
    assert.equal(lastYear(index, 'a.txt'), undefined);
    file(index, 'b.txt', { agency, year: 2022 });
    assert.equal(index.remove('b.txt'), true);
    assert.equal(index.remove('b.txt'), false);
    assert.equal(lastYear(index, 'a.txt'), undefined);
    assert.deepEqual([...index.documents()], ['a.txt']);
  });

  it('takes none of two drafts that differ, and says which they are', () => {
    const index = indexOf({
      '2023/a.txt': { agency, year: 2023 },
      '2022/b.txt': { agency, year: 2022 },
      '2022/b（修改）.txt': { agency, year: 2022, seed: 3 },
    });
    const [own] = index.get('2023/a.txt') ?? [];
    assert.ok(own);
    assert.equal(lastYear(index, '2023/a.txt'), undefined);
    assert.deepEqual(index.doubtsOf(own), ['2022/b.txt', '2022/b（修改）.txt']);
    index.remove('2022/b（修改）.txt');
    assert.equal(lastYear(index, '2023/a.txt'), '2022/b.txt');
    assert.deepEqual(index.doubtsOf(own), []);
  });

  it('takes the one of two that differ that lies in the own folder, and says which it passes over', () => {
    const index = indexOf({
      '2023.txt': { agency, year: 2023 },
      '2022.txt': { agency, year: 2022 },
      'sub/2022征求意见稿.txt': { agency, year: 2022, seed: 3 },
      'other/2022.txt': { agency, year: 2022, seed: 4 },
      'other/2023.txt': { agency, year: 2023, seed: 5 },
    });
    const passedOver = (document: string): readonly string[] =>
      (index.get(document) ?? []).flatMap((own) => index.passedOverBy(own));
    assert.equal(lastYear(index, '2023.txt'), '2022.txt');
    assert.equal(lastYear(index, 'other/2023.txt'), 'other/2022.txt');
    assert.deepEqual(passedOver('2023.txt'), ['sub/2022征求意见稿.txt'], 'not what belongs to another');
    assert.deepEqual(passedOver('2022.txt'), []);
    index.remove('sub/2022征求意见稿.txt');
    assert.deepEqual(passedOver('2023.txt'), []);
  });

  it('takes the copy in the own folder', () => {
    const index = indexOf({
      'b/2023.txt': { agency, year: 2023 },
      'a/2022.txt': { agency, year: 2022 },
      'b/2022.txt': { agency, year: 2022 },
      'c/2022.txt': { agency, year: 2022 },
    });
    const [own] = index.get('b/2023.txt') ?? [];
    assert.ok(own);
    assert.equal(lastYear(index, 'b/2023.txt'), 'b/2022.txt');
    assert.deepEqual(index.passedOverBy(own), []);
  });

  it('takes either of two copies with the same figures, always the same one', () => {
    const copies = { 'b.txt': { agency, year: 2022 }, 'b.html': { agency, year: 2022, layout: 'html-word' } };
    const index = indexOf({ ...copies, 'a.txt': { agency, year: 2023 } });
    assert.equal(lastYear(index, 'a.txt'), 'b.html');
    const turned = indexOf({
      'a.txt': { agency, year: 2023 },
      'b.html': copies['b.html'],
      'b.txt': copies['b.txt'],
    });
    assert.equal(lastYear(turned, 'a.txt'), 'b.html');
  });

  it('tells agencies of one name apart by their folders', () => {
    const town = '城关镇人民政府';
    const index = indexOf({
      '云溪县/2022年/a.txt': { agency: town, year: 2022, seed: 2 },
      '云溪县/2023年/a.txt': { agency: town, year: 2023, seed: 3 },
      '松涧县/2022年/a.txt': { agency: town, year: 2022, seed: 4 },
      '松涧县/2023年/a.txt': { agency: town, year: 2023, seed: 5 },
      '青川县/2023年/a.txt': { agency: town, year: 2023, seed: 6 },
    });
    assert.equal(lastYear(index, '云溪县/2023年/a.txt'), '云溪县/2022年/a.txt');
    assert.equal(lastYear(index, '松涧县/2023年/a.txt'), '松涧县/2022年/a.txt');
    assert.equal(lastYear(index, '青川县/2023年/a.txt'), undefined);
    index.remove('松涧县/2022年/a.txt');
    assert.equal(lastYear(index, '松涧县/2023年/a.txt'), undefined, 'the only one left is another town’s');
  });
});

describe('an index of documents that have several reports', () => {
  const years = (...of: readonly Whose[]) => filedIn('2023汇编.txt', reportsIn(of.map(reportOf).join('\n')));
  const [now, last, other] = [
    { agency, year: 2023 },
    { agency, year: 2022, seed: 2 },
    { agency: '云溪县财政局', year: 2022, seed: 3 },
  ];

  it('holds them against each other and against those of other documents', () => {
    const index = indexOf({ 'c.txt': { agency: '云溪县财政局', year: 2023 } });
    index.set('2023汇编.txt', years(now, last, other));
    const [first, second] = index.get('2023汇编.txt') ?? [];
    assert.ok(first && second);
    assert.equal(index.neighboursOf(first)?.lastYear, second);
    assert.equal(index.neighboursOf(second), undefined);
    assert.equal(documentOf(neighbours(index, 'c.txt')?.lastYear ?? first), '2023汇编.txt');
    assert.deepEqual(index.dependentsOf('2023汇编.txt'), ['c.txt']);
    assert.deepEqual([...index.documents()].sort(), ['2023汇编.txt', 'c.txt']);
  });

  it('follows what is changed in one of them, and leaves the others as they are', () => {
    const index = createIndex();
    assert.equal(index.set('2023汇编.txt', years(now, last, other)), true);
    assert.equal(index.set('2023汇编.txt', years(now, last, other)), false);
    const [first, second] = index.get('2023汇编.txt') ?? [];
    assert.ok(first && second);
    const before = index.revisionOf(index.neighboursOf(first));
    assert.equal(index.set('2023汇编.txt', years({ ...now, seed: 4 }, last, other)), true);
    assert.equal(index.revisionOf(index.neighboursOf(first)), before);
    assert.equal(index.set('2023汇编.txt', years(now, { ...last, seed: 5 })), true);
    assert.notEqual(index.revisionOf(index.neighboursOf(first)), before);
    assert.equal(index.remove('2023汇编.txt'), true);
    assert.equal(index.neighboursOf(first), undefined);
  });
});

describe('a shelf', () => {
  it('reads what it let go of again', () => {
    const small = createShelf(1);
    const one = small.file({ document: 'a.txt', text: reportOf({ agency, year: 2022 }) });
    const { report } = one;
    assert.equal(one.report, report);
    const other = small.file({ document: 'b.txt', text: reportOf({ agency, year: 2023 }) });
    assert.equal(other.report.year?.value, 2023);
    assert.notEqual(one.report, report);
    assert.deepEqual(one.report.cells, report.cells);
  });
});
