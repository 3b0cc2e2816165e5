import assert from 'node:assert/strict';
import { cases } from './cases';
import { scoreOf, total } from './score';

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

  it('are found where they differ, and linked where they agree', () => {
    const { differing, found, agreeing, linked, complaints } = everything;
    // Of a number that is not read nothing is said: what is missing here is silence, never a wrong word.
    assert.ok(found / differing >= 0.97, `${found} of ${differing}: ${complaints.join('; ')}`);
    assert.ok(linked / agreeing >= 0.97, `${linked} of ${agreeing}: ${complaints.join('; ')}`);
  });
});
