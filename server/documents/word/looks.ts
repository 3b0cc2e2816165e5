import { localName, plainOf, readXml } from '../containers/xml';
import { type Attribute, isOn } from './elements';

/** What is said of characters by a style, or by their own properties; undefined where nothing is. */
interface Look {
  isHidden: boolean | undefined;
  /** Whether they stand above the line, or below it, as the marks of notes do. */
  isRaised: boolean | undefined;
  isStruck: boolean | undefined;
  /** Whether they are white. */
  isWhite: boolean | undefined;
  /** Whether they are too small to be seen. */
  isTiny: boolean | undefined;
  /** Whether there is a colour behind them. */
  isShaded: boolean | undefined;
}

interface Style extends Look {
  parent: string | undefined;
}

/** How the styles of a document, by their ids, show characters; an id that is undefined is that of a paragraph or run without a style. */
export interface Looks {
  readonly styles: ReadonlyMap<string, Style>;
  /** The style of what has none, by what it is. */
  readonly usual: ReadonlyMap<string, string>;
  /** Whether any style, be it of tables, puts a colour behind characters. */
  readonly areShaded: boolean;
}

/** Styles are based on each other no deeper than that, and in no circle. */
const deepest = 20;
/** Characters moved by fewer half points are only put straight. */
const leastRise = 6;
/** What has fewer half points nobody reads. */
const leastSize = 5;

/** The looks that the part `styles` defines. */
export function looksFrom(styles: string | undefined): Looks {
  const found = new Map<string, Style>();
  const usual = new Map<string, string>();
  const path: string[] = [];
  let style: Style | undefined;
  let areShaded = false;
  readXml(styles ?? '', {
    open(name, attributes) {
      const own = localName(name);
      const parent = path.at(-1);
      path.push(own);
      const attribute = (key: string): string | undefined =>
        [...attributes].find(([each]) => localName(each) === key)?.[1];
      if (own === 'shd' && isColour(attribute('fill'))) areShaded = true;
      if (own === 'style') {
        style = { parent: undefined, ...unsaid };
        const id = plainOf(attribute('styleId') ?? '');
        found.set(id, style);
        if (attribute('default') && isOn(attribute('default'))) usual.set(attribute('type') ?? '', id);
      } else if (own === 'basedOn' && style) style.parent = plainOf(attribute('val') ?? '');
      // What stands deeper is said of parts of a table.
      else if (style && parent === 'rPr' && path.at(-3) === 'style') setLook(style, own, attribute);
    },
    close: () => path.pop(),
    text() {},
  });
  return { styles: found, usual, areShaded };
}

const unsaid: Look = {
  isHidden: undefined,
  isRaised: undefined,
  isStruck: undefined,
  isWhite: undefined,
  isTiny: undefined,
  isShaded: undefined,
};

/** Whether what is put behind characters has a colour. */
export const isColour = (fill: string | undefined): boolean => !/^(?:auto|FFFFFF)?$/iu.test(fill ?? '');

function setLook(look: Look, own: string, attribute: Attribute): void {
  const value = attribute('val');
  if (own === 'vanish') look.isHidden = isOn(value);
  else if (own === 'vertAlign') look.isRaised = value !== 'baseline';
  else if (own === 'position') look.isRaised = Math.abs(Number.parseInt(value ?? '0', 10) || 0) >= leastRise;
  else if (own === 'strike' || own === 'dstrike') look.isStruck = isOn(value) || (look.isStruck ?? false);
  else if (own === 'color') look.isWhite = /^FFFFFF$/iu.test(value ?? '');
  else if (own === 'sz') look.isTiny = Number.parseInt(value ?? '', 10) < leastSize;
  else if (own === 'highlight') look.isShaded = value !== 'none';
  else if (own === 'shd') look.isShaded = isColour(attribute('fill'));
}

/** How the characters of the run that is open look. */
export class RunLook {
  private own: Look = { ...unsaid };
  private style: string | undefined;
  private isMark = false;

  constructor(private readonly looks: Looks) {}

  begin(): void {
    this.own = { ...unsaid };
    this.style = undefined;
    this.isMark = false;
  }

  set(own: string, attribute: Attribute): void {
    if (own === 'rStyle') this.style = attribute('val');
    else setLook(this.own, own, attribute);
  }

  /** The characters that come are the mark of a note. */
  beginMark(): void {
    this.isMark = true;
  }

  /** Whether they are not shown, in a paragraph of a style. What both styles say turns itself off again (ECMA-376 part 1, 17.7.3). */
  isHidden(paragraph: string | undefined): boolean {
    const both = this.said(paragraph, 'isHidden').filter((each) => each === true);
    return this.own.isHidden ?? both.length === 1;
  }

  isRaised(paragraph: string | undefined): boolean {
    return this.isMark || this.is('isRaised', paragraph);
  }

  isStruck(paragraph: string | undefined): boolean {
    return this.is('isStruck', paragraph);
  }

  /** Whether they cannot be seen where no colour is behind their paragraph or cell. */
  isFaint(paragraph: string | undefined): boolean {
    const isShaded = this.looks.areShaded || this.is('isShaded', paragraph);
    return this.is('isTiny', paragraph) || (!isShaded && this.is('isWhite', paragraph));
  }

  private is(what: keyof Look, paragraph: string | undefined): boolean {
    const [ofParagraph, ofRun] = this.said(paragraph, what);
    return this.own[what] ?? ofRun ?? ofParagraph ?? false;
  }

  /** What the style of the paragraph says, and what that of the run does. */
  private said(paragraph: string | undefined, what: keyof Look): (boolean | undefined)[] {
    const { styles, usual } = this.looks;
    return [paragraph ?? usual.get('paragraph'), this.style ?? usual.get('character')].map((style) => {
      let id = style;
      for (let depth = 0; depth < deepest && id !== undefined; depth++) {
        const own = styles.get(id);
        if (own?.[what] !== undefined) return own[what];
        id = own?.parent;
      }
      return undefined;
    });
  }
}
