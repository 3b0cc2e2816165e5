import assert from 'node:assert/strict';
import path from 'node:path';
import { rules } from '../server/rules/all';
import { familyPages, rulePage } from '../server/rules/pages';
import { usualFiles } from '../server/workspace/selection';
import { inFolder, none } from './project/shape';
import { read, sources, tracked } from './project/source';

// The shape of the project, held by a test: a failure says what is against which rule of the house, and why there is one.

describe('sizes', () => {
  // Data: what they hold is read row by row, not as a whole.
  const data =
    /^server\/form\/|\/(?:accepted-sums|phrases)\.ts$|^test\/core\/(?:support\/|claims\/facts\.ts$)/u;
  const measured = sources.filter(({ file }) => !data.test(file));

  it('a file fits on a few screens', () =>
    none(
      measured.filter(({ lines }) => lines > 250).map(({ file, lines }) => `${file}: ${lines} lines`),
      'A file of more than 250 lines holds more than one thing; find the seam.',
    ));

  it('a function fits on one screen', () =>
    none(
      measured
        .filter(({ file }) => !file.startsWith('test/'))
        .flatMap(({ file, functions }) =>
          functions
            .filter(({ lines }) => lines > 40)
            .map(({ line, lines }) => `${file}:${line}: ${lines} lines`),
        ),
      'A function of more than 40 lines does several things one after the other; give them names.',
    ));

  it('a rule is small', () =>
    none(
      inFolder('server/rules')
        .filter(({ file, exportsDefault, lines }) => exportsDefault && !data.test(file) && lines > 80)
        .map(({ file, lines }) => `${file}: ${lines} lines`),
      'A rule of more than 80 lines hides what it checks; what it needs belongs into a file beside it.',
    ));
});

describe('the folders of rules', () => {
  it('lie alone in the folder of their family, what helps them beside them in support/', () =>
    none(
      inFolder('server/rules')
        .filter(({ file, exportsDefault }) => /^server\/rules\/\w+\/[^/]+$/u.test(file) !== exportsDefault)
        .map(({ file }) => file),
      'The folder of a family lists its rules; what several of them use, or what makes one too long, goes into support/.',
    ));
});

describe('exports', () => {
  it('have names', () =>
    none(
      [...inFolder('server'), ...inFolder('client')]
        .filter(({ file, exportsDefault }) => exportsDefault && !file.startsWith('server/rules/'))
        .map(({ file }) => file),
      'Only rules are default exports, one a file; everything else is found by its name.',
    ));

  it('are not passed on', () =>
    none(
      [...inFolder('server'), ...inFolder('client')]
        .filter(({ reexports }) => reexports)
        .map(({ file }) => file),
      'A barrel hides where a thing lives; import it from its file.',
    ));
});

describe('rules', () => {
  const ids = rules.map(({ id }) => id).sort();
  const manifest = JSON.parse(read('package.json'));
  const settings = [manifest.contributes.configuration].flat();

  it('the list is the files', () => {
    const files = inFolder('server/rules').filter(({ exportsDefault }) => exportsDefault);
    assert.deepEqual(
      files.map(({ file }) => path.basename(file, '.ts')).sort(),
      ids,
      'server/rules/all.ts lists every rule file, and a rule is called as its file is.',
    );
    none(
      rules
        .filter(({ id, family }) => !files.some(({ file }) => file === `server/rules/${family}/${id}.ts`))
        .map(({ id }) => id),
      'A rule lies in the folder of its family, beside its page.',
    );
  });

  it('every rule has its part of a page', () => {
    none(
      ids.filter((id) => !rulePage(id)),
      'Who reads a finding wants to know why: each rule has a section ## id in its family’s page.',
    );
    assert.deepEqual(
      Object.keys(familyPages).sort(),
      [...new Set(rules.map(({ family }) => family))].sort(),
      'Every family has one page.',
    );
  });

  it('every rule has its setting, worded as the rule is', () => {
    const properties = settings.flatMap((group) => Object.entries(group.properties ?? {}));
    const [, setting] = properties.find(([name]) => name === 'nianbao.rules') ?? [];
    const described = (setting as { readonly properties?: object } | undefined)?.properties ?? {};
    assert.deepEqual(
      Object.keys(described).sort(),
      ids,
      'nianbao.rules in package.json has one property a rule.',
    );
    for (const [file, field] of [
      ['package.nls.zh-cn.json', 'summary'],
      ['package.nls.json', 'summaryEn'],
    ] as const) {
      const strings = JSON.parse(read(file));
      for (const rule of rules) {
        assert.equal(
          strings[`rules.${rule.id}`],
          rule[field],
          `${file} describes the setting of ${rule.id} as server/rules says what the rule finds.`,
        );
      }
    }
  });
});

describe('settings', () => {
  it('say which files are read where users say nothing', () => {
    const manifest = JSON.parse(read('package.json'));
    const groups = [manifest.contributes.configuration].flat();
    const properties = Object.assign({}, ...groups.map((group) => group.properties));
    assert.deepEqual(properties['nianbao.workspace.include'].default, usualFiles);
  });
});

describe('the repository', () => {
  const texts = tracked.filter((file) => !/\.(?:png|svg|ico|gif|woff2?)$/u.test(file));
  const matching = (files: readonly string[], pattern: RegExp): string[] =>
    files.flatMap((file) => {
      const found = pattern.exec(read(file))?.[0];
      return found ? [`${file}: ${found}`] : [];
    });

  it('names no machine', () =>
    none(
      matching(texts, /(?<![\w.~-])\/(?:work|tmp|root|home|Users)\/[a-z][\w.-]*|\b[A-Z]:\\Users\\\w+/u),
      'A path of one machine is wrong on every other; derive it from the project’s folder or the environment.',
    ));

  it('names no registry', () => {
    none(
      matching(texts, /https?:\/\/[\w.-]*(?:registry|npmmirror|artifactory|nexus|verdaccio)[\w.-]*/u),
      'Packages come from whatever registry npm is set up with; the project does not choose it.',
    );
    none(
      matching(['package-lock.json'], /"resolved": "https?:[^"]*"/u),
      'The lock file holds versions and hashes only, so that it installs from any registry (.npmrc says so).',
    );
  });

  it('skips no test and runs none alone', () =>
    none(
      matching(
        sources.map(({ file }) => file).filter((file) => file.endsWith('.test.ts')),
        /\b(?:it|describe)\.(?:skip|only)\(|\b(?:xit|xdescribe)\(/u,
      ),
      'A skipped test says nothing; assert today’s result and say why it is not the right one.',
    ));
});
