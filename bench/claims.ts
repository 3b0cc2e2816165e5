import { cases } from '../test/core/claims/cases';
import { type Score, scoreOf, total } from '../test/core/claims/score';

// Reads the corpora of marked paragraphs and prints how the rules of the narrative do: precision and recall of what they find, and
// how many of the numbers that the tables confirm are linked to them. Counted is every number, read or not. `--list` names
// what went wrong, `--list PAGE` on that page.

const scored = cases.map((each) => ({ each, score: scoreOf(each) }));
const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`;

function line(name: string, scores: readonly Score[]): void {
  const { differing, found, findings, alarms, agreeing, linked } = total(scores);
  console.log(
    [
      name.padEnd(10),
      `${scores.length} paragraphs`.padStart(15),
      `precision ${percent(findings - alarms, findings)} (${findings - alarms}/${findings})`.padStart(28),
      `recall ${percent(found, differing)} (${found}/${differing})`.padStart(26),
      `linked ${percent(linked, agreeing)} (${linked}/${agreeing})`.padStart(26),
    ].join('  '),
  );
}

for (const page of new Set(cases.map(({ page: name }) => name))) {
  line(
    page,
    scored.filter(({ each }) => each.page === page).map(({ score }) => score),
  );
}
line(
  'all',
  scored.map(({ score }) => score),
);
const list = process.argv.indexOf('--list');
const wanted = process.argv[list + 1];
for (const { each, score } of list < 0 ? [] : scored) {
  const isWanted = wanted === undefined || wanted === each.page;
  if (isWanted && score.complaints.length > 0)
    console.log(`\n${each.line}\n  ${score.complaints.join('\n  ')}`);
}
