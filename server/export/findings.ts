import type { Analysis } from '../analysis';
import { countNumerals, numeralsOf } from '../census/numeral-census';
import type { Edit, Finding, Related, Repair } from '../report/finding';
import { documentOf } from '../report/neighbours';
import type { Silenced } from '../rules/notes/support/judge';
import { type Lines, linesOf } from '../text/lines';
import { equationsOf } from './equations';
import { generator } from './generator';
import { type PlaceOf, placesOf } from './places';
import { rangeOf } from './provenance';

/**
 * What was found in one report, as one line of JSON Lines; `part` is which one it is where its file has several. Lines and characters
 * count from 0, characters in UTF-16.
 */
export function findingsLine(file: string, analysis: Analysis, part?: number): string {
  const { report, text, origin, coverage, findings, silenced, neighbours } = analysis;
  const lines = linesOf(text, origin);
  const places = { lines, placeOf: placesOf(analysis, lines) };
  const { cells, read, equations, decided } = coverage;
  const unwatched = coverage.unwatched.map((cell) => report.form.cells[cell]?.path);
  return `${JSON.stringify({
    file,
    part,
    generator,
    agency: report.agency?.value ?? null,
    year: report.year?.value ?? null,
    edition: report.form.edition,
    coverage: { cells, read, equations, decided, unwatched },
    numerals: countNumerals(numeralsOf(report, text)),
    lastYear: neighbours?.lastYear ? documentOf(neighbours.lastYear) : null,
    findings: findings.map((finding) => findingOf(places, analysis, finding)),
    silenced: silenced.map((each) => silencedOf(lines, each)),
  })}\n`;
}

interface Places {
  readonly lines: Lines;
  readonly placeOf: PlaceOf;
}

function findingOf({ lines, placeOf }: Places, analysis: Analysis, finding: Finding) {
  const { rule, severity, hard, message, span, related, cells, repairs } = finding;
  return {
    rule,
    severity,
    hard,
    message,
    range: rangeOf(lines, span),
    cells,
    equations: equationsOf(analysis, finding),
    related: related.flatMap((each) => relatedOf(placeOf, each)),
    repairs: repairs.map((repair) => repairOf(lines, repair)),
  };
}

/** A finding that a note of the clerk's answers. */
const silencedOf = (lines: Lines, { finding, note }: Silenced) => ({
  rule: finding.rule,
  message: finding.message,
  range: rangeOf(lines, finding.span),
  reason: note.reason,
});

/** A place in another file names that file. */
function relatedOf(placeOf: PlaceOf, { document, span, message }: Related) {
  const place = placeOf(document);
  return place ? [{ file: place.document, range: rangeOf(place.lines, span), message }] : [];
}

const repairOf = (lines: Lines, { title, confidence, edits }: Repair) => ({
  title,
  confidence,
  edits: edits.map((edit) => editOf(lines, edit)),
});

/** An edit that changes no figure names no cell. */
const editOf = (lines: Lines, { cell, from = null, to = null, span, newText }: Edit) => ({
  ...(cell !== undefined && { cell, from, to }),
  range: rangeOf(lines, span),
  newText,
});
