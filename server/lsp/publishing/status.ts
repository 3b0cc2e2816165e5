import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis } from '../../analysis';
import { verdictOn } from '../../features/explaining/verdict';
import { glossesIn } from '../../features/writing/script';
import { isRecognised, type Report } from '../../report/report';
import { say } from '../../text/say';
import { countTraditional } from '../../text/script';
import type { Opened } from '../documents/documents';
import type { Feature } from '../documents/host';
import * as messages from '../messages/messages';
import { reportNameOf } from '../protocol/file-name';

/** How open documents were read, in numbers; where findings wait for saving these wait with them. */
export const status: Feature = ({ connection, documents, due, guard }) => {
  const told = new Map<string, messages.ReportStatus>();
  documents.all.onDidClose(({ document }) => void told.delete(document.uri));
  const answer = guard.answer<messages.DocumentParams, messages.ReportStatus>('status', (opened) => {
    const { uri } = opened.document;
    const before = due.isDue(opened) ? undefined : told.get(uri);
    const now = before ?? statusOf(opened);
    told.set(uri, now);
    return now;
  });
  connection.onRequest(messages.status, async (params: messages.DocumentParams, token: CancellationToken) => {
    const known = await answer(params, token);
    if (known === null && documents.abandoned.has(params.uri))
      throw new ResponseError(LSPErrorCodes.RequestFailed, say`这份文件没有检查完，已经放下`);
    return known;
  });
  return {};
};

function statusOf({ reports }: Opened): messages.ReportStatus {
  const analyses = reports.map(({ analysis }) => analysis);
  const sum = (numberOf: (analysis: Analysis) => number): number =>
    analyses.reduce((total, analysis) => total + numberOf(analysis), 0);
  const common = <T>(valueOf: (report: Report) => T | undefined): T | null => {
    const values = new Set(analyses.map(({ report }) => valueOf(report)));
    const [value] = values;
    return values.size === 1 ? (value ?? null) : null;
  };
  const count = (severity: keyof messages.ReportStatus['findings']): number =>
    sum(({ findings }) => findings.filter((finding) => finding.severity === severity).length);
  return {
    reports: analyses.length,
    recognised: analyses.some(({ report }) => isRecognised(report)),
    agency: common(({ agency }) => agency?.value),
    year: common(({ year }) => year?.value),
    edition: common(({ form }) => form.edition),
    cells: sum(({ coverage }) => coverage.cells),
    read: sum(({ coverage }) => coverage.read),
    equations: sum(({ coverage }) => coverage.equations),
    decided: sum(({ coverage }) => coverage.decided),
    unwatched: sum(({ coverage }) => coverage.unwatched.length),
    balanced: sum(({ balances }) => balances.filter(({ difference }) => difference === 0).length),
    assumed: sum(
      ({ balances }) => balances.filter(({ difference, assumed }) => assumed && difference === 0).length,
    ),
    traditional: sum(({ report }) => countTraditional(report.shown)),
    glosses: sum((analysis) => glossesIn(analysis).length),
    findings: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
    },
    verdict: verdictOn(analyses),
    fileName: analyses[0] ? reportNameOf(analyses[0].report) : '',
  };
}
