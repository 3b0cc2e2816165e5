import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../../server/analysis';
import type { EditionId } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { damages } from '../support/damage';
import { type Case, type Damage, damaged } from '../support/damage/damage';
import { differences } from '../support/expectation';
import { layouts } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { below, pick, randomOf } from '../support/random';

const sizes = [0, 5, 60, 5000] as const;

/** A report with some kinds of damage in every layout that can show them, each with figures and an edition of its own. */
function* cases(kinds: readonly Damage[]): Iterable<Case & { readonly name: string }> {
  for (const [index, layout] of layouts.entries()) {
    const seed = index + (kinds[0]?.id.length ?? 0);
    const edition: EditionId = seed % 4 === 0 ? '2019' : '2021';
    const sheet = {
      ...sheetOf(seed, sizes[seed % 4] ?? 0, edition),
      disputes: seed % 3 ? 'row' : 'blocks',
    } as const;
    const made = damaged(sheet, layout, kinds, seed);
    if (made) yield { ...made, name: `${layout.id} ${edition} seed ${seed}` };
  }
}

/**
 * What is not read yet: for each kind of damage the cases that come out otherwise than they should. The list may only shrink;
 * UPDATE=1 writes it anew, and the run fails all the same.
 */
const file = path.join('test', 'core', 'parse', 'gaps.json');
const gaps: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(file, 'utf8'));
const found: Record<string, readonly string[]> = {};

/** Reads reports with some kinds of damage and compares the cases that are read otherwise than they should be with the gaps. */
function check(kinds: readonly Damage[]): void {
  const key = kinds.map(({ id }) => id).join(' + ');
  const wrong = [...cases(kinds)].filter(
    ({ text, expected }) => differences(parseReport(text), expected).length > 0,
  );
  const names = wrong.map(({ name }) => name);
  if (names.length > 0) found[key] = names;
  assert.deepEqual(names, gaps[key] ?? []);
}

describe('damage that leaves all facts in the text', function () {
  this.timeout(60_000);

  for (const damage of damages.filter(({ harmless }) => harmless)) {
    it(`reads as before: ${damage.id}`, () => check([damage]));
  }

  it('raises no error where it is read', () => {
    for (const damage of damages.filter(({ harmless }) => harmless)) {
      const read = [...cases([damage])].filter(({ name }) => !gaps[damage.id]?.includes(name));
      for (const { name, text } of read.filter((_, index) => index % 5 === damage.id.length % 5)) {
        const errors = analyze(text).findings.filter(({ severity }) => severity === 'error');
        assert.deepEqual(
          errors.map(({ message }) => `${damage.id} ${name}: ${message}`),
          [],
        );
      }
    }
  });
});

describe('damage that takes something away', function () {
  this.timeout(60_000);

  for (const damage of damages.filter(({ harmless }) => !harmless)) {
    it(`misses that and nothing else: ${damage.id}`, () => check([damage]));
  }
});

describe('several kinds of damage at once', function () {
  this.timeout(60_000);

  const random = randomOf(20210926);
  const harmless = damages.filter((each) => each.harmless);
  // Two that write the same thing otherwise would undo each other.
  const family = ({ id }: Damage): string => id.replace(/-.*/, '');
  for (let index = 0; index < 40; index++) {
    const picked = Array.from({ length: 2 + below(random, 2) }, () => pick(random, harmless));
    const kinds = damages.filter((each) => picked.find((other) => family(other) === family(each)) === each);
    it(`reads as before: ${kinds.map(({ id }) => id).join(' + ')}`, () => check(kinds));
  }

  after(() => {
    if (process.env.UPDATE) writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
  });
});
