import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  type LogOutputChannel,
  languages,
  Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { looksLikeReport } from '../../server/parse/view/detect';
import { isCandidate, selector } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { afterPause } from '../editor/pause';
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
    check(document).catch((error) => tell(log, `未能改存：${messageOf(error)}`, error));
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
      saved(document).catch((error) => tell(log, `未能改存：${messageOf(error)}`, error));
    }),
    commands.registerCommand(switchCommand, async (uri: Uri, encoding: string) => {
      await switchEncoding(await workspace.openTextDocument(uri), encoding);
    }),
    languages.registerCodeActionsProvider([...selector], { provideCodeActions: actionsFor }),
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
    const message = `${nameOf(character)}在 ${encodingName(document.encoding)} 里没有，保存后会变成“?”`;
    const mark = new Diagnostic(range, message, DiagnosticSeverity.Warning);
    mark.source = '年报';
    mark.code = code;
    return mark;
  };

/** A character in words where it cannot be seen. */
function nameOf(character: string): string {
  if (character === '\u00a0') return '不换行空格';
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}”（${point}）` : `字符 ${point} `;
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

const replaceTitle = '换成相近的字符（不换行空格换成空格等）';
const switchTitle = (encoding: string): string => `改存为 ${encodingName(encoding)}（不丢字）`;

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
  const replace = new CodeAction(replaceTitle, CodeActionKind.QuickFix);
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
    ? `已改存为 ${encodingName('gb18030')}，没有丢字。`
    : '文件里已经写成“?”，窗口里的文字还在，请改存。';
  const message = `${encodingName(encoding)} 里没有${placesIn(document, losses)}。${done}`;
  const offers = ways.filter((way) => way !== document.encoding);
  const titles = offers.map(switchTitle);
  const chosen = await window.showWarningMessage(message, ...titles.toReversed());
  const way = offers[titles.indexOf(chosen ?? '')];
  if (way) await switchEncoding(document, way);
}

/** The first of them, each with its line. */
function placesIn(document: TextDocument, losses: readonly Loss[]): string {
  const named = losses
    .slice(0, 3)
    .map(({ character, offset }) => `第 ${document.positionAt(offset).line + 1} 行的${nameOf(character)}`);
  return `${named.join('、')}${losses.length > named.length ? `等 ${losses.length} 个字符` : ''}`;
}

async function offer(document: TextDocument, losses: readonly Loss[]): Promise<void> {
  const warning = `这份年报按 ${encodingName(document.encoding)} 保存会丢字：${placesIn(document, losses)}会变成“?”。`;
  const [first] = ways;
  const edit = await replacement(document);
  const titles = edit ? [replaceTitle, switchTitle(first)] : [switchTitle(first)];
  const chosen = await window.showWarningMessage(warning, ...titles);
  if (chosen === switchTitle(first)) await switchEncoding(document, first);
  // The text may have changed while the question stood.
  const now = chosen === replaceTitle ? await replacement(document) : undefined;
  if (now) await workspace.applyEdit(now);
}
