import { fold, foldUnit, ignored } from '../text/fold';

const [SPACE, DASH, P, p] = [32, 45, 80, 112] as const;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** More than `第 12 页 共 34 页` takes. */
export const longestPageNumber = 30;
const pageNumber =
  /^(?:[-·~•*] *\d{1,3} *[-·~•*]|第 *\d{1,3} *页(?:[,;]? *[(]?共 *\d{1,3} *页[)]?)?|\d{1,3} ?\/ ?\d{1,3}|(?:page|p\.) ?\d{1,3})$/iu;

/** Says whether a line is the number of a page, as it stands in the middle of tables copied from paged documents. */
export function isPageNumber(view: string, start: number, end: number): boolean {
  if (end - start < 3) return false;
  const first = foldUnit(view.charCodeAt(start));
  // Most lines of a table begin with a tab, a pipe, a character or are too short: look closer only where it may be one.
  if (
    first !== SPACE &&
    first !== DASH &&
    first !== ignored &&
    first < 0x2000 &&
    !isDigit(first) &&
    first !== P &&
    first !== p
  ) {
    return false;
  }
  const text = fold(view.slice(start, end)).replaceAll('\0', '').trim();
  return text.length > 2 && pageNumber.test(text);
}
