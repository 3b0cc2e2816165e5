import assert from 'node:assert/strict';
import { mark, unmark, unmarkCursor } from './marked';

describe('marks of fixtures', () => {
  it('says where spans and cursors stood', () => {
    assert.deepEqual(unmark('总计 ⟦8⟧ | ⟦⟧| ⟦外⟦内⟧⟧‸'), {
      text: '总计 8 | | 外内',
      spans: [
        { start: 3, end: 4 },
        { start: 7, end: 7 },
        { start: 9, end: 11 },
        { start: 10, end: 11 },
      ],
      cursors: [11],
    });
  });

  it('refuses brackets that do not pair', () => {
    assert.throws(() => unmark('a⟧'), /⟧ without ⟦/);
    assert.throws(() => unmark('⟦a'), /⟦ without ⟧/);
  });

  it('refuses a fixture without exactly one cursor where one is asked for', () => {
    assert.equal(unmarkCursor('ab‸c').cursor, 2);
    assert.throws(() => unmarkCursor('abc'), /exactly one/);
    assert.throws(() => unmarkCursor('‸a‸'), /exactly one/);
  });

  for (const source of ['没有标记', '⟦8⟧⟦9⟧', '⟦外⟦内⟧⟧尾', 'a⟦⟧b', '⟦a⟧⟦⟧⟦b⟧', '⟦a⟦⟧⟧']) {
    it(`puts the marks of ${source} back`, () => {
      const { text, spans } = unmark(source);
      assert.deepEqual(unmark(mark(text, spans)), { text, spans, cursors: [] });
    });
  }
});
