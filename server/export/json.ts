import type { Analysis } from '../analysis';
import { knownOf } from './known';
import { placing } from './provenance';
import { document1Of } from './report-1';
import { document2Of } from './report-2';

/** The versions of the exported JSON, the one that is written by default first. */
export const schemaVersions = ['2', '1'] as const;

/** How a report is exported. */
export interface ExportOptions {
  readonly schema?: (typeof schemaVersions)[number];
  /** Where given, what is exported says where it stands; the report's text begins at `start` of its file. Not in version 1. */
  readonly spans?: { readonly start: number } | undefined;
}

/** Which report it is: its file, and where that has several which of them, from 1. */
export interface Whose {
  readonly file: string;
  readonly part?: number | undefined;
}

/** A report as a JSON document of its own. */
export const exportReport = (analysis: Analysis, options: ExportOptions = {}): string =>
  `${JSON.stringify(documentOf(analysis, options), null, 2)}\n`;

/** A report as one line of JSON Lines, the file's name first, and then, where the file has several, which one it is. */
export const exportLine = ({ file, part }: Whose, analysis: Analysis, options: ExportOptions = {}): string =>
  `${JSON.stringify({ file, part, ...documentOf(analysis, options) })}\n`;

function documentOf(whole: Analysis, { schema = '2', spans }: ExportOptions) {
  const analysis = knownOf(whole);
  if (schema === '1') return document1Of(analysis);
  return document2Of(analysis, spans && placing(analysis.text, { ...spans, origin: analysis.origin }));
}
