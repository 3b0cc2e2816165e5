import assert from 'node:assert/strict';
import { commands, type TextDocument, window, workspace } from 'vscode';
import { diagnosticsBecome, openReport, rangeOf, select } from '../support/editor';
import { pasteHtml } from '../support/hands';
import { cleanText } from '../support/report';

/** Rows as Word copies them: merged cells, styles of its own, blanks that do not break. */
const rows = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head><body lang=ZH-CN><!--StartFragment--><table class=MsoTableGrid>
<tr style='mso-yfti-irow:0'><td width=300 colspan=3><p class=MsoNormal><span style='mso-bidi-font-size:10.5pt'>一、本年新收政府信息公开<span
lang=EN-US><o:p></o:p></span></span><span>申请数量</span></p></td>${[13, '&nbsp;2', '0&nbsp;', 0, 0, 0, 15]
  .map((each) => `<td><p class=MsoNormal><span lang=EN-US>${each}<o:p></o:p></span></p></td>`)
  .join('')}</tr></table><!--EndFragment--></body></html>`;

const plain = '一、本年新收政府信息公开申请数量\r\n13\r\n 2\r\n0 \r\n';
const row = '一、本年新收政府信息公开申请数量\t13\t2\t0\t0\t0\t0\t15';

describe('pasting from Word', () => {
  afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('writes a row over the row that is selected in a report', async () => {
    const document = await openReport('粘贴.txt', await cleanText());
    await diagnosticsBecome(document.uri, () => true);
    select(rangeOf(document, '一、本年新收', /^.*$/u));
    pasteHtml(rows, plain);
    await changed(document);
    assert.ok(document.getText().split('\n').includes(row), document.getText());
  });

  it('writes rows into a new document, which nobody knows to be a report yet', async () => {
    const document = await workspace.openTextDocument({ language: 'plaintext' });
    await window.showTextDocument(document);
    pasteHtml(rows, plain);
    await changed(document);
    assert.equal(document.getText(), row);
  });

  it('keeps the tabs at the beginning of the rows of a head, in an editor that indents with blanks', async () => {
    const document = await workspace.openTextDocument({ language: 'plaintext' });
    const editor = await window.showTextDocument(document);
    assert.equal(editor.options.insertSpaces, true);
    pasteHtml(head, plain);
    await changed(document);
    const lines = document.getText().split('\n');
    assert.deepEqual(
      lines.slice(1).map((line) => line.split('\t').slice(0, 3)),
      [
        ['', '自然人', '法人或其他组织'],
        ['', '', '商业企业'],
        ['一、本年新收政府信息公开申请数量', '13', '2'],
      ],
    );
    assert.deepEqual(editor.selection.active, document.lineAt(document.lineCount - 1).range.end);
  });
});

/** The head of 表三 as a browser copies it: the cells before 自然人 are taken by one that reaches down. */
const head = `<table><tr><td rowspan="3" colspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
${rows.slice(rows.indexOf('<tr'), rows.indexOf('</table>'))}</table>`;

const changed = (document: TextDocument): Promise<void> =>
  new Promise((resolve) => {
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document) return;
      listener.dispose();
      resolve();
    });
  });
