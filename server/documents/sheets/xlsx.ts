import { said, say } from '../../text/say';
import { partsOf, readPackage, type XmlPart } from '../containers/package';
import { UnreadableDocument } from '../containers/unreadable';
import { localName, plainOf, readXml } from '../containers/xml';
import type { Archive } from '../containers/zip';
import type { PlacedLines } from '../lines/lines';
import { formatsIn } from './number-formats';
import { linesOfSheets, type Sheet, workbookRemedy } from './sheets';
import { sheetIn, stringsIn } from './xlsx-sheet';

/** Reads a workbook (.xlsx): the sheets that are shown, with what their formulas gave when it was saved. Throws `UnreadableDocument`. */
export const readXlsx = (bytes: Uint8Array): PlacedLines => readPackage(bytes, read, said(workbookRemedy));

function read(archive: Archive): PlacedLines {
  const parts = partsOf(archive);
  const workbook = parts.related('', 'officeDocument') ?? parts.get('xl/workbook.xml');
  if (!workbook) throw new UnreadableDocument(say`里面没有工作表`, said(workbookRemedy));
  const { sheets, isFrom1904 } = sheetsIn(workbook);
  const xmlOf = (kind: string): string => parts.related(workbook.name, kind)?.xml ?? '';
  const known = {
    strings: stringsIn(xmlOf('sharedStrings')),
    formats: formatsIn(xmlOf('styles'), isFrom1904),
  };
  const read = sheets.flatMap(({ name, id }): Sheet[] => {
    const part = parts.called(workbook.name, id);
    return part ? [{ name, ...sheetIn(part.xml, known) }] : [];
  });
  return linesOfSheets(read);
}

interface Listed {
  readonly name: string;
  /** How the workbook calls it. */
  readonly id: string;
}

function sheetsIn({ xml }: XmlPart): { readonly sheets: readonly Listed[]; readonly isFrom1904: boolean } {
  const sheets: Listed[] = [];
  let isFrom1904 = false;
  readXml(xml, {
    open(name, attributes) {
      const own = localName(name);
      if (own === 'workbookPr') isFrom1904 = /^(?:1|true)$/u.test(attributes.get('date1904') ?? '');
      if (own !== 'sheet' || attributes.get('state')?.toLowerCase().endsWith('hidden')) return;
      const [, id] = [...attributes].find(([key]) => /:id$/u.test(key)) ?? [];
      if (id !== undefined) sheets.push({ name: plainOf(attributes.get('name') ?? ''), id });
    },
    close() {},
    text() {},
  });
  return { sheets, isFrom1904 };
}
