import assert from 'node:assert/strict';
import { edition2021 } from '../../server/form/edition-2021';
import { type TableCells, tableCells } from '../../server/lsp/messages/writing';
import { report } from './support/report';
import { closeSessions, rangeIn, start } from './support/session';

const uri = 'file:///示范县林业局2023年政府信息公开工作年度报告.txt';

describe('the cells of tables', () => {
  afterEach(closeSessions);

  it('are told with the version of the text, in its order', async () => {
    const session = await start();
    const { text } = report();
    await session.open(uri, text);
    const told = await session.connection.sendRequest<TableCells>(tableCells, { uri });
    assert.equal(told.version, 1);
    assert.equal(told.cells.length, edition2021.cells.length);
    const row = text.indexOf('规章 | ');
    const end = text.indexOf('\n', row);
    assert.deepEqual(told.rows[0], rangeIn(text, { start: row, end }));
    assert.deepEqual(told.cells[0], rangeIn(text, { start: row + 5, end: row + 6 }));
  });

  it('are null where no report is', async () => {
    const session = await start();
    await session.open('file:///随笔.txt', '今天下雨。', 'plaintext');
    assert.equal(await session.connection.sendRequest(tableCells, { uri: 'file:///随笔.txt' }), null);
  });
});
