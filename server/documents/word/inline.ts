import type { Span } from '../../text/span';
import { plainOf } from '../containers/xml';
import { type Attribute, isOn } from './elements';
import { Fields } from './fields';
import { type Looks, RunLook } from './looks';
import { symbolOf } from './symbols';
import { isFigure, pictures, signOf, structures, type Unread } from './unread';

/** The attributes of an element of a word processor, whose elements have this prefix. */
export const attributeIn =
  (attributes: ReadonlyMap<string, string>, prefix: string): Attribute =>
  (key) => {
    // Attributes have a prefix even where elements need none.
    const value = attributes.get(`${prefix}${key}`) ?? attributes.get(`w:${key}`);
    return value === undefined ? undefined : plainOf(value);
  };

/** What comes of elements within a paragraph. */
interface Shown {
  /** Characters that are drawn and not written. */
  readonly add: (text: string) => void;
  /** Something that is no character. */
  readonly show: (what: Unread) => void;
}

/** What is open around the characters of a paragraph: runs, fields, content controls, formulas. */
export class Inline {
  readonly fields = new Fields();
  /** The tag of the element whose text is shown, where one is open. */
  textTag: Span | undefined;
  private readonly look: RunLook;
  private formulas = 0;

  constructor(
    looks: Looks,
    private readonly shown: Shown,
  ) {
    this.look = new RunLook(looks);
  }

  /** An element of a word processor begins; whether it is one of these. */
  begin(own: string, parent: string | undefined, attribute: Attribute, span: Span): boolean {
    if (own === 'r') this.look.begin();
    else if (own === 't') this.textTag = span;
    else if (own === 'sym' && parent === 'r') this.symbol(attribute);
    else if (own === 'fldChar') this.turnField(attribute('fldCharType'));
    else if (own === 'fldSimple') this.fields.begin(attribute('instr') ?? '');
    else if (own === 'sdt') this.fields.beginControl();
    else if (own === 'dataBinding' || (own === 'showingPlcHdr' && isOn(attribute('val'))))
      this.fields.fillControl(own);
    else return false;
    return true;
  }

  end(own: string): void {
    if (own === 't') this.textTag = undefined;
    else if (own === 'fldSimple') this.fields.turn('end');
    else if (own === 'sdt') this.fields.endControl();
  }

  /** An element begins that is no word processor's. */
  beginForeign(own: string, span: Span): void {
    if (own === 'oMath') this.formulas++;
    else if (pictures.has(own)) this.shown.show('picture');
    else if (this.formulas > 0 && own === 'r') this.look.begin();
    else if (this.formulas > 0 && own === 't') this.textTag = span;
  }

  endForeign(own: string): void {
    if (own === 'oMath') this.formulas--;
    else if (own === 't') this.textTag = undefined;
  }

  /** Whether an element that is no word processor's is more of a formula than characters in a row, which are told as they stand. */
  isStructure(own: string): boolean {
    if (this.formulas === 0 || !structures.has(own)) return false;
    this.shown.add(signOf('formula'));
    return true;
  }

  /** Takes a property of the characters that come, of which `of` are the elements around it. */
  set(own: string, [run, properties]: readonly (string | undefined)[], attribute: Attribute): void {
    if (properties === 'rPr' && (run === 'r' || this.formulas > 0)) this.look.set(own, attribute);
  }

  /** The characters that come are the mark of a note. */
  beginMark(): void {
    this.look.beginMark();
  }

  /** Whether characters that stand here in a paragraph of a style are shown, and said nowhere else. */
  isRead(style: string | undefined): boolean {
    return !this.look.isHidden(style) && !this.fields.isContents && !this.fields.isWithinCode;
  }

  /** Whether characters would be that are put there. */
  wouldBeRead(style: string | undefined): boolean {
    this.look.begin();
    return this.isRead(style);
  }

  /** What characters are, where they do not count: struck out, or in a cell a figure that nobody sees. */
  unreadAs(text: string, style: string | undefined, isInCell: boolean): Unread | undefined {
    if (this.look.isStruck(style)) return 'struck';
    return isInCell && isFigure(text) && this.look.isFaint(style) ? 'faint' : undefined;
  }

  isRaised(style: string | undefined): boolean {
    return this.look.isRaised(style);
  }

  /** What a font of symbols draws, which is written as no character. */
  private symbol(attribute: Attribute): void {
    const character = symbolOf(attribute('font') ?? '', attribute('char') ?? '');
    if (character === undefined) this.shown.show('symbol');
    else this.shown.add(character);
  }

  private turnField(turn: string | undefined): void {
    if (turn === 'end' && this.fields.isDrawing) this.shown.add(signOf('field'));
    this.fields.turn(turn);
  }
}
