import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, type AnalysisOptions, analyze } from '../analysis';
import { parseReport } from '../parse/parse';
import { looksLikeReport } from '../parse/sniff';
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
  /** The documents that were read beside other reports than there are now. */
  outdated(): readonly string[];
}

const ownLanguage = 'nianbao';

/** An open document as it was read last: as a report, or as none that is served. */
interface Read {
  readonly version: number;
  readonly report: Report | undefined;
}

/** Keeps the open documents of a connection and reads each version of them once. */
export function documentsOf(connection: Connection, settings: SettingsStore, reports: Reports): Documents {
  const all = new TextDocuments(TextDocument);
  const names = new Map<string, string>();
  const readings = new Map<string, Read>();
  const latest = new Map<string, { readonly opened: Opened; readonly beside: string }>();

  const read = (document: TextDocument): Report | undefined => {
    const { uri, version } = document;
    const known = readings.get(uri);
    if (known?.version === version) return known.report;
    const report = reportIn(document);
    readings.set(uri, { version, report });
    reports.fileOpen(nameOf(uri), document.getText(), report);
    return report;
  };
  const serve = (document: TextDocument, report: Report, current: Settings): Opened => {
    const { uri, version } = document;
    const { revision: beside, neighbours } = reports.beside(nameOf(uri), report);
    const revision = `${version}.${beside}.${settings.generation}`;
    const known = latest.get(uri)?.opened;
    if (known?.revision === revision) return known;
    const analysis = analysisOf(document, report, { ...current, ...(neighbours && { neighbours }) });
    const opened = { document, analysis, settings: current, revision };
    latest.set(uri, { opened, beside });
    return opened;
  };
  all.onDidOpen(({ document: { uri } }) => void names.set(nameOf(uri), uri));
  all.onDidClose(({ document: { uri } }) => {
    names.delete(nameOf(uri));
    readings.delete(uri);
    latest.delete(uri);
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
      const report = document && read(document);
      if (!document || !report) return undefined;
      reports.setParts(current.parts);
      return serve(document, report, current);
    },
    uriOf: (name) => names.get(name),
    outdated: () =>
      [...latest].flatMap(([uri, { opened, beside }]) => {
        const { version, report } = readings.get(uri) ?? {};
        if (!report || version !== all.get(uri)?.version) return [];
        return report === opened.analysis.report && reports.beside(nameOf(uri), report).revision !== beside
          ? [uri]
          : [];
      }),
  };
}

/** In our own language every text is served; in another one only what is a report, and not what merely speaks of reports. */
function reportIn(document: TextDocument): Report | undefined {
  const text = document.getText();
  if (document.languageId === ownLanguage) return parseReport(text);
  if (!looksLikeReport(text)) return undefined;
  const report = parseReport(text);
  return isRecognised(report) ? report : undefined;
}

/** What the settings have a report checked for. */
const analysisOf = (
  document: TextDocument,
  report: Report,
  { rules, equations, neighbours }: Settings & Pick<AnalysisOptions, 'neighbours'>,
): Analysis => analyze(document.getText(), { rules, equations, report, ...(neighbours && { neighbours }) });
