// `npm run tongues`: writes what readers of traditional characters are told, and says which texts lack their English.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, root, say, start } from './process.mjs';
import { englishTexts } from './tongues/catalogues.mjs';
import { keysIn, textsIn } from './tongues/spoken.mjs';
import { traditionalBundle, traditionalOf } from './tongues/traditional.mjs';

/** What VS Code reads itself: a bundle for the client's messages, one for the manifest. */
const BUNDLES = ['l10n/bundle.l10n', 'package.nls'];

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');

start(async () => {
  const sources = filesIn('server').map((file) => ({ file, text: read(file) }));
  const readThrough = JSON.parse(read('scripts/tongues/read-through.json'));
  const english = englishTexts();
  const traditional = traditionalOf(textsIn(sources), readThrough, english);
  writeFileSync(
    path.join(root, 'server/tongues/traditional.json'),
    `${JSON.stringify(traditional, null, 2)}\n`,
  );
  for (const bundle of BUNDLES) {
    const texts = traditionalBundle(JSON.parse(read(`${bundle}.zh-cn.json`)), readThrough);
    writeFileSync(path.join(root, `${bundle}.zh-tw.json`), `${JSON.stringify(texts, null, 2)}\n`);
  }
  const lacking = keysIn(sources).filter(({ text }) => english[text] === undefined);
  for (const { file, line, text } of lacking) say(`${file}:${line} ${JSON.stringify(text)}`);
  say(`没有英文的：${lacking.length} 条`);
});
