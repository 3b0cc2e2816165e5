// What of other people goes into the package: the packages of node_modules that are in the bundles, their licences, and the list of
// them that goes beside the package.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './process.mjs';

/** @typedef {{ name: string, version: string, license: string, integrity: string }} Shipped */

/** Where the build leaves the list of what it took; scripts/package.mjs and the tests read it. */
export const shippedList = path.join(root, 'dist/packages.json');

/**
 * The packages that went into bundles, each once, and the text of their licences as these ask for it.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {{ packages: readonly Shipped[], notice: string }}
 */
export function shippedIn(metafiles) {
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(
    files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  /** @type {Map<string, Shipped>} */
  const packages = new Map();
  const texts = new Set();
  for (const folder of [...folders].sort()) {
    const manifest = readFileSync(path.join(root, folder, 'package.json'), 'utf8');
    const { name, version, license } = JSON.parse(manifest);
    const integrity = lock[folder.slice(folder.indexOf('node_modules/'))]?.integrity ?? '';
    // The same package may lie twice in node_modules.
    packages.set(`${name} ${version}`, { name, version, license, integrity });
    texts.add(`${name} ${version} (${license})\n\n${licenceIn(folder)}\n\n${'-'.repeat(80)}\n`);
  }
  return { packages: [...packages.values()], notice: [...texts].join('\n') };
}

/** @param {string} folder */
function licenceIn(folder) {
  // Some packages tell in a file of its own what they have from others.
  const files = readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|notice|third.?party)/i.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  // Others do not tell; then we do.
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const ours = path.join(root, 'scripts/licences', `${name.replace('/', '-')}.txt`);
  const places = [...files.map((file) => path.join(root, folder, file)), ...(existsSync(ours) ? [ours] : [])];
  return places.map((place) => readFileSync(place, 'utf8').trim()).join('\n\n');
}

/**
 * Writes beside a package what is in it (a bill of materials in CycloneDX) and its SHA-256; the same for the same package. Answers the
 * paths of both.
 * @param {string} vsix
 */
export function writeSupply(vsix) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const sha256 = createHash('sha256').update(readFileSync(vsix)).digest('hex');
  /** @type {readonly Shipped[]} */
  const packages = JSON.parse(readFileSync(shippedList, 'utf8'));
  const materials = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        ...{ type: 'application', 'bom-ref': `${name}@${version}`, name, version },
        ...{ licenses: licences(license), hashes: [{ alg: 'SHA-256', content: sha256 }] },
      },
    },
    components: packages.map(componentOf),
    dependencies: [
      { ref: `${name}@${version}`, dependsOn: packages.map(refOf) },
      ...packages.map((each) => ({ ref: refOf(each) })),
    ],
  };
  const [bill, sum] = [`${vsix.replace(/\.vsix$/, '')}.cdx.json`, `${vsix}.sha256`];
  writeFileSync(bill, `${JSON.stringify(materials, null, 2)}\n`);
  writeFileSync(sum, `${sha256}  ${path.basename(vsix)}\n`);
  return [bill, sum];
}

/** @param {Shipped} shipped */
const refOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {string} license an identifier of SPDX, or an expression of several */
const licences = (license) =>
  / |\(/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];

/** @param {Shipped} shipped */
function componentOf(shipped) {
  const { name, version, license, integrity } = shipped;
  const [, digest = ''] = /^sha512-(.+)$/.exec(integrity) ?? [];
  return {
    ...{ type: 'library', 'bom-ref': refOf(shipped), name, version, purl: refOf(shipped) },
    licenses: licences(license),
    // Of the package as the registry has it, of which a part is in the bundles.
    hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
  };
}
