import assert from 'node:assert/strict';
import { withRule } from '../core/support/endless';
import { report } from './support/report';
import { closeSessions, itemsOf, start } from './support/session';

const uri = 'file:///示范县林业局.nianbao';
const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } }).text;

const withBrokenRule = (run: () => Promise<void>) =>
  withRule(() => {
    throw new Error('坏在这里');
  }, run);

describe('a rule that breaks down', () => {
  afterEach(closeSessions);

  it(
    'loses only itself, is named once in a report, and logs once where it broke',
    withBrokenRule(async () => {
      const session = await start();
      for (const [version, text] of [wrong, `${wrong}\n`, wrong].entries()) {
        if (version === 0) await session.open(uri, text);
        else await session.replace(uri, version + 1, text);
        const codes = itemsOf(await session.diagnose(uri)).map(({ code }) => code);
        assert.ok(codes.includes('row-total'));
        assert.equal(codes.filter((code) => code === 'check-failed').length, 1);
      }
      const logged = session.log.filter((line) => line.includes('坏在这里'));
      assert.equal(logged.length, 1, logged.join('\n'));
      assert.match(logged[0] ?? '', /示范县林业局.*heading-number.*坏在这里\n\s+at /su);
    }),
  );

  it(
    'logs no text of the report',
    withBrokenRule(async () => {
      const session = await start();
      await session.open(uri, wrong);
      await session.diagnose(uri);
      // A question that fails is logged as well.
      await assert.rejects(
        session.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range: null }),
      );
      assert.ok(session.log.length > 1);
      const logged = session.log.join('\n');
      for (const line of wrong.split('\n').filter((each) => each.trim().length > 9))
        assert.ok(!logged.includes(line.trim()), line);
    }),
  );
});
