import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ReportStatus, status } from '../../server/lsp/messages/messages';
import { type RewriteParams, type Rewriting, rewrite } from '../../server/lsp/messages/writing';
import { report } from './support/report';
import { closeSessions, start } from './support/session';

const uri = 'file:///示范县林业局2023年政府信息公开工作年度报告.txt';
const plain = report().text;
const scraped = plain.replace('规章 |', '規(guī)章 |').replace('行政处罚 |', '行政處(chǔ)罰 |');

const asked = async (text: string, to: RewriteParams['to']): Promise<Rewriting> => {
  const session = await start();
  await session.open(uri, text);
  return session.connection.sendRequest(rewrite, { uri, to });
};

const edited = (text: string, { edits }: Rewriting): string =>
  TextDocument.applyEdits(TextDocument.create(uri, 'nianbao', 1, text), [...edits]);

describe('a text written otherwise', () => {
  afterEach(closeSessions);

  it('is in simplified characters and without pinyin', async () => {
    const simplified = await asked(scraped, 'simplified');
    assert.deepEqual([simplified.version, simplified.count], [1, 3]);
    const unglossed = await asked(edited(scraped, simplified), 'unglossed');
    assert.equal(unglossed.count, 2);
    assert.equal(edited(edited(scraped, simplified), unglossed), plain);
  });

  it('is nothing where there is neither, which the status tells', async () => {
    for (const [text, traditional, glosses] of [
      [plain, 0, 0],
      [scraped, 3, 2],
    ] as const) {
      const session = await start();
      await session.open(uri, text);
      const told = await session.connection.sendRequest<ReportStatus>(status, { uri });
      assert.deepEqual([told.traditional, told.glosses], [traditional, glosses]);
    }
    assert.deepEqual((await asked(plain, 'simplified')).edits, []);
  });
});
