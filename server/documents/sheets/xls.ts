import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { said, say } from '../../text/say';
import { UnreadableDocument } from '../containers/unreadable';
import type { PlacedLines } from '../lines/lines';
import { linesOfSheets, type Sheet, type SheetCell, workbookRemedy } from './sheets';

/** Reads a workbook of Excel 97 to 2003 or WPS (.xls, .et), as a .xlsx is read. Throws `UnreadableDocument`. */
export function readXls(bytes: Uint8Array): PlacedLines {
  const book = opened(bytes);
  const isHidden = (name: string): boolean =>
    Boolean(book.Workbook?.Sheets?.[book.SheetNames.indexOf(name)]?.Hidden);
  return linesOfSheets(
    book.SheetNames.flatMap((name) => {
      const sheet = book.Sheets[name];
      return sheet && !isHidden(name) ? [sheetOf(name, sheet)] : [];
    }),
    book.SheetNames.filter(isHidden),
  );
}

/** Codes of formulas and macros are not read, and remarks on cells are not what they say; what is hidden is told with the styles. */
const options = { cellFormula: false, cellHTML: false, cellStyles: true, dense: true } as const;

/** The reader ends with an error of any kind where a file is not what it says. */
function opened(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', sheetStubs: true, ...options });
  } catch (error) {
    const reason = /password|encrypt/iu.test(String(error)) ? say`有密码` : say`已损坏`;
    throw new UnreadableDocument(reason, said(workbookRemedy));
  }
}

function sheetOf(name: string, sheet: WorkSheet): Sheet {
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    bottom: e.r,
    left: s.c,
    right: e.c,
  }));
  const rows: readonly ((CellOf | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const cells = rows.flatMap((row, at) =>
    (row ?? []).flatMap((cell, column): SheetCell[] =>
      cell ? [{ row: at, column, text: textOf(cell), isUnshown: isUnshown(cell) }] : [],
    ),
  );
  return {
    name,
    cells,
    merges,
    hiddenRows: hiddenIn(sheet['!rows']),
    hiddenColumns: hiddenIn(sheet['!cols']),
  };
}

/** Which of the rows or columns are not shown. */
const hiddenIn = (all: readonly { readonly hidden?: boolean }[] = []): ReadonlySet<number> =>
  new Set([...all.entries()].flatMap(([at, each]) => (each?.hidden ? [at] : [])));

/** Whether a cell has something in it that it does not show. */
const isUnshown = (cell: CellOf): boolean => textOf(cell).trim() === '' && String(cell.v ?? '').trim() !== '';

type CellOf = { readonly t: string; readonly v?: unknown; readonly w?: string };

/** What a cell shows; one that was never calculated shows nothing. */
const textOf = ({ w, v }: CellOf): string => w ?? (v === undefined ? '' : String(v));
