import assert from 'node:assert/strict';
import { rules } from '../../../server/rules/all';
import type { Rule } from '../../../server/rules/rule';

/** Stands in a text that keeps a rule busy for ever. */
const trap = '目录已经更新又更新';

/** Has a rule check otherwise while something runs. */
export const withRule =
  <A extends readonly unknown[]>(
    check: (context: Parameters<Rule['check']>[0], own: Rule['check']) => ReturnType<Rule['check']>,
    run: (...given: A) => Promise<void>,
  ) =>
  async (...given: A): Promise<void> => {
    const rule = rules.find(({ id }) => id === 'heading-number');
    assert.ok(rule);
    const own = rule.check;
    Object.assign(rule, { check: (context: Parameters<Rule['check']>[0]) => check(context, own) });
    try {
      await run(...given);
    } finally {
      Object.assign(rule, { check: own });
    }
  };

/** Lets a rule never come to the end of a text with the trap in it, while something runs. */
export const withEndlessRule = Object.assign(
  <A extends readonly unknown[]>(run: (...given: A) => Promise<void>) =>
    withRule((context, own) => {
      while (context.text.includes(trap));
      return own(context);
    }, run),
  { trap },
);
