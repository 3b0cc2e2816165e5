const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu;

/** The fields of a text with commas (RFC 4180), without the mark before it and the signs that keep spreadsheets from taking one for a formula. */
export function fieldsIn(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [whole, quoted, plain = '', end] of text.replace(/^\ufeff/u, '').matchAll(field)) {
    if (whole === '') break;
    records.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=+\-@＝＋－＠])/u, ''));
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}
