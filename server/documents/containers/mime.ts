import { mark, said, say } from '../../text/say';
import type { PlacedLines } from '../lines/lines';
import { UnreadableDocument } from './unreadable';

// What of MIME (RFC 2045, 2046, 2557) web archives and saved letters use.

const remedy = mark`请用浏览器打开，另存为 .html，或者复制其中的文字`;
/** So many bytes show whether it is one. */
const head = 4000;
const deepest = 10;

/** Whether bytes begin as a message does that may have a page in it. */
export function isMime(bytes: Uint8Array): boolean {
  const { fields } = partOf(binary(bytes.subarray(0, head)).replace(/^\s+/u, ''));
  return fields.has('mime-version') && /^(?:multipart\/|text\/html)/iu.test(fields.get('content-type') ?? '');
}

/** Reads a web archive (.mht, .mhtml) or a saved letter: the source of the page in it. Throws `UnreadableDocument`. */
export function readMime(bytes: Uint8Array): PlacedLines {
  const text = pageIn(partOf(binary(bytes).replace(/^\s+/u, '')), 0);
  if (text === undefined) throw new UnreadableDocument(say`里面没有网页`, said(remedy));
  return { text, slots: [] };
}

/** Fields by their names in lower case, and what stands below them. */
interface Part {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/u.exec(text);
  const fields = new Map<string, string>();
  const lines = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/gu, ' ');
  for (const line of lines.split(/\r?\n/u)) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return { fields, body: end ? text.slice(end.index + end[0].length) : '' };
}

/** The source of the page that a part is, or has within it: the one that it names as its start, or the first. */
function pageIn({ fields, body }: Part, depth: number): string | undefined {
  const type = fields.get('content-type') ?? 'text/plain';
  if (/^text\/html/iu.test(type)) return decoded(body, fields);
  const boundary = parameter(type, 'boundary');
  if (!/^multipart\//iu.test(type) || boundary === undefined || depth >= deepest) return undefined;
  const parts = `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((each) => !each.startsWith('--'))
    .map((each) => partOf(each.slice(each.indexOf('\n') + 1)));
  const start = parameter(type, 'start');
  const named = parts.find((each) => start !== undefined && each.fields.get('content-id') === start);
  for (const part of named ? [named, ...parts] : parts) {
    const page = pageIn(part, depth + 1);
    if (page !== undefined) return page;
  }
  return undefined;
}

function parameter(field: string, name: string): string | undefined {
  for (const each of field.split(';')) {
    const at = each.indexOf('=');
    if (at > 0 && each.slice(0, at).trim().toLowerCase() === name)
      return each
        .slice(at + 1)
        .trim()
        .replace(/^"|"$/gu, '');
  }
  return undefined;
}

function decoded(body: string, fields: ReadonlyMap<string, string>): string {
  const bytes = plain(body, fields.get('content-transfer-encoding')?.toLowerCase() ?? '');
  const told = /<meta[^<>]{0,200}?charset=["']?([\w-]{1,40})/iu.exec(binary(bytes.subarray(0, head)));
  const label = parameter(fields.get('content-type') ?? '', 'charset') ?? told?.[1] ?? 'utf-8';
  return decodedAs(label, bytes).replace(/\r\n?/gu, '\n');
}

/** Who names an encoding that there is none of has most likely written in the usual one. */
function decodedAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function plain(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return ofBase64(body);
  if (encoding !== 'quoted-printable') return bytesOf(body);
  const joined = body.replace(/=[ \t]{0,80}\r?\n/gu, '');
  return bytesOf(
    joined.replace(/=([0-9a-f]{2})/giu, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    ),
  );
}

function ofBase64(body: string): Uint8Array {
  try {
    return bytesOf(atob(body.replace(/[^A-Za-z0-9+/]/gu, '')));
  } catch {
    throw new UnreadableDocument(say`已损坏`, said(remedy));
  }
}

const step = 8192;

/** Bytes as characters of the same numbers. */
function binary(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += step)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + step)));
  return pieces.join('');
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));
