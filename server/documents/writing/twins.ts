import type { Change } from '../../text/changes';
import type { Span } from '../../text/span';
import { localName, readXml } from '../containers/xml';

// A box is written once for each kind of program that may show it (ECMA-376 part 3, 7.6): what is changed in one form is changed in all.

interface Text {
  readonly tag: Span;
  readonly span: Span;
}

/** One of the forms of a thing. */
interface Form {
  readonly start: number;
  end: number;
  readonly texts: Text[];
}

/** Gives the same change in the other forms of what it stands in; undefined where one of these has figures and says something else. */
export type Twins = (change: Change) => readonly Change[] | undefined;

const branches = new Set(['Choice', 'Fallback']);

/** The forms of all things in a part. */
export function twinsIn(xml: string): Twins {
  if (!xml.includes('AlternateContent')) return () => [];
  const things = thingsIn(xml);
  return (change) => {
    const found: Change[] = [];
    for (const forms of things) {
      const own = forms.find(({ start, end }) => start <= change.span.start && change.span.end <= end);
      for (const other of own ? forms : []) {
        if (other === own || !own || saidIn(xml, other).trim() === '') continue;
        const twin = twinOf(xml, own, other, change);
        // A form without a figure does not contradict what is written.
        if (!twin && /\p{Nd}/u.test(saidIn(xml, other))) return undefined;
        found.push(...(twin ?? []));
      }
    }
    return found;
  };
}

function thingsIn(xml: string): readonly (readonly Form[])[] {
  const things: Form[][] = [];
  const open: Form[][] = [];
  const forms: Form[] = [];
  let text: { tag: Span; span: Span } | undefined;
  readXml(xml, {
    open(name, _, tag) {
      const own = localName(name);
      if (own === 'AlternateContent') things.push(open[open.push([]) - 1] ?? []);
      else if (branches.has(own)) {
        const form = { start: tag.end, end: xml.length, texts: [] };
        open.at(-1)?.push(form);
        forms.push(form);
      } else if (own === 't') text = { tag, span: { start: tag.end, end: tag.end } };
    },
    close(name, tag) {
      const own = localName(name);
      if (own === 'AlternateContent') open.pop();
      else if (branches.has(own)) {
        const form = forms.pop();
        if (form) form.end = tag.start;
      } else if (own === 't' && text) {
        const whole = { tag: text.tag, span: { start: text.span.start, end: tag.start } };
        if (tag.start > text.tag.start) for (const form of forms) form.texts.push(whole);
        text = undefined;
      }
    },
    text() {},
  });
  return things;
}

/** What a form says, a piece a line. */
const saidIn = (xml: string, { texts }: Form): string =>
  texts.map(({ span }) => xml.slice(span.start, span.end)).join('\n');

/** A change in another form that says the same in the same pieces. */
function twinOf(
  xml: string,
  own: Form,
  other: Form,
  { span, newText }: Change,
): readonly Change[] | undefined {
  if (saidIn(xml, own) !== saidIn(xml, other)) return undefined;
  const isIn = (each: Span): boolean => each.start <= span.start && span.end <= each.end;
  // That blanks count is told in each form apart.
  if (own.texts.some(({ tag }) => isIn({ start: tag.start, end: tag.end - 1 }))) return [];
  const at = own.texts.findIndex((each) => isIn(each.span));
  const [from, to] = [own.texts[at], other.texts[at]];
  if (!from || !to) return undefined;
  const moved = to.span.start - from.span.start;
  const end = { start: to.tag.end - 1, end: to.tag.end - 1 };
  const hasBlanks = xml.slice(to.tag.start, to.tag.end).includes('xml:space');
  return [
    { span: { start: span.start + moved, end: span.end + moved }, newText },
    ...(hasBlanks ? [] : [{ span: end, newText: ' xml:space="preserve"' }]),
  ];
}
