import type { Analysis } from '../../analysis';
import { type PlaceOf, placesOf } from '../../export/places';
import {
  type Confidence,
  type Finding,
  type Related,
  type Severity,
  severityNames,
} from '../../report/finding';
import { type Lines, linesOf } from '../../text/lines';
import { oneLine } from '../../text/plain';
import { mark, said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { type Counts, countsOf, noCounts, sumOfCounts } from '../../workspace/summary';
import type { PlaceIn } from '../files/document-places';
import { skippedNote, type Tally } from '../files/sources';
import { allCountsText } from './summary';

interface Style {
  readonly colours: boolean;
  readonly placeIn?: PlaceIn;
}

/** What the findings of several reports add up to. */
export interface Totals {
  readonly reports: number;
  readonly severities: Counts;
  readonly equations: number;
  readonly decided: number;
  /** Reports that were held against their agency's report on the year before. */
  readonly compared: number;
  /** Findings that notes have silenced. */
  readonly silenced: number;
}

const severityColours: Readonly<Record<Severity, number>> = {
  error: 31,
  warning: 33,
  information: 36,
  hint: 36,
};

const confidenceNames: Readonly<Record<Confidence, string>> = {
  safe: mark`可放心改`,
  unique: mark`唯一改法`,
  possible: mark`可能的改法`,
};

/** The totals of no report. */
export const noTotals: Totals = {
  reports: 0,
  severities: noCounts,
  equations: 0,
  decided: 0,
  compared: 0,
  silenced: 0,
};

/** What the findings of one report add up to. */
export function totalsOf({ findings, silenced, coverage, neighbours }: Analysis): Totals {
  return {
    reports: 1,
    severities: countsOf(findings),
    equations: coverage.equations,
    decided: coverage.decided,
    compared: neighbours?.lastYear ? 1 : 0,
    silenced: silenced.length,
  };
}

/** What two totals add up to. */
export function sumOf(one: Totals, other: Totals): Totals {
  return {
    reports: one.reports + other.reports,
    severities: sumOfCounts([one.severities, other.severities]),
    equations: one.equations + other.equations,
    decided: one.decided + other.decided,
    compared: one.compared + other.compared,
    silenced: one.silenced + other.silenced,
  };
}

/** The findings of one report, a line each with what belongs to it below; lines and columns count from 1. */
export function findingsText(file: string, analysis: Analysis, style: Style): string {
  const lines = linesOf(analysis.text, analysis.origin);
  const places = { file, lines, placeOf: placesOf(analysis, lines) };
  return analysis.findings.map((finding) => findingText(finding, places, style)).join('');
}

interface Places {
  readonly file: string;
  readonly lines: Lines;
  readonly placeOf: PlaceOf;
}

function findingText(finding: Finding, { file, lines, placeOf }: Places, style: Style): string {
  const { rule, severity, message, span, related, repairs } = finding;
  const paint = (code: number, words: string): string =>
    style.colours ? `\x1b[${code}m${words}\x1b[0m` : words;
  const where = `${oneLine(file)}:${spelt({ document: file, lines }, span, style)}`;
  const name = paint(severityColours[severity], said(severityNames[severity]));
  const below = related.flatMap((each) => relatedText(each, { file, placeOf }, style));
  const [repair] = repairs;
  if (repair) below.push(say`${said(confidenceNames[repair.confidence])}：${oneLine(repair.title)}`);
  const head = `${where} ${name} ${oneLine(message)} ${paint(2, `[${rule}]`)}`;
  return [head, ...below.map((line) => `    ${line}`)].map((line) => `${line}\n`).join('');
}

/** A place in another file names that file. */
function relatedText(
  { document, span, message }: Related,
  { file, placeOf }: Pick<Places, 'file' | 'placeOf'>,
  style: Style,
): string[] {
  const place = placeOf(document);
  if (!place) return [];
  const name = place.document === undefined ? '' : `${oneLine(place.document)}:`;
  const where = spelt({ document: place.document ?? file, lines: place.lines }, span, style);
  return [`${name}${where} ${oneLine(message)}`];
}

function spelt(
  { document, lines }: { readonly document: string; readonly lines: Lines },
  { start }: Span,
  { placeIn }: Style,
): string {
  const position = lines.positionAt(start);
  const place = placeIn?.(document, position);
  return place !== undefined ? oneLine(place) : `${position.line + 1}:${position.character + 1}`;
}

/** The last line of a check: how much was checked and found, and what could not be told. */
export function totalsText(totals: Totals, tally: Tally): string {
  const { reports, severities, equations, decided, compared, silenced } = totals;
  const undecided = equations - decided;
  const blind = undecided > 0 ? say`；${equations} 条勾稽关系中有 ${undecided} 条无法核对` : '';
  const noted = silenced > 0 ? say`；已按说明略去 ${silenced} 处` : '';
  const failed = tally.failed > 0 ? say`；${tally.failed} 处未能检查` : '';
  const held = compared > 0 ? say`（${compared} 份与上一年的对照）` : '';
  return say`核对 ${reports} 份年报${held}：${allCountsText(severities)}${blind}${noted}${failed}${skippedNote(tally)}\n`;
}
