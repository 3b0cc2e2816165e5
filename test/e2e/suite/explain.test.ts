import assert from 'node:assert/strict';
import { commands, type Hover, type MarkdownString, type Position, type TextDocument } from 'vscode';
import { fileUri, findingOf, openReport, rangeOf, show } from '../support/editor';
import { brokenRow, cleanReport, wrongText } from '../support/report';

describe('explaining', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('says in a hover which row and column a number stands in', async () => {
    const document = await show(fileUri(cleanReport));
    const text = await hoverText(document, rangeOf(document, brokenRow, /\b7\b/).start);
    assert.match(text, /予以公开/);
    assert.match(text, /自然人/);
  });

  it('opens the page of the rule that found something', async () => {
    const report = await openReport('规则页.txt', await wrongText());
    const { code } = await findingOf(report.uri, 'row-total');
    assert.ok(typeof code === 'object', 'the finding links to a page');
    const page = await show(code.target);
    assert.match(page.getText(), /row-total/);
  });
});

async function hoverText(document: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : (content as MarkdownString).value))
    .join('\n');
}
