import assert from 'node:assert/strict';
import path from 'node:path';
import {
  type CodeAction,
  commands,
  languages,
  Position,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { readDocx } from '../../../server/documents/word/docx';
import { docxOf } from '../../core/support/layouts/docx';
import { mapRows, sheetOf } from '../../core/support/layouts/sheet';
import { xlsxOf } from '../../core/support/layouts/xlsx';
import { diagnosticsBecome, fileUri, findingOf, ruleOf } from '../support/editor';
import { seenMarked, takeFromMessage } from '../support/hands';
import { serverOtherThan, servers } from '../support/servers';

const right = sheetOf(4, 30);
const row = right.rows.applications[0];
const total = Number(row?.cells.at(-1));
/** A report in which the total of what was received is not what its columns add up to. */
const wrong = mapRows(right, (each) =>
  each === row ? { ...each, cells: [...each.cells.slice(0, -1), String(total + 7)] } : each,
);
const file = (): Uri => fileUri('示例县水务局2025年政府信息公开工作年度报告.docx');
const shown = (): Uri => file().with({ scheme: 'nianbao-word' });

/** Opens the document as a click in the explorer does, and waits for its text. */
async function openWord(own = file()): Promise<void> {
  await commands.executeCommand('vscode.open', own);
  const wanted = own.with({ scheme: 'nianbao-word' }).toString();
  for (let tries = 0; window.activeTextEditor?.document.uri.toString() !== wanted; tries++) {
    assert.ok(tries < 80, 'the text is shown');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const now = async (): Promise<string> => readDocx(await workspace.fs.readFile(file())).text;

/** Waits for the text of the file as it is now: an editor keeps that of a test before it for a while. */
async function becomes(document: TextDocument, text: string): Promise<void> {
  for (let tries = 0; document.getText() !== text; tries++) {
    assert.ok(tries < 80, 'the file is read anew');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

describe('a document of a word processor', () => {
  beforeEach(async () => workspace.fs.writeFile(file(), docxOf(wrong)));
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(file());
  });

  it('opens as text, is marked at its digits, mended, saved and read anew', async () => {
    await openWord();
    const document = window.activeTextEditor?.document ?? assert.fail();
    const { range } = await findingOf(shown(), 'row-total');
    assert.equal(document.getText(range), String(total + 7));
    // Among the files of all suites it need not be in sight.
    await commands.executeCommand('revealInExplorer', file());
    await seenMarked('2025年政府信息公开工作年度报告.docx');
    assert.deepEqual(languages.getDiagnostics(file()), [], 'it stands once in the list of problems');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      shown(),
      range,
    );
    const fix = actions.find(({ edit, command }) => edit ?? command) ?? assert.fail('a fix is offered');
    if (fix.edit) await workspace.applyEdit(fix.edit);
    else if (fix.command)
      await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    await diagnosticsBecome(shown(), (all) => all.every((each) => ruleOf(each) !== 'row-total'));
    assert.ok(await document.save());
    assert.equal(await now(), readDocx(docxOf(right)).text);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await openWord();
    assert.ok(window.activeTextEditor?.document.getText().includes(`\t${total}\n`));
  });

  it('is read anew when another program writes it', async () => {
    await openWord();
    const document = window.activeTextEditor?.document ?? assert.fail();
    await findingOf(shown(), 'row-total');
    await workspace.fs.writeFile(file(), docxOf(right));
    await diagnosticsBecome(shown(), (all) => all.every((each) => ruleOf(each) !== 'row-total'));
    assert.equal(document.getText(), readDocx(docxOf(right)).text);
  });

  it('is saved although the server was busy with it too long, and was started anew without it', async () => {
    await openWord();
    const editor = window.activeTextEditor ?? assert.fail();
    await findingOf(shown(), 'row-total');
    const before = await now();
    const [pid] = servers();
    assert.ok(pid);
    process.kill(pid, 'SIGSTOP');
    await editor.edit((edit) => edit.insert(new Position(0, 0), '改过的'));
    await serverOtherThan(pid);
    assert.ok(await editor.document.save());
    assert.equal(await now(), `改过的${before}`);
  });

  it('takes a new paragraph', async () => {
    await openWord();
    const editor = window.activeTextEditor ?? assert.fail();
    const before = await now();
    await becomes(editor.document, before);
    await editor.edit((edit) => edit.insert(new Position(1, 0), '多出的一段。\n'));
    assert.ok(await editor.document.save());
    assert.equal(await now(), before.replace('\n', '\n多出的一段。\n'));
  });

  it('is not saved where a row came in, and nothing is lost; the rest is saved where that is taken back', async () => {
    await openWord();
    const editor = window.activeTextEditor ?? assert.fail();
    const before = await now();
    const row = before.split('\n').findIndex((line) => line.startsWith('规章'));
    await becomes(editor.document, before);
    await editor.edit((edit) => {
      edit.insert(new Position(row, 0), '多出\t1\t2\t3\n');
      edit.insert(new Position(0, 0), '改过的');
    });
    await Promise.race([editor.document.save(), new Promise((resolve) => setTimeout(resolve, 3000))]);
    assert.ok(editor.document.isDirty);
    assert.equal(await now(), before);
    assert.equal(editor.document.lineAt(row).text, '多出\t1\t2\t3');
    const told = await takeFromMessage('写不回 Word 文件', '撤回写不回的，保存其余的');
    assert.ok(
      told.some((each) => /不能在这里增加表格的行/u.test(each)),
      told.join('\n'),
    );
    assert.ok(
      told.every((each) => !/FileSystemError/u.test(each)),
      told.join('\n'),
    );
    for (let tries = 0; editor.document.isDirty; tries++) {
      assert.ok(tries < 80, 'the rest is saved');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    assert.equal(await now(), `改过的${before}`);
    await commands.executeCommand('undo');
    assert.ok(editor.document.getText().includes('多出\t1\t2\t3'));
  });
});

describe('a document that is only read', () => {
  const workbook = (): Uri => file().with({ path: file().path.replace(/docx$/u, 'xlsx') });

  beforeEach(async () => workspace.fs.writeFile(workbook(), xlsxOf(wrong)));
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(workbook());
  });

  it('opens as text, is marked at its digits, and takes no characters', async () => {
    await openWord(workbook());
    const editor = window.activeTextEditor ?? assert.fail();
    const { range } = await findingOf(editor.document.uri, 'row-total');
    assert.equal(editor.document.getText(range), String(total + 7));
    const before = editor.document.getText();
    editor.selection = new Selection(new Position(0, 0), new Position(0, 0));
    await commands.executeCommand('type', { text: '多' });
    assert.equal(editor.document.getText(), before);
    assert.ok(!editor.document.isDirty);
  });

  it('is changed by no command, and nothing is offered that would change it', async () => {
    await openWord(workbook());
    const { document } = window.activeTextEditor ?? assert.fail();
    const before = document.getText();
    const { range } = await findingOf(document.uri, 'row-total');
    // As the list of problems asks, where VS Code itself does not look whether the text may be changed.
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      [],
    );
    for (const command of ['fixTotals', 'formatTables', 'simplify', 'removePinyin'])
      await commands.executeCommand(`nianbao.${command}`);
    assert.equal(document.getText(), before);
    assert.ok(!document.isDirty);
    await findingOf(document.uri, 'row-total');
  });

  it('opens as text where it is a PDF, by the command', async () => {
    const printed = workbook().with({ path: workbook().path.replace(/xlsx$/u, 'pdf') });
    const fixture = path.join(__dirname, '../../../../test/core/documents/fixtures/report.pdf');
    await workspace.fs.copy(Uri.file(fixture), printed);
    await commands.executeCommand('nianbao.openWord', printed);
    const { document } = window.activeTextEditor ?? assert.fail();
    assert.equal(document.uri.scheme, 'nianbao-word');
    assert.match(document.getText(), /^四、结转下年度继续办理\t\t\t\d/mu);
    await diagnosticsBecome(document.uri, (all) => all.length === 0);
    await workspace.fs.delete(printed);
  });
});
