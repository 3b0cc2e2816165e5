import assert from 'node:assert/strict';
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { trial } from '../core/support/trial';
import { Wire } from './support/process';
import { report } from './support/report';

const reports = 5_000;
const largeBytes = 200_000_000;
/** What the server may take of the memory: for objects, and as a process. */
const most = { heapMb: 320, processMb: 560 };

const right = report().text;
const wrong = report({ figures: { 'applications.results.granted.total': '⟦9⟧' } }).text;

/** A report that is short, so that thousands are read in a while. */
const short = (index: number): string => `第${index}县水务局2024年政府信息公开工作年度报告
四、政府信息公开行政复议、行政诉讼情况
行政复议\t\t\t\t\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉
\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
${index}\t0\t0\t0\t${index}\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0
`;

const type = trial('打开的文件夹里有 5,000 份年报和一个 200 MB 的文件，边读边键入：每改一次，诊断都对');

describe('a crowded folder', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-crowded-'));
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const uri = uriOf('键入.txt');
  const execArgv = [`--max-old-space-size=${most.heapMb}`];
  let wire: Wire;

  before(() => {
    for (let index = 0; index < reports; index++)
      writeFileSync(path.join(folder, `${index}.txt`), short(index));
    const large = openSync(path.join(folder, '年报.txt'), 'w');
    ftruncateSync(large, largeBytes);
    closeSync(large);
    wire = new Wire(execArgv);
  });
  after(() => {
    wire.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** The rules that have found something in the document as it stands. */
  async function found(id: number): Promise<readonly unknown[]> {
    wire.send({ id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    const { result } = (await wire.answer(id)) as { result: { items: readonly { code: unknown }[] } };
    return result.items.map(({ code }) => code);
  }

  it('is read while somebody types, who is told what is right, in as much memory as is said', async () => {
    await wire.start({
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: '年报' }],
      capabilities: { workspace: { workspaceFolders: true }, textDocument: { diagnostic: {} } },
    });
    const opened = { uri, languageId: 'nianbao', version: 1, text: right };
    wire.send({ method: 'textDocument/didOpen', params: { textDocument: opened } });
    for (let version = 2; version < 42; version++) {
      const text = version % 2 === 0 ? right : wrong;
      wire.send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version }, contentChanges: [{ text }] },
      });
      const codes = await found(version);
      type(() => assert.equal(codes.includes('row-total'), text === wrong, `version ${version}`));
    }
    // The last that is read, by its name.
    for (let id = 100, last = 0; last === 0; id++) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      wire.send({ id, method: 'workspace/symbol', params: { query: '第999县' } });
      last = ((await wire.answer(id)).result as readonly unknown[]).length;
    }
    assert.ok((await found(99)).includes('row-total'));
    if (process.platform !== 'linux') return;
    const [, peak] =
      /^VmHWM:\s*(\d+) kB$/mu.exec(readFileSync(`/proc/${wire.child.pid}/status`, 'utf8')) ?? [];
    assert.ok(Number(peak) < 1024 * most.processMb, `${peak} kB`);
  }).timeout(600_000);
});
