import { said, say } from '../../text/say';
import { partsOf, readPackage, type XmlPart } from '../containers/package';
import { UnreadableDocument } from '../containers/unreadable';
import { localName, plainOf, readXml } from '../containers/xml';
import type { Archive } from '../containers/zip';
import type { PlacedLines } from '../lines/lines';
import { linesOfSheets, type Sheet, workbookRemedy } from './sheets';
import { stylesIn } from './styles';
import { sheetIn, stringsIn } from './xlsx-sheet';

/** Reads a workbook (.xlsx): the sheets that are shown, with what their formulas gave when it was saved. Throws `UnreadableDocument`. */
export const readXlsx = (bytes: Uint8Array): PlacedLines => readPackage(bytes, read, said(workbookRemedy));

function read(archive: Archive): PlacedLines {
  const parts = partsOf(archive);
  const workbook = parts.related('', 'officeDocument') ?? parts.get('xl/workbook.xml');
  if (!workbook) throw new UnreadableDocument(say`里面没有工作表`, said(workbookRemedy));
  const { sheets, hidden, isFrom1904 } = sheetsIn(workbook);
  const xmlOf = (kind: string): string => parts.related(workbook.name, kind)?.xml ?? '';
  const known = {
    strings: stringsIn(xmlOf('sharedStrings')),
    styles: stylesIn(xmlOf('styles'), isFrom1904),
  };
  const read = sheets.flatMap(({ name, id }): Sheet[] => {
    const part = parts.called(workbook.name, id);
    return part ? [{ name, ...sheetIn(part.xml, known) }] : [];
  });
  return linesOfSheets(read, hidden);
}

interface Listed {
  readonly name: string;
  /** How the workbook calls it. */
  readonly id: string;
}

interface Book {
  readonly sheets: readonly Listed[];
  /** The names of those that are not shown. */
  readonly hidden: readonly string[];
  readonly isFrom1904: boolean;
}

function sheetsIn({ xml }: XmlPart): Book {
  const sheets: Listed[] = [];
  const hidden: string[] = [];
  let isFrom1904 = false;
  readXml(xml, {
    open(tag, attributes) {
      const own = localName(tag);
      if (own === 'workbookPr') isFrom1904 = /^(?:1|true)$/u.test(attributes.get('date1904') ?? '');
      if (own !== 'sheet') return;
      const name = plainOf(attributes.get('name') ?? '');
      const [, id] = [...attributes].find(([key]) => /:id$/u.test(key)) ?? [];
      if (attributes.get('state')?.toLowerCase().endsWith('hidden')) hidden.push(name);
      else if (id !== undefined) sheets.push({ name, id });
    },
    close() {},
    text() {},
  });
  return { sheets, hidden, isFrom1904 };
}
