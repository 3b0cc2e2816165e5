/** A line that is one item of a list, and one whose item is a figure alone. */
const bullet = /^[ \t]*[-*+•·●▪◦][ \t]+(?=\S)/gmu;
const bulletedFigure = /^[ \t]*[-*+•·●▪◦][ \t]+\d+[ \t\r]*$/mu;
const bulletedWords = /^[ \t]*[-*+•·●▪◦][ \t]+\p{Script=Han}/mu;

/**
 * A row as a sentence would have it: 规章：0、0、0. Its figures end the line. What stands between two figures is matched in one way only,
 * or a line of many figures that end in a word (10, 11, 12件) takes twice as long with each.
 */
const row =
  /[:：](?<=\p{Script=Han}[)）”"]?[ \t]{0,20}[:：])[ \t]*\d+(?:(?:[ \t]*[、;；/／|｜][ \t]*|[,，](?!\d{3}(?!\d))[ \t]*|[ \t]+)\d+)+(?=[ \t。;；]*\r?$)/gmu;
const single = /[:：](?<=\p{Script=Han}[)）”"]?[ \t]{0,20}[:：])(?=[ \t]*\d+(?:\.\d+)?[ \t]*\r?$)/gmu;
const between = /[^\d]/gu;
/** So many rows of this kind are a table. */
const fewestRows = 5;

function hasRows(text: string): boolean {
  row.lastIndex = 0;
  let count = 0;
  while (count < fewestRows && row.exec(text)) count++;
  return count === fewestRows;
}

/**
 * Tables written as lists: the bullets before their cells, which are no signs, and the marks between the figures of a row. As long as
 * the text.
 */
export function maskLists(text: string): string {
  let view = text;
  if (bulletedFigure.test(view) && bulletedWords.test(view)) {
    view = view.replace(bullet, (found) => ' '.repeat(found.length));
  }
  if (!hasRows(view)) return view;
  return view
    .replace(row, (found) => found.replace(between, ' '))
    .replace(single, (found) => ' '.repeat(found.length));
}
