import { mark } from '../../text/say';
import { readXml } from '../containers/xml';
import type { Paragraph, Piece } from '../lines/blocks';
import { commented, paragraphsIn, saidBy } from '../lines/comments';
import type { Part } from './part';
import { storiesIn } from './story';

// Headers and footers: what stands on every page and is no part of the report.

/** What a header or footer is called, by the element that refers to it, and the element that it is. */
const kinds: Readonly<Record<string, { readonly name: string; readonly root: string }>> = {
  headerReference: { name: mark`页眉`, root: 'hdr' },
  footerReference: { name: mark`页脚`, root: 'ftr' },
};

/** A header or footer of a document, by the id of its part. */
interface Reference {
  readonly id: string;
  readonly kind: string;
}

/** The headers and footers of a document as paragraphs, each once; `partOf` answers the part with an id, undefined where there is none. */
export function furnitureOf(main: Part, partOf: (id: string) => Part | undefined): Paragraph[] {
  const found = new Map<string, Paragraph>();
  for (const { id, kind } of referencesIn(main)) {
    const { name, root } = kinds[kind] ?? { name: '', root: '' };
    const part = partOf(id);
    const blocks = part ? storiesIn(part, new Set([root])).get('')?.blocks : undefined;
    for (const paragraph of paragraphsIn(blocks ?? [])) {
      const key = `${kind} ${saidBy(paragraph.pieces)}`;
      if (paragraph.pieces.some(isWords) && !found.has(key)) found.set(key, commented(name, paragraph));
    }
  }
  return [...found.values()];
}

function referencesIn({ xml, prefix }: Part): Reference[] {
  const references: Reference[] = [];
  if (!/(?:header|footer)Reference/u.test(xml)) return references;
  let isDifferent = false;
  let waiting: Reference[] = [];
  readXml(xml, {
    open(name, attributes) {
      const kind = name.slice(prefix.length);
      const id = [...attributes].find(([key]) => /:id$/u.test(key))?.[1];
      if (kind === 'titlePg') isDifferent = true;
      if (!(kind in kinds) || id === undefined) return;
      // That of the first page is shown only where the section says that it has one.
      (attributes.get(`${prefix}type`) === 'first' ? waiting : references).push({ id, kind });
    },
    close(name) {
      if (name.slice(prefix.length) !== 'sectPr') return;
      if (isDifferent) references.push(...waiting);
      [isDifferent, waiting] = [false, []];
    },
    text() {},
  });
  return references;
}

/** Whether it says something of its own; the number of a page does not. */
const isWords = ({ text, source }: Piece): boolean =>
  source !== undefined && source.filledBy === undefined && /[\p{L}\p{N}]/u.test(text);
