import { beginsAsFigure, endsAsFigure } from '../../text/numerals';

const elements = new Set(['sup', 'sub']);
const silence = /[\s\0\u00ad\u200b-\u200f\u2060\ufeff]+/gu;
/** So much of words tells how they begin and end. */
const enough = 50;

interface Stretch {
  /** Which parts of the masked copy stand for its tags; the second is undefined until it is closed. */
  readonly tag: number;
  end: number | undefined;
  isMark: boolean;
  text: string;
}

/**
 * Raised figures of a page that stand at a figure: the mark of a note is no digit of it, so that brackets take the place of the first
 * characters of its tags. Others are read as they are written.
 */
export class Raised {
  /** What stands before. */
  private before = '';
  private last: Stretch | undefined;

  /** `parts` are the pieces of the masked copy, of which the last is that of the tag that is told of. */
  constructor(private readonly parts: string[]) {}

  open(name: string): void {
    if (!elements.has(name) || this.isOpen) return;
    this.last = { tag: this.parts.length - 1, end: undefined, isMark: false, text: '' };
  }

  close(name: string): void {
    const { last } = this;
    if (!last || !this.isOpen || !elements.has(name)) return;
    last.end = this.parts.length - 1;
    if (last.isMark) this.put(last.end, ']');
  }

  /** Takes words as they are shown. */
  text(written: string): void {
    const [begin, end] = [written.slice(0, enough), written.slice(-enough)].map((each) =>
      each.replace(silence, ''),
    );
    if (!begin || !end) return;
    const { last } = this;
    if (last && this.isOpen) {
      if (last.text === '' && endsAsFigure.test(this.before) && beginsAsFigure.test(begin)) this.mark(last);
      last.text = end;
    } else if (last) {
      if (!last.isMark && endsAsFigure.test(last.text) && beginsAsFigure.test(begin)) this.mark(last);
      this.last = undefined;
    }
    this.before = end;
  }

  /** Takes the end of a line or a cell: what comes stands at nothing before. */
  leave(): void {
    this.last = undefined;
    this.before = '';
  }

  private get isOpen(): boolean {
    return this.last !== undefined && this.last.end === undefined;
  }

  private mark(stretch: Stretch): void {
    stretch.isMark = true;
    this.put(stretch.tag, '[');
    if (stretch.end !== undefined) this.put(stretch.end, ']');
  }

  private put(part: number, bracket: string): void {
    this.parts[part] = bracket + (this.parts[part] ?? '').slice(1);
  }
}
