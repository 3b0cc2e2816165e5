import { type Connection, type Position, type Range, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, AnalysisOptions } from '../../analysis';
import { type Excerpt, keptReadings, type Readings, reportsIn } from '../../parse/reports-in-text';
import { looksLikeReport, looksWide } from '../../parse/view/detect';
import type { Filed, Neighbours } from '../../report/neighbours';
import { isRecognised } from '../../report/report';
import { atBeginning } from '../../text/lines';
import { demandsOn } from '../../workspace/demands';
import { filedIn } from '../../workspace/filed';
import type { Limit } from '../../workspace/limit';
import { titleInName } from '../protocol/file-name';
import { type Page, pageOf } from '../protocol/page';
import { nameOf } from '../protocol/uri';
import { type Abandoned, abandonedOf } from './abandoned';
import type { Analyst } from './analyst';
import type { Reports } from './reports';
import type { Settings, SettingsStore } from './settings';
import { urisOf } from './uris';
import { type Progress, type Writings, writingsOf } from './writing';

/** A document that is served, as it stands now. */
export interface Opened {
  readonly document: TextDocument;
  /** What it says: usually one report, never none. */
  readonly reports: readonly Served[];
  readonly settings: Settings;
  /** Names the versions of the text, of the reports beside it and of the settings that the analyses were made from. */
  readonly revision: string;
}

/** A report of a document that is served. Positions in `analysis` are offsets in `document`, which is that report's page. */
export interface Served {
  readonly document: Page;
  readonly analysis: Analysis;
  /** Where in the whole document it begins. */
  readonly start: number;
  /** How far its writer is; nothing is told of one of several reports in a document. */
  readonly progress: Partial<Progress>;
  readonly settings: Settings;
  /** Names the versions of the reports beside it. */
  readonly beside: string;
}

/** The reports that a range reaches into; one for a place, the latter where one ends and another begins. */
export function reportsAt({ document, reports }: Opened, { start, end }: Range): readonly Served[] {
  const indexAt = (position: Position): number => {
    const offset = document.offsetAt(position);
    return reports.findLastIndex((each) => each.start <= offset);
  };
  return reports.slice(indexAt(start), indexAt(end) + 1);
}

/** The documents that the client has open. */
export interface Documents {
  readonly all: TextDocuments<TextDocument>;
  /** Those that are left alone although they are open. */
  readonly abandoned: Abandoned;
  readonly writings: Writings;
  /** The text of a document; undefined where it is not open. */
  get(uri: string): TextDocument | undefined;
  /** The document with its analysis; undefined where it is not open, is not served or took too long. */
  open(uri: string): Promise<Opened | undefined>;
  /** The URI of an open document, as the client spells it, by its name (see uri.ts); undefined where it is not open. */
  uriOf(name: string): string | undefined;
  /** Whether what was made as `revision` was made beside other reports than there are now; what was typed since does not count. */
  isOutdated(uri: string, revision: string): boolean;
}

const ownLanguage = 'nianbao';

/** Between the parts of a revision; in no agency's name. */
const separator = '/';

/** What reading and checking take. */
interface Means {
  readonly settings: SettingsStore;
  readonly reports: Reports;
  readonly limit: Limit;
  readonly analyst: Analyst;
}

/** Keeps the open documents of a connection and reads each version of them once. */
export function documentsOf(connection: Connection, means: Means): Documents {
  const { settings } = means;
  const all = new TextDocuments(TextDocument);
  const desk = deskOf(means);
  const abandoned = abandonedOf(connection);
  const writings = writingsOf(all);
  const names = urisOf(all, (uri) => {
    desk.clear(uri);
    abandoned.forget(uri);
  });
  all.onDidClose(({ document: { uri } }) => settings.forget(uri));
  all.listen(connection);
  return {
    all,
    abandoned,
    writings,
    get: (uri) => all.get(uri),
    async open(uri) {
      if (!all.get(uri)) return undefined;
      const current = await settings.of(uri);
      // While the settings were asked for the document may have changed, or gone.
      const document = all.get(uri);
      if (!document) return undefined;
      const state = `${document.version}${separator}${settings.generation}`;
      return abandoned.attempt(uri, state, () => desk.serve(document, current, writings.of(document)));
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
  serve(document: TextDocument, settings: Settings, progress: Progress): Opened | undefined;
  /** The revision of the reports that a document has beside it now; undefined where it was not read as a report. */
  besideOf(uri: string): string | undefined;
  clear(uri: string): void;
}

interface Read {
  readonly version: number;
  /** The reports of this version; none where it is not served. */
  readonly filed: readonly Filed[];
  /** What was read of the versions before. */
  readonly kept: ReturnType<typeof keptReadings>;
}

function deskOf({ settings: store, reports, limit, analyst }: Means): Desk {
  const readings = new Map<string, Read>();
  const latest = new Map<string, Opened>();
  return {
    serve(document, settings, progress) {
      const { uri, version } = document;
      const filed = readIn(readings, { reports, limit }, document);
      if (filed.length === 0) return undefined;
      reports.setParts(settings.parts);
      const [row = ''] = progress.filling ?? [];
      const revision = [
        `${version} ${progress.writing} ${row}`,
        besideOf(reports, filed),
        store.generation,
      ].join(separator);
      const known = latest.get(uri);
      if (known?.revision === revision) return known;
      const before = known?.settings === settings ? known.reports : [];
      const served = serveAll({ document, settings, reports, analyst, before, progress }, filed);
      const opened = { document, reports: served, settings, revision };
      latest.set(uri, opened);
      return opened;
    },
    besideOf(uri) {
      const filed = readings.get(uri)?.filed ?? [];
      return filed.length > 0 ? besideOf(reports, filed) : undefined;
    },
    clear(uri) {
      readings.delete(uri);
      latest.delete(uri);
    },
  };
}

const besideOf = (reports: Reports, filed: readonly Filed[]): string =>
  filed.map((each) => reports.beside(each).revision).join(';');

interface Serving {
  readonly document: TextDocument;
  readonly settings: Settings;
  readonly reports: Reports;
  readonly analyst: Analyst;
  /** What was served before under the same settings. */
  readonly before: readonly Served[];
  readonly progress: Progress;
}

/** Analyses the reports of a document, which stand in it one behind the other; again only those that changed, or what is beside them. */
function serveAll(
  { document, settings, reports, analyst, before, ...about }: Serving,
  filed: readonly Filed[],
): readonly Served[] {
  const known = new Map(before.map((served) => [served.analysis.report, served]));
  let end = 0;
  return filed.map((each) => {
    const { text, report, excerpt } = each;
    const { revision: beside, neighbours } = reports.beside(each);
    const progress = excerpt ? {} : about.progress;
    const same = known.get(report);
    const analysis =
      same?.beside === beside && isSame(same.progress, progress)
        ? { ...same.analysis, origin: excerpt?.origin ?? atBeginning }
        : analyst(document.uri, text, { ...optionsOf(settings, each, neighbours), ...progress });
    end += text.length;
    const page = excerpt ? pageOf(document, analysis) : document;
    return { document: page, analysis, start: end - text.length, settings, beside, progress };
  });
}

const isSame = (a: Partial<Progress>, b: Partial<Progress>): boolean =>
  a.writing === b.writing && a.filling === b.filling;

/** Reads a version of a document once, and files it. */
function readIn(
  readings: Map<string, Read>,
  { reports, limit }: Pick<Means, 'reports' | 'limit'>,
  document: TextDocument,
): readonly Filed[] {
  const { uri, version } = document;
  const known = readings.get(uri);
  if (known?.version === version) return known.filed;
  const kept = known?.kept ?? keptReadings();
  const excerpts = limit(() => excerptsIn(document, kept));
  kept.next();
  const filed = filedIn(nameOf(uri), excerpts);
  readings.set(uri, { version, filed, kept });
  reports.fileOpen(nameOf(uri), filed);
  return filed;
}

/** In our own language every text is served; in another one only what is a report, and not what merely speaks of reports. */
function excerptsIn(document: TextDocument, readings: Readings): readonly Excerpt[] {
  const text = document.getText();
  const isOwn = document.languageId === ownLanguage;
  if (isOwn ? looksWide(text) : !looksLikeReport(text)) return [];
  const excerpts = reportsIn(text, readings);
  return isOwn || excerpts.some(({ report }) => isRecognised(report)) ? excerpts : [];
}

/** What a report is checked for, and beside which others. */
export const optionsOf = (
  { rules, equations, notices }: Settings,
  { report, excerpt, document }: Filed,
  neighbours: Neighbours | undefined,
): AnalysisOptions => ({
  rules,
  equations,
  report,
  origin: excerpt?.origin,
  neighbours,
  demands: demandsOn(notices, report, document),
  ...(!report.title && !excerpt && { title: titleInName(document) }),
});
