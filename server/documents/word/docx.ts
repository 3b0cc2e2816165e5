import { mark, say } from '../../text/say';
import { folderOf, type Parts, partsOf, readPackage, type XmlPart } from '../containers/package';
import { UnreadableDocument } from '../containers/unreadable';
import { readXml } from '../containers/xml';
import type { Archive } from '../containers/zip';
import type { Block } from '../lines/blocks';
import { type DocumentLines, linesOfBlocks } from '../lines/lines';
import { furnitureOf } from './furniture';
import { looksFrom } from './looks';
import { numberingFrom } from './numbering';
import type { Part } from './part';
import { storiesIn } from './story';
import { noticesOf } from './unread';

/** A document of a word processor as text, and what is needed to write it back. */
export interface WordDocument extends DocumentLines {
  readonly archive: Archive;
  /** The parts that the text was read from, by name. */
  readonly parts: ReadonlyMap<string, string>;
  /** Whether it has tracked changes; they are read as if they were accepted. */
  readonly isTracked: boolean;
  /** Whether it has a digital signature, which holds for these bytes and no others. */
  readonly isSigned: boolean;
}

/** What is said of a document with a digital signature before anything is written into it. */
export const signedNote = mark`有数字签名，写进去任何改动都会使签名失效`;

const namespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
const body = new Set(['body']);
const noteKinds: Readonly<Record<string, { readonly part: string; readonly roots: ReadonlySet<string> }>> = {
  footnoteReference: { part: 'footnotes', roots: new Set(['footnote']) },
  endnoteReference: { part: 'endnotes', roots: new Set(['endnote']) },
};

/**
 * Reads a .docx: paragraphs as lines, tables as rows with a tab between columns, numbers of lists as they are drawn, tracked changes as
 * if accepted, notes behind the paragraph that refers to them, headers and footers as comments at the end. Throws `UnreadableDocument`.
 */
export const readDocx = (bytes: Uint8Array): WordDocument => readPackage(bytes, read);

function read(archive: Archive): WordDocument {
  const parts = partsOf(archive);
  const main = parts.related('', 'officeDocument') ?? parts.get('word/document.xml');
  const prefix = main && prefixOf(main.xml);
  if (!main || prefix === undefined)
    throw new UnreadableDocument(say`不是 Word 文档（.docx），也不是 Excel 表格（.xlsx）`);
  const beside = (kind: string): XmlPart | undefined =>
    parts.related(main.name, kind) ?? parts.get(`${folderOf(main.name)}${kind}.xml`);
  const styles = beside('styles')?.xml;
  const numbering = numberingFrom(beside('numbering')?.xml, styles, prefix);
  const plain = { prefix, numbering, looks: looksFrom(styles), notes: () => [], unread: {} };
  const story = storiesIn({ ...main, ...plain, notes: notesIn(beside, plain) }, body).get('');
  if (!story) throw new UnreadableDocument(say`里面没有正文`);
  const furniture = furnitureOf({ ...main, ...plain }, (id) => {
    const own = parts.called(main.name, id);
    return own && { ...own, ...plain, prefix: prefixOf(own.xml) ?? prefix };
  });
  return {
    ...withFurniture(story.blocks, furniture),
    archive,
    parts: parts.read,
    isTracked: story.isTracked,
    notices: [...noticesOf(plain.unread)],
    isSigned: isSigned(archive, parts),
  };
}

/** Signatures begin at a part that the package names so (ECMA-376 part 2, 12.2.4); programs put them into a folder of their own. */
const isSigned = ({ entries }: Archive, parts: Parts): boolean =>
  entries.some(({ name }) => /(?:^|[\\/])_xmlsignatures[\\/]./iu.test(name)) ||
  parts.related('', 'digital-signature/origin') !== undefined;

/** The notes of a document, each for the first that refers to it: however often that is done, it stands on the page once. */
function notesIn(
  beside: (kind: string) => XmlPart | undefined,
  plain: Omit<Part, 'name' | 'xml'>,
): Part['notes'] {
  const notes = new Map(
    Object.entries(noteKinds).map(([kind, { part, roots }]) => [
      kind,
      once(() => {
        const own = beside(part);
        return own && storiesIn({ ...own, ...plain, prefix: prefixOf(own.xml) ?? plain.prefix }, roots);
      }),
    ]),
  );
  const shown = new Set<string>();
  return (kind, id) => {
    const isNew = !shown.has(`${kind} ${id}`);
    shown.add(`${kind} ${id}`);
    return (isNew && notes.get(kind)?.()?.get(id)?.blocks) || [];
  };
}

/** Blocks as lines, with headers and footers behind them. A comment that the report does not end would end with theirs: it has none then. */
function withFurniture(blocks: readonly Block[], furniture: readonly Block[]): DocumentLines {
  const lines = linesOfBlocks(blocks);
  return furniture.length === 0 || lines.text.includes('<!--')
    ? lines
    : linesOfBlocks([...blocks, ...furniture]);
}

/** What `make` answers, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What the names of the elements begin with; undefined where they are not a word processor's. */
function prefixOf(xml: string): string | undefined {
  let found: string | undefined;
  let isFirst = true;
  readXml(xml.slice(0, longestRoot), {
    open(name, attributes) {
      if (!isFirst) return;
      isFirst = false;
      const prefix = name.slice(0, name.indexOf(':') + 1);
      const space = attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`);
      if (space !== undefined && namespaces.includes(space)) found = prefix;
    },
    close() {},
    text() {},
  });
  return found;
}

const longestRoot = 20_000;
