import { fold, foldUnit, ignored, isDigit } from '../../text/fold';

const [RETURN, SPACE, DASH] = [13, 32, 45] as const;
/** 第, as in 第 2 页. */
const ORDINAL = 0x7b2c;
const ornaments = new Set([...'·~•*Pp'].map((char) => char.charCodeAt(0)));

/** More than `第 12 页 共 34 页` takes. */
const longestPageNumber = 30;
const pageNumber =
  /^(?:[-·~•*] *\d{1,3} *[-·~•*]|第 *\d{1,3} *页(?:[,;]? *[(]?共 *\d{1,3} *页[)]?)?|\d{1,3} ?\/ ?\d{1,3}|(?:page|p\.) ?\d{1,3})$/iu;

/** Says whether a line is the number of a page, as it stands in the middle of tables copied from paged documents. */
export function isPageNumber(view: string, start: number, end: number): boolean {
  let from = start;
  while (from < end && isBlank(foldUnit(view.charCodeAt(from)))) from++;
  let to = end;
  while (to > from && isBlank(foldUnit(view.charCodeAt(to - 1)))) to--;
  if (to - from < 3 || to - from > longestPageNumber) return false;
  const first = foldUnit(view.charCodeAt(from));
  // Most lines begin with a character of a label: look closer only where it may be a page number.
  if (first !== DASH && first !== ORDINAL && !isDigit(first) && !ornaments.has(first)) return false;
  return pageNumber.test(fold(view.slice(from, to)).replaceAll('\0', ''));
}

const isBlank = (unit: number): boolean => unit === SPACE || unit === ignored || unit === RETURN;
