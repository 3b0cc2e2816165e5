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
});

const changed = (document: TextDocument): Promise<void> =>
  new Promise((resolve) => {
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document) return;
      listener.dispose();
      resolve();
    });
  });
