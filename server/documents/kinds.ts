/** Why a file cannot be read, in words that go on behind its name, and what to do about it. */
export interface Unreadable {
  readonly reason: string;
  readonly remedy: string;
}

/** Why a file cannot be read as a document of a word processor. */
export class UnreadableDocument extends Error implements Unreadable {
  constructor(
    readonly reason: string,
    readonly remedy = '请在 Word 或 WPS 里打开，另存为 .docx',
  ) {
    super(reason);
  }
}

/** How documents begin that are neither text nor what we read. */
const kinds: readonly (Unreadable & { readonly begin: string })[] = [
  {
    begin: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    reason: '是旧格式（.doc、.wps、.xls）或加了密码的文档，读不了',
    remedy: '请在 Word 或 WPS 里打开，另存为不加密码的 .docx',
  },
  {
    begin: '%PDF-',
    reason: '是 PDF，读不了',
    remedy: '请用 Word 或 WPS 打开后另存为 .docx，或者复制其中的文字',
  },
  { begin: '{\\rtf', reason: '是 RTF 文档，读不了', remedy: '请在 Word 或 WPS 里另存为 .docx' },
];

const longestBegin = 8;

/** Why a file that is another program's document cannot be read; undefined where it is none that is known. */
export function whyForeign(bytes: Uint8Array): Unreadable | undefined {
  const begin = String.fromCharCode(...bytes.subarray(0, longestBegin));
  return kinds.find((each) => begin.startsWith(each.begin));
}
