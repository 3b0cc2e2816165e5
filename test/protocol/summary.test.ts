import assert from 'node:assert/strict';
import { summaryPage } from '../../client/views/summary';
import { checkWorkspace, type WorkspaceSummary } from '../../server/lsp/messages/workspace';
import { report } from './support/report';
import { closeSessions } from './support/session';
import { Disk, startIn, uriOf } from './support/workspace';

describe('the page of a summary', () => {
  afterEach(closeSessions);

  it('names every agency of a compilation, and rules by what they find', async () => {
    const first = report({ figures: { 'disputes.reconsideration.total': '4' } }).text;
    const session = await startIn(new Disk({ '汇编.txt': first + first.replaceAll('林业局', '水务局') }));
    const summary = await session.connection.sendRequest<WorkspaceSummary>(checkWorkspace, {});
    const page = summaryPage(summary, (uri) => ({
      name: uri === uriOf('汇编.txt') ? '汇编.txt' : uri,
      href: '/%E6%B1%87 编.txt',
    }));
    assert.match(page, /^\| \[汇编\\\.txt\]\(<\/%E6%B1%87 编\.txt>\) \| 示范县林业局 \| 2023 \| 1 \|/mu);
    assert.match(page, /^\| \[汇编\\\.txt\]\(<\/%E6%B1%87 编\.txt>\) \| 示范县水务局 \| 2023 \| 1 \|/mu);
    assert.match(
      page,
      /^\| \[表四每一类争议，四种结果之和应等于总计\]\(<disputes-total\.md>\) \| disputes-total \| 2 \|/mu,
    );
  });
});
