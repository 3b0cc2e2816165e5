import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type TextDocument,
  workspace,
} from 'vscode';
import { diagnosticsBecome, findingOf, openReport, ruleOf } from '../support/editor';
import { cleanText } from '../support/report';

const rule = 'parts-mismatch';
const isLeft = (document: TextDocument) =>
  diagnosticsBecome(document.uri, (all) => all.every((each) => ruleOf(each) !== rule));

describe('notes and ignored rules', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are written with the cursor where the reason belongs', async () => {
    const document = await openReport('待说明.nianbao', await doubtfulText());
    const fix = await actionOf(document, '注明理由');
    assert.ok(fix.edit && (await workspace.applyEdit(fix.edit)));
    assert.match(document.getText(), / <!-- 年报核对 parts-mismatch（60／30／8／98／100）： -->$/mu);
    await commands.executeCommand('type', { text: '两个栏目都发布的只计一次' });
    assert.match(document.getText(), /：两个栏目都发布的只计一次 -->$/mu);
    const left = await isLeft(document);
    assert.ok(left.every((each) => ruleOf(each) !== 'note-invalid'));
  });

  it('are kept in the settings of the folder for a file', async () => {
    const document = await openReport('不查（1）[甲].nianbao', await doubtfulText());
    const { command } = await actionOf(document, '此文件不再检查');
    assert.ok(command);
    try {
      await commands.executeCommand(command.command, ...(command.arguments ?? []));
      const { workspaceFolderValue, workspaceValue } =
        workspace.getConfiguration('nianbao', document.uri).inspect('ignore') ?? {};
      assert.deepEqual(workspaceFolderValue ?? workspaceValue, { '不查（1）\\[甲\\].nianbao': [rule] });
      await isLeft(document);
      const other = await openReport('另一份.nianbao', await doubtfulText());
      await findingOf(other.uri, rule);
    } finally {
      await workspace
        .getConfiguration('nianbao', document.uri)
        .update('ignore', undefined, ConfigurationTarget.WorkspaceFolder);
    }
  });
});

/** The clean report with a sentence whose parts do not add up. */
async function doubtfulText(): Promise<string> {
  const clean = await cleanText();
  const heading = /^一、总体情况.*$/mu;
  assert.match(clean, heading);
  return clean.replace(heading, '$&\n全年公开信息100条，其中动态类60条，公告类30条，其他类8条。');
}

/** The code action whose title begins as given, at the finding of the sentence. */
async function actionOf(document: TextDocument, title: string): Promise<CodeAction> {
  const { range } = await findingOf(document.uri, rule);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    CodeActionKind.QuickFix.value,
    Number.MAX_SAFE_INTEGER,
  );
  const found = actions.find((action) => action.title.startsWith(title));
  return found ?? assert.fail(actions.map((action) => action.title).join('; '));
}
