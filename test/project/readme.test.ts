import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { commands, everywhere } from '../../server/cli/arguments/commands';
import { rules } from '../../server/rules/all';
import { nianbao } from '../cli/nianbao';
import { read, root, tracked } from './source';

// What the two READMEs say of commands, settings, rules and files is held against these; what they show of the command line is
// what it prints.

const manifest = JSON.parse(read('package.json')).contributes;

interface Language {
  readonly file: string;
  readonly strings: Readonly<Record<string, string>>;
  readonly summary: 'summary' | 'summaryEn';
  readonly words: Readonly<Record<'hard' | 'soft' | 'fixable' | 'optional', string>>;
}

const languages: readonly Language[] = [
  {
    file: 'README.md',
    strings: JSON.parse(read('package.nls.zh-cn.json')),
    summary: 'summary',
    words: { hard: '硬', soft: '软', fixable: '可改', optional: '（默认关闭）' },
  },
  {
    file: 'README.en.md',
    strings: JSON.parse(read('package.nls.json')),
    summary: 'summaryEn',
    words: { hard: 'hard', soft: 'soft', fixable: 'yes', optional: ' (off by default)' },
  },
];

/** The rows of the tables in a Markdown text that have `id` in backquotes as the given cell. */
function rowsWith(text: string, cell: number, id: RegExp): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows.filter((row) => id.test(row.split(' | ')[cell]?.replace(/^\| | \|$/gu, '') ?? ''));
}

/** A command with what is said to come of it; a line `…` stands for any lines. */
interface Example {
  readonly args: readonly string[];
  readonly output: readonly string[];
}

/** The examples in a text: blocks of `$ nianbao …` with its output and, if it is shown, `$ echo $?` with its status. */
function examplesIn(text: string): Example[] {
  return [...text.matchAll(/^```console\n\$ nianbao (.*)\n([\s\S]*?)^```$/gmu)].map(
    ([, args = '', output = '']) => ({ args: args.split(' '), output: output.trimEnd().split('\n') }),
  );
}

const escaped = (line: string): string => line.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

const patternOf = (lines: readonly string[]): RegExp =>
  new RegExp(
    `^${lines.map((line) => (line.trim() === '…' ? '(?:.*\n)+?' : `${escaped(line)}\n`)).join('')}$`,
    'u',
  );

for (const { file, strings, summary, words } of languages) {
  const text = existsSync(path.join(root, file)) ? read(file) : '';

  describe(file, () => {
    it('lists the rules', () => {
      const expected = rules.map((rule) => {
        const hardness = rule.hard ? words.hard : words.soft;
        const level = strings[`level.${rule.severity}`]?.toLowerCase();
        const cells = [
          `\`${rule.id}\``,
          rule[summary],
          `${hardness} · ${level}${rule.isOptional ? words.optional : ''}`,
          rule.fixable ? words.fixable : '',
        ];
        return `| ${cells.join(' | ')} |`;
      });
      assert.deepEqual(rowsWith(text, 0, /^`[a-z]+(?:-[a-z]+)+`$/u), expected);
    });

    it('lists the commands', () => {
      const title = (command: { readonly title: string }): string =>
        strings[command.title.replaceAll('%', '')] ?? '';
      const all: readonly { readonly command: string; readonly title: string }[] = manifest.commands;
      const keysOnly: readonly { readonly command: string }[] = manifest.menus.commandPalette;
      const expected = all
        .filter(({ command }) => !keysOnly.some((each) => each.command === command))
        .map((command) => `| ${strings.category}: ${title(command)} | \`${command.command}\` |`);
      assert.deepEqual(rowsWith(text, 1, /^`nianbao\.\w+`$/u), expected);
    });

    it('lists the settings with their defaults', () => {
      const groups: { readonly properties: object }[] = [manifest.configuration].flat();
      const expected = groups
        .flatMap(({ properties }) => Object.entries(properties))
        .map(([name, { default: value }]) => [
          `\`${name}\``,
          value === '' ? '' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``,
        ]);
      const rows = rowsWith(text, 0, /^`nianbao\.[\w.]+`$/u).map((row) =>
        row.slice(2).split(' | ').slice(0, 2),
      );
      assert.deepEqual(rows, expected);
    });

    it('names every command and option of the command line', () => {
      const named = Object.entries(commands).flatMap(([name, { options }]) => [
        `nianbao ${name}`,
        ...Object.keys({ ...options, ...everywhere }).map((option) => `--${option}`),
      ]);
      assert.deepEqual(
        named.filter((each) => !text.includes(each)),
        [],
      );
    });

    for (const { args, output } of examplesIn(text)) {
      it(`shows what nianbao ${args[0]} prints`, async () => {
        const { stdout, stderr } = await nianbao(args, { cwd: root });
        const printed = stdout + stderr;
        if (!patternOf(output).test(printed)) assert.equal(output.join('\n'), printed);
      });
    }

    it('links to files that exist', () => {
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/gu)].map(([, link = '']) => link);
      assert.deepEqual(
        links.filter((link) => !tracked.includes(link)),
        [],
      );
      assert.ok(languages.every((other) => other.file === file || links.includes(other.file)));
    });
  });
}

describe('docs/images', () => {
  it('holds the pictures of the READMEs and no others', () => {
    const shown = languages.flatMap(({ file }) =>
      [...read(file).matchAll(/docs\/images\/[\w.-]+/gu)].map(String),
    );
    const pictures = tracked.filter((each) => each.startsWith('docs/images/'));
    assert.deepEqual(
      pictures.filter((picture) => !shown.includes(picture)),
      [],
    );
  });
});
