import { strToU8, zipSync } from 'fflate';
import { escaped } from './xml';

// Packages of office programs (ECMA-376 part 2) of our own making.

/** A part of a package that is to be written. */
export interface NewPart {
  readonly name: string;
  readonly xml: string;
  /** What it is, behind `application/vnd.openxmlformats-officedocument.`; undefined for what its ending tells. */
  readonly type?: string;
  /** The parts that it needs, by the kind of the relation. */
  readonly needs?: readonly Need[];
}

interface Need {
  readonly id: string;
  readonly kind: string;
  /** Its name, from where the part is. */
  readonly target: string;
}

/** The bytes of a package; the first part is what it is all about. The same parts give the same bytes. */
export function newPackage(parts: readonly NewPart[]): Uint8Array {
  const main = { id: 'rId1', kind: 'officeDocument', target: parts[0]?.name ?? '' };
  const files: (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', typesOf(parts)],
    ['_rels/.rels', relationsOf([main])],
    ...parts.flatMap(({ name, xml, needs = [] }): (readonly [string, string])[] => [
      [name, xml],
      ...(needs.length > 0 ? [[relationsNameOf(name), relationsOf(needs)] as const] : []),
    ]),
  ];
  const entries = files.map(([name, xml]) => [name, strToU8(declaration + xml)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: firstDay });
}

/** The first day that the format knows: when a report was written says nothing of what is in it. */
const firstDay = new Date(1980, 0, 1);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = 'application/vnd.openxmlformats-officedocument.';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
/** How relations between parts are called. */
export const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const endings: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  vml: `${types}vmlDrawing`,
};

function typesOf(parts: readonly NewPart[]): string {
  const defaults = Object.entries(endings).map(
    ([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`,
  );
  const own = parts.flatMap(({ name, type }) =>
    type ? [`<Override PartName="/${name}" ContentType="${types}${type}+xml"/>`] : [],
  );
  return `<Types xmlns="${packageNamespace}/content-types">${[...defaults, ...own].join('')}</Types>`;
}

/** The part that tells what another needs. */
function relationsNameOf(name: string): string {
  const folder = name.lastIndexOf('/') + 1;
  return `${name.slice(0, folder)}_rels/${name.slice(folder)}.rels`;
}

const relationsOf = (needs: readonly Need[]): string =>
  `<Relationships xmlns="${packageNamespace}/relationships">${needs
    .map(
      ({ id, kind, target }) =>
        `<Relationship Id="${id}" Type="${relationNamespace}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that XML has no way to write.
const unstorable = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Cs}/gu;

/** A text as it is written between tags, without the characters that XML cannot hold. */
export const storable = (text: string): string => escaped(text.replace(unstorable, ''));
