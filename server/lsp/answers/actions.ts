import { type CodeAction, CodeActionKind, type CodeActionParams, type Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../analysis';
import { type Fix, fixesAt, safeFixes } from '../../features/mending/fixes';
import { placeToWrite } from '../../features/mending/place-to-write';
import { draftRule } from '../../rules/check';
import { say } from '../../text/say';
import { type Opened, reportsAt, type Served } from '../documents/documents';
import type { Feature } from '../documents/host';
import type { Client } from '../protocol/client';
import { isShownBy, toRange, toSpan } from '../protocol/convert';
import { shifted, toWorkspaceEdit } from '../protocol/edits';
import { counterpartActions, destinationActions } from './counterparts';
import { silencingActions } from './silencing';

const rewrite = CodeActionKind.RefactorRewrite;
const fixAll = `${CodeActionKind.SourceFixAll}.nianbao`;

/**
 * Repairs of the findings at a place, what silences them, and all safe repairs at once for who asks for that. What is chosen by its
 * title is made at once, in however many places; one undo takes it back.
 */
export const codeActions: Feature = ({ connection, client, guard }) => {
  connection.onCodeAction(
    guard.answer('codeAction', (opened, { range, context }) => [
      ...reportsAt(opened, range).flatMap((served) => actionsIn(served, range, context, client)),
      // Not among the quick fixes of a place: it reaches over the whole document.
      ...(context.only && isWanted(fixAll, context) ? fixAllSafe(opened, client) : []),
    ]),
  );
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, rewrite, fixAll] } };
};

type Context = CodeActionParams['context'];

const isWanted = (kind: string, { only }: Context): boolean =>
  only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));

const actionsIn = (served: Served, range: Range, context: Context, client: Client): CodeAction[] => [
  ...(isWanted(CodeActionKind.QuickFix, context)
    ? [
        ...quickFixes(served, range, context, client),
        ...destinationActions(served, range, context, client),
        ...silencingActions(served, range, context, client),
      ]
    : []),
  ...(isWanted(rewrite, context) ? counterpartActions(served, range, client) : []),
];

function quickFixes(
  { document, analysis }: Served,
  range: Range,
  context: Context,
  client: Client,
): CodeAction[] {
  return fixesAt(analysis, toSpan(document, range)).map((fix) => {
    const isSaved = mayBeSaved(document.uri, analysis.text, fix);
    return {
      title: isSaved ? fix.title : say`${fix.title}——增删表格的行写不回文件，请在 Word 里做`,
      kind: CodeActionKind.QuickFix,
      diagnostics: context.diagnostics.filter((diagnostic) => isShownBy(document, diagnostic, fix.finding)),
      isPreferred: fix.isPreferred && isSaved,
      edit: toWorkspaceEdit(document, [{ edits: fix.repair.edits }], client),
      ...leadingOn(document.uri, analysis, fix, client),
    };
  });
}

/** Where a draft was given what it lacks, the cursor goes to the first place to write; for a client that can show places. */
function leadingOn(
  uri: string,
  analysis: Analysis,
  { finding, repair }: Fix,
  { options: { showCommand } }: Client,
): Pick<CodeAction, 'command'> {
  if (finding.rule !== draftRule || showCommand === undefined) return {};
  const place = placeToWrite(analysis, repair.edits);
  if (!place) return {};
  const range = toRange(TextDocument.create(uri, '', 0, place.text), place.span);
  return { command: { title: say`从这里写起`, command: showCommand, arguments: [uri, range] } };
}

/** Whether a file takes what a fix writes: rows of a Word document become neither more nor fewer. */
const mayBeSaved = (uri: string, text: string, { repair }: Fix): boolean =>
  !/\.(?:docx|wps)$/iu.test(uri) ||
  repair.edits.every(({ span, newText }) => {
    const lines = `${text.slice(span.start, span.end)}${newText}`;
    return !(lines.includes('\n') && lines.includes('\t'));
  });

function fixAllSafe({ document, reports }: Opened, client: Client): CodeAction[] {
  const edits = reports.flatMap(({ analysis, start }) =>
    safeFixes(analysis)
      .filter((fix) => mayBeSaved(document.uri, analysis.text, fix))
      .flatMap(({ repair }) => shifted(repair.edits, start)),
  );
  if (edits.length === 0) return [];
  return [
    {
      title: say`修正全部不涉及数字的问题`,
      kind: fixAll,
      edit: toWorkspaceEdit(document, [{ edits }], client),
    },
  ];
}
