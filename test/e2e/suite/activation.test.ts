import assert from 'node:assert/strict';
import { env, extensions, workspace } from 'vscode';
import { fileUri, show } from '../support/editor';
import { cleanReport } from '../support/report';

describe('activation', () => {
  it('is in a window whose display language is Chinese', () => assert.equal(env.language, 'zh-cn'));

  it('starts the packaged extension with the first report, in Restricted Mode too', async () => {
    const extension = extensions.getExtension('nianbao.nianbao');
    assert.ok(extension, 'the extension is installed');
    const document = await show(fileUri(cleanReport));
    assert.equal(document.languageId, 'nianbao', 'the name of the file tells its language');
    await extension.activate();
    // What runs here alone asks nobody when it runs tests; behind a server the folder stays untrusted.
    if (env.remoteName !== undefined) assert.equal(workspace.isTrusted, false);
  });

  it('shows Chinese text without boxes around its characters', () => {
    const editor = workspace.getConfiguration('editor', { uri: fileUri(cleanReport), languageId: 'nianbao' });
    assert.equal(editor.get('unicodeHighlight.nonBasicASCII'), false, 'as Restricted Mode would');
    assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
  });
});
