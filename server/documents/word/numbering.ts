import { plainOf, readXml } from '../containers/xml';
import { inFormat } from './numerals';

/** What a paragraph says of its number: the style it has, and the list and level that it names itself. */
export interface Numbered {
  readonly style: string | undefined;
  readonly list: string | undefined;
  readonly level: number | undefined;
}

/** Gives each paragraph, in the order of the document, the number that is drawn before it; empty where it has none. */
export type Numbering = (paragraph: Numbered) => string;

/** A level of a list. */
export interface Level {
  start: number;
  format: string;
  /** %1 is the number of the first level. */
  text: string;
  style: string | undefined;
  isDecimal: boolean;
  /** The level, from 1, whose numbers or those above begin it anew; 0 where none does. */
  restartsBelow: number | undefined;
}

interface Kind {
  readonly levels: Map<number, Level>;
  /** A style that has the list in its place. */
  link: string | undefined;
}

interface List {
  kind: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Style {
  parent: string | undefined;
  list: string | undefined;
  level: number | undefined;
}

/** All lists of a document, and what its styles say of them. */
export interface Lists {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly lists: ReadonlyMap<string, List>;
  readonly styles: ReadonlyMap<string, Style>;
}

const longestLabel = 100;

/** Styles are based on each other no deeper than that, and in no circle. */
const deepest = 20;

/** Numbers the paragraphs of a document by its parts `numbering` and `styles` (ECMA-376 part 1, 17.9). */
export function numberingFrom(
  numbering: string | undefined,
  styles: string | undefined,
  prefix: string,
): Numbering {
  if (numbering === undefined) return () => '';
  return numberingOf({ ...listsIn(numbering, prefix), styles: stylesIn(styles ?? '', prefix) });
}

/** Numbers the paragraphs of a document by its lists. */
export function numberingOf(lists: Lists): Numbering {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (paragraph) => {
    const place = placeOf(paragraph, lists);
    const list = place && lists.lists.get(place.list);
    if (!place || !list) return '';
    const kindId = kindOf(list, lists);
    const own = counts.get(kindId) ?? [];
    counts.set(kindId, own);
    const levelAt = (level: number): Level | undefined =>
      list.levels.get(level) ?? lists.kinds.get(kindId)?.levels.get(level);
    const level = levelAt(place.level);
    if (!level) return '';
    const forced = list.starts.get(place.level);
    const isNew = !begun.has(`${place.list} ${place.level}`);
    begun.add(`${place.list} ${place.level}`);
    own[place.level] = forced !== undefined && isNew ? forced : (own[place.level] ?? level.start - 1) + 1;
    for (let below = place.level + 1; below < own.length; below++)
      if (place.level < (levelAt(below)?.restartsBelow ?? below)) own[below] = undefined;
    return labelOf(level, (at) => ({ level: levelAt(at), count: own[at] }));
  };
}

function labelOf(
  { text, isDecimal, format: own }: Level,
  at: (level: number) => { level: Level | undefined; count: number | undefined },
): string {
  if (own === 'bullet') return '';
  const label = text.replace(/%([1-9])/gu, (_, digit: string) => {
    const { level, count } = at(Number(digit) - 1);
    return level ? inFormat(count ?? level.start, isDecimal ? 'decimal' : level.format) : '';
  });
  return /[\w)]$/u.test(label) ? `${label} ` : label;
}

/** The list and level of a paragraph, by itself or by its style; undefined where it has none, or list 0, which takes it away. */
function placeOf(
  { style, list, level }: Numbered,
  { styles, lists, kinds }: Lists,
): { list: string; level: number } | undefined {
  if (list !== undefined) return list === '0' ? undefined : { list, level: level ?? 0 };
  let id = style;
  let own = level;
  for (let depth = 0; depth < deepest && id !== undefined; depth++) {
    const known = styles.get(id);
    if (known?.list !== undefined) {
      if (known.list === '0') return undefined;
      const kind = kinds.get(lists.get(known.list)?.kind ?? '');
      const [linked] = [...(kind?.levels ?? [])].find(([, each]) => each.style === id) ?? [];
      return { list: known.list, level: own ?? known.level ?? linked ?? 0 };
    }
    own ??= known?.level;
    id = known?.parent;
  }
  return undefined;
}

function kindOf({ kind }: List, { kinds, lists, styles }: Lists): string {
  const link = kinds.get(kind)?.link;
  const list = link === undefined ? undefined : styles.get(link)?.list;
  return (list === undefined ? undefined : lists.get(list)?.kind) ?? kind;
}

/** What is open while lists are read. */
interface Reading {
  kind: Kind | undefined;
  list: List | undefined;
  level: Level | undefined;
  /** The level of which an override tells. */
  at: number;
}

function listsIn(xml: string, prefix: string): Pick<Lists, 'kinds' | 'lists'> {
  const kinds = new Map<string, Kind>();
  const lists = new Map<string, List>();
  const open: Reading = { kind: undefined, list: undefined, level: undefined, at: 0 };
  readXml(xml, {
    open(name, attributes) {
      const attribute = (key: string): string => plainOf(attributes.get(`${prefix}${key}`) ?? '');
      const own = name.slice(prefix.length);
      if (own === 'abstractNum') {
        open.kind = { levels: new Map(), link: undefined };
        kinds.set(attribute('abstractNumId'), open.kind);
      } else if (own === 'num') {
        open.kind = undefined;
        open.list = { kind: '', starts: new Map(), levels: new Map() };
        lists.set(attribute('numId'), open.list);
      } else setList(open, own, attribute);
    },
    close(name) {
      if (name === `${prefix}lvl`) open.level = undefined;
    },
    text() {},
  });
  return { kinds, lists };
}

function setList(open: Reading, own: string, attribute: (key: string) => string): void {
  const { kind, list, level } = open;
  const value = attribute('val');
  if (own === 'abstractNumId' && list) list.kind = value;
  else if (own === 'numStyleLink' && kind) kind.link = value;
  else if (own === 'lvlOverride') open.at = Number(attribute('ilvl'));
  else if (own === 'startOverride') list?.starts.set(open.at, Number(value));
  else if (own === 'lvl') {
    open.level = newLevel();
    (kind ?? list)?.levels.set(Number(attribute('ilvl')), open.level);
  } else if (level) setLevel(level, own, value);
}

/** A level of which nothing is told yet. */
export const newLevel = (): Level => ({
  start: 0,
  format: 'decimal',
  text: '',
  style: undefined,
  isDecimal: false,
  restartsBelow: undefined,
});

function setLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = Number(value);
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value.slice(0, longestLabel);
  else if (name === 'pStyle') level.style = value;
  else if (name === 'isLgl') level.isDecimal = value !== '0' && value !== 'false';
  else if (name === 'lvlRestart') level.restartsBelow = Number(value);
}

function stylesIn(xml: string, prefix: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  readXml(xml, {
    open(name, attributes) {
      const own = name.slice(prefix.length);
      const value = plainOf(attributes.get(`${prefix}val`) ?? '');
      if (own === 'style') {
        style = { parent: undefined, list: undefined, level: undefined };
        styles.set(plainOf(attributes.get(`${prefix}styleId`) ?? ''), style);
      } else if (style && own === 'basedOn') style.parent = value;
      else if (style && own === 'numId') style.list = value;
      else if (style && own === 'ilvl') style.level = Number(value);
    },
    close(name) {
      if (name === `${prefix}style`) style = undefined;
    },
    text() {},
  });
  return styles;
}
