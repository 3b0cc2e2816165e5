import { promises as fs } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { analyze } from '../../analysis';
import { type Document, notWritten } from '../../documents/kinds';
import { signedNote } from '../../documents/word/docx';
import { Unwritable } from '../../documents/writing/changes';
import { rewritten } from '../../documents/writing/rewrite';
import type { Confidence } from '../../report/finding';
import { oneLine } from '../../text/plain';
import { said, say } from '../../text/say';
import type { Decoded } from '../../workspace/decode';
import { Failure } from '../../workspace/failure';
import { isDocument, isWord } from '../../workspace/read';
import { readPlain } from '../../workspace/read-plain';
import { createSweeper, targetWithin, writeWhole } from '../../workspace/write';
import type { Call } from '../arguments/args';
import { readingFor, type Source, statusOf, timeLimitOf } from '../files/sources';
import { eachReport } from '../processes/each';
import { complain, type ExitCode, exit, type Io, writeAsIs } from '../streams/io';
import { changedPlaces } from './changed-places';
import { createEncoder, type Encoded, type Encoder } from './encode';
import { doubtOf } from './encoding-doubt';
import { type Mended, mend } from './mend';
import { writableIn } from './writable-repairs';

/** Shows the repairs that need no look as a patch, or makes them with `--write`; with `--figures` also those of figures. */
export async function fix(call: Call, io: Io): Promise<ExitCode> {
  const { operands, switches } = call;
  const confidences = new Set<Confidence>(switches.has('figures') ? ['safe', 'unique'] : ['safe']);
  const write = switches.has('write');
  if (write && operands.includes('-')) throw new Failure(say`标准输入不能用 --write 改写`);
  const voidsSignature = switches.has('void-signature');
  const writer = { encode: createEncoder(), sweep: createSweeper(), voidsSignature };
  const limit = timeLimitOf(call);
  const here = readingFor<Source>(call, io, (source) => [{ made: source }]);
  let isAllWritten = true;
  const use = async (source: Source): Promise<void> => {
    const { content, reports } = source;
    // Of a document with one report what can be written is, whatever else cannot.
    const writable = isWord(content) && reports.length === 1 ? writableIn(content) : undefined;
    const parts = limit(() =>
      reports.map((each) => mend(analyze(each.text, each), confidences, analyze, writable?.written)),
    );
    const mended = {
      text: parts.map(({ text }) => text).join(''),
      titles: parts.flatMap(({ titles }) => titles),
    };
    for (const each of writable?.left(mended.text) ?? []) {
      complain(io, say`${source.file}：${each}`);
      isAllWritten = false;
    }
    if (mended.text === content.text) return;
    const told = write ? written(await rewrite(source, mended.text, writer), mended) : shown(source, mended);
    await writeAsIs(io, told);
  };
  const status = statusOf(await eachReport(call, io, { reading: here, here, use }));
  return status === exit.clean && !isAllWritten ? exit.found : status;
}

/** What would be changed: for a text as a patch, for a document, whose text is no file's, by its places. */
function shown(source: Source, mended: Mended): string {
  const { file, content } = source;
  if (!isDocument(content)) return patchOf(source, mended);
  const how = isWord(content) ? say`--write 改到文件里` : say`${content.kind}，${said(notWritten)}`;
  const places = isWord(content) ? changedPlaces(content, mended.text) : knownPlaces(content, mended.text);
  return listed(say`${file}：可改 ${mended.titles.length} 处，${how}`, [...mended.titles, ...places]);
}

/** The same; none where paragraphs or rows would come or go, in what nobody writes into anyway. */
function knownPlaces(content: Document, text: string): string[] {
  try {
    return changedPlaces(content, text);
  } catch (error) {
    if (error instanceof Unwritable) return [];
    throw error;
  }
}

const written = (place: string, { titles }: Mended): string =>
  listed(say`${place}：改了 ${titles.length} 处`, titles);

const listed = (head: string, lines: readonly string[]): string =>
  [oneLine(head), ...lines.map((line) => `    ${oneLine(line)}`)].map((line) => `${line}\n`).join('');

/** A patch that `git apply` and `patch -p1` take, with names that people can read. */
function patchOf({ file, content }: Source, { text }: Mended): string {
  const name = oneLine(file.split(path.sep).join('/').replace(/^\.\//, ''));
  const headers = path.isAbsolute(file) ? [`--- ${name}`, `+++ ${name}`] : [`--- a/${name}`, `+++ b/${name}`];
  const patch = createTwoFilesPatch('', '', content.text, text, undefined, undefined, {
    context: 3,
    headerOptions: OMIT_HEADERS,
  });
  // A tab ends a name that has blanks in it.
  return headers.map((header) => `${header}${name.includes(' ') ? '\t' : ''}\n`).join('') + patch;
}

interface Writer {
  readonly encode: Encoder;
  readonly sweep: ReturnType<typeof createSweeper>;
  /** Whether documents are changed whose signatures do not hold after that. */
  readonly voidsSignature: boolean;
}

/** Writes the new text as the old was written and answers where; refuses where anything but the repairs would change. */
async function rewrite(source: Source, text: string, writer: Writer): Promise<string> {
  const { file, full, folder, bytes, content } = source;
  const target = await targetWithin(full, folder);
  const { nlink } = await fs.stat(target);
  // What takes the name of one leaves the others behind; written into all at once it could be lost half-way.
  if (isDocument(content) && !isWord(content)) throw new Failure(say`${content.kind}，${said(notWritten)}`);
  if (isWord(content) && content.isSigned && !writer.voidsSignature)
    throw new Failure(say`${said(signedNote)}，没有改动；确实要改的加 --void-signature，改好后重新签名`);
  if (nlink > 1)
    throw new Failure(
      say`它另有 ${nlink - 1} 个硬链接，改写会使它们不再一致，没有改动；请先复制成单独的文件`,
    );
  await writer.sweep(path.dirname(target));
  const written = isWord(content) ? rewritten(content, text) : encoded(source, content, text, writer.encode);
  await writeWhole(target, written, folder, async () => {
    const now = await readPlain(target);
    if (!now.equals(bytes)) throw new Failure(say`文件在检查之后被别的程序改过，没有改动`);
  });
  const isLink = (await fs.lstat(full)).isSymbolicLink();
  return `${file}${isLink ? ` → ${target}` : ''}`;
}

/** The text in the encoding that it was read in. */
function encoded(source: Source, decoded: Decoded, text: string, encode: Encoder): Uint8Array {
  const doubt = doubtOf(source, decoded);
  if (doubt) throw new Failure(say`${doubt}，没有改动；请先另存为 UTF-8，看清全文无误`);
  if (!same(encode(decoded), source.bytes)) throw new Failure(say`原文件里有不能原样写回的字节，没有改动`);
  const own = encode({ ...decoded, text });
  if ('bytes' in own) return own.bytes;
  throw new Failure(
    say`文件的编码（${decoded.encoding}）写不出「${own.unencodable}」，没有改动；可先另存为 UTF-8`,
  );
}

const same = (encoded: Encoded, bytes: Uint8Array): boolean =>
  'bytes' in encoded && Buffer.from(encoded.bytes).equals(bytes);
