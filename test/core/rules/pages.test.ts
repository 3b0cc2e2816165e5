import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';
import { familyPages, rulePage } from '../../../server/rules/pages';
import type { Rule } from '../../../server/rules/rule';
import { mark, unmark } from '../support/marked';
import { type Example, examplesOf, neighboursOf } from './examples';

const sections = ['### 查什么', '### 为什么', '### 例子', '### 怎么改', '### 局限'];

function findingsOf(rule: Rule, text: string, example: Example): readonly Finding[] {
  // What a draft lacks is told to who writes it.
  const writing = rule.id === 'unfinished-draft' && ({ writing: 'changed' } as const);
  const { demands } = example;
  const context = { report: parseReport(text), text, neighbours: neighboursOf(example), demands, ...writing };
  // Rules that are off by default are turned on.
  return runRules([rule], context, { [rule.id]: rule.severity });
}

/** Marks what a rule finds, so that a failure shows the text with both sets of marks. */
const marked = (rule: Rule, text: string, example: Example): string =>
  mark(
    text,
    findingsOf(rule, text, example).map(({ span }) => span),
  );

describe('pages of the rules', () => {
  for (const rule of rules) {
    const page = rulePage(rule.id) ?? '';
    const examples = examplesOf(page);

    it(`${rule.id}: has the fixed headings and an example of a finding`, () => {
      assert.deepEqual(
        page.split('\n').filter((line) => line.startsWith('### ')),
        sections,
      );
      assert.ok(
        examples.some(({ report }) => unmark(report).spans.length > 0),
        'a page without a marked example shows and proves nothing',
      );
      assert.equal(
        examples.some(({ fixed }) => fixed !== undefined) && !rule.fixable,
        false,
        'the page shows a repair, the rule says that it has none',
      );
    });

    for (const [index, example] of examples.entries()) {
      const { report, fixed } = example;
      it(`${rule.id}: example ${index + 1} is marked where the rule finds something`, () => {
        assert.equal(marked(rule, unmark(report).text, example), report);
      });

      if (fixed === undefined) continue;
      it(`${rule.id}: example ${index + 1} is mended as the page says`, () => {
        const { text } = unmark(report);
        const edits =
          findingsOf(rule, text, example).find(({ repairs }) => repairs.length > 0)?.repairs[0]?.edits ?? [];
        assert.equal(marked(rule, applyEdits(text, edits), example), fixed);
      });
    }
  }

  it('describe no rule that does not exist', () => {
    const described = Object.values(familyPages).flatMap((page) =>
      [...page.matchAll(/^## (.+)$/gmu)].map(([, id]) => id),
    );
    assert.deepEqual(described.sort(), rules.map(({ id }) => id).sort());
    assert.equal(rulePage('no-such-rule'), undefined);
  });
});
