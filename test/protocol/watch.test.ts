import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { patience, watch } from '../../client/connection/watch';

describe('the watch over a server', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));
  afterEach(() => mock.timers.reset());

  /** Lets time pass, with room for what was promised after every second. */
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second++) {
      mock.timers.tick(1000);
      await Promise.resolve().then(() => undefined);
    }
  };

  it('tells once of one that does not answer, and not before its patience is over', async () => {
    let told = 0;
    watch({ ask: () => new Promise(() => undefined), silent: () => told++ });
    await pass(patience);
    assert.equal(told, 0);
    await pass(4);
    assert.equal(told, 1);
    await pass(10 * patience);
    assert.equal(told, 1);
  });

  it('tells of none that answers late, refuses, or is let go', async () => {
    let told = 0;
    const silent = (): void => void told++;
    const answers: (() => void)[] = [];
    watch({ ask: () => new Promise((resolve) => answers.push(() => resolve(true))), silent });
    for (let round = 0; round < 5; round++) {
      await pass(patience - 2);
      for (const answer of answers.splice(0)) answer();
      await pass(2);
    }
    watch({ ask: () => Promise.reject(new Error('not running')), silent });
    await pass(patience / 2);
    const end = watch({ ask: () => new Promise(() => undefined), silent });
    await pass(4);
    end();
    for (const answer of answers.splice(0)) answer();
    mock.timers.tick(0);
    await pass(patience / 2);
    assert.equal(told, 0);
  });
});
