import type { Unreadable } from './kinds';
import { type DocumentLines, linesOfBlocks } from './lines';
import { numberingFrom } from './numbering';
import { storiesIn } from './story';
import { plainOf, readXml } from './xml';
import { type Archive, BrokenArchive, bytesOf, isArchive, readArchive } from './zip';

/** A document of a word processor as text, and what is needed to write it back. */
export interface WordDocument extends DocumentLines {
  readonly archive: Archive;
  /** The parts that the text was read from, by name. */
  readonly parts: ReadonlyMap<string, string>;
  /** Whether it has tracked changes; they are read as if they were accepted. */
  readonly isTracked: boolean;
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

/** No part of a report is larger; a file that says so is made to fill the memory. */
const largestPart = 64 * 1024 * 1024;

const namespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
const body = new Set(['body']);
const noteKinds: Readonly<Record<string, { readonly part: string; readonly roots: ReadonlySet<string> }>> = {
  footnoteReference: { part: 'footnotes', roots: new Set(['footnote']) },
  endnoteReference: { part: 'endnotes', roots: new Set(['endnote']) },
};

/** Whether bytes may be a document that `readDocx` reads, as far as their beginning tells. */
export const looksLikeDocx = isArchive;

/**
 * Reads a .docx: paragraphs as lines, tables as rows with a tab between columns, numbers of lists as they are drawn, tracked changes as
 * if accepted, notes behind the paragraph that refers to them. Headers and footers are furniture and stay out. Throws
 * `UnreadableDocument`.
 */
export function readDocx(bytes: Uint8Array): WordDocument {
  try {
    return read(readArchive(bytes));
  } catch (error) {
    if (error instanceof BrokenArchive) throw new UnreadableDocument(error.message);
    throw error;
  }
}

function read(archive: Archive): WordDocument {
  const parts = partsOf(archive);
  const name = mainPart(parts.get('_rels/.rels') ?? '');
  const xml = parts.get(name);
  const prefix = xml === undefined ? undefined : prefixOf(xml);
  if (xml === undefined || prefix === undefined) throw new UnreadableDocument('不是 Word 文档（.docx）');
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const beside = (part: string): string | undefined => parts.get(`${folder}${part}.xml`);
  const part = { prefix, numbering: numberingFrom(beside('numbering'), beside('styles'), prefix) };
  const notes = new Map<string, Stories>();
  const notesOf = (kind: string): Stories | undefined => {
    const known = noteKinds[kind];
    const own = known && beside(known.part);
    if (!own || notes.has(kind)) return notes.get(kind);
    const stories = storiesIn(
      { ...part, name: `${folder}${known.part}.xml`, xml: own, notes: () => [] },
      known.roots,
    );
    notes.set(kind, stories);
    return stories;
  };
  const main = {
    ...part,
    name,
    xml,
    notes: (kind: string, id: string) => notesOf(kind)?.get(id)?.blocks ?? [],
  };
  const story = storiesIn(main, body).get('');
  if (!story) throw new UnreadableDocument('里面没有正文');
  return { ...linesOfBlocks(story.blocks), archive, parts: parts.read, isTracked: story.isTracked };
}

type Stories = ReturnType<typeof storiesIn>;

interface Parts {
  /** The parts that were asked for so far. */
  readonly read: ReadonlyMap<string, string>;
  /** The XML of a part; undefined where there is no such part. */
  get(name: string): string | undefined;
}

function partsOf(archive: Archive): Parts {
  const read = new Map<string, string>();
  return {
    read,
    get(name) {
      const entry = read.has(name) ? undefined : archive.entries.find((each) => each.name === name);
      if (entry)
        read.set(
          name,
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(archive, entry, largestPart)),
        );
      return read.get(name);
    },
  };
}

/** The part that the file is about, by its relations. */
function mainPart(relations: string): string {
  let target: string | undefined;
  readXml(relations, {
    open(_, attributes) {
      if (/\/officeDocument$/u.test(attributes.get('Type') ?? ''))
        target ??= plainOf(attributes.get('Target') ?? '');
    },
    close() {},
    text() {},
  });
  return (target ?? 'word/document.xml').replace(/^\//u, '');
}

/** What the names of the elements begin with; undefined where they are not a word processor's. */
function prefixOf(xml: string): string | undefined {
  let found: string | undefined;
  let isFirst = true;
  readXml(xml.slice(0, longestRoot), {
    open(_, attributes) {
      if (!isFirst) return;
      isFirst = false;
      for (const [key, value] of attributes)
        if (namespaces.includes(value)) found = key === 'xmlns' ? '' : `${key.slice('xmlns:'.length)}:`;
    },
    close() {},
    text() {},
  });
  return found;
}

const longestRoot = 20_000;
