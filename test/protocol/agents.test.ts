import assert from 'node:assert/strict';
import { type AgentParams, type AgentReply, agentQuestion } from '../../server/lsp/messages/agents';
import { reportText } from '../cli/nianbao';
import { closeSessions, start } from './support/session';
import { Disk, startIn, uriOf } from './support/workspace';

const uri = 'file:///%E5%B9%B4%E6%8A%A5.txt';
const granted = '三、本年度办理结果\t（一）予以公开\t0\t0\t0\t0\t0\t0\t';
const wrong = reportText({ [`${granted}0`]: `${granted}5` });

describe('questions of agents in the editor', () => {
  afterEach(closeSessions);

  // biome-ignore lint/suspicious/noExplicitAny: what a tool answers its schema says.
  async function ask(text: string, params: AgentParams): Promise<any> {
    const session = await start();
    await session.open(uri, text);
    const reply = await session.connection.sendRequest<AgentReply>(agentQuestion, params);
    return 'answer' in reply ? reply.answer : reply.refusal;
  }

  it('are answered about what is open, as it stands', async () => {
    const { file, verdict } = await ask(wrong, { tool: 'check', about: uri, input: {} });
    assert.deepEqual([file, verdict], ['年报.txt', 'wrong']);
    const { explanation } = await ask(wrong, {
      tool: 'explain',
      about: uri,
      input: { cell: '予以公开 总计' },
    });
    assert.match(explanation, /✗ 行合计/u);
  });

  it('are answered of the form where nothing is open', async () => {
    const { explanation } = await ask(wrong, { tool: 'explain', input: { article: '33' } });
    assert.match(explanation, /结转/u);
    assert.match(await ask(wrong, { tool: 'check', input: {} }), /请先打开年报/u);
  });

  it('are refused in a sentence where they make no sense', async () => {
    assert.match(await ask('牛奶和面包', { tool: 'check', about: uri, input: {} }), /没有认出/u);
    assert.match(await ask(wrong, { tool: 'check', about: uri, input: { text: '甲' } }), /没有参数 text/u);
    assert.match(await ask(wrong, { tool: 'fix', about: uri, input: null }), /没有工具 fix/u);
  });

  it('compare with last year’s report of the workspace', async () => {
    const [last, now] = ['2023.txt', '2024.txt'];
    const disk = new Disk({ [last]: reportText({ 局2024年: '局2023年' }), [now]: wrong });
    const session = await startIn(disk);
    await session.open(uriOf(now), wrong);
    await session.connection.sendRequest('nianbao/checkWorkspace', {});
    const params: AgentParams = { tool: 'compare', about: uriOf(now), input: {} };
    const reply = await session.connection.sendRequest<AgentReply>(agentQuestion, params);
    const { cells } = 'answer' in reply ? (reply.answer as { cells: { cell: string }[] }) : { cells: [] };
    assert.deepEqual(
      cells.map(({ cell }) => cell),
      ['applications.results.granted.total'],
    );
  });
});
