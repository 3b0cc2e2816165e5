import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  l10n,
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
export const restoreTitle = (): string => l10n.t('Restore the Original File');
/** What leaves a file as it is. */
export const keepTitle = (): string => l10n.t('Keep the Present File');

/** What is said of a report whose text shows as garbage; the server's rules speak of what can be read. */
const code = 'garbled-file';

interface Words {
  readonly status: () => string;
  readonly severity: DiagnosticSeverity;
  /** What is wrong, and what leads out of it. */
  readonly message: (encoding: string, document: TextDocument) => string;
  readonly fix: () => string;
}

const words: Readonly<Record<Case['kind'], Words>> = {
  shown: {
    status: () => l10n.t('$(error) Nianbao: garbled'),
    severity: DiagnosticSeverity.Error,
    message: (encoding) =>
      l10n.t(
        'This report was written in {0} and shows as garbage. Reopen it in {0} (click “Nianbao: garbled” in the status bar, or use the quick fix); your changes are carried over',
        encoding,
      ),
    fix: () => l10n.t('Reopen in the right encoding, with the changes'),
  },
  ruined: {
    status: () => l10n.t('$(error) Nianbao: saved garbled'),
    severity: DiagnosticSeverity.Error,
    message: (encoding) =>
      l10n.t(
        'This report was written in {0} and saved while it showed as garbage; the file has garbage now. What it was is kept and can be restored',
        encoding,
      ),
    fix: restoreTitle,
  },
  converted: {
    status: () => l10n.t('$(history) Nianbao: original can be restored'),
    severity: DiagnosticSeverity.Information,
    message: (encoding, document) =>
      l10n.t(
        'This report was written in {0} and saved while it showed as garbage: the right text was put in its place and saved as {1}. What the file was is kept and can be restored',
        encoding,
        encodingName(document.encoding),
      ),
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
  item.name = l10n.t('Nianbao: garbled report');
  const updateItem = (): void => {
    const active = window.activeTextEditor?.document.uri;
    const found = active && cases.get(active.toString());
    void commands.executeCommand('setContext', 'nianbao.garbled', found?.kind === 'shown');
    if (!found) {
      item.hide();
      return;
    }
    const { status, severity } = words[found.kind];
    item.text = status();
    item.tooltip = explained(found);
    item.command = { command: mendCommand, title: words[found.kind].fix(), arguments: [active] };
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
      languages.registerCodeActionsProvider(anyLanguage(), provider),
    ).dispose,
  };
}

function markOf(found: Case): Diagnostic {
  const mark = new Diagnostic(found.document.lineAt(0).range, explained(found), words[found.kind].severity);
  mark.source = l10n.t('Nianbao');
  mark.code = code;
  return mark;
}

function actionsFor(found: Case | undefined, context: CodeActionContext): CodeAction[] {
  const diagnostics = context.diagnostics.filter((each) => each.code === code);
  if (!found || diagnostics.length === 0) return [];
  const { uri } = found.document;
  const offers =
    found.kind === 'shown'
      ? [[words.shown.fix(), mendCommand] as const]
      : [[restoreTitle(), restoreCommand] as const, [keepTitle(), keepCommand] as const];
  return offers.map(([title, command], index) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { title, command, arguments: [uri] };
    action.diagnostics = diagnostics;
    action.isPreferred = index === 0;
    return action;
  });
}
