import assert from 'node:assert/strict';
import { LSPErrorCodes } from 'vscode-languageserver-protocol';
import * as messages from '../../server/lsp/messages/messages';
import { checkWorkspace, type WorkspaceSummary } from '../../server/lsp/messages/workspace';
import { type Limit, TooLong } from '../../server/workspace/limit';
import { limitOf } from '../../server/workspace/within';
import { withEndlessRule, withRule } from '../core/support/endless';
import { report } from './support/report';
import { closeSessions, itemsOf, pushed, type Session, start, until } from './support/session';
import { Disk, startIn, uriOf } from './support/workspace';

const uri = 'file:///示范县林业局.nianbao';
const other = 'file:///示范县水务局.nianbao';
const limit = limitOf(0.3);
const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } }).text;
const endless = wrong.replace('定期清理', withEndlessRule.trap);

const status = ({ connection }: Session, document = uri): Promise<messages.ReportStatus | null> =>
  connection.sendRequest(messages.status, { uri: document });

const told = ({ received }: Session): number =>
  received.filter((each) => each === 'window/showMessage').length;

describe('a document that is never done', () => {
  afterEach(closeSessions);

  it(
    'is named once, is not said to have no problems, and is looked at again when it changes',
    withEndlessRule(async () => {
      const session = await start({ limit });
      await session.open(uri, endless);
      for (let asked = 0; asked < 3; asked++) {
        const [item, ...more] = itemsOf(await session.diagnose(uri));
        assert.match(String(item?.message), /超过 0\.3 秒没有检查完.*没有核对/u);
        assert.deepEqual(more, []);
        await assert.rejects(status(session), /没有检查完/u);
        assert.equal(
          await session.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }),
          null,
        );
      }
      assert.equal(told(session), 1);
      assert.ok(session.log.some((line) => line.includes(uri)));
      await session.replace(uri, 2, wrong);
      assert.ok(itemsOf(await session.diagnose(uri)).some(({ code }) => code === 'row-total'));
      assert.ok(await status(session));
    }),
  );

  it(
    'keeps no other from being served',
    withEndlessRule(async () => {
      const session = await start({ limit });
      await session.open(uri, endless);
      await session.open(other, wrong);
      const [, items] = await Promise.all([session.diagnose(uri), session.diagnose(other)]);
      assert.ok(itemsOf(items).some(({ code }) => code === 'row-total'));
    }),
  );

  it(
    'is named to clients that are sent diagnostics',
    withEndlessRule(async () => {
      const session = await start({ limit, capabilities: pushed });
      await session.open(uri, endless);
      const { diagnostics } = await until(() => session.published.at(-1));
      assert.match(String(diagnostics[0]?.message), /没有核对/u);
    }),
  );

  it(
    'does not keep a workspace from being checked',
    withEndlessRule(async () => {
      const disk = new Disk({ '甲.nianbao': endless, '乙.nianbao': wrong });
      const session = await startIn(disk, { limit });
      const { files } = await session.connection.sendRequest<WorkspaceSummary>(checkWorkspace, {});
      assert.deepEqual(
        files.map((file) => file.uri),
        [uriOf('乙.nianbao')],
      );
      const shown = await until(() => session.published.find((each) => each.uri === uriOf('甲.nianbao')));
      assert.match(String(shown.diagnostics[0]?.message), /没有核对/u);
    }),
  );
});

describe('a server that had no time itself', () => {
  afterEach(closeSessions);

  it(
    'checks a document when it has, and gives none up',
    withRule(
      (context, own) => {
        // As where the process is stopped, or others take its turns: the clock goes on.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
        return own(context);
      },
      async () => {
        const session = await start({ limit });
        await session.open(uri, wrong);
        assert.ok(itemsOf(await session.diagnose(uri)).some(({ code }) => code === 'row-total'));
        assert.equal(told(session), 0);
        assert.ok(await status(session));
      },
    ),
  );
});

describe('a request that takes too long', () => {
  afterEach(closeSessions);

  it('is refused by that name, and the document stays served', async () => {
    let tired = false;
    const limited: Limit = (work) => {
      if (tired) throw new TooLong(5);
      return work();
    };
    const session = await start({ limit: limited });
    await session.open(uri, wrong);
    await session.diagnose(uri);
    tired = true;
    const position = { line: 3, character: 2 };
    const range = { start: position, end: position };
    const requests: Readonly<Record<string, object>> = {
      formatting: { options: { tabSize: 2, insertSpaces: true } },
      inlayHint: { range },
      hover: { position },
      foldingRange: {},
      codeAction: { range, context: { diagnostics: [] } },
    };
    for (const [feature, params] of Object.entries(requests)) {
      const answer = session.connection.sendRequest(`textDocument/${feature}`, {
        textDocument: { uri },
        ...params,
      });
      await assert.rejects(answer, {
        code: LSPErrorCodes.RequestFailed,
        message: `${feature}：超过 5 秒没有检查完，已经放下`,
      });
    }
    assert.ok(session.log.some((line) => line.includes(`hover ${uri}：超过 5 秒没有检查完`)));
    tired = false;
    const { connection } = session;
    assert.ok(await connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } }));
  });
});
