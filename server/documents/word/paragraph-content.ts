import type { Span } from '../../text/span';
import type { Whole } from '../lines/blocks';

/** What is of one paragraph alone: where a section ends, how it was before, its number, its frame, the page that it begins. */
const ownProperty =
  /[<:](?:sectPr|pPrChange|numPr|framePr|pageBreakBefore|ins|del|moveFrom|moveTo|rPrChange)[\s/>]/u;
/** What characters were before, and whether they were put in or taken out. */
const ownLook = /[<:](?:ins|del|moveFrom|moveTo|rPrChange|vanish|specVanish)[\s/>]/u;
/** Elements of a paragraph that are nothing but characters, and marks that are drawn anew. */
const plain = new Set(['pPr', 'r', 'rPr', 't', 'tab', 'noBreakHyphen', 'proofErr', 'lastRenderedPageBreak']);

const isStruck = /[<:]d?strike(?:\s[^<>]{0,60}["'](?:1|true|on)["'])?\s{0,9}\/>/u;

/** Whether other characters may look as the properties say. */
export const isShared = (look: string): boolean => !ownLook.test(look) && !isStruck.test(look);

/** What there is in a paragraph besides what it says, as it is read. */
export class Content {
  private isPlain = true;
  private properties: string | undefined = '';
  private look = '';
  /** How many characters look so. */
  private readonly looks = new Map<string, number>();

  /** An element that is no property begins; undefined where it is no word processor's. */
  open(own: string | undefined): void {
    if (own === undefined || !plain.has(own)) this.isPlain = false;
    if (own === 'r') this.look = '';
  }

  /** The properties of the paragraph, as they are written. */
  endProperties(written: string): void {
    this.properties = ownProperty.test(written) ? undefined : written;
    if (/[<:]sectPr[\s/>]/u.test(written)) this.isPlain = false;
  }

  /** The properties of the characters that come next, as they are written. */
  beginLook(written: string): void {
    this.look = isShared(written) ? written : '';
    if (!isShared(written)) this.isPlain = false;
  }

  /** So many characters come. */
  add(count: number): void {
    this.looks.set(this.look, (this.looks.get(this.look) ?? 0) + count);
  }

  /** The paragraph, once it ends. */
  whole(part: string, span: Span, prefix: string): Whole {
    const [look] = [...this.looks].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0]);
    return { part, span, prefix, properties: this.properties, look, isPlain: this.isPlain };
  }
}
