import { Tokenizer } from 'htmlparser2';
import type { Span } from '../../text/span';

/** What is told of the elements of an XML text, in their order; spans are places in it. */
export interface XmlHandler {
  /** `span` is the tag; an element that is closed at once is opened and closed with the same. */
  open(name: string, attributes: ReadonlyMap<string, string>, span: Span): void;
  close(name: string, span: Span): void;
  /** Characters between tags, as they are written; those of a CDATA section without what begins and ends it. */
  text(span: Span): void;
}

const ignore = (): void => {};
const ignored = {
  oncomment: ignore,
  ondeclaration: ignore,
  onprocessinginstruction: ignore,
  ontextentity: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onend: ignore,
};

/** Goes through an XML text once; of a broken one so much is told as is there. Nothing outside it is ever read. */
export function readXml(xml: string, handler: XmlHandler): void {
  let name = '';
  let attribute = '';
  let attributes = new Map<string, string>();
  let start = 0;
  const opened = (end: number): Span => {
    const span = { start, end: end + 1 };
    handler.open(name, attributes, span);
    return span;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname: (from, end) => {
        start = from - 1;
        name = xml.slice(from, end);
        attributes = new Map();
      },
      onattribname: (from, end) => {
        attribute = xml.slice(from, end);
      },
      onattribdata: (from, end) => {
        attributes.set(attribute, (attributes.get(attribute) ?? '') + xml.slice(from, end));
      },
      onopentagend: opened,
      onselfclosingtag: (end) => handler.close(name, opened(end)),
      onclosetag: (from, end) => {
        handler.close(xml.slice(from, end), { start: from - 2, end: xml.indexOf('>', end) + 1 });
      },
      ontext: (from, end) => handler.text({ start: from, end }),
      oncdata: (from, end, behind) => handler.text({ start: from, end: end - behind }),
      ...ignored,
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,8}));/gu;

const literal = '<![CDATA[';

/** Characters as they read, each piece with the place where it is written; what is no entity stands for itself, as all does in CDATA. */
export function* charactersIn(xml: string, { start, end }: Span): Generator<{ text: string; span: Span }> {
  const written = xml.slice(start, end);
  let at = 0;
  if (xml.startsWith(literal, start - literal.length)) {
    yield pieceOf(written, 0, written.length, start);
    return;
  }
  for (const match of written.matchAll(entity)) {
    const text = characterOf(match);
    if (text === undefined) continue;
    if (match.index > at) yield pieceOf(written, at, match.index, start);
    at = match.index + match[0].length;
    yield { text, span: { start: start + match.index, end: start + at } };
  }
  if (at < written.length) yield pieceOf(written, at, written.length, start);
}

const pieceOf = (written: string, from: number, to: number, start: number): { text: string; span: Span } => ({
  text: written.slice(from, to),
  span: { start: start + from, end: start + to },
});

const lastCharacter = 0x10ffff;

function characterOf([, decimal, hexadecimal, name]: RegExpMatchArray): string | undefined {
  if (name !== undefined) return named[name];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= lastCharacter ? String.fromCodePoint(code) : undefined;
}

/** The name of an element without what it begins with. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The text of an attribute. */
export const plainOf = (value: string): string =>
  [...charactersIn(value, { start: 0, end: value.length })].map(({ text }) => text).join('');

/** A text as it is written between tags. */
export const escaped = (text: string): string =>
  text.replace(/[&<>]/gu, (each) => (each === '&' ? '&amp;' : each === '<' ? '&lt;' : '&gt;'));
