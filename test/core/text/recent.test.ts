import assert from 'node:assert/strict';
import { recent } from '../../../server/text/recent';

describe('what is kept of what was asked last', () => {
  it('is worked out once, and again when others were asked about since', () => {
    const worked: string[] = [];
    const keep = recent<string>(2);
    const ask = (key: string): string =>
      keep(key, () => {
        worked.push(key);
        return key.toUpperCase();
      });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(ask(key), key.toUpperCase());
    // b was asked about longest ago when c came.
    assert.deepEqual(worked, ['a', 'b', 'c', 'b']);
  });

  it('keeps also that there is none', () => {
    let times = 0;
    const keep = recent<undefined>(1);
    for (let time = 0; time < 3; time++) keep('', () => void times++);
    assert.equal(times, 1);
  });
});
