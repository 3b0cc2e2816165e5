import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
import { lintFor } from 'autocorrect-node';
import { lint } from 'markdownlint/sync';
import noTodo from 'textlint-rule-no-todo';
import sentenceLength from 'textlint-rule-sentence-length';
import { type Diagnostic, getLanguageService, TextDocument } from 'vscode-json-languageservice';

/** Others that check texts, by the packages that they are. */
export const peers = [
  'textlint',
  'markdownlint',
  'autocorrect-node',
  'vscode-json-languageservice',
] as const satisfies string[];

/** The version of a package that is installed. */
export function versionOf(name: string): string {
  const file = path.join('node_modules', name === 'textlint' ? '@textlint/kernel' : name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

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

/** Checks the Chinese of a text with AutoCorrect and its default rules; it is written in Rust. */
export const autocorrect = (text: string): unknown => lintFor(text, 'text');

const service = getLanguageService({});
const schema = JSON.parse(readFileSync('schemas/report-2.schema.json', 'utf8'));

/** Reads a document as VS Code's JSON language server does, and checks it by the schema of exported reports. */
export async function jsonService(text: string, uri = 'file:///report.json'): Promise<Diagnostic[]> {
  const document = TextDocument.create(uri, 'json', 1, text);
  return service.doValidation(document, service.parseJSONDocument(document), {}, schema);
}
