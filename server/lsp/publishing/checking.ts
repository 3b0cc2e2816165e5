import { CancellationToken } from 'vscode-languageserver';
import { type Analysis, analyze } from '../../analysis';
import { rules } from '../../rules/all';
import { titleOf } from '../../rules/rule';
import { say } from '../../text/say';
import type { ReportIndex } from '../../workspace/reports';
import { createTally } from '../../workspace/summary';
import { stopIfCancelled } from '../documents/answer';
import { optionsOf, type Served } from '../documents/documents';
import type { Feature, Host } from '../documents/host';
import { createPace } from '../machine/pace';
import * as messages from '../messages/workspace';
import { toDiagnostics } from '../protocol/convert';
import { lastName } from '../protocol/file-name';
import { pageOf } from '../protocol/page';
import { pathFrom } from '../protocol/uri';

/** All reports of the workspace checked when users ask for it, and what was found kept up to date from then on. */
export const checkWorkspace: Feature = (host) => {
  const { connection, guard, documents, reports } = host;
  const board = boardOf(host);
  const check = guard.always<messages.CheckWorkspaceParams, messages.WorkspaceSummary>(
    'checkWorkspace',
    async ({ workDoneToken }, token) => {
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      progress.begin(say`检查工作区的年报`, 0, undefined, true);
      try {
        return await checkAll(host, board, token, (share, message) => progress.report(share, message));
      } finally {
        progress.done();
      }
    },
  );
  connection.onRequest(messages.checkWorkspace, check);
  const follow = guard.always('checkWorkspace', async (names: ReadonlySet<string>) => {
    const pace = createPace();
    for (const name of names) {
      if (documents.uriOf(name) !== undefined) continue;
      await board.renew(name);
      await pace();
    }
  });
  reports.onDidChange((names) => {
    if (board.isShown) follow(names, CancellationToken.None).catch(() => undefined);
  });
  documents.all.onDidOpen(({ document: { uri } }) => board.leave(uri));
  return {};
};

/** What is shown of files that are not open. */
interface Board {
  /** Whether anything ever was. */
  isShown: boolean;
  /** Checks a file and shows what is found; answers the analyses of its reports, none where it has none (any more). */
  renew(name: string): Promise<readonly Analysis[]>;
  /** Takes back what is shown of a document, once it has its own findings. */
  leave(uri: string): void;
  /** Takes back what is shown of all files but these. */
  keep(names: ReadonlySet<string>): void;
}

function boardOf({ connection, client, documents, reports, settings, library, analyst }: Host): Board {
  const shown = new Set<string>();
  const show = (name: string, analyses: readonly Analysis[]): void => {
    const found = analyses.flatMap((analysis) =>
      toDiagnostics(pageOf({ uri: name, version: 0 }, analysis), analysis, client),
    );
    const diagnostics = [...found, ...documents.abandoned.diagnostics(name)];
    if (diagnostics.length === 0 && !shown.delete(name)) return;
    if (diagnostics.length > 0) shown.add(name);
    void connection.sendDiagnostics({ uri: name, diagnostics });
  };
  return {
    isShown: false,
    async renew(name) {
      const folder = [...library.folders].find((each) => pathFrom(each, name) !== undefined);
      const current = await (folder ? settings.within(folder, name) : settings.of(name));
      const filed = reports.index.get(name) ?? [];
      // While the settings were asked for it may have been opened.
      if (documents.uriOf(name) !== undefined) return [];
      const state = `${filed.map(({ text }) => text).join('')}${settings.generation}`;
      const analyses =
        documents.abandoned.attempt(name, state, () =>
          filed.map((each) =>
            analyst(name, each.text, optionsOf(current, each, reports.beside(each).neighbours)),
          ),
        ) ?? [];
      show(name, analyses);
      return analyses;
    },
    leave(uri) {
      const name = [...shown].find((each) => documents.uriOf(each) === uri);
      if (name !== undefined) void documents.open(uri).finally(() => show(name, []));
    },
    keep(names) {
      for (const name of [...shown]) if (!names.has(name)) show(name, []);
    },
  };
}

type Tell = (percentage: number, message: string) => void;

/** Reads what is new and checks everything; throws where it is cancelled. */
async function checkAll(
  host: Host,
  board: Board,
  token: CancellationToken,
  tell: Tell,
): Promise<messages.WorkspaceSummary> {
  const { documents, library, reports } = host;
  // Reading takes about as long as checking does.
  await library.read((done, total, name) => tell((40 * done) / total, lastName(name)), token);
  // What was opened just now may not have been read yet.
  for (const uri of documents.all.keys()) await documents.open(uri);
  stopIfCancelled(token);
  board.isShown = true;
  const names = reports.index.documents();
  board.keep(new Set(names));
  const sum = summing(host);
  const pace = createPace();
  for (const [done, name] of names.entries()) {
    tell(40 + (60 * done) / names.length, lastName(name));
    const uri = documents.uriOf(name);
    const analyses =
      uri === undefined ? await board.renew(name) : (await documents.open(uri))?.reports.map(judgedInFull);
    if (analyses) sum.add(uri ?? name, name, analyses);
    await pace();
    stopIfCancelled(token);
  }
  return sum.summary();
}

/** What is found in an open report, were it finished: drafts are checked with all others for what they lack. */
function judgedInFull({ analysis, settings: { rules, equations } }: Served): Analysis {
  const { text, report, neighbours, origin } = analysis;
  if (!analysis.findings.some(({ rule }) => rule === 'unfinished-draft')) return analysis;
  return analyze(text, { rules, equations, report, neighbours, origin });
}

/** What a rule looks for; empty for the report of one that failed. */
function whatOf(id: string): string {
  const found = rules.find((rule) => rule.id === id);
  return found ? titleOf(found) : '';
}

/** Collects which reports are contradicted by others that they were not held against. */
function contradicting(index: ReportIndex) {
  const doubtful: messages.Contradicted[] = [];
  const passedOver: messages.Contradicted[] = [];
  return {
    lists: { doubtful, passedOver },
    add(uri: string, name: string): void {
      const own = index.get(name) ?? [];
      const doubts = new Set(own.flatMap((each) => index.doubtsOf(each)));
      if (doubts.size > 0) doubtful.push({ uri, others: [...doubts] });
      const passed = new Set(own.flatMap((each) => index.passedOverBy(each)));
      if (passed.size > 0) passedOver.push({ uri, others: [...passed] });
    },
  };
}

function summing({ library, reports }: Host) {
  const tally = createTally();
  const files: messages.WorkspaceSummary['files'][number][] = [];
  const contradicted = contradicting(reports.index);
  let compared = 0;
  let equations = 0;
  let undecided = 0;
  return {
    add(uri: string, name: string, analyses: readonly Analysis[]): void {
      for (const { report, findings, neighbours, coverage } of analyses) {
        const { agency, year } = report;
        const own = createTally();
        for (const each of [tally, own]) each.add(agency?.value, findings);
        const { counts } = own.summary();
        files.push({ uri, agency: agency?.value ?? null, year: year?.value ?? null, counts });
        if (neighbours?.lastYear) compared++;
        equations += coverage.equations;
        undecided += coverage.equations - coverage.decided;
      }
      contradicted.add(uri, name);
    },
    summary(): messages.WorkspaceSummary {
      const kinds = [...library.kinds];
      const sums = tally.summary();
      return {
        ...sums,
        rules: sums.rules.map(({ rule, counts }) => ({ rule, summary: whatOf(rule), counts })),
        compared,
        equations,
        undecided,
        files,
        ...contradicted.lists,
        skipped: kinds.filter(([, kind]) => kind === 'other').length,
        unread: kinds.flatMap(([uri, kind]) => (typeof kind === 'object' ? [{ uri, ...kind }] : [])),
      };
    },
  };
}
