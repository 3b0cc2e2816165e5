const field = /(?<=^|,)([ \t]*"(?:[^"\n]|"")*"[ \t]*|[^,"\n]*)(?=,|\r?$)/gmu;
const rowEnd = /,[ \t]*"?[\d.]*"?$/u;
const grouped = /\d{1,3}(?:,\d{3})+(?!\d)/gu;
/** So many lines that end in a comma and a figure, or in empty fields, are a table. */
const leastRows = 5;
const longestRow = 600;
const longestField = 90;

/** Says whether a text has a table with commas between the cells. */
export function isCsv(text: string): boolean {
  let rows = 0;
  for (let at = text.indexOf(','); at >= 0; ) {
    const start = text.lastIndexOf('\n', at) + 1;
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    // The commas within `1,272` are not between cells.
    if (
      end - start < longestRow &&
      rowEnd.test(text.slice(start, end).trimEnd().replace(grouped, '0')) &&
      ++rows >= leastRows
    )
      return true;
    at = text.indexOf(',', end);
  }
  return false;
}

/**
 * Reads the rows of a table with commas between the cells as if tabs stood there, and leaves the quotes out. As long as the text;
 * lines that are no such rows stay as they are.
 */
export function maskCsv(text: string, filler: string): string {
  return changeLines(text, (line) =>
    line.length < longestRow && line.includes(',') && isRow(line) ? maskRow(line, filler) : line,
  );
}

const changeLines = (text: string, change: (line: string) => string): string =>
  text.split('\n').map(change).join('\n');

/** A row has figures, quotes or nothing between its commas, or many short words as in a head. */
function isRow(line: string): boolean {
  const fields = [...line.matchAll(field)].map(([, content = '']) => content.trim());
  const plain = fields.filter((content) => /^(?:"[\s\S]*"|[\d.,/—–-]*|无)$/u.test(content)).length;
  const short = fields.every((content) => content.length <= longestField) && !line.includes('。');
  return short && (plain * 2 >= fields.length || fields.length >= 4);
}

function maskRow(line: string, filler: string): string {
  // A field that began on the line before ends at the first quote.
  let quoted = line.split('"').length % 2 === 0 && /^[^"]*"(?:,|$)/u.test(line);
  let result = '';
  for (const char of line) {
    if (char === '"') {
      quoted = !quoted;
      result += filler;
    } else result += char === ',' && !quoted ? '\t' : char;
  }
  return result;
}

/** A cell of a spreadsheet in quotes; a line of digits is no part of a label. */
const quotedCell = /(?<=^|[\t,|])"(?:[^"\n]|""|\n(?! *\d+ *$))+"(?=[ \t\r\n,|]|$)/gmu;
/** A cell that is broken over lines, and in quotes for that reason, has no more of them. */
const mostBreaks = 8;

/** Joins the cells that a spreadsheet broke over several lines: their line ends and quotes are left out. As long as the text. */
export function joinQuoted(text: string, filler: string): string {
  return text.replace(quotedCell, (found) => {
    const breaks = found.split('\n').length - 1;
    return breaks > 0 && breaks <= mostBreaks ? found.replace(/[\r\n"]/gu, filler) : found;
  });
}

/** What LaTeX writes around the cells of a table: rules, the ends of rows, the commands of cells that span others. */
const latexMarkup =
  /\\(?:begin|end)\{[a-z*]{1,20}\}(?:\{[^}\n]{0,80}\})?|\\(?:hline|toprule|midrule|bottomrule)|\\cline\{[^}\n]{0,20}\}|\\multi(?:row|column)\{[^}\n]{0,20}\}\{[^}\n]{0,40}\}\{|\}(?= {0,40}(?:&|\\))|\\\\/gu;

/** Reads the rows of a table in LaTeX as if tabs stood between the cells. As long as the text. */
export const maskLatex = (text: string, filler: string): string =>
  changeLines(text, (line) => (line.includes('\\\\') ? line.replace(/(?<!\\)&/gu, '\t') : line)).replace(
    latexMarkup,
    (found) => filler.repeat(found.length),
  );
