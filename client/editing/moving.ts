import {
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  languages,
  type Range,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { DocumentParams } from '../../server/lsp/messages/messages';
import { type TableCells, tableCells } from '../../server/lsp/messages/writing';
import type { Server } from '../connection/server';
import { isCandidate } from '../editor/documents';
import { afterPause } from '../editor/pause';
import { rangeOf } from '../editor/places';
import { serverUri } from '../editor/word-uri';

/** Whether the place in the active editor is in a row of a table, for the keys that move from cell to cell. */
const inTable = 'nianbao.inTable';

/** Where the cells of a document are, as of a version of it; none where it is no report. */
interface Known {
  readonly document: TextDocument;
  readonly language: string;
  readonly version: number;
  readonly isReport: boolean;
  readonly rows: readonly Range[];
  readonly cells: readonly Range[];
}

/** What the server says of the tables of the document that was asked about last. */
interface Tables {
  readonly last: Known | undefined;
  /** The tables as they are now; undefined where there is no report. Rejects where the server fails. */
  read(document: TextDocument): Promise<Known | undefined>;
  /** Asks anew: what was no report may have become one without another text. */
  forget(): void;
}

/** Moves from cell to cell within the tables of reports. */
export interface Moving extends Disposable {
  /** Selects the figure of the next cell, or of the one before; what the key does elsewhere where there is none. */
  move(direction: 'next' | 'previous'): Promise<void>;
}

/** Follows where the active editor's place is, from now on. */
export function followTables(server: Server, log: LogOutputChannel): Moving {
  const tables = tablesOf(server);
  let told: boolean | undefined;
  const tell = async (isInTable: boolean): Promise<void> => {
    if (told === isInTable) return;
    told = isInTable;
    await commands.executeCommand('setContext', inTable, isInTable);
  };
  const update = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    try {
      const known = editor && (await tables.read(editor.document));
      if (editor === window.activeTextEditor)
        await tell(editor !== undefined && known !== undefined && isIn(editor, known));
    } catch (error) {
      log.warn(l10n.t('Could not learn where the tables are'), error);
    }
  };
  const followed = follow(tables, update);
  void update();
  return { move: (direction) => move(tables, direction), dispose: () => followed.dispose() };
}

function tablesOf(server: Server): Tables {
  let last: Known | undefined;
  const isKnown = ({ document, language, version }: Known, now: TextDocument): boolean =>
    document === now && language === now.languageId && version === now.version;
  const ask = async (document: TextDocument): Promise<Known> => {
    const { languageId: language, version } = document;
    const params: DocumentParams = { uri: serverUri(document.uri) };
    const answer = isCandidate(document) ? await server.ask<TableCells>(tableCells, params) : null;
    return {
      document,
      language,
      version: answer?.version ?? version,
      isReport: Boolean(answer),
      rows: answer?.rows.map(rangeOf) ?? [],
      cells: answer?.cells.map(rangeOf) ?? [],
    };
  };
  return {
    get last() {
      return last;
    },
    async read(document) {
      if (!last || !isKnown(last, document)) {
        if (!server.running) return undefined;
        last = await ask(document);
      }
      return last.isReport ? last : undefined;
    },
    forget() {
      last = undefined;
    },
  };
}

/** Runs `update` whenever the place or what is known of it may be another. */
function follow(tables: Tables, update: () => Promise<void>): Disposable {
  const isActive = (document: TextDocument): boolean => document === window.activeTextEditor?.document;
  const pauses = afterPause((document) => {
    if (isActive(document)) void update();
  });
  return Disposable.from(
    pauses,
    workspace.onDidChangeTextDocument(({ document }) => pauses.start(document)),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      if (!isActive(document)) return;
      const { last } = tables;
      // While somebody types, the place is as it was until that pauses.
      if (last?.document === document && last.version !== document.version) pauses.start(document);
      else void update();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (!uris.some((uri) => uri.toString() === active)) return;
      if (tables.last?.isReport === false) tables.forget();
      void update();
    }),
  );
}

async function move(tables: Tables, direction: 'next' | 'previous'): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const known = await tables.read(editor.document);
  const isCurrent = known?.version === editor.document.version;
  if (!known || !isCurrent || !isIn(editor, known)) {
    await commands.executeCommand(direction === 'next' ? 'tab' : 'outdent');
    return;
  }
  const target = beside(known.cells, editor.selection, direction);
  if (!target) return;
  editor.selection = new Selection(target.start, target.end);
  editor.revealRange(target);
}

/** Whether all that is selected is within one row of a table and one line; several selections are for typing in many places. */
const isIn = ({ selections: [selection, ...others] }: TextEditor, { rows }: Known): boolean =>
  selection?.isSingleLine === true && others.length === 0 && rows.some((row) => row.contains(selection));

/** The cell behind the one at a place, or before it; from a label the nearest. */
function beside(
  cells: readonly Range[],
  place: Selection,
  direction: 'next' | 'previous',
): Range | undefined {
  const here = cells.findIndex((cell) => cell.contains(place));
  if (here >= 0) return cells[here + (direction === 'next' ? 1 : -1)];
  return direction === 'next'
    ? cells.find((cell) => cell.start.isAfter(place.end))
    : cells.findLast((cell) => cell.end.isBefore(place.start));
}
