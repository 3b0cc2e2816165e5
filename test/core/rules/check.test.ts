import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { rules } from '../../../server/rules/all';
import { checkFailed, checkReport, runRules } from '../../../server/rules/check';
import type { Rule, Yield } from '../../../server/rules/rule';

const text = '一、总体情况\n（文字描述）\n六、其他事项\n无\n';
const context = { report: parseReport(text), text };

/** A rule that yields what it is given, and then throws if it is told to. */
function fake(id: string, found: readonly Yield[], thrown?: unknown): Rule {
  return {
    id,
    family: 'structure',
    severity: 'warning',
    hard: false,
    summary: `试验 ${id}`,
    summaryEn: id,
    basis: '',
    fixable: false,
    *check() {
      yield* found;
      if (thrown !== undefined) throw thrown;
    },
  };
}

const at = (start: number, end: number, message = '甲'): Yield => ({ span: { start, end }, message });

describe('the runner of the rules', () => {
  it('reports a rule that breaks down and hides neither its findings nor those of others', () => {
    const list = [fake('a', [at(3, 4)], new Error('坏了')), fake('b', [at(1, 2)]), fake('c', [], '也坏了')];
    const findings = runRules(list, context, {});
    assert.deepEqual(
      findings.map(({ rule, severity, message }) => [rule, severity, message]),
      [
        [checkFailed, 'warning', '检查“试验 a”（a）未能完成：坏了'],
        [checkFailed, 'warning', '检查“试验 c”（c）未能完成：也坏了'],
        ['b', 'warning', '甲'],
        ['a', 'warning', '甲'],
      ],
    );
  });

  it('keeps the findings inside the text', () => {
    const length = text.length;
    const findings = runRules([fake('a', [at(-5, 3), at(length - 1, length + 9), at(9, 2)])], context, {});
    assert.deepEqual(
      findings.map(({ span }) => span),
      [
        { start: 0, end: 3 },
        { start: 9, end: 9 },
        { start: length - 1, end: length },
      ],
    );
  });

  it('sorts by place, then by the order of the rules, and says nothing twice', () => {
    const list = [fake('a', [at(5, 6), at(2, 3), at(5, 6)]), fake('b', [at(2, 3), at(5, 6, '乙')])];
    assert.deepEqual(
      runRules(list, context, {}).map(({ rule, span }) => `${rule}${span.start}`),
      ['a2', 'b2', 'a5', 'b5'],
    );
  });

  it('takes severities from the settings, and leaves out what is off', () => {
    const levels = { a: 'off', b: 'hint' } as const;
    const findings = runRules(
      [fake('a', [at(1, 2)]), fake('b', [at(1, 2)]), fake('c', [at(1, 2)])],
      context,
      levels,
    );
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [
        ['b', 'hint'],
        ['c', 'warning'],
      ],
    );
    const found = checkReport(context, {}).map(({ rule }) => rule);
    assert.ok(found.includes('template-residue'));
    const off = checkReport(context, { 'template-residue': 'off' }).map(({ rule }) => rule);
    assert.deepEqual(
      off,
      found.filter((rule) => rule !== 'template-residue'),
    );
  });

  it('leaves an optional rule off until it is turned on', () => {
    const list: readonly Rule[] = [{ ...fake('a', [at(1, 2)]), isOptional: true }];
    assert.deepEqual(runRules(list, context, {}), []);
    const [finding] = runRules(list, context, { a: 'information' });
    assert.equal(finding?.severity, 'information');
  });

  it('freezes what it answers', () => {
    const findings = checkReport(context, {});
    assert.ok(Object.isFrozen(findings));
    assert.ok(findings.every(Object.isFrozen));
    assert.ok(findings.every(({ span, repairs }) => Object.isFrozen(span) && repairs.every(Object.isFrozen)));
  });
});

describe('the list of rules', () => {
  for (const { id, severity, hard, summary, summaryEn, basis } of rules) {
    it(`${id}: a kebab-case name, words for people, an error only where it is hard`, () => {
      assert.match(id, /^[a-z]+(?:-[a-z]+)*$/u);
      assert.equal(severity === 'error', hard, 'hard rules are errors, soft ones are not');
      assert.match(summary, /\p{Script=Han}/u);
      assert.match(summaryEn, /^[A-Z][^\p{Script=Han}]+$/u);
      assert.notEqual(basis, '');
    });
  }

  it('names every rule once', () => assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length));

  it('says where another report begins, and judges nothing behind that place', () => {
    const table = '行政许可\n1\n行政处罚\n2\n行政强制\n3\n'.repeat(20);
    const first = `甲县水务局2023年政府信息公开工作年度报告\n${table}`;
    const other = `乙县财政局2023年政府信息公开工作年度报告\n${table}（须与2020年度年报结转数一致）\n乙县财政局\n2024年1月4日\n`;
    const both = first + other;
    const findings = checkReport({ report: parseReport(both), text: both }, {});
    const behind = findings.filter(({ span }) => span.end > first.length);
    assert.deepEqual(behind, []);
    const said = findings.find(({ rule, span }) => rule === 'unread-table' && span.start === first.length);
    assert.match(said?.message ?? '', /从这里起是另一份年报「乙县财政局2023年政府信息公开工作年度报告」/);
  });
});
