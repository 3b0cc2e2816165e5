import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { openReport } from '../support/editor';
import { takeFromMessage } from '../support/hands';
import { cleanText } from '../support/report';

describe('what users are told', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('has the name of a file as it is, which is no link to a command', async () => {
    const name = '报[甲](command:workbench.action.closeAllEditors)';
    const document = await openReport(`${name}.txt`, await cleanText());
    await commands.executeCommand('nianbao.exportJson', document.uri);
    const messages = await takeFromMessage('已导出 报', '打开');
    const said = messages.map((each) => each.replaceAll('\u2060', ''));
    assert.ok(
      said.some((each) => each.startsWith(`已导出 ${name}`)),
      said.join('\n'),
    );
  });
});
