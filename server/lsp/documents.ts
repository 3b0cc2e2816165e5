import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from '../analysis';
import { looksLikeReport } from '../parse/sniff';
import { isRecognised } from '../report/report';
import type { Settings, SettingsStore } from './settings';

/** A document that is served, as it stands now. Positions in `analysis` are offsets in `document`. */
export interface Opened {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly settings: Settings;
  /** Names the version of the text and of the settings that `analysis` was made from. */
  readonly revision: string;
}

/** The documents that the client has open. */
export interface Documents {
  readonly all: TextDocuments<TextDocument>;
  /** The text of a document; undefined where it is not open. */
  get(uri: string): TextDocument | undefined;
  /** The document with its analysis; undefined where it is not open or is not served. */
  open(uri: string): Promise<Opened | undefined>;
}

const ownLanguage = 'nianbao';

/** Keeps the open documents of a connection and reads each version of them once. */
export function documentsOf(connection: Connection, settings: SettingsStore): Documents {
  const all = new TextDocuments(TextDocument);
  const latest = new Map<string, Opened | { readonly revision: string; readonly document?: undefined }>();

  const read = (document: TextDocument, revision: string, current: Settings): Opened | undefined => {
    const analysis = analysisOf(document, current);
    if (!analysis) {
      latest.set(document.uri, { revision });
      return undefined;
    }
    const opened = { document, analysis, settings: current, revision };
    latest.set(document.uri, opened);
    return opened;
  };
  all.onDidClose(({ document }) => {
    latest.delete(document.uri);
    settings.forget(document.uri);
  });
  all.listen(connection);
  return {
    all,
    get: (uri) => all.get(uri),
    async open(uri) {
      if (!all.get(uri)) return undefined;
      const { generation } = settings;
      const current = await settings.of(uri);
      // While the settings were asked for the document may have changed, or gone.
      const document = all.get(uri);
      if (!document) return undefined;
      const revision = `${document.version}.${generation}`;
      const known = latest.get(uri);
      if (known?.revision === revision) return known.document && known;
      return read(document, revision, current);
    },
  };
}

/** In our own language every text is served; in another one only what is a report, and not what merely speaks of reports. */
function analysisOf(document: TextDocument, { rules, equations }: Settings): Analysis | undefined {
  const text = document.getText();
  if (document.languageId === ownLanguage) return analyze(text, { rules, equations });
  if (!looksLikeReport(text)) return undefined;
  const analysis = analyze(text, { rules, equations });
  return isRecognised(analysis.report) ? analysis : undefined;
}
