import type { Analysis } from '../analysis';
import { countNumerals, numeralsOf } from '../parse/numerals';
import type { Edit, Finding, Repair } from '../report/finding';
import { type Lines, linesOf, type Position } from '../text/lines';
import type { Span } from '../text/span';
import { equationsOf } from './equations';

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What was found in one file, as one line of JSON Lines. Lines and characters count from 0, characters in UTF-16. */
export function findingsLine(file: string, analysis: Analysis): string {
  const { report, text, coverage, findings } = analysis;
  const lines = linesOf(text);
  const { cells, read, equations, decided } = coverage;
  const unwatched = coverage.unwatched.map((cell) => report.form.cells[cell]?.path);
  return `${JSON.stringify({
    file,
    agency: report.agency?.value ?? null,
    year: report.year?.value ?? null,
    edition: report.form.edition,
    coverage: { cells, read, equations, decided, unwatched },
    numerals: countNumerals(numeralsOf(report, text)),
    findings: findings.map((finding) => findingOf(lines, analysis, finding)),
  })}\n`;
}

function findingOf(lines: Lines, analysis: Analysis, finding: Finding) {
  const { rule, severity, hard, message, span, cells, repairs } = finding;
  return {
    rule,
    severity,
    hard,
    message,
    range: rangeOf(lines, span),
    cells,
    equations: equationsOf(analysis, finding),
    repairs: repairs.map((repair) => repairOf(lines, repair)),
  };
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
