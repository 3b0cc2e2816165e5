import type { Change } from '../../text/changes';
import type { Span } from '../../text/span';
import { escaped } from '../containers/xml';
import type { Gap } from '../lines/blocks';
import type { Written } from '../lines/lines';
import type { WordDocument } from '../word/docx';
import { runOf } from './paragraphs';

// Changes of the text as they are written into the parts of a file.

export type Splice = readonly [part: string, change: Change];

/** Other characters in the place of some, as far as these are written there. */
export function* replaced(
  { parts }: WordDocument,
  { span: own, source }: Written,
  span: Span,
  newText: string,
): Generator<Splice> {
  const { part, tag } = source;
  const isExact = source.span.end - source.span.start === own.end - own.start;
  const place = (offset: number): number =>
    isExact
      ? source.span.start + Math.min(Math.max(offset, own.start), own.end) - own.start
      : offset <= own.start
        ? source.span.start
        : source.span.end;
  yield [part, { span: { start: place(span.start), end: place(span.end) }, newText: escaped(newText) }];
  const written = (parts.get(part) ?? '').slice(tag.start, tag.end);
  // Blanks at the ends of an element count only where it says so.
  if (!written.includes('xml:space'))
    yield [part, { span: { start: tag.end - 1, end: tag.end - 1 }, newText: ' xml:space="preserve"' }];
}

/** The first characters of an empty paragraph, with the look that its end has. */
export function* filled(document: WordDocument, gap: Gap, newText: string): Generator<Splice> {
  const xml = document.parts.get(gap.part) ?? '';
  const tag = xml.slice(gap.tag.start, gap.tag.end);
  const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? 'w:p';
  const prefix = name.slice(0, name.length - 1);
  const run = runOf(newText, gap.look, prefix);
  if (!gap.isClosed) yield [gap.part, { span: { start: gap.end, end: gap.end }, newText: run }];
  else
    yield [gap.part, { span: gap.tag, newText: `${tag.slice(0, -'/>'.length).trimEnd()}>${run}</${name}>` }];
}
