import assert from 'node:assert/strict';
import { commands, env, extensions, type Hover, type MarkdownString } from 'vscode';
import { findingOf, openReport } from './editor';
import { seenInStatus, takeFromMessage } from './hands';
import { cleanText, wrongText } from './report';

/** What the language server tells in a window of some display language. */
interface ServerTongue {
  readonly language: string;
  /** What is found, and what a hover over a wrong total begins with. */
  readonly finding: RegExp;
  readonly hover: RegExp;
}

/** What a user is told in a window of some display language. */
interface Tongue extends ServerTongue {
  readonly category: string;
  readonly checkWorkspace: string;
  readonly firstStep: string;
  /** The status bar, while it is shown how a report was read. */
  readonly reading: string;
  /** A message, with its button. */
  readonly exported: (name: string) => string;
  readonly open: string;
}

/** Tests that what the language server says is in the display language of the window. */
export function serverSpeaks({ language, finding, hover }: ServerTongue): void {
  it(`is told in ${language} by the language server too`, async () => {
    assert.equal(env.language, language);
    const { uri } = await openReport(`说话 ${language}.txt`, await wrongText());
    const { message, range } = await findingOf(uri, 'row-total');
    assert.match(message, finding);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, range.start);
    const shown = hovers.flatMap(({ contents }) => contents.map((each) => (each as MarkdownString).value));
    assert.ok(
      shown.some((text) => hover.test(text)),
      shown.join('\n'),
    );
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
}

/** Tests that the extension's own texts are in the display language of the window. */
export function speaks(tongue: Tongue): void {
  describe(`a window in ${tongue.language}`, () => {
    // Each window has a file of its own, or it would be asked what is to become of the other's export.
    const name = `说话 ${tongue.language}`;

    afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

    it('has that display language', () => assert.equal(env.language, tongue.language));

    it('has commands and first steps in it', () => {
      const { contributes } = extensions.getExtension('nianbao.nianbao')?.packageJSON ?? assert.fail();
      const found = contributes.commands.find(
        ({ command }: { readonly command: string }) => command === 'nianbao.checkWorkspace',
      );
      assert.deepEqual([found.category, found.title].map(shown), [tongue.category, tongue.checkWorkspace]);
      assert.equal(contributes.walkthroughs[0].steps[0].title, tongue.firstStep);
    });

    it('has messages in it', async () => {
      const { uri } = await openReport(`${name}.txt`, await cleanText());
      await commands.executeCommand('nianbao.exportJson', uri);
      const messages = await takeFromMessage(tongue.exported(''), tongue.open);
      const said = messages.map((each) => each.replaceAll('\u2060', ''));
      assert.ok(said.includes(tongue.exported(`${name}.json`)), said.join('\n'));
    });

    it('has the status bar in it', async () => {
      const { uri } = await openReport(`${name}.txt`, await cleanText());
      await commands.executeCommand('nianbao.showReading', uri);
      await seenInStatus(tongue.reading);
      await commands.executeCommand('nianbao.showReading', uri);
    });

    serverSpeaks(tongue);
  });
}

/** A string of the manifest as it is shown: where it is translated VS Code keeps the original beside it. */
const shown = (text: string | { readonly value: string }): string =>
  typeof text === 'string' ? text : text.value;
