import assert from 'node:assert/strict';
import { type ReportStatus, status } from '../../server/lsp/messages/messages';
import { type CursorParams, cursor } from '../../server/lsp/messages/writing';
import { report } from './support/report';
import { closeSessions, itemsOf, pushed, type Session, start } from './support/session';

const uri = 'file:///年报/示范县林业局2023年政府信息公开工作年度报告.txt';
const row = '（二）部分公开';
const other = '（一）予以公开';

const layouts: readonly (readonly [layout: string, separator: string])[] = [
  ['tabs', '\t'],
  ['pipes', ' | '],
  ['one figure a line', '\n'],
];

/** The report in a layout, which ends with a line of its own for each row of table three. */
const textIn = (separator: string): string => report().text.replaceAll(' | ', separator);

/** Where a row begins, or one of its cells. */
function placeOf(text: string, separator: string, of: string, column?: number): number {
  const start = text.indexOf(of);
  assert.ok(start >= 0, of);
  if (column === undefined) return start;
  let at = start;
  for (let cell = 0; cell <= column; cell++) at = text.indexOf(separator, at) + separator.length;
  return at;
}

async function moveTo(session: Session, text: string, at: number | undefined): Promise<void> {
  const lines = text.slice(0, at).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const params: CursorParams = at === undefined ? { uri } : { uri, position };
  await session.connection.sendNotification(cursor, params);
}

const signOf = async ({ connection }: Session): Promise<string> =>
  (await connection.sendRequest<ReportStatus>(status, { uri })).verdict.text;

const rulesOf = async (session: Session): Promise<unknown[]> =>
  itemsOf(await session.diagnose(uri)).map(({ code }) => code);

/** A report of zeros in which somebody came to a place, and has typed there: nothing is told of it yet. */
async function typing(clean: string, at: number, typed: string): Promise<Session> {
  const session = await start();
  await session.open(uri, clean);
  assert.deepEqual(await rulesOf(session), []);
  await moveTo(session, clean, at);
  await session.replace(uri, 2, typed);
  assert.deepEqual(await rulesOf(session), []);
  return session;
}

describe('a row that is being filled in', () => {
  afterEach(closeSessions);

  for (const [layout, separator] of layouts) {
    const clean = textIn(separator);
    /** The total of the row before its addends. */
    const total = placeOf(clean, separator, row, 6);
    const typed = `${clean.slice(0, total)}3${clean.slice(total + 1)}`;

    it(`is judged once the cursor leaves it: ${layout}`, async () => {
      const session = await typing(clean, total, typed);
      assert.doesNotMatch(await signOf(session), /✗|✓/u);
      await moveTo(session, typed, placeOf(typed, separator, row, 2));
      assert.deepEqual(await rulesOf(session), [], 'another cell of the row');
      const asked = session.received.length;
      await moveTo(session, typed, placeOf(typed, separator, other, 2));
      assert.ok((await rulesOf(session)).includes('row-total'));
      assert.match(await signOf(session), /✗/u);
      assert.ok(session.received.slice(asked).includes('workspace/diagnostic/refresh'));
    });

    it(`is judged at once where it told something before: ${layout}`, async () => {
      const session = await start();
      await session.open(uri, clean);
      const at = placeOf(clean, separator, other, 6);
      await moveTo(session, clean, at);
      await session.replace(uri, 2, `${clean.slice(0, at)}9${clean.slice(at + 1)}`);
      assert.ok((await rulesOf(session)).includes('row-total'));
    });
  }

  const clean = textIn('\t');
  const total = placeOf(clean, '\t', row, 6);
  const typed = `${clean.slice(0, total)}3${clean.slice(total + 1)}`;

  it('is judged on saving, and from then on', async () => {
    const session = await typing(clean, total, typed);
    await session.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    assert.ok((await rulesOf(session)).includes('row-total'));
    await session.replace(uri, 3, `${clean.slice(0, total)}4${clean.slice(total + 1)}`);
    assert.ok((await rulesOf(session)).includes('row-total'));
  });

  it('hides nothing of the other rows', async () => {
    const session = await start();
    const at = placeOf(clean, '\t', other, 6);
    const wrong = `${clean.slice(0, at)}9${clean.slice(at + 1)}`;
    await session.open(uri, wrong);
    const before = await rulesOf(session);
    assert.ok(before.includes('row-total'));
    await moveTo(session, wrong, total);
    await session.replace(uri, 2, `${wrong.slice(0, total)}3${wrong.slice(total + 1)}`);
    assert.ok((await rulesOf(session)).includes('row-total'));
  });

  it('waits for nobody who does not tell of a cursor, or has another document active', async () => {
    const session = await start();
    await session.open(uri, clean);
    await session.replace(uri, 2, typed);
    assert.ok((await rulesOf(session)).includes('row-total'));
    await session.replace(uri, 3, clean);
    await moveTo(session, clean, total);
    await session.replace(uri, 4, typed);
    assert.deepEqual(await rulesOf(session), []);
    await moveTo(session, typed, undefined);
    assert.ok((await rulesOf(session)).includes('row-total'));
  });

  it('is told of unasked, once it is left, to clients that do not ask', async () => {
    const session = await start({ capabilities: pushed });
    await session.open(uri, clean);
    await signOf(session);
    await moveTo(session, clean, total);
    await session.replace(uri, 2, typed);
    await signOf(session);
    assert.deepEqual(session.published.at(-1)?.diagnostics, []);
    await moveTo(session, typed, 0);
    while (session.published.at(-1)?.diagnostics.length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(session.published.at(-1)?.diagnostics.some(({ code }) => code === 'row-total'));
  });
});
