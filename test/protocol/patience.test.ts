import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { patient } from '../../server/lsp/protocol/patience';

describe('what the client is asked for', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('is what it answers', async () => {
    assert.equal(await patient(Promise.resolve('on'), 'off'), 'on');
  });

  it('is taken as usual where it cannot answer', async () => {
    assert.equal(await patient(Promise.reject(new Error('no such section')), 'off'), 'off');
  });

  it('is taken as usual where it does not, until it does', async () => {
    let answer = (_: string): void => undefined;
    let late = 0;
    const asked = patient(new Promise<string>((resolve) => (answer = resolve)), 'off', () => late++);
    mock.timers.tick(5_000);
    assert.equal(await asked, 'off');
    assert.equal(late, 0);
    answer('on');
    await Promise.resolve();
    assert.equal(late, 1);
  });
});
