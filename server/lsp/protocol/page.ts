import { TextDocument } from 'vscode-languageserver-textdocument';
import { atBeginning, type Position } from '../../text/lines';

/** What it takes to speak of a report where it stands: its offsets are those of the report, its positions those of the document. */
export type Page = Pick<TextDocument, 'uri' | 'version' | 'positionAt' | 'offsetAt'>;

/** The page of a report whose text begins at `origin` in its document. */
export function pageOf(
  { uri, version }: Pick<TextDocument, 'uri' | 'version'>,
  { text, origin = atBeginning }: { readonly text: string; readonly origin?: Position },
): Page {
  const own = TextDocument.create(uri, '', version, text);
  /** The characters before the text in one of its lines. */
  const before = (line: number): number => (line === 0 ? origin.character : 0);
  return {
    uri,
    version,
    positionAt(offset) {
      const { line, character } = own.positionAt(offset);
      return { line: line + origin.line, character: character + before(line) };
    },
    offsetAt(position) {
      const line = position.line - origin.line;
      return own.offsetAt({ line, character: position.character - before(line) });
    },
  };
}
