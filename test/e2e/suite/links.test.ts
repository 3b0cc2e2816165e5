import assert from 'node:assert/strict';
import {
  commands,
  type DocumentLink,
  type Location,
  type LocationLink,
  type Range,
  type SemanticTokens,
  type SymbolInformation,
  window,
} from 'vscode';
import { fileUri, rangeOf, show } from '../support/editor';
import { cleanReport } from '../support/report';

describe('words and figures', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('lead to each other, with the view of the reading over them and without', async () => {
    const document = await show(fileUri(cleanReport));
    const { uri } = document;
    await commands.executeCommand('nianbao.showReading');
    const claim = rangeOf(document, '新收政府信息公开申请16件', /\b16\b/);
    const [target] = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      claim.start,
    );
    assert.ok(target);
    const cell = placeOf(target);
    const row = document.lineAt(cell.start.line).text;
    assert.match(row, /^一、本年新收/);
    assert.equal(cell.end.character, row.length);
    await commands.executeCommand('nianbao.showReading');
    const references = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      cell.start,
    );
    assert.ok(references.some(({ range }) => range.isEqual(claim)));
  });

  it('lead from the articles that are cited to the official text', async () => {
    const document = await show(fileUri(cleanReport));
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const caption = rangeOf(document, '第二十条第（一）项', /第二十条第（一）项/u);
    const link = links.find(({ range }) => range.isEqual(caption));
    assert.match(String(link?.target), /^https:\/\/www\.gov\.cn\//u);
  });

  it('are shown by the command that the fixes lead with', async () => {
    const document = await show(fileUri(cleanReport));
    const cell = rangeOf(document, '一、本年新收', /16$/);
    await commands.executeCommand('nianbao.showPlace', document.uri.toString(), cell);
    assert.ok(window.activeTextEditor?.selection.isEqual(cell));
  });
});

describe('reports', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are painted, and found by agency and year', async () => {
    const document = await show(fileUri(cleanReport));
    const tokens = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    // Five numbers a token; 200 figures with their labels.
    assert.ok(tokens.data.length > 5 * 200);
    const found = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '2023',
    );
    assert.ok(found.some(({ location }) => location.uri.toString() === document.uri.toString()));
  });
});

const placeOf = (target: Location | LocationLink): Range =>
  'targetUri' in target ? (target.targetSelectionRange ?? target.targetRange) : target.range;
