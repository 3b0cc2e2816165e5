import type { Analysis } from '../analysis';
import { countNumerals, numeralsOf } from '../parse/numerals';
import type { Edit, Finding, Related, Repair } from '../report/finding';
import type { Silenced } from '../rules/notes/judge';
import { type Lines, linesOf, type Position } from '../text/lines';
import type { Span } from '../text/span';
import { equationsOf } from './equations';
import { type LinesIn, linesIn } from './places';

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What was found in one file, as one line of JSON Lines. Lines and characters count from 0, characters in UTF-16. */
export function findingsLine(file: string, analysis: Analysis): string {
  const { report, text, coverage, findings, silenced, neighbours } = analysis;
  const lines = linesOf(text);
  const places = { lines, linesIn: linesIn(analysis, lines) };
  const { cells, read, equations, decided } = coverage;
  const unwatched = coverage.unwatched.map((cell) => report.form.cells[cell]?.path);
  return `${JSON.stringify({
    file,
    agency: report.agency?.value ?? null,
    year: report.year?.value ?? null,
    edition: report.form.edition,
    coverage: { cells, read, equations, decided, unwatched },
    numerals: countNumerals(numeralsOf(report, text)),
    lastYear: neighbours?.lastYear?.document ?? null,
    findings: findings.map((finding) => findingOf(places, analysis, finding)),
    silenced: silenced.map((each) => silencedOf(lines, each)),
  })}\n`;
}

interface Places {
  readonly lines: Lines;
  readonly linesIn: LinesIn;
}

function findingOf({ lines, linesIn }: Places, analysis: Analysis, finding: Finding) {
  const { rule, severity, hard, message, span, related, cells, repairs } = finding;
  return {
    rule,
    severity,
    hard,
    message,
    range: rangeOf(lines, span),
    cells,
    equations: equationsOf(analysis, finding),
    related: related.flatMap((each) => relatedOf(linesIn, each)),
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
function relatedOf(linesIn: LinesIn, { document, span, message }: Related) {
  const lines = linesIn(document);
  return lines
    ? [{ ...(document !== undefined && { file: document }), range: rangeOf(lines, span), message }]
    : [];
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

const rangeOf = (lines: Lines, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});
