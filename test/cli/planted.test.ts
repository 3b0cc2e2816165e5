import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readArchive } from '../../server/documents/containers/zip';
import { readDocx } from '../../server/documents/word/docx';
import { bytesBut, plantedIn } from '../core/support/planted';
import { withFolder } from './nianbao';

// The bundle that people run; the build comes before the tests.
const cli = path.resolve('dist/cli.js');
const documents = new Map(Array.from({ length: 200 }, (_, seed) => [`${seed}.docx`, plantedIn(seed)]));
const body = 'word/document.xml';

describe('two hundred documents with one wrong figure each', function () {
  this.timeout(240_000);
  before(() => assert.ok(existsSync(cli), 'npm run build comes first'));

  it(
    'are mended in that cell, and in nothing else',
    withFolder(Object.fromEntries([...documents].map(([name, { wrong }]) => [name, wrong])), async (cwd) => {
      const args = [cli, 'fix', '--figures', '--write', '.'];
      const { status, stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
      assert.equal(status, 0);
      assert.equal(stdout.match(/：改了 1 处$/gmu)?.length, documents.size, stdout);
      assert.equal(readdirSync(cwd).length, documents.size);
      for (const [name, { right, wrong }] of documents) {
        const after = readFileSync(path.join(cwd, name));
        assert.equal(readDocx(after).text, readDocx(right).text, name);
        assert.notEqual(readDocx(wrong).text, readDocx(right).text, name);
        assert.deepEqual(bytesBut(readArchive(after), body), bytesBut(readArchive(wrong), body), name);
      }
    }),
  );
});
