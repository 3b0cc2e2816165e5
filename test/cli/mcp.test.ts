import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type CallToolResult, Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { cellsCalled, earlier, files, wrong } from './mcp-files';
import { nianbao, reportText } from './nianbao';

// The program that agents start, as the SDK's own client sees it; the client holds every answer against the schema of its tool.

const cli = path.resolve('dist/cli.js');
describe('nianbao mcp', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-mcp-'));
  const inside = path.join(folder, '里面');
  const outside = path.join(folder, '外面');
  const client = new Client({ name: 'test', version: '1' });

  before(async () => {
    for (const each of [inside, outside]) mkdirSync(each);
    for (const [name, content] of Object.entries(files))
      writeFileSync(path.join(name.includes('/') ? folder : inside, name), content);
    symlinkSync(path.join(outside, '秘密.txt'), path.join(inside, '链接.txt'));
    const args = [cli, 'mcp', '里面'];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder }));
  });

  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (name: string, sent: Record<string, unknown>): Promise<CallToolResult> =>
    client.callTool({ name, arguments: sent });

  // biome-ignore lint/suspicious/noExplicitAny: what a tool answers its schema says, which the client has checked.
  async function answer(name: string, sent: Record<string, unknown>): Promise<any> {
    const { structuredContent, content, isError } = await ask(name, sent);
    assert.ok(!isError, JSON.stringify(content));
    const [first] = content;
    assert.deepEqual(first?.type === 'text' && JSON.parse(first.text), structuredContent);
    return structuredContent;
  }

  async function refusal(name: string, sent: Record<string, unknown>): Promise<string> {
    const { content, isError } = await ask(name, sent);
    assert.equal(isError, true, JSON.stringify(content));
    const [first] = content;
    return first?.type === 'text' ? first.text : assert.fail('no text');
  }

  it('offers five tools, each with schemas and said to change nothing', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      ['check', 'explain', 'export', 'repairs', 'compare'],
    );
    for (const { name, description, outputSchema, annotations } of tools) {
      assert.ok(outputSchema && /\p{Script=Han}/u.test(description ?? ''), name);
      assert.deepEqual([annotations?.readOnlyHint, annotations?.openWorldHint], [true, false], name);
    }
  });

  it('checks a file: findings with places that are those of the command line', async () => {
    const { verdict, agency, counts, findings } = await answer('check', { file: '错.txt' });
    assert.deepEqual([verdict, agency, counts.error], ['wrong', '云溪县档案局', findings.length]);
    const [{ place, rule, cells }] = findings;
    const { stdout } = await nianbao(['check', '错.txt'], { cwd: inside });
    assert.ok(stdout.startsWith(`错.txt:${place.line}:${place.column} 错误 `), stdout);
    assert.equal(rule, 'row-total');
    assert.ok(cells.includes('applications.results.granted.total'));
  });

  it('checks a text, and says nothing of what it has not found', async () => {
    const { verdict, findings, leftOut } = await answer('check', { text: reportText() });
    assert.deepEqual([verdict, findings, leftOut], ['fine', [], []]);
  });

  it('does not call right what could not be told', async () => {
    const { verdict, coverage, summary } = await answer('check', { file: '读不出.txt' });
    assert.notEqual(verdict, 'fine');
    assert.ok(coverage.decided < coverage.equations);
    assert.equal(coverage.undecided.length, coverage.equations - coverage.decided);
    assert.match(summary, /无法核对/u);
  });

  it('says of a document in which cell of which table', async () => {
    const { findings } = await answer('check', { file: '年报.docx' });
    assert.ok(
      findings.some((each: { place: { words: string } }) => /^表格 2 第 \d+ 行/u.test(each.place.words)),
    );
  });

  it('answers of one report of several, and says that there are others', async () => {
    const first = await answer('check', { file: '两份.txt' });
    assert.deepEqual([first.part, first.parts, first.verdict], [1, 2, 'fine']);
    assert.match(first.leftOut[0], /2 份年报/u);
    const second = await answer('check', { file: '两份.txt', part: 2 });
    assert.deepEqual([second.agency, second.verdict], ['云溪县林业局', 'wrong']);
    const { line } = second.findings[0].place;
    assert.ok(
      (readFileSync(path.join(inside, '两份.txt'), 'utf8').split('\n')[line - 1] ?? '').includes('予以公开'),
    );
    assert.match(await refusal('check', { file: '两份.txt', part: 3 }), /只有 2 份/u);
  });

  it('explains why a total is wrong, by the name of the cell or by its place', async () => {
    const named = await answer('explain', { file: '错.txt', cell: '予以公开 总计' });
    assert.match(named.explanation, /✗ 行合计/u);
    assert.equal(named.findings[0].rule, 'row-total');
    const { line, column } = named.place;
    const placed = await answer('explain', { file: '错.txt', line, column });
    assert.equal(placed.explanation, named.explanation);
  });

  it('explains a rule, an article and a cell of the form without a report', async () => {
    assert.match((await answer('explain', { rule: 'row-total' })).explanation, /### 查什么/u);
    assert.match((await answer('explain', { article: '条例第三十三条' })).explanation, /结转下年度/u);
    // No row rests on it, but what clerks ask does.
    assert.match((await answer('explain', { article: '条例第四十一条' })).explanation, /更正/u);
    const { name: article } = await answer('explain', { article: '《行政复议法》第11条第（一）项' });
    assert.equal(article, '《行政复议法》第 11 条');
    const { name, explanation } = await answer('explain', { cell: 'applications.received.total' });
    assert.match(name, /本年新收/u);
    assert.ok(!/缺失|空白/u.test(explanation));
    assert.match(await refusal('explain', { cell: '总计' }), /的有 34 格.*写清是哪一格.*另有 26 格没有列出/u);
    for (const [called, path] of cellsCalled)
      assert.equal(
        (await answer('explain', { cell: called })).name,
        (await answer('explain', { cell: path })).name,
        called,
      );
    for (const called of [
      '公开条例50',
      'article 50',
      '條例第五十條',
      '《中华人民共和国政府信息公开条例》第50条',
      '50',
    ])
      assert.equal(
        (await answer('explain', { article: called })).name,
        '《政府信息公开条例》第 50 条',
        called,
      );
    for (const called of ['刑法第五十条', 'criminal code 50', '法第五条'])
      assert.match(await refusal('explain', { article: called }), /条文索引/u, called);
    assert.match(await refusal('explain', { article: '条例第九十九条' }), /56 条/u);
    assert.match(await refusal('explain', { rule: 'row-total', cell: '总计' }), /只给一项/u);
    assert.match(await refusal('explain', { line: 3 }), /file/u);
  });

  it('lists repairs whose edits make the report right, and makes none of them', async () => {
    const { repairs } = await answer('repairs', { file: '错.txt' });
    const [{ edits, confidence, rank }] = repairs;
    assert.deepEqual([confidence, rank, edits.length], ['unique', 1, 1]);
    const [{ place, old, new: now }] = edits;
    const lines = wrong.split('\n');
    const line = lines[place.line - 1] ?? '';
    assert.equal(line.slice(place.column - 1, place.endColumn - 1), old);
    lines[place.line - 1] = line.slice(0, place.column - 1) + now + line.slice(place.endColumn - 1);
    assert.equal((await answer('check', { text: lines.join('\n') })).verdict, 'fine');
    assert.equal(readFileSync(path.join(inside, '错.txt'), 'utf8'), wrong);
  });

  it('exports a report, or the parts that are asked for', async () => {
    const whole = await answer('export', { file: '错.txt' });
    assert.equal(whole.report.schema, 'nianbao/report/2');
    assert.equal(whole.report.applications.results.granted.total, 5);
    const { report } = await answer('export', { file: '错.txt', keys: ['year', 'sections'] });
    assert.deepEqual(Object.keys(report), ['schema', 'year', 'sections']);
    assert.match(await refusal('export', { file: '错.txt', keys: ['words'] }), /没有 words/u);
  });

  it('holds a report against the one of the year before, and against no other', async () => {
    const { cells, findings, lastYear } = await answer('compare', { file: '好.txt', lastYear: '去年.txt' });
    assert.equal(lastYear.year, 2023);
    assert.deepEqual(
      cells.map(({ cell, before, now, change }: Record<string, unknown>) => [cell, before, now, change]),
      [['applications.carriedForward.naturalPerson', 4, 0, -4]],
    );
    assert.ok(findings.some(({ rule }: { rule: string }) => rule === 'carried-over'));
    for (const lastYear of ['别人.txt', '好.txt'])
      assert.match(await refusal('compare', { file: '好.txt', lastYear }), /上一年的年报/u);
  });

  it('looks for the report of the year before where it is not named, and says so where it finds none', async () => {
    const found = await answer('compare', { file: '好.txt' });
    assert.deepEqual(found.lastYear, { file: '去年.txt', year: 2023 });
    assert.equal(found.cells.length, 1);
    assert.equal((await answer('compare', { text: reportText() })).lastYear.file, '去年.txt');
    assert.match(await refusal('compare', { file: '去年.txt' }), /没有写明 lastYear.*没有找到/u);
    writeFileSync(path.join(inside, '去年（2023 旧）.txt'), earlier);
    assert.match(await refusal('compare', { file: '好.txt' }), /几份不同的年报.*请用 lastYear 写明/u);
    rmSync(path.join(inside, '去年（2023 旧）.txt'));
  });

  it('goes on after a message of any size', async () => {
    assert.match(await refusal('check', { text: '甲'.repeat(5_000_000) }), /太长/u);
    assert.equal((await answer('check', { file: '好.txt' })).verdict, 'fine');
  });

  it('reads nothing outside its folders, whichever way leads there', async () => {
    const secret = path.join(outside, '秘密.txt');
    for (const file of [secret, '../外面/秘密.txt', '链接.txt', `file://${secret}`, '/etc/passwd'])
      assert.match(await refusal('check', { file }), /文件夹之外/u, file);
    assert.match(await refusal('compare', { file: '好.txt', lastYear: '../外面/秘密.txt' }), /文件夹之外/u);
    assert.match(await refusal('check', { file: '甲\0乙' }), /零字节/u);
  });

  it('says in a sentence what it cannot read', async () => {
    assert.match(await refusal('check', { file: '没有.txt' }), /没有这个文件/u);
    assert.match(await refusal('check', { file: '.' }), /是文件夹/u);
    assert.match(await refusal('check', { file: '清单.txt' }), /没有认出.*不能说它对或不对/u);
    assert.match(await refusal('check', { file: '坏.docx' }), /^坏\.docx：/u);
    assert.equal((await refusal('check', { file: '长'.repeat(10_000) })).length, 1000);
    assert.match(await refusal('check', { file: '甲\u202e\n乙.txt' }), /^甲 乙\.txt：没有/u);
    assert.match(await refusal('check', {}), /file/u);
    assert.match(await refusal('check', { file: '好.txt', text: '甲' }), /只能给一个/u);
    assert.match(await refusal('check', { path: '好.txt' }), /没有参数 path/u);
    assert.match(await refusal('check', { file: '好.txt', from: 0 }), /不小于 1/u);
    assert.match(await refusal('check', { file: 3 }), /应为文字/u);
    assert.match(await refusal('fix', {}), /没有工具 fix/u);
    assert.match(await refusal('check', { text: '甲'.repeat(1_000_001) }), /太长/u);
  });
});

describe('nianbao mcp, started', () => {
  it('says what is no folder', async () => {
    for (const folder of ['没有', 'package.json']) {
      const { status, stderr } = await nianbao(['mcp', folder]);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`^nianbao: ${folder}：`, 'u'));
    }
    assert.ok((await nianbao(['mcp'])).served);
  });
});
