import assert from 'node:assert/strict';
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { report } from './support/report';
import { closeSessions, rangeIn, type Session, start } from './support/session';

const uri = 'file:///示范县林业局2023年政府信息公开工作年度报告.txt';
const agency = '示范县林业局';
const text = `${report().text}\n由${agency}办公室主任签发，报${agency}存档。\n`;

const opened = async (): Promise<Session> => {
  const session = await start();
  await session.open(uri, text);
  return session;
};

const place = (offset: number): Position => rangeIn(text, { start: offset, end: offset }).start;

const rename = (session: Session, position: Position, newName: string): Promise<WorkspaceEdit> =>
  session.connection.sendRequest('textDocument/rename', { textDocument: { uri }, position, newName });

describe('renaming the agency', () => {
  afterEach(closeSessions);

  it('is prepared at its name and refused with a reason elsewhere', async () => {
    const { connection } = await opened();
    const prepare = (offset: number): Promise<Range> =>
      connection.sendRequest('textDocument/prepareRename', {
        textDocument: { uri },
        position: place(offset),
      });
    assert.deepEqual(await prepare(2), rangeIn(text, { start: 0, end: agency.length }));
    await assert.rejects(prepare(text.indexOf('一、总体情况')), /请把光标放在“示范县林业局”上/u);
  });

  it('changes it wherever it stands in full, and no longer name', async () => {
    const edit = await rename(await opened(), place(0), ' 示范县林业和草原局 ');
    const [change] = edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    const edits = change.edits.flatMap((each) => ('newText' in each ? [each] : []));
    const after = TextDocument.applyEdits(TextDocument.create(uri, 'nianbao', 1, text), edits);
    assert.match(after, /^示范县林业和草原局2023年/u);
    assert.match(after, /由示范县林业局办公室主任签发，报示范县林业和草原局存档/u);
  });

  it('refuses what is no name', async () => {
    await assert.rejects(rename(await opened(), place(0), ' '), /不能是空的/u);
  });
});
