import { type Attributes, isUnshown } from './unshown';

/** Elements whose words are deleted, however browsers draw them, or are the remark on a cell of a workbook. */
const deleting = new Set(['del', 's', 'strike', 'comment']);
/** Elements of words, by which editors strike them out with a style, and which may not be shown. */
const wordElements = 'span font a b i u em strong small label ins mark sup sub p li h1 h2 h3 h4 h5 h6'.split(
  ' ',
);
/**
 * Elements that may not be shown within a cell or a paragraph. What holds a part of the page is mostly unfolded by a program, and is
 * read.
 */
const boxElements = ['div', 'section', 'ul', 'ol'];
/** Elements whose attributes tell whether their words are shown. */
export const styledElements: readonly string[] = [...wordElements, ...boxElements];

/** What is no word of the page: what a program may put there, and how characters are read. */
const silent = ['template', 'rt', 'rp'];

const lineThrough = /\bline-through\b/iu;

/** How each of these elements ends. */
const ends: ReadonlyMap<string, RegExp> = new Map(
  [...deleting, ...silent, ...styledElements].map((name) => [name, new RegExp(`</${name}[\\s/>]`, 'giu')]),
);

/** A cell or a paragraph by what it stands in: nothing within goes on behind it. */
export interface Place {
  readonly level: object;
  readonly cell: boolean;
  readonly paragraph: boolean;
}

interface Stretch extends Place {
  readonly name: string;
  /** How many elements of its name are open since. */
  open: number;
}

/**
 * Which words of a page are struck out, in `<del>`, `<s>`, `<strike>` or by a style, or are not shown. What is never closed strikes
 * nothing out.
 */
export class Struck {
  private stretches: Stretch[] = [];
  private readonly next = new Map<string, number>();

  constructor(private readonly source: string) {}

  /** Whether what stands here is struck out. */
  get isOpen(): boolean {
    return this.stretches.length > 0;
  }

  /** Takes an opening tag that ends at `end`. */
  open(name: string, end: number, attributes: Attributes, place: Place): void {
    const same = this.stretches.findLast((each) => each.name === name);
    if (same) same.open++;
    else if (isStruck(name, attributes, place) && this.isClosed(name, end))
      this.stretches.push({ name, open: 1, ...place });
  }

  /** Takes a closing tag. */
  close(name: string): void {
    const last = this.stretches.findLast((each) => each.name === name);
    if (last && --last.open === 0) this.stretches = this.stretches.filter((each) => each !== last);
  }

  /** Takes the end of a cell or a paragraph, or of all that is in a table. */
  leave(level: object, what: 'paragraph' | 'cell' | 'table'): void {
    if (!this.isOpen) return;
    this.stretches = this.stretches.filter(
      (each) =>
        each.level !== level ||
        (what === 'paragraph' && !each.paragraph) ||
        (what === 'cell' && !each.paragraph && !each.cell),
    );
  }

  /** Whether an element is closed anywhere behind a place; looks at every character once. */
  private isClosed(name: string, from: number): boolean {
    const end = ends.get(name);
    let known = this.next.get(name) ?? -1;
    if (end && known < from) {
      end.lastIndex = from;
      known = end.exec(this.source)?.index ?? Number.POSITIVE_INFINITY;
      this.next.set(name, known);
    }
    return known < Number.POSITIVE_INFINITY;
  }
}

function isStruck(name: string, attributes: Attributes, { cell, paragraph }: Place): boolean {
  if (deleting.has(name) || silent.includes(name)) return true;
  if (!attributes || !ends.has(name)) return false;
  if (lineThrough.test(attributes.get('style') ?? '')) return true;
  return isUnshown(attributes) && (cell || paragraph || !boxElements.includes(name));
}
