import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  MarkupContent,
  Position,
  SelectionRange,
  SemanticTokens,
  SemanticTokensOptions,
  SymbolInformation,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import type { ExportedPage, NewReport, NewReportParams, Preview } from '../../server/lsp/messages/messages';
import { report } from './support/report';
import { closeSessions, incapable, rangeIn, type Session, start } from './support/session';

const uri = 'file:///示范县林业局.nianbao';
const clean = report({ figures: { 'applications.results.granted.commercialEnterprise': '⟦1⟧' } });
const figure = rangeIn(clean.text, clean.spans[0]);

describe('reading with the editor', () => {
  afterEach(closeSessions);

  it('explains a number: its row, its column and its equations', async () => {
    const session = await opened(clean.text);
    const hover = await at<Hover>(session, 'hover', figure.start);
    assert.ok(hover);
    assert.deepEqual(hover.range, figure);
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    for (const word of ['予以公开', '商业企业', '✓']) assert.ok(value.includes(word), value);
  });

  it('explains nothing where nothing of the form stands', async () => {
    const session = await opened(`附注\n\n${clean.text}`);
    assert.equal(await at<Hover>(session, 'hover', { line: 1, character: 0 }), null);
  });

  it('outlines the six sections, with tables and rows in them', async () => {
    const session = await opened(clean.text);
    const [title, ...others] = (await about<DocumentSymbol[]>(session, 'documentSymbol')) ?? [];
    assert.equal(others.length, 0);
    assert.match(title?.name ?? '', /示范县林业局2023年/);
    const sections = title?.children ?? [];
    assert.equal(sections.length, 6);
    const table = sections[2]?.children?.[0];
    assert.deepEqual(
      table?.children?.map(({ children = [] }) => children.length),
      [0, 0, 7, 0],
    );
    for (const symbol of [title, ...sections, table].filter((each) => each !== undefined)) {
      const { range, selectionRange } = symbol;
      assert.ok(isWithin(selectionRange.start, range) && isWithin(selectionRange.end, range), symbol.name);
    }
  });

  it('leaves the headings of Markdown to a client that outlines them itself', async () => {
    const rules = clean.text.replace(/^(?=[一二三四五六]、|示范县)/gmu, '# ');
    const namesFor = async (initializationOptions: object): Promise<(string | undefined)[]> => {
      const session = await start({ initializationOptions });
      await session.open(uri, rules, 'markdown');
      return ((await about<DocumentSymbol[]>(session, 'documentSymbol')) ?? []).map(({ name }) => name);
    };
    assert.deepEqual(await namesFor({ outlined: ['markdown'] }), ['表二', '表三', '表四']);
    assert.match(String(await namesFor({})), /^示范县林业局2023年[^,]*$/u);
  });

  it('outlines flatly for a client that knows no trees', async () => {
    const session = await start({ capabilities: incapable });
    await session.open(uri, clean.text);
    const symbols = (await about<SymbolInformation[]>(session, 'documentSymbol')) ?? [];
    assert.ok(symbols.length > 25);
    assert.ok(symbols.every(({ location, name }) => location.uri === uri && name !== ''));
  });

  it('folds sections and tables', async () => {
    const session = await opened(clean.text);
    const folds = (await about<FoldingRange[]>(session, 'foldingRange')) ?? [];
    const lines = clean.text.split('\n');
    const headings = folds.map(({ startLine }) => lines[startLine]);
    for (const heading of ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况']) {
      assert.ok(headings.includes(heading), heading);
    }
    assert.ok(folds.every(({ startLine, endLine }) => startLine < endLine && endLine < lines.length));
  });

  it('paints headings, labels and figures, each within its line', async () => {
    const session = await opened(clean.text);
    const { legend } = session.capabilities.semanticTokensProvider as SemanticTokensOptions;
    const { data } = (await about<SemanticTokens>(session, 'semanticTokens/full')) ?? { data: [] };
    const lines = clean.text.split('\n');
    const painted = new Set<string>();
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, along = 0, length = 0, type = 0] = data.slice(at);
      [line, character] = [line + down, down > 0 ? along : character + along];
      painted.add(`${legend.tokenTypes[type]} ${lines[line]?.slice(character, character + length)}`);
    }
    for (const token of ['reportHeading 一、总体情况', 'reportColumn 商业企业', 'reportFigure 1'])
      assert.ok(painted.has(token), `${token} is not among ${[...painted]}`);
  });

  it('widens a selection from the figure to the report', async () => {
    const session = await opened(clean.text);
    const params = { textDocument: { uri }, positions: [figure.start] };
    const [inner] = await session.connection.sendRequest<SelectionRange[]>(
      'textDocument/selectionRange',
      params,
    );
    assert.deepEqual(inner?.range, figure);
    let outer = inner;
    while (outer?.parent) outer = outer.parent;
    assert.deepEqual(outer?.range.start, { line: 0, character: 0 });
  });

  it('finds reports by agency and year', async () => {
    const session = await opened(clean.text);
    const named = async (query: string): Promise<string[]> =>
      (await session.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query })).map(
        ({ name, location }) => `${name} ${location.uri}`,
      );
    await about(session, 'documentSymbol');
    const found = [`示范县林业局 2023年 ${uri}`];
    assert.deepEqual(await named(''), found);
    assert.deepEqual(await named('林业2023'), found);
    assert.deepEqual(await named('水利'), []);
  });

  it('draws the report as the form, with its places in the document', async () => {
    const session = await opened(clean.text);
    const drawn = await session.connection.sendRequest<Preview | null>('nianbao/preview', { uri });
    const { line, character } = figure.start;
    assert.ok(drawn?.html.includes(`data-at="${line}:${character}-${line}:${character + 1}"`));
    assert.equal(drawn?.version, 1);
    const page = await session.connection.sendRequest<ExportedPage | null>('nianbao/exportPage', { uri });
    assert.match(page?.html ?? '', /^<!DOCTYPE html>.*<\/html>\n$/su);
    assert.equal(page?.fileName, '示范县林业局核对表.html');
    assert.equal(await session.connection.sendRequest('nianbao/preview', { uri: 'file:///没有.txt' }), null);
  });

  it('begins a new report with the agencies that it knows', async () => {
    const session = await opened(clean.text);
    await about(session, 'documentSymbol');
    const known = await session.connection.sendRequest('nianbao/knownAgencies', {});
    assert.deepEqual(known, [{ agency: '示范县林业局', year: 2023 }]);
    const params: NewReportParams = { agency: '示范县林业局', year: 2024, layout: 'tab' };
    const made = await session.connection.sendRequest<NewReport>('nianbao/newReport', params);
    assert.equal(made.fileName, '示范县林业局2024年政府信息公开工作年度报告');
    assert.match(made.snippet, /^示范县林业局2024年政府信息公开工作年度报告\n/u);
  });

  it('lights up what a total is the sum of', async () => {
    const marked = report({
      figures: {
        'applications.received.naturalPerson': '⟦10⟧',
        'applications.received.total': '⟦11⟧',
      },
    });
    const session = await opened(marked.text);
    const [part, total] = marked.spans.map((span) => rangeIn(marked.text, span));
    assert.ok(part && total);
    const lit = (await at<DocumentHighlight[]>(session, 'documentHighlight', total.start)) ?? [];
    assert.ok(lit.some(({ range }) => JSON.stringify(range) === JSON.stringify(part)));
  });

  it('notes behind a wrong total what it would have to be, unless that is not wanted', async () => {
    const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } });
    const range = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 0 } };
    const hints = async (settings: Session['settings']): Promise<InlayHint[]> => {
      const session = await start({ settings });
      await session.open(uri, wrong.text);
      const params = { textDocument: { uri }, range };
      return session.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', params);
    };
    const end = rangeIn(wrong.text, wrong.spans[0]).end;
    const [hint] = (await hints({})).filter(
      ({ position }) => JSON.stringify(position) === JSON.stringify(end),
    );
    assert.match(String(hint?.label), /应为 8/);
    assert.deepEqual(await hints({ hints: false }), []);
  });
});

async function opened(text: string): Promise<Session> {
  const session = await start();
  await session.open(uri, text);
  return session;
}

const about = <R>({ connection }: Session, method: string): Promise<R | null> =>
  connection.sendRequest<R | null>(`textDocument/${method}`, { textDocument: { uri } });

const at = <R>({ connection }: Session, method: string, position: Position): Promise<R | null> =>
  connection.sendRequest<R | null>(`textDocument/${method}`, { textDocument: { uri }, position });

const isWithin = ({ line, character }: Position, { start, end }: DocumentSymbol['range']): boolean =>
  (line > start.line || (line === start.line && character >= start.character)) &&
  (line < end.line || (line === end.line && character <= end.character));
