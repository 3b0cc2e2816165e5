import { exportLine, exportReport } from '../export/json';
import { exportWord } from '../export/word';
import { looksLikeReport } from '../parse/view/detect';
import { rulePage } from '../rules/pages';
import type { Opened } from './documents';
import { fileNameOf, lastName, linesNameOf, wordNameOf } from './file-name';
import type { Feature } from './host';
import * as messages from './messages';

/** The questions that only our own client asks. */
export const custom: Feature = ({ connection, guard }) => {
  connection.onRequest(
    messages.exportJson,
    guard.answer<messages.DocumentParams, messages.ExportedReport>('exportJson', exportOf),
  );
  connection.onRequest(
    messages.exportWord,
    guard.answer<messages.DocumentParams, messages.ExportedWord | null>('exportWord', wordOf),
  );
  connection.onRequest(
    messages.rulePage,
    guard.always<messages.RulePageParams, string | null>('rulePage', ({ id }) => rulePage(id) ?? null),
  );
  connection.onRequest(messages.alive, () => true);
  connection.onRequest(
    messages.readsLikeReport,
    guard.always<messages.TextParams, boolean>('readsLikeReport', ({ text }) => looksLikeReport(text)),
  );
  return {};
};

function exportOf({ document, reports }: Opened): messages.ExportedReport {
  const [first, ...others] = reports.map(({ analysis }) => analysis);
  if (first && others.length === 0) {
    return { json: exportReport(first), reports: 1, fileName: fileNameOf(document.uri, first.report) };
  }
  const { uri } = document;
  const file = lastName(uri);
  const lines = reports.map(({ analysis }, index) => exportLine({ file, part: index + 1 }, analysis));
  return { json: lines.join(''), reports: reports.length, fileName: linesNameOf(uri) };
}

/** The first of several reports: a document is handed in by one agency. */
function wordOf({ document, reports }: Opened): messages.ExportedWord | null {
  const [first, ...others] = reports.map(({ analysis }) => analysis);
  if (!first) return null;
  const { bytes, left } = exportWord(first);
  const more = others.length > 0 ? [`文件里另有 ${others.length} 份年报`] : [];
  return {
    docx: base64Of(bytes),
    fileName: wordNameOf(document.uri, first.report),
    left: [...left, ...more],
  };
}

/** Bytes as messages can carry them; in pieces, for a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const piece = 8192;
  let characters = '';
  for (let at = 0; at < bytes.length; at += piece)
    characters += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(characters);
}
