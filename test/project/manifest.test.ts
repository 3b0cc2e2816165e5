import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { contributes } = json('package.json');
const languages: readonly Readonly<Record<string, string>>[] = [
  'package.nls.zh-cn.json',
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

  it('has every string in both languages, and none that is not used', () => {
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
    const items: { readonly command?: string; readonly submenu?: string }[] = Object.values(
      contributes.menus,
    ).flat() as [];
    for (const { command, submenu } of items)
      assert.ok(known.includes(command ?? submenu), command ?? submenu);
    assert.equal(new Set(known).size, known.length);
  });
});
