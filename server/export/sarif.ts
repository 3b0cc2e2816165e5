import type { Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Analysis } from '../analysis';
import type { Finding, Related, Repair, Severity } from '../report/finding';
import { type Rule, titleOf } from '../rules/rule';
import { type Lines, linesOf } from '../text/lines';
import { said, say } from '../text/say';
import type { Span } from '../text/span';
import { tongue } from '../tongues/tongues';
import { equationsOf } from './equations';
import { type PlaceOf, placesOf } from './places';

/** What was found in one report. */
export interface Checked {
  /** The path of the file, relative to where the check ran, or absolute. */
  readonly file: string;
  readonly analysis: Analysis;
  /** Which report it is where the file has several. */
  readonly part?: number | undefined;
}

interface SarifOptions {
  readonly version: string;
  readonly rules: readonly Rule[];
  /** False where a file could not be read or checked. */
  readonly successful: boolean;
}

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** What was found in one report, as results of a log. */
export function resultsOf({ file, analysis }: Checked, rules: readonly Rule[]): Result[] {
  const lines = linesOf(analysis.text, analysis.origin);
  const setting = { analysis, places: placesIn(file, lines), placeOf: placesOf(analysis, lines), rules };
  return [
    ...analysis.findings.map((finding) => ({ ...resultOf(finding, setting), suppressions: [] })),
    ...analysis.silenced.map(({ finding, note }) => ({
      ...resultOf(finding, setting),
      suppressions: [
        {
          kind: 'inSource' as const,
          justification: note.reason,
          location: locationOf(setting.places, note.span),
        },
      ],
    })),
  ];
}

/** What was found in all files as a SARIF 2.1.0 log, for code-scanning services. */
export function sarifLog(results: readonly Result[], { version, rules, successful }: SarifOptions): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'nianbao', version, language: tongue(), rules: rules.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: successful }],
        results: [...results],
      },
    ],
  };
}

function descriptorOf(rule: Rule): ReportingDescriptor {
  const { id, basis, severity, hard, fixable, isOptional } = rule;
  const title = titleOf(rule);
  return {
    id,
    shortDescription: messageOf(title),
    fullDescription: messageOf(say`${title}。依据：${said(basis)}`),
    defaultConfiguration: { level: levels[severity], enabled: !isOptional },
    properties: { hard, fixable },
  };
}

interface Places {
  readonly uri: string;
  region(span: Span): Region;
}

function placesIn(file: string, lines: Lines): Places {
  const uri = uriOf(file);
  const region = (span: Span): Region => {
    const start = lines.positionAt(span.start);
    const end = lines.positionAt(span.end);
    return {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  };
  return { uri, region };
}

interface Setting {
  readonly analysis: Analysis;
  readonly places: Places;
  readonly placeOf: PlaceOf;
  readonly rules: readonly Rule[];
}

function resultOf(finding: Finding, setting: Setting): Result {
  const { analysis, places, rules } = setting;
  const { rule, severity, hard, message, span, related, cells, repairs } = finding;
  const ruleIndex = rules.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: messageOf(message),
    locations: [locationOf(places, span)],
    relatedLocations: related
      .flatMap((each) => relatedOf(each, setting))
      .map((each, id) => ({ id, ...each })),
    fixes: repairs.map((repair) => ({
      description: messageOf(repair.title),
      artifactChanges: [changeOf(places, repair)],
      properties: { confidence: repair.confidence },
    })),
    properties: { hard, cells: [...cells], equations: equationsOf(analysis, finding) },
  };
}

const locationOf = ({ uri, region }: Places, span: Span): Location => ({
  physicalLocation: { artifactLocation: { uri }, region: region(span) },
});

function relatedOf({ document, span, message }: Related, { places, placeOf }: Setting): Location[] {
  const place = placeOf(document);
  if (!place) return [];
  const where = place.document === undefined ? places : placesIn(place.document, place.lines);
  return [{ ...locationOf(where, span), message: messageOf(message) }];
}

const changeOf = ({ uri, region }: Places, { edits }: Repair) => ({
  artifactLocation: { uri },
  replacements: edits.map(({ span, newText }) => ({
    deletedRegion: region(span),
    insertedContent: { text: newText },
  })),
});

/** A text as the standard has messages (3.11.5, 3.11.6), where braces and links that it quotes are to be none of its own. */
function messageOf(text: string): { readonly text: string } {
  const linkless = text.includes('](') ? text.replace(/[\\[\]]/gu, '\\$&') : text;
  return { text: linkless.replace(/[{}]/gu, '$&$&') };
}

/** A path as a URI reference: escaped, with forward slashes, absolute ones as file: URIs. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]%3A\//.test(path)) return `file:///${path.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${path}` : path;
}
