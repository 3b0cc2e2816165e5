import assert from 'node:assert/strict';
import { cases } from './cases';
import { scoreOf, total } from './score';

/** Of the numbers of a page that differ, and of those that agree, at least these shares are found and linked. */
const least: Readonly<Record<string, { readonly found: number; readonly linked: number }>> = {
  sentences: { found: 0.97, linked: 0.97 },
  traps: { found: 1, linked: 0.9 },
  kinds: { found: 0.97, linked: 0.85 },
  kept: { found: 0.97, linked: 0.9 },
  counts: { found: 0.97, linked: 0.9 },
  rates: { found: 0.97, linked: 0.85 },
  ratios: { found: 0.9, linked: 0.9 },
  settled: { found: 0.97, linked: 0.9 },
  topics: { found: 1, linked: 0.9 },
  wholes: { found: 0.99, linked: 0.98 },
  wordings: { found: 0.97, linked: 0.9 },
  company: { found: 1, linked: 0.9 },
  columns: { found: 1, linked: 0.9 },
  changes: { found: 1, linked: 0.9 },
  offices: { found: 1, linked: 0.9 },
  rows: { found: 1, linked: 0.9 },
  understood: { found: 1, linked: 0.9 },
  contradictions: { found: 0.93, linked: 0 },
  said: { found: 1, linked: 0 },
  phrasings: { found: 1, linked: 0.9 },
};

describe('claims of the narrative', () => {
  const scored = cases.map((each) => ({ ...each, score: scoreOf(each) }));
  const everything = total(scored.map(({ score }) => score));

  it('are measured on enough sentences, and on enough that must stay silent', () => {
    assert.ok(cases.length >= 300, `${cases.length} paragraphs`);
    assert.ok(cases.filter(({ trap }) => trap).length >= 120);
    assert.ok(everything.differing >= 100 && everything.agreeing >= 200);
  });

  it('raise no alarm where nothing is wrong', () => {
    const alarms = scored.filter(({ score }) => score.alarms > 0);
    assert.deepEqual(
      alarms.map(({ line, score }) => [line, score.complaints]),
      [],
    );
  });

  for (const [page, shares] of Object.entries(least)) {
    it(`are found where they differ, and linked where they agree: ${page}`, () => {
      const scores = scored.filter((each) => each.page === page).map(({ score }) => score);
      const { differing, found, agreeing, linked, complaints } = total(scores);
      // Of a number that is not read nothing is said: what is missing here is silence, never a wrong word.
      assert.ok(found >= shares.found * differing, `${found} of ${differing}: ${complaints.join('; ')}`);
      assert.ok(linked >= shares.linked * agreeing, `${linked} of ${agreeing}: ${complaints.join('; ')}`);
    });
  }
});
