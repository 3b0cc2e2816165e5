import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { minimatch } from 'minimatch';
import { documentEndings } from '../../client/editor/names';
import { usualFiles } from '../../server/workspace/selection';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { contributes } = json('package.json');
const languages: readonly Readonly<Record<string, string>>[] = [
  'package.nls.zh-cn.json',
  'package.nls.zh-tw.json',
  'package.nls.json',
].map(json);

interface Setting {
  readonly enum?: readonly string[];
  readonly enumItemLabels?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Setting>>;
}

/** All that a group of settings offers, down to the values of those that are objects. */
const settingsIn = (
  properties: Readonly<Record<string, Setting>>,
  below = '',
): (readonly [string, Setting])[] =>
  Object.entries(properties).flatMap(([name, setting]) => [
    [`${below}${name}`, setting] as const,
    ...settingsIn(setting.properties ?? {}, `${name}.`),
  ]);

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

const menus: Readonly<Record<string, readonly Item[]>> = contributes.menus;
const menuItems = Object.values(menus).flat();

/** The endings of texts that the workspace is searched for. */
const textEndings = (usualFiles[0]?.match(/\{(.*)\}$/u)?.[1]?.split(',') ?? []).filter(
  (ending) => !documentEndings.some((each) => each === ending),
);

/** The regular expression that a clause of the manifest holds a key against. Throws where it holds none. */
function patternOf(clause: string, key: string): RegExp {
  const [, source, flags] = new RegExp(`${key} =~ /(.*?)/([a-z]*)(?= |\\)|$)`, 'u').exec(clause) ?? [];
  assert.ok(source, clause);
  return new RegExp(source, flags);
}

describe('the manifest', () => {
  it('says of every value of a setting what it does, and names it', () => {
    const choices = settingsIn(contributes.configuration.properties).filter(([, each]) => each.enum);
    assert.ok(choices.length > 3);
    for (const [name, { enum: values, enumItemLabels, enumDescriptions }] of choices) {
      assert.equal(enumDescriptions?.length, values?.length, `${name} describes its values`);
      // The editor of an object’s values shows no labels.
      if (!name.startsWith('nianbao.rules.')) assert.equal(enumItemLabels?.length, values?.length, name);
    }
  });

  it('has every string in all languages, and none that is not used', () => {
    const used = new Set(
      Array.from(readFileSync('package.json', 'utf8').matchAll(/"%([^"%]+)%"/gu), ([, key]) => key),
    );
    for (const strings of languages) assert.deepEqual(Object.keys(strings).sort(), [...used].sort());
  });

  it('offers in its menus commands and menus that there are', () => {
    const known = [
      ...contributes.commands.map(({ command }: { readonly command: string }) => command),
      ...contributes.submenus.map(({ id }: { readonly id: string }) => id),
    ];
    for (const { command, submenu } of menuItems)
      assert.ok(known.includes(command ?? submenu), command ?? submenu);
    assert.equal(new Set(known).size, known.length);
  });

  it('offers for a file all that it offers for files, whatever kind of report it is', () => {
    const offered = menus['nianbao.file']?.map(({ command }) => command) ?? [];
    const clauses = [
      ...contributes.commands
        .filter(({ command }: { readonly command: string }) => offered.includes(command))
        .map(({ enablement }: { readonly enablement: string }) => enablement),
      ...menuItems.filter(({ submenu }) => submenu === 'nianbao.file').map(({ when }) => when),
    ];
    assert.ok(textEndings.length > 3 && offered.length > 5 && clauses.length === offered.length + 2);
    for (const clause of clauses) {
      assert.ok(clause.includes('resourcePath in nianbao.reports'), clause);
      const named = patternOf(clause, 'resourceFilename');
      for (const ending of [...textEndings, ...documentEndings])
        for (const name of [
          `某县水务局2024年政府信息公开工作年度报告.${ending}`,
          `某縣水務局信息公開年報.${ending.toUpperCase()}`,
        ])
          assert.match(name, named);
      for (const name of ['水务局2024年政府信息公开工作年度报告.json', '信息公开指南.docx', '年度报告.pdf'])
        assert.doesNotMatch(name, named);
    }
  });

  it('opens as text each kind of document that is read, and no other', () => {
    const patternsOf = (type: string): readonly string[] =>
      contributes.customEditors
        .find(({ viewType }: { readonly viewType: string }) => viewType === type)
        .selector.map(({ filenamePattern }: { readonly filenamePattern: string }) => filenamePattern);
    assert.deepEqual(patternsOf('nianbao.anyWord'), [`*.{${documentEndings.join()}}`]);
    const isOpened = (file: string): boolean =>
      patternsOf('nianbao.word').some((pattern) => minimatch(file, pattern));
    for (const ending of documentEndings) {
      assert.ok(isOpened(`某县水务局2024年政府信息公开工作年度报告.${ending}`), ending);
      assert.ok(!isOpened(`某县水务局工作总结.${ending}`), ending);
    }
    const clauses = menuItems.filter(({ command }) => command === 'nianbao.openWord');
    assert.equal(clauses.length, 2);
    for (const { when = '' } of clauses) {
      const ends = patternOf(when, 'resourceExtname');
      for (const ending of documentEndings) assert.match(`.${ending}`, ends);
      for (const ending of textEndings) assert.doesNotMatch(`.${ending}`, ends);
    }
  });

  it('has less than twenty settings, each with its own place and a scope', () => {
    const settings: readonly { readonly order?: number; readonly scope?: string }[] = Object.values(
      contributes.configuration.properties,
    );
    assert.ok(settings.length < 20);
    assert.equal(new Set(settings.map(({ order }) => order)).size, settings.length);
    for (const { order, scope } of settings) assert.ok(order !== undefined && scope !== undefined);
  });
});
