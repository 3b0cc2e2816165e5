import assert from 'node:assert/strict';
import type {
  CodeAction,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  MarkupContent,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as messages from '../../server/lsp/messages/messages';
import { checkWorkspace, type WorkspaceSummary } from '../../server/lsp/messages/workspace';
import type { Span } from '../../server/text/span';
import { balancedFacts } from '../core/support/facts';
import { nextFacts, tell } from '../core/support/neighbours';
import { report } from './support/report';
import { closeSessions, itemsOf, rangeIn, type Session, start } from './support/session';
import { Disk, startIn, uriOf } from './support/workspace';

const uri = 'file:///年报汇编.txt';
const other = (text: string): string => text.replaceAll('示范县林业局', '示范县水务局');
const right = report().text;
const whole = right + other(right);
const first = report({ figures: { 'disputes.reconsideration.total': '⟦4⟧' } });
const second = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } });
/** A wrong total in each of two reports. */
const wrong = first.text + other(second.text);
const within = (span: Span | undefined, by: number): Span => ({
  start: (span?.start ?? 0) + by,
  end: (span?.end ?? 0) + by,
});
const firstTotal = rangeIn(wrong, within(first.spans[0], 0));
const secondTotal = rangeIn(wrong, within(second.spans[0], first.text.length));
const lines = right.split('\n').length - 1;

describe('several reports in one document', () => {
  afterEach(closeSessions);

  it('are all checked, and nothing is said to be left out', async () => {
    const session = await opened(whole);
    assert.deepEqual(itemsOf(await session.diagnose(uri)), []);
    await session.replace(uri, 2, wrong);
    const items = itemsOf(await session.diagnose(uri));
    assert.deepEqual(
      items.map(({ code, range }) => [code, range]),
      [
        ['disputes-total', firstTotal],
        ['row-total', secondTotal],
      ],
    );
    const related = items[1]?.relatedInformation?.map(({ location }) => location) ?? [];
    assert.ok(related.length > 0);
    assert.ok(related.every((each) => each.uri === uri && each.range.start.line >= lines));
  });

  it('are followed where they are typed, wherever that moves the others', async () => {
    const session = await opened(wrong);
    await session.diagnose(uri);
    await session.change(uri, 2, { start: 0, end: 0 }, '\n\n');
    const items = itemsOf(await session.diagnose(uri));
    assert.deepEqual(
      items.map(({ code, range }) => [code, range.start.line]),
      [
        ['disputes-total', firstTotal.start.line + 2],
        ['row-total', secondTotal.start.line + 2],
      ],
    );
    assert.match(await hoverAt(session, items[1]?.range.start), /予以公开/u);
  });

  it('are explained where the pointer is', async () => {
    const session = await opened(wrong);
    assert.match(await hoverAt(session, firstTotal.start), /行政复议/u);
    assert.match(await hoverAt(session, secondTotal.start), /予以公开/u);
  });

  it('are mended each in its place, and all at once', async () => {
    const session = await opened(wrong);
    const diagnostics = itemsOf(await session.diagnose(uri));
    const [fix] = (await actionsAt(session, secondTotal, [...diagnostics])).filter(
      (each) => each.isPreferred,
    );
    assert.deepEqual(fix?.diagnostics, [diagnostics[1]]);
    assert.equal(applied(wrong, fix?.edit), first.text + other(right));
    const edit = await session.connection.sendRequest<WorkspaceEdit>(messages.fixTotals, { uri, version: 1 });
    assert.equal(applied(wrong, edit), whole);
    const heading = report({ headings: { 6: '6、其他需要报告的事项' } }).text;
    await session.replace(uri, 2, heading + other(heading));
    const all = await actionsAt(session, firstTotal, [], ['source.fixAll']);
    assert.equal(all.length, 1);
    assert.equal(applied(heading + other(heading), all[0]?.edit), whole);
  });

  it('are each an entry of the outline, folded and hinted at beside each other', async () => {
    const session = await opened(wrong);
    const textDocument = { uri };
    const ask = <T>(method: string, more = {}): Promise<T> =>
      session.connection.sendRequest<T>(`textDocument/${method}`, { textDocument, ...more });
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      symbols.map(({ name, range }) => [name, range.start.line, range.end.line]),
      [
        ['示范县林业局2023年政府信息公开工作年度报告', 0, lines],
        ['示范县水务局2023年政府信息公开工作年度报告', lines, 2 * lines],
      ],
    );
    const folds = await ask<FoldingRange[]>('foldingRange');
    const starts = (from: number): number[] =>
      folds.map(({ startLine }) => startLine - from).filter((line) => line >= 0 && line < lines);
    assert.ok(starts(0).length >= 6);
    assert.deepEqual(starts(lines), starts(0));
    const range = rangeIn(wrong, { start: 0, end: wrong.length });
    const hints = await ask<InlayHint[]>('inlayHint', { range });
    assert.deepEqual(
      hints.map(({ position }) => position.line),
      [firstTotal.end.line, secondTotal.end.line],
    );
  });

  it('are exported a line each, counted together and shown as they were read', async () => {
    const session = await opened(wrong);
    const ask = <T>(method: string): Promise<T> =>
      session.connection.sendRequest<T>(method, { uri, to: 'json' });
    const { text = '', reports, fileName } = await ask<messages.ExportedFile>(messages.exportAs);
    const documents = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      documents.map(({ file, part, agency }) => [file, part, agency]),
      [
        ['年报汇编.txt', 1, '示范县林业局'],
        ['年报汇编.txt', 2, '示范县水务局'],
      ],
    );
    assert.deepEqual([reports, fileName], [2, '年报汇编.jsonl']);
    const status = await ask<messages.ReportStatus>(messages.status);
    assert.deepEqual([status.reports, status.agency, status.year], [2, null, 2023]);
    assert.deepEqual([status.read, status.cells], [400, 400]);
    assert.deepEqual([status.balanced, status.equations, status.findings.error], [81, 84, 2]);
    const { marks, numerals } = await ask<messages.DocumentReading>(messages.reading);
    assert.equal(numerals.cell, 400);
    assert.equal(numerals.unread, 0);
    const cells = marks.filter((mark) => mark.class === 'cell').map(({ range }) => range.start.line);
    assert.equal(cells.filter((line) => line >= lines).length, 200);
  });

  it('of one agency are held against each other, open or not', async () => {
    const figures = balancedFacts(3, 60);
    const told = (year: number, facts: readonly number[]): string =>
      tell({ seed: 3, size: 60, year, figures: facts, agency: '示范县水务局' });
    const text = told(2023, nextFacts(nextFacts(figures, 9, 60), 4, 60)) + told(2022, figures);
    const session = await startIn(new Disk({ '汇编.txt': text }));
    const summary = await session.connection.sendRequest<WorkspaceSummary>(checkWorkspace, {});
    assert.deepEqual(
      summary.files.map((file) => [file.uri, file.year]),
      [
        [uriOf('汇编.txt'), 2023],
        [uriOf('汇编.txt'), 2022],
      ],
    );
    assert.equal(summary.compared, 1);
    const shown = session.published.findLast((each) => each.uri === uriOf('汇编.txt'))?.diagnostics ?? [];
    await session.open(uriOf('汇编.txt'), text);
    const items = itemsOf(await session.diagnose(uriOf('汇编.txt')));
    const carried = items.filter(({ code }) => code === 'carried-over');
    assert.ok(carried.length > 0);
    assert.deepEqual(shown, items);
    const from = text.slice(0, text.lastIndexOf('示范县水务局2022')).split('\n').length - 1;
    for (const { range, relatedInformation } of carried) {
      assert.ok(range.start.line < from);
      assert.ok(relatedInformation?.some(({ location }) => location.range.start.line > from));
    }
  });
});

async function opened(text: string): Promise<Session> {
  const session = await start();
  await session.open(uri, text);
  return session;
}

async function hoverAt({ connection }: Session, position: unknown): Promise<string> {
  const found = await connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position,
  });
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

const actionsAt = async (
  { connection }: Session,
  range: unknown,
  diagnostics: readonly unknown[],
  only?: readonly string[],
): Promise<CodeAction[]> =>
  connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics, ...(only && { only }) },
  });

function applied(text: string, edit: WorkspaceEdit | null | undefined): string {
  const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  const plain = edits.flatMap((each) => ('newText' in each ? [each] : []));
  return TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), plain);
}
