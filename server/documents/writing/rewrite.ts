import { applied, type Change } from '../../text/changes';
import { oneLine } from '../../text/plain';
import { said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { reencoded } from '../containers/package';
import { UnreadableDocument } from '../containers/unreadable';
import { withEntries } from '../containers/zip-write';
import type { Slot, Written } from '../lines/lines';
import { readDocx, type WordDocument } from '../word/docx';
import { hasSign } from '../word/unread';
import { advice, type Edit, editsOf, linesOf, Unwritable, unwritable } from './changes';
import { isSame } from './line-edits';
import { withNew, withoutLine } from './paragraphs';
import { filled, replaced, type Splice } from './splices';
import { type Twins, twinsIn } from './twins';

/** A document with another text, as far as that can be written. */
export interface Rewriting {
  readonly bytes: Uint8Array;
  /** What it says then: the wanted text, without the edits that were refused. */
  readonly text: string;
  /** Why the others cannot be written, each with its place. */
  readonly refusals: readonly Unwritable[];
}

/**
 * The document with another text: the characters that differ are replaced where they are written, new paragraphs are put beside those
 * that are there, and nothing else is touched. Throws `Unwritable` where any of it cannot be written: other rows or cells, what is
 * drawn but not written, and where what was written is not read back as `text`.
 */
export function rewritten(document: WordDocument, text: string): Uint8Array {
  const { bytes, refusals } = rewriting(document, text);
  const refusal = togetherOf(refusals);
  if (refusal) throw refusal;
  return bytes;
}

/** Refusals as one, which tells the first and how many others there are; undefined where there is none. */
export function togetherOf([first, ...others]: readonly Unwritable[]): Unwritable | undefined {
  if (!first || others.length === 0) return first;
  return new Unwritable(say`${first.message}（另有 ${others.length} 处也写不回）`);
}

/** The same as far as it can be written; throws `Unwritable` where nothing can, whatever the text. */
export function rewriting(document: WordDocument, text: string): Rewriting {
  const edits = editsOf(document, text);
  const whole = written(document, edits);
  if (isReadAs(whole.bytes, whole.text)) return whole;
  // Numbers that Word draws follow by themselves what comes and goes; a text that has them so is written as a whole.
  if (isReadAs(whole.bytes, text)) return { ...whole, text, refusals: [] };
  // What comes or goes can move what is drawn; characters of their own paragraphs cannot.
  const moving = edits.map((edit) =>
    edit.kind === 'changed'
      ? edit
      : { ...edit, refusal: refusalOf(document, edit, say`写进去以后别处的字会跟着变`) },
  );
  const rest = written(document, moving);
  if (isReadAs(rest.bytes, rest.text)) return rest;
  throw new Unwritable(say`改后的文件读出来不是这些文字，没有改动；请在 Word 中修改`);
}

/** The document with these edits, without asking what is read back. */
export function written(document: WordDocument, edits: readonly Edit[]): Rewriting {
  const splices = new Map<string, Change[]>();
  const refusals: Unwritable[] = [];
  const accepted: Change[] = [];
  const twins = new Map<string, Twins>();
  const gone = new Set(edits.flatMap(({ kind, changes }) => (kind === 'gone' ? changes : [])).map(startOf));
  for (const edit of edits) {
    const own = splicesOf(document, edit, { gone, twins });
    if (own instanceof Unwritable) {
      refusals.push(own);
      continue;
    }
    accepted.push(...edit.changes);
    for (const [part, splice] of own) {
      const others = splices.get(part) ?? [];
      splices.set(part, others);
      others.push(splice);
    }
  }
  return { bytes: spliced(document, splices), text: applied(document.text, accepted), refusals };
}

function spliced(document: WordDocument, splices: ReadonlyMap<string, readonly Change[]>): Uint8Array {
  if (splices.size === 0) return document.archive.bytes;
  if (document.archive.isLarge) throw new Unwritable(say`文件用了不常见的压缩格式（ZIP64）${said(advice)}`);
  const contents = new Map<string, Uint8Array>();
  for (const [name, own] of splices) {
    const bytes = reencoded(document.archive, name, applied(document.parts.get(name) ?? '', unique(own)));
    if (!bytes) throw new Unwritable(say`文件里有不能原样写回的字节${said(advice)}`);
    contents.set(name, bytes);
  }
  return withEntries(document.archive, contents);
}

function isReadAs(bytes: Uint8Array, text: string): boolean {
  try {
    const [now, wanted] = [linesOf(readDocx(bytes).text), linesOf(text)];
    return now.length === wanted.length && now.every((line, at) => isSame(line, wanted[at] ?? ''));
  } catch (error) {
    if (error instanceof UnreadableDocument) return false;
    throw error;
  }
}

const startOf = ({ span }: Change): number => span.start;

/** What is known of all edits, and of the parts that they are written in. */
interface Known {
  /** Where the lines begin that go. */
  readonly gone: ReadonlySet<number>;
  readonly twins: Map<string, Twins>;
}

/** How an edit is written, or why it is not. */
function splicesOf(document: WordDocument, edit: Edit, { gone, twins }: Known): Splice[] | Unwritable {
  if (edit.refusal) return edit.refusal;
  try {
    const splices = edit.changes.flatMap((change) => [...splicesOfChange(document, edit, change, gone)]);
    return splices.flatMap(([part, change]): Splice[] => {
      const own = twins.get(part) ?? twinsIn(document.parts.get(part) ?? '');
      twins.set(part, own);
      const others = own(change);
      if (!others)
        throw refusalOf(document, edit, say`这里的字在文件里另有一份给别的程序看，与它不一样，不能一起改`);
      return [change, ...others].map((each) => [part, each]);
    });
  } catch (error) {
    if (error instanceof Unwritable) return error;
    throw error;
  }
}

function* splicesOfChange(
  document: WordDocument,
  edit: Edit,
  change: Change,
  gone: ReadonlySet<number>,
): Generator<Splice> {
  const unstorable = unstorableIn(change.newText);
  if (unstorable) throw refusalOf(document, edit, say`Word 文档存不下这里的控制字符（${unstorable}）`);
  if (edit.kind === 'changed') return yield* characters(document, change);
  const paragraphs =
    edit.kind === 'put'
      ? withNew(document, change.span.start, change.newText.slice(0, -1).split('\n'))
      : withoutLine(document, change.span, gone);
  if (typeof paragraphs === 'string') throw refusalOf(document, edit, paragraphs);
  yield [paragraphs.part, paragraphs.change];
}

/** The refusal of an edit, at its place; of new lines, behind which they come. */
function refusalOf(document: WordDocument, { kind, changes }: Edit, reason: string): Unwritable {
  const { span, newText } = changes[0] ?? { span: { start: 0, end: 0 }, newText: '' };
  return kind === 'put'
    ? unwritable(
        document,
        Math.max(0, span.start - 1),
        say`${reason}（新增的是「${oneLine(newText.trimEnd()).slice(0, longest)}」）`,
      )
    : unwritable(document, span.start, reason);
}

/** How a change within a paragraph is written; the first of the characters that it replaces gives way to the new ones. */
function* characters(document: WordDocument, { span, newText }: Change): Generator<Splice> {
  const slot = slotOf(document, span);
  if (!slot) throw unwritable(document, span.start, say`这里是合并单元格盖住的地方，或 Word 自动画出的字`);
  const touched = touchedIn(slot.written, span);
  const filledBy = touched.find(({ source }) => source.filledBy !== undefined)?.source.filledBy;
  if (filledBy !== undefined)
    throw unwritable(document, span.start, say`这里的字由${filledBy}填入，改了也会被 Word 换回去`);
  const isUnread = hasSign(document.text.slice(slot.span.start, slot.span.end));
  const drawn = isUnread
    ? say`这里有读不出的公式、域、图片、文本框或符号`
    : say`这里有自动编号等 Word 自动画出的字`;
  const length = touched.reduce((sum, { span: own }) => sum + overlap(own, span), 0);
  if (length !== span.end - span.start) throw unwritable(document, span.start, drawn);
  const [first, ...others] = touched;
  if (!first) {
    if (slot.written.length > 0 || !slot.gap || isUnread) throw unwritable(document, span.start, drawn);
    yield* filled(document, slot.gap, newText);
    return;
  }
  yield* replaced(document, first, span, newText);
  for (const other of others) yield* replaced(document, other, span, '');
}

/** So much of new lines is said of them. */
const longest = 12;

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** The written characters that a change replaces, or those that new ones go beside: rather such as nothing fills in anew. */
function touchedIn(written: readonly Written[], { start, end }: Span): readonly Written[] {
  const beside = touching(written, { start, end });
  if (start < end) return beside.filter(({ span }) => span.start < end && start < span.end);
  const own = beside.find(({ source }) => source.filledBy === undefined) ?? beside[0];
  return own ? [own] : [];
}

function slotOf({ slots }: WordDocument, { start, end }: Span): Slot | undefined {
  const around = touching(slots, { start, end }).filter(({ span }) => span.start <= start && end <= span.end);
  return around.find(({ written }) => written.length > 0) ?? around[0];
}

/** Those of things in order that a span overlaps or touches. */
function touching<T extends { readonly span: Span }>(things: readonly T[], { start, end }: Span): T[] {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((things[middle] as T).span.end < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let thing = things[low]; thing && thing.span.start <= end; thing = things[++low]) found.push(thing);
  return found;
}

/** The first character that XML cannot hold, by its number; undefined where there is none. */
function unstorableIn(text: string): string | undefined {
  const [found] = unstorable.exec(text) ?? [];
  return found && `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for.
const unstorable = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Cs}/u;

/** The tag around several changes is told once that blanks count. */
const unique = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map((each) => [`${each.span.start} ${each.span.end} ${each.newText}`, each])).values(),
];
