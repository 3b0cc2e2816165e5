// What the programs load when somebody is spoken to in another tongue than Chinese: a file for each tongue, beside them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, root } from '../process.mjs';

const TONGUES = path.join(root, 'server/tongues');

/** Writes the catalogues into the folder `tongues` of a folder. @param {string} folder */
export function writeCatalogues(folder) {
  const into = path.join(root, folder, 'tongues');
  mkdirSync(into, { recursive: true });
  for (const [tongue, catalogue] of [
    ['en', { texts: { ...englishTexts(), ...englishPages() } }],
    ['zh-TW', read('traditional.json')],
  ])
    writeFileSync(path.join(into, `${tongue}.json`), JSON.stringify(catalogue));
}

/** All that is said, with its English: each room's own. @returns {Readonly<Record<string, string>>} */
export const englishTexts = () =>
  Object.assign({}, ...readdirSync(path.join(TONGUES, 'en')).map((name) => read(`en/${name}`)));

/** The rules' pages in English, by the names of those that they tell; they lie beside them, so that both are changed together. */
const englishPages = () =>
  Object.fromEntries(
    filesIn('server/rules', '.en.md').map((file) => [
      path.basename(file).replace('.en.md', '.md'),
      readFileSync(path.join(root, file), 'utf8'),
    ]),
  );

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(path.join(TONGUES, file), 'utf8'));
