import type { Change } from '../../text/changes';
import { say } from '../../text/say';
import type { Span } from '../../text/span';
import { escaped } from '../containers/xml';
import type { Whole } from '../lines/blocks';
import type { Slot } from '../lines/lines';
import type { WordDocument } from '../word/docx';

// Paragraphs that come into the text of a document or go from it.

/** A change of a part of the file, or why there is none, in words. */
type Written = { readonly part: string; readonly change: Change } | string;

/** How new lines are written as paragraphs where a line of the text begins, each looking as its like does near by. */
export function withNew({ slots, text }: WordDocument, offset: number, lines: readonly string[]): Written {
  const next = slots.findIndex(({ span }) => span.start >= offset);
  const at = next < 0 ? slots.length : next;
  const [before, behind] = [slots[at - 1], slots[at]];
  const isInTable = before?.table !== undefined && before.table === behind?.table;
  if (isInTable || lines.some((line) => line.includes('\t'))) return say`不能在这里增加表格的行`;
  if (before && before.span.end >= offset) return say`不能在这里把一段分成几段`;
  const beside = before?.whole ?? behind?.whole;
  if (!beside) return say`不能在这里增加段落`;
  const place = before?.whole ? beside.span.end : beside.span.start;
  const models = { text, before: slots.slice(0, at).reverse(), behind: slots.slice(at) };
  const paragraphs = lines.map((line) => newParagraph(line, models, beside.prefix));
  if (paragraphs.includes(undefined)) return say`该怎样编号看不出来：别的标题由 Word 自动编号`;
  const newText = paragraphs.join('');
  return { part: beside.part, change: { span: { start: place, end: place }, newText } };
}

/** How a paragraph is taken out that is one line of the text; `gone` is where all lines begin that go. */
export function withoutLine(
  { slots }: WordDocument,
  { start, end }: Span,
  gone: ReadonlySet<number>,
): Written {
  const at = slots.findIndex(({ span }) => span.start === start);
  const slot = slots[at];
  if (slot?.table !== undefined) return say`不能删去表格的行`;
  if (!slot?.whole || slot.span.end !== end - 1) return say`不能在这里删去段落`;
  if (isLabelled(slot)) return say`这一段有自动编号，删去以后别的编号会跟着变`;
  if (!slot.whole.isPlain) return say`这一段里有图片、书签、批注等不是文字的东西，不能删去`;
  const stays = (each: Slot): boolean => !gone.has(each.span.start);
  const before = slots.slice(0, at).findLast(stays);
  const behind = slots.slice(at + 1).find(stays);
  if (!before?.whole && !behind?.whole) return say`表格前后要有一段，不能删去`;
  return { part: slot.whole.part, change: { span: slot.whole.span, newText: '' } };
}

/** Whether Word draws a number before a paragraph that is not written. */
export const isLabelled = ({ span, written }: Slot): boolean =>
  (written[0]?.span.start ?? span.end) > span.start;

/** Paragraphs before and behind a place, the nearest first. */
interface Models {
  readonly text: string;
  readonly before: readonly Slot[];
  readonly behind: readonly Slot[];
}

/** By what a line begins or ends with people see what it is: a heading of one of these kinds, or a sentence. */
const kinds = [
  /^[ \u3000]{0,8}[一二三四五六七八九十]{1,3}、/u,
  /^[ \u3000]{0,8}[（(][一二三四五六七八九十]{1,3}[）)][^。]*$/u,
  /[。；：！？]/u,
];
const kindOf = (line: string): number => kinds.findIndex((kind) => kind.test(line));

/** Kinds of which Word may draw the number, and what it then draws. */
const numbers = [
  /^[ \u3000]{0,8}[一二三四五六七八九十]{1,3}、/u,
  /^[ \u3000]{0,8}[（(][一二三四五六七八九十]{1,3}[）)]/u,
];

/**
 * A new line as it is written: like the nearest paragraph of its kind, or else of any. Where that has a number which Word draws, so has
 * the new one, and none that is written. Undefined for a heading with nothing like it beside others that Word numbers.
 */
function newParagraph(line: string, { text, before, behind }: Models, prefix: string): string | undefined {
  const kind = kindOf(line);
  const near = [before, behind].map((slots) => slots.filter(isModel));
  const isLike = ({ span }: Slot): boolean => kind >= 0 && kindOf(text.slice(span.start, span.end)) === kind;
  const alike = near.map((slots) => slots.find(isLike)).find((each) => each !== undefined);
  const number = numbers[kind];
  if (number && alike && isLabelled(alike)) return paragraphOf(line.replace(number, ''), alike.whole, prefix);
  if (number && !alike && near.flat().some(isLabelled)) return undefined;
  const model = alike && !isLabelled(alike) ? alike : near.flat().find((each) => !isLabelled(each));
  return paragraphOf(line, model?.whole, prefix);
}

const isModel = (slot: Slot): boolean => slot.whole?.properties !== undefined && slot.written.length > 0;

function paragraphOf(line: string, model: Whole | undefined, prefix: string): string {
  const run = line === '' ? '' : runOf(line, model?.look ?? '', prefix);
  return `<${prefix}p>${model?.properties ?? ''}${run}</${prefix}p>`;
}

/** Characters as a document has them, with a look as it is written there. */
export const runOf = (text: string, look: string, prefix: string): string =>
  `<${prefix}r>${look}<${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}r>`;
