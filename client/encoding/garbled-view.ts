import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  type Range,
  StatusBarAlignment,
  type TextDocument,
  ThemeColor,
  window,
} from 'vscode';
import { anyLanguage } from '../editor/documents';
import { encodingName } from './encoding';
import type { Patient } from './rescue';

/** A report that shows as garbage, was saved while it did, or was saved with its right text in another encoding than its own. */
export interface Case extends Patient {
  readonly kind: 'shown' | 'ruined' | 'converted';
}

/** Behind the status, a quick fix and a key; in no menu. */
export const mendCommand = 'nianbao.mendGarbled';
/** Behind quick fixes; in no menu. */
export const restoreCommand = 'nianbao.restoreOriginal';
export const keepCommand = 'nianbao.keepPresent';
/** What brings a file back, byte by byte. */
export const restoreTitle = '恢复原文件';
/** What leaves a file as it is. */
export const keepTitle = '保留现在的文件';

/** What is said of a report whose text shows as garbage; the server's rules speak of what can be read. */
const code = 'garbled-file';

interface Words {
  readonly status: string;
  readonly severity: DiagnosticSeverity;
  /** What is wrong, and what leads out of it. */
  readonly message: (encoding: string, document: TextDocument) => string;
  readonly fix: string;
}

const words: Readonly<Record<Case['kind'], Words>> = {
  shown: {
    status: '$(error) 年报 乱码',
    severity: DiagnosticSeverity.Error,
    message: (encoding) =>
      `这份年报是用 ${encoding} 写成的，现在显示为乱码。请以 ${encoding} 重新打开（点状态栏的“年报 乱码”，或用快速修复），改动会带过去`,
    fix: '以正确的编码重新打开，带上改动',
  },
  ruined: {
    status: '$(error) 年报 存成了乱码',
    severity: DiagnosticSeverity.Error,
    message: (encoding) =>
      `这份年报是用 ${encoding} 写成的，在显示为乱码时被保存，文件里现在是乱码。原文件的内容还留着，可以恢复`,
    fix: restoreTitle,
  },
  converted: {
    status: '$(history) 年报 原文件可恢复',
    severity: DiagnosticSeverity.Information,
    message: (encoding, document) =>
      `这份年报原是用 ${encoding} 写成的，在显示为乱码时被保存：文字已换成正确的，存成了 ${encodingName(document.encoding)}。原文件的内容还留着，可以恢复`,
    fix: restoreTitle,
  },
};

/** Says what is wrong with a report in a sentence. */
export const explained = ({ kind, original, document }: Case): string =>
  words[kind].message(encodingName(original.encoding), document);

/** Shows cases: a mark on the first line with its quick fixes, an item in the status bar, and a context for the key that saves. */
export function viewOf(cases: ReadonlyMap<string, Case>): Disposable & { update(): void } {
  const marks = languages.createDiagnosticCollection('nianbao-garbled');
  const item = window.createStatusBarItem('nianbao.garbled', StatusBarAlignment.Left, 1);
  item.name = '年报显示为乱码';
  const updateItem = (): void => {
    const active = window.activeTextEditor?.document.uri;
    const found = active && cases.get(active.toString());
    void commands.executeCommand('setContext', 'nianbao.garbled', found?.kind === 'shown');
    if (!found) {
      item.hide();
      return;
    }
    const { status, severity } = words[found.kind];
    item.text = status;
    item.tooltip = explained(found);
    item.command = { command: mendCommand, title: words[found.kind].fix, arguments: [active] };
    item.backgroundColor =
      severity === DiagnosticSeverity.Error ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.accessibilityInformation = { label: explained(found), role: 'button' };
    item.show();
  };
  const provider = {
    provideCodeActions: (document: TextDocument, _range: Range, context: CodeActionContext) =>
      actionsFor(cases.get(document.uri.toString()), context),
  };
  return {
    update() {
      marks.clear();
      for (const each of cases.values()) marks.set(each.document.uri, [markOf(each)]);
      updateItem();
    },
    dispose: Disposable.from(
      marks,
      item,
      window.onDidChangeActiveTextEditor(updateItem),
      languages.registerCodeActionsProvider([...anyLanguage], provider),
    ).dispose,
  };
}

function markOf(found: Case): Diagnostic {
  const mark = new Diagnostic(found.document.lineAt(0).range, explained(found), words[found.kind].severity);
  mark.source = '年报';
  mark.code = code;
  return mark;
}

function actionsFor(found: Case | undefined, context: CodeActionContext): CodeAction[] {
  const diagnostics = context.diagnostics.filter((each) => each.code === code);
  if (!found || diagnostics.length === 0) return [];
  const { uri } = found.document;
  const offers =
    found.kind === 'shown'
      ? [[words.shown.fix, mendCommand] as const]
      : [[restoreTitle, restoreCommand] as const, [keepTitle, keepCommand] as const];
  return offers.map(([title, command], index) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { title, command, arguments: [uri] };
    action.diagnostics = diagnostics;
    action.isPreferred = index === 0;
    return action;
  });
}
