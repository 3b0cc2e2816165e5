import assert from 'node:assert/strict';
import { commands, LanguageModelTextPart, lm } from 'vscode';
import { findingOf, openReport } from '../support/editor';
import { wrongText } from '../support/report';

/** A model that reads the answer of a tool. */
async function asked(name: string, input: object) {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof LanguageModelTextPart, 'a text');
  return JSON.parse(part.value);
}

describe('what models may ask', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('tells why a total of the report in the editor is wrong', async () => {
    const { uri } = await openReport('模型问的.txt', await wrongText());
    await findingOf(uri, 'row-total');
    const { verdict, findings } = await asked('nianbao_check', {});
    assert.deepEqual([verdict, findings[0].rule], ['wrong', 'row-total']);
    const { explanation } = await asked('nianbao_explain', { cell: findings[0].cells[0] });
    assert.match(explanation, /✗ 行合计/u);
    const { repairs } = await asked('nianbao_repairs', {});
    assert.equal(repairs[0].edits[0].new, '8');
    const { report } = await asked('nianbao_export', { keys: ['applications'] });
    assert.equal(report.applications.results.granted.total, 9);
    await assert.rejects(asked('nianbao_compare', {}), /上一年的年报/u);
  });

  it('is answered about a file of the workspace, and about none outside it', async () => {
    const { uri } = await openReport('模型问的.txt', await wrongText());
    await findingOf(uri, 'row-total');
    const { file, verdict } = await asked('nianbao_check', {
      file: '示例县水务局2023年政府信息公开工作年度报告.txt',
    });
    assert.equal(file, '示例县水务局2023年政府信息公开工作年度报告.txt');
    assert.notEqual(verdict, 'wrong');
    for (const outside of ['/etc/passwd', '../passwd', 'file:///etc/passwd'])
      await assert.rejects(asked('nianbao_check', { file: outside }), /工作区里没有/u);
  });
});
