import { Tokenizer } from 'htmlparser2';
import { Frame } from './frame';
import { Mask } from './mask-element';
import { type PageStyles, pageStyles } from './page-styles';
import type { View } from './source-cells';
import { styledElements } from './struck';
import { mayStyle } from './unshown';

const markup = /<(?:table|tbody|tr|td|html|body|div|p)[\s>]/iu;
/** Elements that browsers leave open though their tag ends like that of an empty one. */
const neverEmpty = new Set(['td', 'th', 'tr', 'table', 'tbody', 'thead', 'tfoot']);

/** Elements whose attributes tell where cells stand. */
const tabular = ['td', 'th', 'tr'];
const ignore = (): void => {};
const ignored = { ontextentity: ignore, onattribentity: ignore, onattribend: ignore, onend: ignore };

/** Says whether a text is the source of a web page, or has a table or paragraphs written as one. */
export const isHtml = (text: string): boolean => text.includes('<') && markup.test(text);

/**
 * Masks the markup of a web page: what is left reads like a table with a line a row and a tab a cell, and is as long as the
 * source. Line ends of the source inside a row or paragraph say nothing and become blanks. Where each cell stands in its table, with
 * all that spans columns and rows, is told apart. Linear in the length, whatever is nested in what: only the tags themselves are
 * looked at, no tree is kept.
 */
export function maskHtml(text: string): View {
  const mask = new Mask(text);
  const tokenizer = new Tokenizer(
    { decodeEntities: false, recognizeSelfClosing: true },
    maskingIn(text, mask),
  );
  tokenizer.write(text);
  tokenizer.end();
  return mask.finish();
}

/** The elements whose attributes tell something, and what style sheets add to these. */
const tellingIn = (text: string): { readonly telling: ReadonlySet<string>; readonly style: PageStyles } =>
  mayStyle(text)
    ? { telling: new Set([...tabular, ...styledElements]), style: pageStyles(text) }
    : { telling: new Set(tabular), style: (_, attributes) => attributes };

/** What the parts of a page's source do to its mask, in their order. */
function maskingIn(text: string, mask: Mask): ConstructorParameters<typeof Tokenizer>[1] {
  const { telling, style } = tellingIn(text);
  let [name, attribute] = ['', ''];
  let [attributes, isText]: [Map<string, string> | undefined, boolean] = [undefined, false];
  const { opened, close } = framesIn(text, mask);
  const open = (end: number): void =>
    isText ? mask.text(end) : opened(name, end, attributes && style(name, attributes));
  const skip = (_: number, end: number): void => mask.fill(end + 1);
  return {
    onopentagname: (start, end) => {
      name = nameAt(text, start, end);
      isText = isWord(text, start, end);
      attributes = telling.has(name) ? new Map() : undefined;
    },
    onattribname: (start, end) => {
      attribute = nameAt(text, start, end);
      // Its value says nothing, and need not be there.
      if (attribute === 'hidden') attributes?.set(attribute, '');
    },
    onattribdata: (start, end) => {
      // Of two attributes of one name the first counts.
      if (attribute && !attributes?.has(attribute)) attributes?.set(attribute, text.slice(start, end));
    },
    onopentagend: (end) => open(end + 1),
    onselfclosingtag: (end) => {
      open(end + 1);
      if (!isText && !neverEmpty.has(name)) close(name, end + 1);
    },
    onclosetag: (start, end) =>
      isWord(text, start, end)
        ? mask.text(tagEnd(text, end))
        : close(nameAt(text, start, end), tagEnd(text, end)),
    ontext: (_, end) => mask.text(end),
    oncomment: skip,
    ondeclaration: skip,
    onprocessinginstruction: skip,
    oncdata: skip,
    ...ignored,
  };
}

/** What tags do to the mask of a page: those of tables that only frame what a cell says are masked, and nothing else. */
function framesIn(
  text: string,
  mask: Mask,
): { readonly opened: Mask['open']; readonly close: Mask['close'] } {
  const frame = new Frame(text);
  return {
    opened: (name, end, attributes) =>
      frame.open(name, end, mask.isInCell) ? mask.fill(end) : mask.open(name, end, attributes),
    close: (name, end) => (frame.close(name) ? mask.fill(end) : mask.close(name, end)),
  };
}

/** The name of a tag or attribute; empty for names longer than any that matters. */
const nameAt = (text: string, start: number, end: number): string =>
  end - start > 10 ? '' : text.slice(start, end).toLowerCase();

/** Whether what stands where a tag has its name is a word of the text: no element has Chinese characters in its name. */
const isWord = (text: string, start: number, end: number): boolean =>
  /[\u0080-\uffff]/u.test(text.slice(start, Math.min(end, start + longestName)));

const longestName = 100;

/** Where a closing tag ends whose name ends at `from`: blanks may follow the name. */
function tagEnd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  return end < 0 ? text.length : end + 1;
}
