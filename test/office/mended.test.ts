import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readArchive } from '../../server/documents/containers/zip';
import { nianbao } from '../cli/nianbao';
import { bytesBut, plantedIn } from '../core/support/planted';
import { differences, type Facts, factsOf, tablesOf } from './facts';
import { convert } from './programs';

const seeds = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
const body = 'word/document.xml';

describe('a document that is mended', function () {
  this.timeout(300_000);

  const temporary = mkdtempSync(path.join(os.tmpdir(), 'nianbao-mended-'));
  after(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
  const folder = (name: string, files: readonly (readonly [name: string, bytes: Uint8Array])[] = []) => {
    const own = path.join(temporary, name);
    mkdirSync(own);
    for (const [file, bytes] of files) writeFileSync(path.join(own, file), bytes);
    return own;
  };
  const filesIn = (own: string): string[] => readdirSync(own).map((name) => path.join(own, name));
  /** Has LibreOffice open the documents of a folder, and answers where it wrote what it read. */
  const opened = async (from: string, to: string): Promise<string> => {
    const own = folder(to);
    const profile = path.join(temporary, 'profile');
    await convert({ from: 'our docx', by: 'LibreOffice', to: 'docx' }, filesIn(from), own, profile);
    assert.deepEqual(readdirSync(own), readdirSync(from), 'a document was not opened');
    return own;
  };
  const tablesIn = async (file: string): Promise<Facts> => {
    const { stdout, stderr } = await nianbao(['export', file]);
    assert.ok(stdout !== '', stderr);
    return tablesOf(factsOf(JSON.parse(stdout)));
  };

  it('is opened by LibreOffice with the right figures, whoever wrote it', async () => {
    const all = seeds.map((seed) => [`${seed}.docx`, plantedIn(seed)] as const);
    const right = folder(
      'right',
      all.map(([name, each]) => [name, each.right]),
    );
    const ours = folder(
      'ours',
      all.map(([name, each]) => [name, each.wrong]),
    );
    for (const wrong of [ours, await opened(ours, 'theirs')]) {
      const before = new Map(readdirSync(wrong).map((name) => [name, readFileSync(path.join(wrong, name))]));
      const { status, stdout, stderr } = await nianbao(['fix', '--figures', '--write', wrong]);
      assert.deepEqual([status, stdout.match(/：改了 1 处$/gmu)?.length], [0, seeds.length], stderr);
      const again = await opened(wrong, `${path.basename(wrong)} opened`);
      for (const [name, bytes] of before) {
        const after = readFileSync(path.join(wrong, name));
        assert.deepEqual(bytesBut(readArchive(after), body), bytesBut(readArchive(bytes), body), name);
        const wanted = await tablesIn(path.join(right, name));
        assert.ok(wanted.size > 150, `${wanted.size}`);
        assert.deepEqual(differences(wanted, await tablesIn(path.join(again, name))), [], name);
      }
    }
  });
});
