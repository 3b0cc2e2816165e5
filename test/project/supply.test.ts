import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import allowed from './licences.json';
import { root } from './source';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly integrity: string;
}

const json = (file: string) => JSON.parse(readFileSync(path.resolve(root, file), 'utf8'));
const packages: Readonly<Record<string, Locked>> = json('package-lock.json').packages;

/** Whether a package that another asks for is in the lock file, beside it or further up. */
function isLocked(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

describe('the lock file', () => {
  it('names every package, those for other systems too, with what its contents are', () => {
    const missing = Object.entries(packages).flatMap(([from, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !isLocked(from, name))
        .map((name) => `${from} → ${name}`),
    );
    assert.deepEqual(missing, []);
    const open = Object.entries(packages).filter(([name, { integrity }]) => name !== '' && !integrity);
    assert.deepEqual(open, []);
    for (const tool of ['esbuild', '@biomejs/biome']) {
      const systems = Object.keys(packages[`node_modules/${tool}`]?.optionalDependencies ?? {});
      for (const system of ['linux', 'win32', 'darwin'])
        assert.ok(
          systems.some((name) => name.includes(system)),
          `${tool} for ${system}`,
        );
    }
  });

  it('pins what package.json asks for', () => {
    const { devDependencies, dependencies = {} } = json('package.json');
    for (const [name, version] of Object.entries({ ...devDependencies, ...dependencies }))
      assert.equal(packages[`node_modules/${name}`]?.version, version, name);
  });

  it('is left as it is by npm install', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-lock-'));
    const files = ['package.json', 'package-lock.json'] as const;
    for (const file of [...files, '.npmrc']) copyFileSync(path.join(root, file), path.join(folder, file));
    const npm = process.env.npm_execpath;
    const args = ['install', '--package-lock-only', '--offline', '--ignore-scripts', '--cache', 'cache'];
    if (npm?.endsWith('.js')) execFileSync(process.execPath, [npm, ...args], { cwd: folder, stdio: 'pipe' });
    else execFileSync('npm', args, { cwd: folder, stdio: 'pipe' });
    for (const file of files)
      assert.equal(
        readFileSync(path.join(folder, file), 'utf8'),
        readFileSync(path.join(root, file), 'utf8'),
      );
    rmSync(folder, { recursive: true, force: true });
  });
});

/** What stands in a licence that asks to be handed on, by its id. */
const wordsOf: Readonly<Record<string, string>> = {
  'Apache-2.0': 'Apache License',
  BSD: 'Redistribution and use',
  BlueOak: 'Blue Oak Model License',
  ISC: 'Permission to use, copy, modify',
  MIT: 'Permission is hereby granted',
};

describe('what is shipped of others', () => {
  const list = path.join(root, 'dist/packages.json');
  const shipped = (): readonly Shipped[] => {
    assert.ok(existsSync(list), 'npm run build comes first');
    return JSON.parse(readFileSync(list, 'utf8'));
  };

  it('is under licences that allow it', () => {
    assert.ok(shipped().length > 10);
    for (const { name, license } of shipped())
      for (const each of license.replace(/[()]/gu, '').split(/ (?:AND|OR) /u))
        assert.ok(allowed.includes(each), `${name}: ${license} is not in test/project/licences.json`);
  });

  it('is what the lock file pins, and has its licence in NOTICE', () => {
    const notice = readFileSync(path.join(root, 'dist/NOTICE.txt'), 'utf8').split(`${'-'.repeat(80)}\n`);
    for (const { name, version, license, integrity } of shipped()) {
      const own = notice.find((text) => text.trimStart().startsWith(`${name} ${version} (${license})\n`));
      assert.ok((own?.trim().length ?? 0) > 500, `the licence of ${name}`);
      for (const [id, words] of Object.entries(wordsOf))
        if (license.includes(id)) assert.ok(own?.includes(words), `${id} of ${name}`);
      assert.match(integrity, /^sha512-/u, name);
    }
  });

  it('is listed beside the package as CycloneDX has it, with the sums of both', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'nianbao-supply-'));
    const vsix = path.join(folder, 'nianbao.vsix');
    writeFileSync(vsix, 'the package');
    const script = pathToFileURL(path.join(root, 'scripts/shipped.mjs')).href;
    const write = `(await import('${script}')).writeSupply(${JSON.stringify(vsix)})`;
    execFileSync(process.execPath, ['--input-type=module', '-e', write]);
    const bill = json(path.join(folder, 'nianbao.cdx.json'));
    assert.deepEqual(complaintsOf(bill), []);
    assert.notDeepEqual(complaintsOf({ ...bill, components: [{ ...bill.components[0], type: 'book' }] }), []);
    const sha256 = createHash('sha256').update('the package').digest('hex');
    assert.equal(bill.metadata.component.hashes[0].content, sha256);
    assert.equal(readFileSync(`${vsix}.sha256`, 'utf8'), `${sha256}  nianbao.vsix\n`);
    const listed = bill.components.map(({ name, version }: Shipped) => `${name} ${version}`);
    assert.deepEqual(
      listed,
      shipped().map(({ name, version }) => `${name} ${version}`),
    );
    rmSync(folder, { recursive: true, force: true });
  });
});

/** What CycloneDX's own schema has against a bill of materials. */
function complaintsOf(bill: { readonly specVersion: string }): readonly unknown[] {
  const library = path.dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json'));
  const schema = (name: string) => json(path.join(library, 'res/schema', name));
  // It names formats of addresses, which a bill without addresses has no use for.
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  for (const name of ['spdx', 'jsf-0.82'].map((each) => `${each}.SNAPSHOT.schema.json`))
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}`);
  const validate = ajv.compile(schema(`bom-${bill.specVersion}.SNAPSHOT.schema.json`));
  return validate(bill) ? [] : (validate.errors ?? []);
}
