import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type {
  ClientCapabilities,
  CodeAction,
  DocumentLink,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  Position,
  Range,
} from 'vscode-languageserver-protocol';
import { type DocumentReading, reading, readingClasses } from '../../server/lsp/messages/messages';
import { report } from './support/report';
import { closeSessions, incapable, itemsOf, rangeIn, type Session, start } from './support/session';

const uri = 'file:///示范县林业局.txt';
const told = (number: number): string => `（二）依申请公开。全年收到政府信息公开申请${number}件。`;

/** A report whose section one states the applications received, and where; and where the table does. */
function stating(number: number) {
  const { text } = report();
  const whole = text.replace('（二）依申请公开。', told(number));
  const at = whole.indexOf(`${number}件`);
  const row = whole.indexOf('一、本年新收');
  const total = whole.lastIndexOf('11', whole.indexOf('\n', row));
  return {
    text: whole,
    claim: rangeIn(whole, { start: at, end: at + String(number).length }),
    cell: rangeIn(whole, { start: total, end: total + 2 }),
  };
}

const agreeing = stating(11);
const differing = stating(15);

describe('from words to figures', () => {
  afterEach(closeSessions);

  it('goes from a number of the text to its cell, with what leads there for a client that shows it', async () => {
    const session = await opened(agreeing.text, { textDocument: { definition: { linkSupport: true } } });
    const [link] = (await at<LocationLink[]>(session, 'definition', agreeing.claim.start)) ?? [];
    assert.deepEqual(link, {
      originSelectionRange: agreeing.claim,
      targetUri: uri,
      targetRange: agreeing.cell,
      targetSelectionRange: agreeing.cell,
    });
    const plain = await opened(agreeing.text, incapable);
    const locations = await at<Location[]>(plain, 'definition', agreeing.claim.start);
    assert.deepEqual(locations, [{ uri, range: agreeing.cell }]);
    assert.equal(await at(plain, 'definition', { line: 0, character: 0 }), null);
  });

  it('goes from a total to the cells that it adds', async () => {
    const session = await opened(agreeing.text, incapable);
    const parts = (await at<Location[]>(session, 'definition', agreeing.cell.start)) ?? [];
    assert.equal(parts.length, 6);
    assert.ok(parts.every(({ range }) => range.start.line === agreeing.cell.start.line));
  });

  it('finds every sentence that states a cell, the cell itself only where it is asked for', async () => {
    const session = await opened(agreeing.text);
    const ask = (position: Position, includeDeclaration: boolean): Promise<Location[] | null> =>
      at(session, 'references', position, { context: { includeDeclaration } });
    const [cell, claim] = [agreeing.cell, agreeing.claim].map((range) => ({ uri, range }));
    assert.deepEqual(await ask(agreeing.cell.start, false), [claim]);
    assert.deepEqual(await ask(agreeing.cell.start, true), [cell, claim]);
    assert.deepEqual(await ask(agreeing.claim.start, true), [cell, claim]);
    assert.equal(await ask({ line: 1, character: 0 }, true), null);
  });

  it('says in a hover what a number of the text was compared with', async () => {
    const session = await opened(differing.text);
    const hover = await at<Hover>(session, 'hover', differing.claim.start);
    assert.ok(hover);
    assert.deepEqual(hover.range, differing.claim);
    assert.match((hover.contents as MarkupContent).value, /与表格不一致 ✗[\s\S]*「总计」列：11/);
  });

  it('offers from the text to go to the cell, and from the cell to change the text', async () => {
    const session = await start({ initializationOptions: { showCommand: 'show' } });
    await session.open(uri, differing.text);
    const diagnostics = itemsOf(await session.diagnose(uri)).filter(({ code }) => code === 'claim-mismatch');
    assert.equal(diagnostics.length, 1);
    const fixes = await actions(session, differing.claim, { diagnostics: [...diagnostics] });
    const go = fixes.find(({ command }) => command?.command === 'show');
    assert.deepEqual(go?.command?.arguments, [uri, differing.cell]);
    assert.deepEqual(go.diagnostics, diagnostics);
    const [rewrite] = await actions(session, differing.cell, { diagnostics: [], only: ['refactor'] });
    assert.equal(rewrite?.kind, 'refactor.rewrite');
    assert.equal(rewrite.title, '文中的“15”也改为“11”');
    assert.deepEqual(rewrite.edit?.documentChanges, [
      { textDocument: { uri, version: 1 }, edits: [{ range: differing.claim, newText: '11' }] },
    ]);
  });

  it('offers neither where all agree, nor a command that the client does not have', async () => {
    const session = await opened(agreeing.text);
    assert.deepEqual(await actions(session, agreeing.cell, { diagnostics: [], only: ['refactor'] }), []);
    const other = await opened(differing.text);
    const fixes = await actions(other, differing.claim, { diagnostics: [] });
    assert.ok(fixes.every(({ command }) => command === undefined || command.command !== 'show'));
  });
});

describe('the reading of a document', () => {
  afterEach(closeSessions);

  const read = ({ connection }: Session): Promise<DocumentReading | null> =>
    connection.sendRequest<DocumentReading | null>(reading, { uri });

  it('says of every place what it was read as, and counts the numerals', async () => {
    const session = await opened(agreeing.text);
    const answer = await read(session);
    assert.ok(answer);
    assert.equal(answer.version, 1);
    assert.deepEqual(Object.keys(answer.numerals), readingClasses);
    assert.deepEqual([answer.numerals.cell, answer.numerals.unexplained], [200, 0]);
    const markAt = (range: Range) =>
      answer.marks.find((mark) => JSON.stringify(mark.range) === JSON.stringify(range));
    assert.deepEqual(markAt(agreeing.cell), {
      range: agreeing.cell,
      class: 'cell',
      description: '表三「本年新收」行「总计」列：11',
    });
    const claim = markAt(agreeing.claim);
    assert.equal(claim?.class, 'claim');
    assert.match(claim.description, /与表格一致 ✓：表三「本年新收」行「总计」列：11/);
    for (const kind of ['heading', 'label', 'ordinal'] as const)
      assert.ok(
        answer.marks.some((mark) => mark.class === kind),
        kind,
      );
  });

  it('shows words that say none with what they were compared with', async () => {
    const text = report().text.replace('（二）依申请公开。', '（二）依申请公开。未发生行政诉讼。');
    const session = await opened(text);
    const at = text.indexOf('未发生行政诉讼');
    const { start } = rangeIn(text, { start: at, end: at });
    const mark = (await read(session))?.marks.find(
      ({ range }) => JSON.stringify(range.start) === JSON.stringify(start),
    );
    assert.equal(mark?.class, 'claim');
    assert.match(mark.description, /^与表格一致 ✓：.*0 \+ 0 = 0$/u);
  });

  it('has marks in the order of the text, none over another', async () => {
    const session = await opened(agreeing.text);
    const marks = (await read(session))?.marks ?? [];
    for (const [index, { range }] of marks.entries()) {
      assert.ok(isBefore(range.start, range.end));
      const next = marks[index + 1]?.range;
      assert.ok(!next || !isBefore(next.start, range.end));
    }
  });

  it('follows the text, and is not made of what is no report', async () => {
    const session = await opened(agreeing.text);
    await session.change(uri, 2, { start: 0, end: 0 }, '\n');
    assert.equal((await read(session))?.version, 2);
    const other = await start();
    await other.open(uri, '今天下雨3次。', 'plaintext');
    assert.equal(await read(other), null);
  });
});

describe('articles', () => {
  afterEach(closeSessions);

  it('that a report cites are links that say what they open', async () => {
    const { connection } = await opened(agreeing.text);
    const links = await connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    const at = agreeing.text.indexOf('第二十条第（一）项');
    const range = rangeIn(agreeing.text, { start: at, end: at + '第二十条第（一）项'.length });
    const link = links.find((each) => isDeepStrictEqual(each.range, range));
    assert.match(link?.target ?? '', /^https:\/\/www\.gov\.cn\//u);
    assert.match(link?.tooltip ?? '', /政府信息公开条例.*第二十条/u);
  });
});

async function opened(text: string, capabilities?: ClientCapabilities): Promise<Session> {
  const session = await start(capabilities ? { capabilities } : {});
  await session.open(uri, text);
  return session;
}

const at = <R>({ connection }: Session, method: string, position: Position, more = {}): Promise<R | null> =>
  connection.sendRequest<R | null>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });

const actions = ({ connection }: Session, range: Range, context: object): Promise<CodeAction[]> =>
  connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
