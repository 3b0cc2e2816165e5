import { say } from '../../text/say';
import { UnreadableDocument } from './unreadable';
import { plainOf, readXml } from './xml';
import { type Archive, BrokenArchive, bytesOf, type Entry, readArchive, viewOf } from './zip';

// What of the Open Packaging Conventions (ECMA-376 part 2) is needed to find the parts of a document.

/** A part of a document that is XML. */
export interface XmlPart {
  /** The name of its entry in the archive. */
  readonly name: string;
  readonly xml: string;
}

/** The parts of a document, each read when it is asked for. */
export interface Parts {
  /** The parts that were asked for so far, by the names of their entries. */
  readonly read: ReadonlyMap<string, string>;
  /** The part at a place; undefined where there is none. Throws `UnreadableDocument` where there are two. */
  get(name: string): XmlPart | undefined;
  /** The part that another, or the file itself (by an empty name), names as its `kind`; undefined where it names none. */
  related(from: string, kind: string): XmlPart | undefined;
  /** The part that another calls so; undefined where it names none. */
  called(from: string, id: string): XmlPart | undefined;
}

/** No part of a report is larger; a file that says so is made to fill the memory. */
const largestPart = 64 * 1024 * 1024;

/** Reads a document in an archive; throws `UnreadableDocument` where that is broken. */
export function readPackage<T>(bytes: Uint8Array, read: (archive: Archive) => T, remedy?: string): T {
  try {
    return read(readArchive(bytes));
  } catch (error) {
    if (error instanceof BrokenArchive) throw new UnreadableDocument(error.message, remedy);
    throw error;
  }
}

/** Finds the parts of a document: names differ neither by case nor by the stroke between folders. */
export function partsOf(archive: Archive): Parts {
  const read = new Map<string, string>();
  const entries = new Map<string, Entry[]>();
  for (const entry of archive.entries) {
    const key = keyOf(entry.name);
    entries.set(key, [...(entries.get(key)?.slice(0, 1) ?? []), entry]);
  }
  const get = (name: string): XmlPart | undefined => {
    const [entry, ...others] = entries.get(keyOf(name)) ?? [];
    if (!entry) return undefined;
    if (others.length > 0) throw new UnreadableDocument(say`里面有两个同名的部件，不知以哪个为准`);
    const xml = read.get(entry.name) ?? decoded(bytesOf(archive, entry, largestPart)).xml;
    read.set(entry.name, xml);
    return { name: entry.name, xml };
  };
  const target = (from: string, isWanted: IsWanted): XmlPart | undefined => {
    const folder = folderOf(from);
    const relations = get(`${folder}_rels/${from.slice(folder.length)}.rels`);
    const found = relations && targetOf(relations.xml, isWanted);
    if (found === undefined) return undefined;
    return get(found.startsWith('/') ? found : `${folder}${found}`);
  };
  return {
    read,
    get,
    related: (from, kind) => target(from, (each) => each.get('Type')?.endsWith(`/${kind}`) === true),
    called: (from, id) => target(from, (each) => each.get('Id') === id),
  };
}

/** The folder of a part, with the stroke behind it; empty for a part in none. */
export const folderOf = (name: string): string =>
  name.slice(0, name.replaceAll('\\', '/').lastIndexOf('/') + 1);

function keyOf(name: string): string {
  const path: string[] = [];
  for (const step of name.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/').toLowerCase();
}

type IsWanted = (attributes: ReadonlyMap<string, string>) => boolean;

/** The first that is wanted of what the relations of a part name. */
function targetOf(relations: string, isWanted: IsWanted): string | undefined {
  let target: string | undefined;
  readXml(relations, {
    open(_, attributes) {
      if (attributes.get('TargetMode') === 'External' || !isWanted(attributes)) return;
      target ??= unquoted(plainOf(attributes.get('Target') ?? '').replaceAll('\\', '/'));
    },
    close() {},
    text() {},
  });
  return target;
}

function unquoted(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/**
 * XML is in UTF-16 where it begins so, else in UTF-8 (ECMA-376 part 2 allows no other), unless it says itself that it is in another.
 * Throws `UnreadableDocument` for one that nobody knows.
 */
function decoded(bytes: Uint8Array): { xml: string; encoding: string } {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : declaredIn(bytes);
  try {
    return { xml: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    throw new UnreadableDocument(say`里面的文字用的编码（${encoding}）不认得`);
  }
}

/** The encoding that XML with a byte a letter declares; UTF-8 where it declares none, or one that it cannot be in. */
function declaredIn(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, longestDeclaration));
  const [, name = ''] =
    /^<\?xml\s[^>]{0,150}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/u.exec(head) ?? [];
  return name === '' || /^(?:utf|ucs|iso-10646)/iu.test(name) ? 'utf-8' : name.toLowerCase();
}

const longestDeclaration = 250;

/** Undefined for an encoding that only can be read. */
function encoded(xml: string, encoding: string): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(xml);
  if (!encoding.startsWith('utf-16')) return undefined;
  const bytes = new Uint8Array(2 * xml.length);
  const view = viewOf(bytes);
  for (let at = 0; at < xml.length; at++) view.setUint16(2 * at, xml.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

/** Other XML in the encoding of the part that it takes the place of; undefined where that has bytes which mean nothing in it. */
export function reencoded(archive: Archive, name: string, xml: string): Uint8Array | undefined {
  const entry = archive.entries.find((each) => each.name === name);
  if (!entry) return undefined;
  const bytes = bytesOf(archive, entry, largestPart);
  const old = decoded(bytes);
  const again = encoded(old.xml, old.encoding);
  const isSame = again?.length === bytes.length && again.every((byte, at) => byte === bytes[at]);
  return isSame ? encoded(xml, old.encoding) : undefined;
}
