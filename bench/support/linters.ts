import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
import { lint } from 'markdownlint/sync';
import noTodo from 'textlint-rule-no-todo';
import sentenceLength from 'textlint-rule-sentence-length';

const kernel = new TextlintKernel();

/** Checks a text with textlint and two of its common rules, one that looks at strings and one that splits sentences. */
export const textlint = (text: string): Promise<unknown> =>
  kernel.lintText(text, {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: textPlugin }],
    rules: [
      { ruleId: 'no-todo', rule: noTodo },
      { ruleId: 'sentence-length', rule: sentenceLength },
    ],
  });

/** Checks a text with markdownlint and its default rules. */
export const markdownlint = (text: string): unknown => lint({ strings: { text } });
