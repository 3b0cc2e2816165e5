import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, type AnalysisOptions, analyze } from '../analysis';
import { parseReport } from '../parse/parse';
import { looksLikeReport } from '../parse/sniff';
import type { Neighbours } from '../report/neighbours';
import { isRecognised, type Report } from '../report/report';
import type { Reports } from './reports';
import type { Settings, SettingsStore } from './settings';
import { nameOf } from './uri';

/** A document that is served, as it stands now. Positions in `analysis` are offsets in `document`. */
export interface Opened {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly settings: Settings;
  /** Names the versions of the text, of the reports beside it and of the settings that `analysis` was made from. */
  readonly revision: string;
}

/** The documents that the client has open. */
export interface Documents {
  readonly all: TextDocuments<TextDocument>;
  /** The text of a document; undefined where it is not open. */
  get(uri: string): TextDocument | undefined;
  /** The document with its analysis; undefined where it is not open or is not served. */
  open(uri: string): Promise<Opened | undefined>;
  /** The URI of an open document, as the client spells it, by its name (see uri.ts); undefined where it is not open. */
  uriOf(name: string): string | undefined;
  /** Whether what was made as `revision` was made beside other reports than there are now; what was typed since does not count. */
  isOutdated(uri: string, revision: string): boolean;
}

const ownLanguage = 'nianbao';

/** Between the parts of a revision; in no agency's name. */
const separator = '/';

/** Keeps the open documents of a connection and reads each version of them once. */
export function documentsOf(connection: Connection, settings: SettingsStore, reports: Reports): Documents {
  const all = new TextDocuments(TextDocument);
  const names = new Map<string, string>();
  const desk = deskOf(settings, reports);
  all.onDidOpen(({ document: { uri } }) => void names.set(nameOf(uri), uri));
  all.onDidClose(({ document: { uri } }) => {
    names.delete(nameOf(uri));
    desk.clear(uri);
    settings.forget(uri);
  });
  all.listen(connection);
  return {
    all,
    get: (uri) => all.get(uri),
    async open(uri) {
      if (!all.get(uri)) return undefined;
      const current = await settings.of(uri);
      // While the settings were asked for the document may have changed, or gone.
      const document = all.get(uri);
      return document && desk.serve(document, current);
    },
    uriOf: (name) => names.get(name),
    isOutdated: (uri, revision) => {
      const beside = desk.besideOf(uri);
      return beside !== undefined && revision.split(separator)[1] !== beside;
    },
  };
}

/** Open documents as they were read last. */
interface Desk {
  /** Undefined where a document is not served. */
  serve(document: TextDocument, settings: Settings): Opened | undefined;
  /** The revision of the reports that a document has beside it now; undefined where it was not read as a report. */
  besideOf(uri: string): string | undefined;
  clear(uri: string): void;
}

interface Read {
  readonly version: number;
  readonly report: Report | undefined;
}

function deskOf(store: SettingsStore, reports: Reports): Desk {
  const readings = new Map<string, Read>();
  const latest = new Map<string, Opened>();
  return {
    serve(document, settings) {
      const { uri, version } = document;
      const report = readIn(readings, reports, document);
      if (!report) return undefined;
      reports.setParts(settings.parts);
      const { revision: beside, neighbours } = reports.beside(nameOf(uri), report);
      const revision = [version, beside, store.generation].join(separator);
      const known = latest.get(uri);
      if (known?.revision === revision) return known;
      const analysis = analyze(document.getText(), optionsOf(settings, report, neighbours));
      const opened = { document, analysis, settings, revision };
      latest.set(uri, opened);
      return opened;
    },
    besideOf(uri) {
      const report = readings.get(uri)?.report;
      return report && reports.beside(nameOf(uri), report).revision;
    },
    clear(uri) {
      readings.delete(uri);
      latest.delete(uri);
    },
  };
}

/** Reads a version of a document once, and files it. */
function readIn(readings: Map<string, Read>, reports: Reports, document: TextDocument): Report | undefined {
  const { uri, version } = document;
  const known = readings.get(uri);
  if (known?.version === version) return known.report;
  const report = reportIn(document);
  readings.set(uri, { version, report });
  reports.fileOpen(nameOf(uri), document.getText(), report);
  return report;
}

/** In our own language every text is served; in another one only what is a report, and not what merely speaks of reports. */
function reportIn(document: TextDocument): Report | undefined {
  const text = document.getText();
  if (document.languageId === ownLanguage) return parseReport(text);
  if (!looksLikeReport(text)) return undefined;
  const report = parseReport(text);
  return isRecognised(report) ? report : undefined;
}

/** What a report is checked for, and beside which others. */
export const optionsOf = (
  { rules, equations }: Settings,
  report: Report,
  neighbours: Neighbours | undefined,
): AnalysisOptions => ({ rules, equations, report, ...(neighbours && { neighbours }) });
