import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  DiagnosticSeverity,
  Position,
  Range,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { diagnosticsBecome, fileUri, findingOf, openReport, readText, ruleOf } from '../support/editor';
import { cleanReport } from '../support/report';

describe('writing a report', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('has one piece of information in an empty file, whose fix adds the form', async () => {
    const { uri } = await openReport('示例县统计局2024年政府信息公开工作年度报告.txt', '');
    const all = await diagnosticsBecome(uri, (found) => found.length > 0);
    assert.deepEqual(all.map(ruleOf), ['unfinished-draft']);
    const { range, severity } = await findingOf(uri, 'unfinished-draft');
    assert.equal(severity, DiagnosticSeverity.Information);
    const fixes = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
    const fix = fixes.find(({ title }) => title.startsWith('补上还差的'));
    assert.ok(fix?.edit && (await workspace.applyEdit(fix.edit)));
    assert.ok(fix.command);
    await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    assert.equal(before(window.activeTextEditor), '一、总体情况\n');
    assert.match(window.activeTextEditor?.document.getText() ?? '', /四、结转下年度继续办理(?:\t0){7}\n/);
    await diagnosticsBecome(uri, (found) =>
      found.every(({ message }) => /第五、第六部分的内容/.test(message)),
    );
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('has no error where its tables come first, and the fix brings the headings and what is told already', async () => {
    const whole = await readText(fileUri(cleanReport));
    const table = whole.slice(whole.indexOf('第二十条第（一）项'), whole.indexOf('三、收到和处理'));
    const title = '示例县水利局2024年政府信息公开工作年度报告';
    const text = `${title}\n一、总体情况\n本年度新收政府信息公开申请12件。\n${table}`;
    const document = await openReport(`${title}.txt`, text);
    await diagnosticsBecome(document.uri, (found) => found.length === 1);
    const { range, message } = await findingOf(document.uri, 'unfinished-draft');
    assert.equal(message, '正在起草：还差第二部分的标题、第三至第六部分');
    const fixes = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const fix = fixes.find(({ title }) => title.startsWith('补上还差的'));
    assert.ok(fix?.edit && (await workspace.applyEdit(fix.edit)));
    assert.match(document.getText(), /^二、主动公开政府信息情况\n第二十条第（一）项/mu);
    assert.match(document.getText(), /^一、本年新收政府信息公开申请数量\t{7}12$/mu);
    await diagnosticsBecome(document.uri, (found) => found.every(({ message: said }) => /起草/u.test(said)));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

/** The line above the cursor, and what stands before it in its own. */
const before = (editor: TextEditor | undefined): string | undefined => {
  const { line } = editor?.selection.active ?? new Position(0, 0);
  return editor?.document.getText(new Range(Math.max(0, line - 1), 0, line, 99));
};
