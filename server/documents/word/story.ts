import { say } from '../../text/say';
import type { Span } from '../../text/span';
import { UnreadableDocument } from '../containers/unreadable';
import { charactersIn, localName, readXml } from '../containers/xml';
import type { Source } from '../lines/blocks';
import { Alternatives } from './alternatives';
import { isOnPaper, putBox, putNote, putUnread, type Story, showIn } from './beside';
import { type Attribute, drawn, isOn, tracked, unseen } from './elements';
import {
  endBefore,
  endRow,
  type Frame,
  joined,
  newCell,
  newFrame,
  newParagraph,
  newRow,
  numbered,
  placesOf,
  putCell,
  setParagraph,
  setTable,
} from './frames';
import { attributeIn, Inline } from './inline';
import { isColour } from './looks';
import { isShared } from './paragraph-content';
import type { Part } from './part';
import { isFigure } from './unread';

/** What is deeper or has more elements than any report was made to fill the memory. */
const deepest = 100;
const most = 2_000_000;

/** Reads the paragraphs and tables of each of the elements called as `roots` say, by their ids; notes behind what refers to them. */
export function storiesIn(part: Part, roots: ReadonlySet<string>): ReadonlyMap<string, Story> {
  const reader = new Reader(part, roots);
  readXml(part.xml, reader);
  return reader.stories;
}

/** One way through a part. */
class Reader {
  readonly stories = new Map<string, Story>();
  private readonly path: string[] = [];
  private readonly frames: [Frame, ...Frame[]] = [newFrame()];
  private readonly alternatives = new Alternatives();
  private unseenDepth = 0;
  private readonly inline: Inline;
  private isTracked = false;
  private root = '';
  private count = 0;
  /** So many characters were read. */
  private read = 0;
  /** Where the properties that are open begin. */
  private readonly starts: number[] = [];

  constructor(
    private readonly part: Part,
    private readonly roots: ReadonlySet<string>,
  ) {
    this.inline = new Inline(part.looks, {
      add: (text) => this.add(text),
      show: (what) => this.inline.isRead(this.frame.paragraph?.style) && showIn(this.frames, what),
    });
  }

  open(name: string, attributes: ReadonlyMap<string, string>, span: Span): void {
    const own = this.local(name);
    if (this.unseenDepth > 0 || this.isUnseen(name, own, attributes)) {
      if (own !== undefined && tracked.has(own)) this.isTracked = true;
      this.frame.paragraph?.content.open(own);
      this.unseenDepth++;
      return;
    }
    if (!this.isProperty) this.frame.paragraph?.content.open(own);
    if (own === undefined) this.inline.beginForeign(localName(name), span);
    if (own === undefined) return;
    this.path.push(own);
    if (tracked.has(own)) this.isTracked = true;
    const attribute = attributeIn(attributes, this.part.prefix);
    if (this.roots.has(own)) this.root = attribute('id') ?? '';
    this.begin(own, attribute, span);
  }

  close(name: string, span: Span): void {
    if (this.unseenDepth > 0) {
      this.unseenDepth--;
      return;
    }
    this.alternatives.end(name);
    const own = this.local(name);
    if (own === undefined) this.inline.endForeign(localName(name));
    if (own === undefined) return;
    this.path.pop();
    this.inline.end(own);
    if (own === 'pPr') this.frame.paragraph?.content.endProperties(this.written(span));
    else if (own === 'rPr') this.endLook(span);
    else if (own === 'p') this.endParagraph(span);
    else if (own === 'tc') this.endCell();
    else if (own === 'tr') endRow(this.frame);
    else if (own === 'tbl') this.endTable();
    else if (own === 'txbxContent') putBox(this.frames, this.inner()?.blocks ?? []);
    else if (this.roots.has(own)) this.endRoot();
  }

  text(span: Span): void {
    if (this.unseenDepth > 0) return;
    if (this.path.at(-1) === 'instrText')
      this.inline.fields.addCode(this.part.xml.slice(span.start, span.end));
    const { textTag: tag, fields } = this.inline;
    if (!tag) return;
    const { filledBy } = fields;
    for (const { text, span: place } of charactersIn(this.part.xml, span))
      this.add(text.replace(/[\t\r\n]/gu, ' '), { part: this.part.name, span: place, tag, filledBy });
  }

  private local(name: string): string | undefined {
    const { prefix } = this.part;
    return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  }

  private isUnseen(name: string, own: string | undefined, attributes: ReadonlyMap<string, string>): boolean {
    if (this.alternatives.begin(name, attributes, this.read)) return true;
    if (own === undefined) return this.inline.isStructure(localName(name));
    const parent = this.path.at(-1);
    // Within properties the word says what happened to the row or to the end of the paragraph.
    return unseen.has(own) && parent !== 'trPr' && parent !== 'rPr';
  }

  private begin(own: string, attribute: Attribute, span: Span): void {
    const parent = this.path.at(-2);
    const what = drawn[own];
    this.tally();
    if (what !== undefined && parent === 'r') this.add(what);
    else if (own === 'p') this.frame.paragraph = newParagraph(span);
    else if (own === 'pPr' || own === 'rPr') this.starts.push(span.start);
    else if (own === 'footnoteReference' || own === 'endnoteReference') {
      putNote(this.frames, this.part.notes(own, attribute('id') ?? ''));
      if (isOn(attribute('customMarkFollows') ?? '0')) this.inline.beginMark();
    } else if (own === 'tr') this.frame.row = newRow();
    else if (own === 'tbl' || own === 'txbxContent') {
      if (own === 'tbl') endBefore(this.frame, this.part.numbering);
      this.enter();
    } else if (own === 'tc') {
      this.frame.cell = newCell();
      this.enter();
    } else if (own === 'altChunk' || own === 'subDoc')
      throw new UnreadableDocument(say`的正文有一部分是另一个文件，读不到`);
    else if (!this.inline.begin(own, parent, attribute, span)) this.set(own, parent, attribute);
  }

  private set(own: string, parent: string | undefined, attribute: Attribute): void {
    const isShading = own === 'shd' && isColour(attribute('fill'));
    const property = { own: isShading ? 'ground' : own, parent, value: attribute('val') };
    const { paragraph, row } = this.frame;
    this.inline.set(own, this.path.slice(-3), attribute);
    if (paragraph) setParagraph(paragraph, property);
    else setTable(row, this.frames.at(-2)?.cell, property);
  }

  private get frame(): Frame {
    return this.frames.at(-1) ?? this.frames[0];
  }

  private enter(): void {
    if (this.frames.length > deepest) throw new UnreadableDocument(say`里面的表格套得太深`);
    this.frames.push(newFrame());
  }

  /** What ends with its element; a broken file ends more than it begins. */
  private inner(): Frame | undefined {
    const inner = this.frames.length > 1 ? this.frames.pop() : undefined;
    if (inner) endBefore(inner, this.part.numbering);
    return inner;
  }

  private get isProperty(): boolean {
    return this.path.includes('rPr') || this.path.includes('pPr');
  }

  private tally(): void {
    if (++this.count > most) throw new UnreadableDocument(say`里面的内容太多`);
  }

  private add(text: string, source?: Source): void {
    this.tally();
    const { paragraph } = this.frame;
    if (!paragraph || !this.inline.isRead(paragraph.style)) return;
    const unread = this.inline.unreadAs(text, paragraph.style, isOnPaper(this.frames));
    if (unread) {
      if (isFigure(text)) putUnread(this.frames, unread, this.part.unread);
      return;
    }
    paragraph.pieces.push({ text, source, isRaised: this.inline.isRaised(paragraph.style) });
    paragraph.content.add(text.length);
    this.read += text.length;
  }

  /** What is written of the properties that end here. */
  private written({ end }: Span): string {
    return this.part.xml.slice(this.starts.pop() ?? end, end);
  }

  private endLook(span: Span): void {
    const { paragraph } = this.frame;
    const own = this.written(span);
    const parent = this.path.at(-1);
    if (parent === 'r') paragraph?.content.beginLook(own);
    // The look of the paragraph's end is what is typed into an empty one.
    else if (paragraph && parent === 'pPr' && isShared(own)) paragraph.look = own;
  }

  private endParagraph(span: Span): void {
    const { frame } = this;
    const own = frame.paragraph;
    if (!own) return;
    const whole = frame.before ? joined(frame.before, own) : own;
    frame.paragraph = undefined;
    frame.before = own.goesOn ? whole : undefined;
    if (own.goesOn) return;
    // What is joined is numbered once, as its end says.
    const pieces = numbered(this.part.numbering, own, whole.pieces);
    const isWhole = whole === own && this.path.at(-1) === 'body';
    const places = placesOf(own, this.part, span, isWhole);
    if (!this.inline.wouldBeRead(own.style)) places.gap = undefined;
    frame.blocks.push({ kind: 'paragraph', pieces, ...places });
    for (const block of whole.behind) frame.blocks.push(block);
  }

  private endCell(): void {
    const inner = this.inner();
    if (inner) putCell(this.frame, inner.blocks);
    this.frame.cell = undefined;
  }

  private endTable(): void {
    const inner = this.inner();
    if (inner) this.frame.blocks.push({ kind: 'table', rows: inner.rows });
    for (const block of inner?.behind ?? []) this.frame.blocks.push(block);
  }

  private endRoot(): void {
    const [root] = this.frames;
    endBefore(root, this.part.numbering);
    this.stories.set(this.root, { blocks: root.blocks, isTracked: this.isTracked });
    this.frames.splice(0, this.frames.length, newFrame());
  }
}
