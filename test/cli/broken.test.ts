import assert from 'node:assert/strict';
import { withRule } from '../core/support/endless';
import { nianbao, reportText, withFolder } from './nianbao';

/** One error: a row total. */
const wrong = reportText({ '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t3' });

describe('nianbao check with a rule of its own that is broken', () => {
  it(
    'loses only the rule that breaks down, and says where it did when asked to',
    withFolder(
      { '甲.txt': wrong },
      withRule(
        () => {
          throw new Error('坏在这里');
        },
        async (cwd: string) => {
          const quiet = await nianbao(['check', '.'], { cwd });
          assert.equal(quiet.stderr, '');
          assert.equal(quiet.stdout.match(/\[check-failed\]/gu)?.length, 1);
          assert.match(quiet.stdout, /\[row-total\]/u);
          const { stdout, stderr } = await nianbao(['check', '.'], { cwd, traces: true });
          assert.equal(stdout, quiet.stdout);
          assert.match(stderr, /^甲\.txt \[heading-number\]\nError: 坏在这里\n\s+at /u);
        },
      ),
    ),
  );
});
