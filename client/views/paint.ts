import {
  type DecorationOptions,
  type DecorationRenderOptions,
  Disposable,
  l10n,
  MarkdownString,
  OverviewRulerLane,
  StatusBarAlignment,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from 'vscode';
import {
  type DocumentReading,
  type ReadingClass,
  type ReadingMark,
  readingClasses,
} from '../../server/lsp/messages/messages';
import { rangeOf } from '../editor/places';

const names: Readonly<Record<ReadingClass, () => string>> = {
  cell: () => l10n.t('Figures of the tables'),
  heading: () => l10n.t('Headings'),
  label: () => l10n.t('Labels of the tables'),
  date: () => l10n.t('Dates'),
  reference: () => l10n.t('Articles, document numbers'),
  claim: () => l10n.t('Numbers that are checked'),
  'other-claim': () => l10n.t('Numbers of other matters'),
  contact: () => l10n.t('Telephone numbers, addresses'),
  ordinal: () => l10n.t('Places in lists, page numbers'),
  unplaced: () => l10n.t('Figures that no cell took'),
  unread: () => l10n.t('Numbers in what was not read'),
  unexplained: () => l10n.t('Numbers not explained'),
};

/** What is to be seen at once. */
const conspicuous: readonly ReadingClass[] = ['unplaced', 'unexplained'];

const colourOf = (kind: ReadingClass): string =>
  `nianbao.reading.${kind.replace(/-(.)/u, (_, letter: string) => letter.toUpperCase())}`;

/** Shows a reading over the text of editors. */
export interface Paint extends Disposable {
  /** Shows a reading, or, where there is none, takes away what was shown. */
  show(editor: TextEditor, read: DocumentReading | undefined): void;
}

/** Makes the decorations of the classes in the colours of the theme. */
export function paintOf(): Paint {
  const types = readingClasses.map((kind): readonly [ReadingClass, TextEditorDecorationType] => [
    kind,
    window.createTextEditorDecorationType(styleOf(kind)),
  ]);
  return {
    show(editor, read) {
      const alone = read ? linesOfOneCell(read) : new Set<number>();
      for (const [kind, type] of types) {
        const marks = read?.marks.filter((mark) => mark.class === kind) ?? [];
        editor.setDecorations(
          type,
          marks.map((mark) => decorationOf(mark, alone)),
        );
      }
    },
    dispose: () => Disposable.from(...types.map(([, type]) => type)).dispose(),
  };
}

function styleOf(kind: ReadingClass): DecorationRenderOptions {
  const colour = new ThemeColor(colourOf(kind));
  return {
    backgroundColor: colour,
    borderRadius: '2px',
    ...(conspicuous.includes(kind) && {
      border: '2px solid',
      borderColor: new ThemeColor('editorWarning.foreground'),
      overviewRulerColor: new ThemeColor('editorWarning.foreground'),
      overviewRulerLane: OverviewRulerLane.Full,
    }),
  };
}

/** Where each cell has a line of its own its name has room behind it; elsewhere it is in the hover. */
function decorationOf(
  { range, class: kind, description }: ReadingMark,
  alone: ReadonlySet<number>,
): DecorationOptions {
  const name = nameIn(description);
  return {
    range: rangeOf(range),
    hoverMessage: new MarkdownString().appendText(`${names[kind]()} · ${description}`),
    ...(kind === 'cell' &&
      alone.has(range.end.line) && {
        renderOptions: {
          after: {
            contentText: name,
            margin: '0 0 0 2em',
            fontStyle: 'italic',
            color: new ThemeColor('editorCodeLens.foreground'),
          },
        },
      }),
  };
}

/** What a description has before its figure, in whatever tongue. */
const nameIn = (description: string): string =>
  description.slice(0, Math.max(description.lastIndexOf('：'), description.lastIndexOf(': '), 0));

/** The lines with a single mark, that of a cell. */
function linesOfOneCell({ marks }: DocumentReading): Set<number> {
  const lines = new Map<number, boolean>();
  for (const { range, class: kind } of marks)
    lines.set(range.end.line, kind === 'cell' && !lines.has(range.end.line));
  return new Set([...lines].flatMap(([line, isAlone]) => (isAlone ? [line] : [])));
}

/** The count in the status bar, with the legend under the pointer. */
export interface Legend extends Disposable {
  /** Shows a count; null where a document that is shown is no report any more; nothing for any other document. */
  show(read: DocumentReading | null | undefined): void;
}

/** Makes the entry of the status bar; a click takes the view away. */
export function legendOf(): Legend {
  const item = window.createStatusBarItem('nianbao.reading', StatusBarAlignment.Right, 100);
  item.name = l10n.t('Nianbao: how the report was read');
  item.command = 'nianbao.showReading';
  return {
    show(read) {
      if (read === undefined) {
        item.hide();
        return;
      }
      item.text = read ? `$(eye) ${summary(read)}` : `$(eye) ${l10n.t('Not recognised as a report')}`;
      item.tooltip = read ? table(read) : undefined;
      // The table is for the eye: read out it is its own source.
      item.accessibilityInformation = {
        label: l10n.t('How the report was read: {0}', item.text.replace(/^\S+ /u, '')),
        role: 'button',
      };
      const left = read ? read.numerals.unplaced + read.numerals.unexplained : 0;
      item.backgroundColor = left > 0 ? new ThemeColor('statusBarItem.warningBackground') : undefined;
      item.show();
    },
    dispose: () => item.dispose(),
  };
}

const summary = ({ numerals }: DocumentReading): string =>
  (['cell', 'claim', ...conspicuous] as const)
    .map((kind) => `${names[kind]()} ${numerals[kind]}`)
    .join(' · ');

function table({ numerals }: DocumentReading): MarkdownString {
  const rows = readingClasses.map((kind) => {
    const colour = `var(--vscode-${colourOf(kind).replaceAll('.', '-')})`;
    return `| <span style="background-color:${colour};">&nbsp;&nbsp;&nbsp;</span> | ${names[kind]()} | ${numerals[kind]} |`;
  });
  const legend = new MarkdownString(
    [`| | ${l10n.t('Numbers of the text')} | ${l10n.t('Count')} |`, '| --- | --- | ---: |', ...rows].join(
      '\n',
    ),
  );
  legend.supportHtml = true;
  return legend;
}
