import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  type LogOutputChannel,
  l10n,
  languages,
  Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { looksLikeReport } from '../../server/parse/view/detect';
import { isCandidate, selector } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { afterPause } from '../editor/pause';
import { warn } from '../editor/say';
import { listed, sentences } from '../editor/words';
import { encodingName } from './encoding';
import { similarTo, switchEncoding } from './similar';

/** The id under which a character is reported that the file's encoding cannot hold. */
const code = 'encoding-loss';
/** More of them are not marked one by one. */
const mostMarks = 200;
const lossless = /^(?:utf|gb18030$)/u;
const ways = ['gb18030', 'utf8'] as const;
/** Behind a quick fix; in no menu. */
const switchCommand = 'nianbao.switchEncoding';

/** What GB18030 holds as well, byte for byte. */
const withinGb18030 = /^gb/u;

/**
 * Warns, before a report is saved, of characters that its file's encoding cannot hold: VS Code writes a question mark for each
 * and says nothing. Offers to replace them by similar ones, or to save the file in an encoding that holds them. Where it is saved all
 * the same, a file in GBK goes on in GB18030, and others are offered another encoding while their text is still there.
 */
export function guardLosses(log: LogOutputChannel): Disposable {
  const marks = languages.createDiagnosticCollection('nianbao-encoding');
  const told = new Set<string>();
  const check = async (document: TextDocument): Promise<void> => {
    const { uri, version } = document;
    const found = lossless.test(document.encoding) ? [] : await lossesIn(document);
    if (document.isClosed || document.version !== version) return;
    marks.set(uri, found.slice(0, mostMarks).map(markOf(document)));
    if (found.length === 0 || told.has(uri.toString())) return;
    told.add(uri.toString());
    await offer(document, found);
  };
  const pauses = afterPause((document) => {
    check(document).catch((error) =>
      tell(log, l10n.t('Could not save it in another encoding: {0}', messageOf(error)), error),
    );
  });
  const look = (document: TextDocument): void => {
    const isSafe = lossless.test(document.encoding) && !marks.has(document.uri);
    if (!document.isUntitled && !isSafe && isCandidate(document)) pauses.start(document);
  };
  for (const document of workspace.textDocuments) look(document);
  return Disposable.from(
    marks,
    pauses,
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
    workspace.onDidSaveTextDocument((document) => {
      saved(document).catch((error) =>
        tell(log, l10n.t('Could not save it in another encoding: {0}', messageOf(error)), error),
      );
    }),
    commands.registerCommand(switchCommand, async (uri: Uri, encoding: string) => {
      await switchEncoding(await workspace.openTextDocument(uri), encoding);
    }),
    languages.registerCodeActionsProvider([...selector()], { provideCodeActions: actionsFor }),
  );
}

interface Loss {
  readonly character: string;
  readonly offset: number;
}

/** What of a report its encoding cannot hold; empty for other texts. */
async function lossesIn(document: TextDocument): Promise<readonly Loss[]> {
  const text = document.getText();
  const lost = await lostOf(text, document.encoding);
  if (lost.size === 0 || !looksLikeReport(text)) return [];
  return placesOf(text, lost);
}

function placesOf(text: string, lost: ReadonlySet<string>): readonly Loss[] {
  const losses: Loss[] = [];
  let offset = 0;
  for (const character of text) {
    if (lost.has(character)) losses.push({ character, offset });
    offset += character.length;
  }
  return losses;
}

/** The characters that do not survive being written and read again. */
async function lostOf(text: string, encoding: string): Promise<ReadonlySet<string>> {
  // What was unreadable when the file was opened is lost already.
  const known = [...new Set(text)].filter((each) => each > '\x7f' && each !== '\ufffd');
  const bytes = await workspace.encode(known.join('\n'), { encoding });
  const back = (await workspace.decode(bytes, { encoding })).split('\n');
  return new Set(known.filter((each, index) => back[index] !== each));
}

const markOf =
  (document: TextDocument) =>
  ({ character, offset }: Loss): Diagnostic => {
    const range = new Range(document.positionAt(offset), document.positionAt(offset + character.length));
    const message = l10n.t(
      '{0} cannot hold {1}: saved, it becomes “?”',
      encodingName(document.encoding),
      nameOf(character),
    );
    const mark = new Diagnostic(range, message, DiagnosticSeverity.Warning);
    mark.source = l10n.t('Nianbao');
    mark.code = code;
    return mark;
  };

/** A character in words where it cannot be seen. */
function nameOf(character: string): string {
  if (character === '\u00a0') return l10n.t('a no-break space');
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
    ? l10n.t('“{0}” ({1})', character, point)
    : l10n.t('character {0}', point);
}

/** The replacement of all lost characters by similar ones; undefined where one has none. */
async function replacement(document: TextDocument): Promise<WorkspaceEdit | undefined> {
  const { uri, encoding } = document;
  const text = document.getText();
  const lost = await lostOf(text, encoding);
  const similar = new Map([...lost].map((each) => [each, similarTo(each)]));
  const all = [...similar.values()];
  if (lost.size === 0 || all.includes(undefined) || (await lostOf(all.join(''), encoding)).size > 0)
    return undefined;
  const edit = new WorkspaceEdit();
  for (const { character, offset } of placesOf(text, lost)) {
    const range = new Range(document.positionAt(offset), document.positionAt(offset + character.length));
    edit.replace(uri, range, similar.get(character) ?? '');
  }
  return edit;
}

const replaceTitle = (): string =>
  l10n.t('Replace by similar characters (no-break spaces by spaces, and the like)');
const switchTitle = (encoding: string): string =>
  l10n.t('Save as {0} instead (nothing is lost)', encodingName(encoding));

async function actionsFor(
  document: TextDocument,
  _range: Range,
  context: CodeActionContext,
): Promise<CodeAction[]> {
  const diagnostics = context.diagnostics.filter((each) => each.code === code);
  if (diagnostics.length === 0) return [];
  const switches = ways.map((encoding) => {
    const action = new CodeAction(switchTitle(encoding), CodeActionKind.QuickFix);
    action.command = { title: action.title, command: switchCommand, arguments: [document.uri, encoding] };
    return action;
  });
  const replace = new CodeAction(replaceTitle(), CodeActionKind.QuickFix);
  const edit = await replacement(document);
  if (edit) replace.edit = edit;
  const actions = edit ? [replace, ...switches] : switches;
  for (const action of actions) action.diagnostics = diagnostics;
  return actions;
}

/** Writes again what was written as question marks, or offers to while it is still in the document. */
async function saved(document: TextDocument): Promise<void> {
  const { encoding } = document;
  if (lossless.test(encoding) || !isCandidate(document)) return;
  const losses = await lossesIn(document);
  if (losses.length === 0) return;
  const isWithin = withinGb18030.test(encoding);
  if (isWithin) await switchEncoding(document, 'gb18030');
  const done = isWithin
    ? l10n.t('It was saved as {0} instead, and nothing is lost.', encodingName('gb18030'))
    : l10n.t(
        'The file has “?” now; the text in the window is still whole. Please save it in another encoding.',
      );
  const message = sentences(
    l10n.t('{0} cannot hold {1}.', encodingName(encoding), placesIn(document, losses)),
    done,
  );
  const offers = ways.filter((way) => way !== document.encoding);
  const titles = offers.map(switchTitle);
  const chosen = await warn(message, ...titles.toReversed());
  const way = offers[titles.indexOf(chosen ?? '')];
  if (way) await switchEncoding(document, way);
}

/** The first of them, each with its line. */
function placesIn(document: TextDocument, losses: readonly Loss[]): string {
  const named = losses
    .slice(0, 3)
    .map(({ character, offset }) =>
      l10n.t('{0} in line {1}', nameOf(character), document.positionAt(offset).line + 1),
    );
  return losses.length > named.length
    ? l10n.t('{0} and others, {1} in all', listed(named), losses.length)
    : listed(named);
}

async function offer(document: TextDocument, losses: readonly Loss[]): Promise<void> {
  const warning = l10n.t(
    'Saved as {0}, this report loses text; what becomes “?”: {1}.',
    encodingName(document.encoding),
    placesIn(document, losses),
  );
  const [first] = ways;
  const edit = await replacement(document);
  const titles = edit ? [replaceTitle(), switchTitle(first)] : [switchTitle(first)];
  const chosen = await warn(warning, ...titles);
  if (chosen === switchTitle(first)) await switchEncoding(document, first);
  // The text may have changed while the question stood.
  const now = chosen === replaceTitle() ? await replacement(document) : undefined;
  if (now) await workspace.applyEdit(now);
}
