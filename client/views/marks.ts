import {
  DiagnosticSeverity,
  Disposable,
  EventEmitter,
  FileDecoration,
  l10n,
  languages,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { fileOf, isWord, shownAs } from '../editor/word-uri';

/** The settings by which users turn such marks off. */
const wanted: readonly (readonly [section: string, name: string])[] = [
  ['problems', 'decorations.enabled'],
  ['problems', 'visibility'],
];

/**
 * Marks documents of office programs in the explorer as VS Code marks other files with problems: what is found in them stands against
 * their texts, which have addresses of their own, and stands in the list of problems once.
 */
export function markDocuments(): Disposable {
  const changed = new EventEmitter<Uri[] | undefined>();
  return Disposable.from(
    changed,
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => {
        const shown = shownAs(uri);
        return isWord(shown) && !isWord(uri) && areWanted() ? markOf(shown) : undefined;
      },
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const files = uris.filter(isWord).map(fileOf);
      if (files.length > 0) changed.fire(files);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('problems')) changed.fire(undefined);
    }),
  );
}

const areWanted = (): boolean =>
  wanted.every(([section, name]) => workspace.getConfiguration(section).get(name) !== false);

function markOf(shown: Uri): FileDecoration | undefined {
  const grave = languages
    .getDiagnostics(shown)
    .map(({ severity }) => severity)
    .filter((severity) => severity <= DiagnosticSeverity.Warning);
  if (grave.length === 0) return undefined;
  const isError = grave.includes(DiagnosticSeverity.Error);
  const mark = new FileDecoration(
    grave.length > 9 ? '9+' : `${grave.length}`,
    l10n.t('Problems in this file: {0}', grave.length),
    new ThemeColor(isError ? 'list.errorForeground' : 'list.warningForeground'),
  );
  mark.propagate = true;
  return mark;
}
