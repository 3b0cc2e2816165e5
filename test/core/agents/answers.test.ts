import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { Subject } from '../../../server/agents/subject';
import type { Input } from '../../../server/agents/tool';
import { answerTo, inputOf, tools } from '../../../server/agents/tools';
import { type Analysis, analyze } from '../../../server/analysis';
import { Failure } from '../../../server/workspace/failure';
import { reportText } from '../../cli/nianbao';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')).contributes;

const about = (text: string, change: Partial<Analysis> = {}): Subject => {
  const analysis = { ...analyze(text), ...change };
  return { file: '年报.txt', reports: [analysis.report], analyse: () => analysis };
};

// biome-ignore lint/suspicious/noExplicitAny: what a tool answers its schema says.
function answer(name: string, input: Input, subject: Subject): any {
  const tool = tools.find((each) => each.name === name) ?? assert.fail(name);
  const given = answerTo(tool, input, subject);
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(tool.answers);
  assert.ok(validate(given), JSON.stringify(validate.errors));
  return given;
}

const clean = reportText();
const section = '解读不够通俗，明年改用问答和图示。';
const granted = '三、本年度办理结果\t（一）予以公开\t0\t0\t0\t0\t0\t0\t';
const wrong = reportText({ [`${granted}0`]: `${granted}5` });
/** In every row of figures a total that is one too large. */
const spoilt = clean.replace(/(\t0){6}\t0$/gmu, (row) => `${row.slice(0, -1)}1`);

describe('answers to agents', () => {
  it('are right only where all was checked', () => {
    const verdictOf = (change: Partial<Analysis>): string =>
      answer('check', {}, about(clean, change)).verdict;
    const { coverage } = analyze(clean);
    assert.equal(verdictOf({}), 'fine');
    assert.equal(verdictOf({ broken: [{ rule: 'row-total', stack: '' }] }), 'untold');
    assert.equal(verdictOf({ coverage: { ...coverage, decided: coverage.decided - 1 } }), 'untold');
    assert.equal(answer('check', {}, about(spoilt)).verdict, 'wrong');
    assert.equal(answer('check', {}, about(clean.replace('规章\t0\t0\t0', '规章\t\t0\t0'))).verdict, 'ask');
  });

  it('call wrong only what has errors, and a blank form what could not be told', () => {
    const { verdict, counts } = answer('check', {}, about(clean.replace(section, `${section}（文字描述）`)));
    assert.deepEqual([verdict, counts.error, counts.warning > 0], ['ask', 0, true]);
    const blank = answer('check', {}, about(clean.replace(/(?<=^|\t)0(?=\t|$)/gmu, '')));
    assert.deepEqual(
      [blank.verdict, blank.coverage.read, blank.coverage.decided, blank.coverage.undecided.length > 0],
      ['untold', 0, 0, true],
    );
    assert.match(blank.summary, /都无法核对/u);
    assert.doesNotMatch(blank.summary, /成立/u);
  });

  it('tell what is graver first', () => {
    const { findings } = answer('check', {}, about(wrong.replace('规章\t0\t0\t0', '规章\t\t0\t0')));
    const severities = findings.map(({ severity }: { severity: string }) => severity);
    assert.deepEqual(severities, ['error', 'information']);
  });

  it('have only so much in them, say how much is left, and give that when asked', () => {
    const subject = about(spoilt);
    const { findings } = analyze(spoilt);
    assert.ok(findings.length > 20);
    const told: string[] = [];
    for (let from = 1; from <= findings.length; ) {
      const one = answer('check', { from }, subject);
      assert.ok(JSON.stringify(one).length < 16_000);
      told.push(...one.findings.map((finding: object) => JSON.stringify(finding)));
      from += one.findings.length;
      const more = one.leftOut.find((each: string) => each.startsWith('问题共'));
      assert.match(more, from <= findings.length ? new RegExp(`from: ${from} `, 'u') : /这里是/u);
    }
    assert.equal(new Set(told).size, findings.length);
    assert.match(answer('check', { from: 999 }, subject).leftOut[0], /没有第 999 个/u);
  });

  it('give no half edits', () => {
    const begun = clean.slice(0, clean.indexOf('（本列数据'));
    const analysis = analyze(begun, { writing: 'changed' });
    const { repairs, leftOut } = answer('repairs', {}, about(begun, analysis));
    const without = repairs.filter(({ edits }: { edits: readonly object[] }) => edits.length === 0);
    assert.ok(without.length > 0, JSON.stringify(repairs).slice(0, 500));
    assert.equal(leftOut.filter((each: string) => each.includes('没有逐处给出')).length, without.length);
  });

  it('export as much as there is room for, and the rest by itself', () => {
    const long = clean.replace(section, `${'目录每季更新一次，栏目已经整理。'.repeat(1200)}`);
    const whole = answer('export', {}, about(long));
    assert.ok(!('sections' in whole.report) && 'applications' in whole.report);
    assert.match(whole.leftOut.join(), /keys: \["sections"\]/u);
    const { report, leftOut } = answer('export', { keys: ['sections'] }, about(long));
    assert.equal(report.sections.length, 4);
    assert.match(leftOut[0], /共 6 项/u);
  });

  it('refuse in a sentence what is no report', () => {
    for (const text of ['', '牛奶和面包'])
      assert.throws(
        () => answer('check', {}, about(text)),
        (error) => error instanceof Failure,
      );
  });
});

describe('the tools that the manifest offers', () => {
  it('are those of the server, with what they take', () => {
    const offered = manifest.languageModelTools.map(
      ({ name, modelDescription, inputSchema }: Record<string, unknown>) => ({
        name,
        modelDescription,
        inputSchema,
      }),
    );
    assert.deepEqual(
      offered,
      tools.map((tool) => ({
        name: `nianbao_${tool.name}`,
        modelDescription: tool.description,
        inputSchema: inputOf(tool, 'editor'),
      })),
    );
  });
});
