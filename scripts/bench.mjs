// `npm run bench`: bundles and runs what measures time; `npm run bench -- NAME …` runs any file of bench/, with its options.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { nodeBundle } from './bundling.mjs';
import { root, run, say, start } from './process.mjs';

const TIMES = ['analysis', 'keystroke'];

start(async () => {
  const [wanted, ...options] = process.argv.slice(2);
  const all = readdirSync(path.join(root, 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.basename(file, '.ts'));
  const names = wanted === undefined ? TIMES : all.filter((name) => name === wanted);
  if (names.length === 0) throw new Error(`bench 里没有 ${wanted}；有：${all.join('、')}`);
  // What is measured from outside is measured as it is shipped.
  await run('node', ['esbuild.mjs'], { quiet: true });
  for (const name of names) {
    const outfile = `dist/bench/${name}.js`;
    await build({ ...nodeBundle, entryPoints: [`bench/${name}.ts`], outfile });
    say(name);
    await run('node', [outfile, ...options]);
  }
});
