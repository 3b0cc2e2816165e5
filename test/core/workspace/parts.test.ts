import assert from 'node:assert/strict';
import { readParts } from '../../../server/workspace/parts';
import { agency, file, indexOf, neighbours } from './indexed';

describe('the parts of an agency', () => {
  const parent = '云溪县人民政府';
  const reports = {
    'p.txt': { agency: parent, year: 2023 },
    'p22.txt': { agency: parent, year: 2022 },
    'w.txt': { agency, year: 2023, seed: 2 },
    '部门/e.txt': { agency: '云溪县教育局', year: 2023, seed: 3 },
    '部门/old.txt': { agency: '云溪县教育局', year: 2021, seed: 3 },
    'x.txt': { agency: '松涧县教育局', year: 2023, seed: 4 },
  };
  const partsOf = (list: readonly string[], document = 'p.txt') => {
    const index = indexOf(reports);
    index.setParts({ 云溪县: list });
    const parts = neighbours(index, document)?.parts;
    return parts && { found: parts.found.map((each) => each.document), missing: parts.missing };
  };

  it('are those that are named, on the same year; who has no report is missing', () => {
    assert.deepEqual(partsOf([agency, '云溪县教育局', '云溪县财政局', parent]), {
      found: ['w.txt', '部门/e.txt'],
      missing: ['云溪县财政局'],
    });
  });

  it('are those that patterns of names or of paths lead to', () => {
    assert.deepEqual(partsOf(['云溪县*'])?.found, ['w.txt', '部门/e.txt']);
    assert.deepEqual(partsOf(['云溪县*', '!云溪县水务局'])?.found, ['部门/e.txt']);
    assert.deepEqual(partsOf(['部门/*.txt'])?.found, ['部门/e.txt']);
    assert.deepEqual(partsOf(['*教育局', '云溪县教育局'])?.found, ['部门/e.txt', 'x.txt']);
  });

  it('are not looked for by what is too long for a pattern', () => {
    assert.deepEqual(readParts({ 云溪县: ['云溪县*', '', 7] }), { 云溪县: ['云溪县*'] });
    assert.deepEqual(partsOf(['*'.repeat(65_537), '部门/*.txt'])?.found, ['部门/e.txt']);
  });

  it('are nothing to hold a report against where none is there', () => {
    assert.equal(partsOf(['云溪县财政局']), undefined);
    assert.equal(partsOf([agency, '云溪县教育局'], 'p22.txt'), undefined);
    assert.equal(partsOf([]), undefined);
  });

  it('are not summed where one of them is in doubt', () => {
    const index = indexOf({ ...reports, 'w2.txt': { agency, year: 2023, seed: 7 } });
    index.setParts({ [parent]: [agency, '云溪县教育局'] });
    const [own] = index.get('p.txt') ?? [];
    assert.ok(own);
    assert.equal(neighbours(index, 'p.txt')?.parts, undefined);
    assert.deepEqual(index.doubtsOf(own), ['w.txt', 'w2.txt']);
  });

  it('are summed with the one of two that lies in the folder of the whole', () => {
    const index = indexOf({ ...reports, '旧/w.txt': { agency, year: 2023, seed: 7 } });
    index.setParts({ [parent]: [agency, '云溪县教育局'] });
    const [own] = index.get('p.txt') ?? [];
    assert.ok(own);
    const found = neighbours(index, 'p.txt')?.parts?.found.map(({ document }) => document);
    assert.deepEqual(found, ['w.txt', '部门/e.txt']);
    assert.deepEqual(index.doubtsOf(own), []);
    assert.deepEqual(index.passedOverBy(own), ['旧/w.txt']);
  });

  it('have their parent lean on them', () => {
    const index = indexOf(reports);
    index.setParts({ [parent]: ['云溪县水务局', '部门/*'] });
    assert.deepEqual(index.dependentsOf('w.txt'), ['p.txt']);
    assert.deepEqual(index.dependentsOf('部门/e.txt'), ['p.txt']);
    assert.deepEqual(index.dependentsOf('x.txt'), []);
    assert.deepEqual(index.dependentsOf('p22.txt'), ['p.txt']);
    const before = index.revisionOf(neighbours(index, 'p.txt'));
    file(index, 'w.txt', { agency, year: 2023, seed: 9 });
    assert.notEqual(index.revisionOf(neighbours(index, 'p.txt')), before);
  });
});
