import assert from 'node:assert/strict';
import { commands, languages, Uri, window, workspace } from 'vscode';
import { diagnosticsBecome, fileUri, findingOf, ruleOf, show } from '../support/editor';
import { cleanReport, cleanText } from '../support/report';

const rule = 'carried-over';
// A folder of their own: other tests leave copies of the clean report beside it, of which nobody could say which is last year's.
const folder = '两年';
const lastYear = `${folder}/${cleanReport}`;
const thisYear = `${folder}/示例县水务局2024年政府信息公开工作年度报告.txt`;

describe('many reports', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(fileUri(folder), { recursive: true });
  });

  it('fills the Problems of files that are not open, and follows them on the disk', async () => {
    const uri = await write((carriedOver) => carriedOver + 2);
    await commands.executeCommand('nianbao.checkWorkspace');
    const found = await findingOf(uri, rule);
    assert.equal(found.relatedInformation?.[0]?.location.uri.toString(), fileUri(lastYear).toString());
    assert.deepEqual(
      window.visibleTextEditors.map(({ document }) => document.uri.path),
      [],
      'nothing was opened',
    );
    const page = Uri.from({ scheme: 'nianbao-doc', path: '/工作区年报检查汇总.md' });
    const summary = (await workspace.openTextDocument(page)).getText();
    for (const target of [`${rule}.md`, encodeURI(`/${thisYear}`)])
      assert.ok(summary.includes(`](<${target}>)`), summary);
    await write((carriedOver) => carriedOver);
    await diagnosticsBecome(uri, (all) => all.every((each) => ruleOf(each) !== rule));
  });

  it('checks again what was a report when it was open, whatever it is called', async () => {
    const uri = await write((carriedOver) => carriedOver);
    const note = fileUri(`${folder}/抄件.log`);
    await workspace.fs.rename(uri, note);
    await show(note);
    await diagnosticsBecome(note, (all) => all.length > 0);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('nianbao.checkWorkspace');
    const page = Uri.from({ scheme: 'nianbao-doc', path: '/工作区年报检查汇总.md' });
    const summary = await workspace.openTextDocument(page);
    // The one of the last check may still be open.
    for (let tries = 0; !summary.getText().includes(encodeURI('抄件.log')); tries++) {
      assert.ok(tries < 40, summary.getText());
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });

  it('holds an open report against last year’s in the same folder', async () => {
    const uri = await write((carriedOver) => carriedOver + 2);
    await show(uri);
    await findingOf(uri, rule);
    const own = languages.getDiagnostics(uri).filter((each) => ruleOf(each) === rule);
    assert.equal(own.length, 1, 'said once, though the file was checked before it was opened');
  });
});

/** Writes the report of the year after the clean one, with what it carries over changed. */
async function write(change: (carriedOver: number) => number): Promise<Uri> {
  const clean = await cleanText();
  const forward = Number(/四、结转下年度继续办理\t(\d+)/u.exec(clean)?.[1]);
  assert.ok(Number.isInteger(forward));
  const text = clean
    .replaceAll('2024年', '2025年')
    .replaceAll('2023年', '2024年')
    .replace(/(二、上年结转政府信息公开申请数量\t)\d+/u, (_, label) => `${label}${change(forward)}`);
  assert.notEqual(text, clean);
  const uri = fileUri(thisYear);
  await workspace.fs.copy(fileUri(cleanReport), fileUri(lastYear), { overwrite: true });
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
