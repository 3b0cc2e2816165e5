import type { ChangeRelation, Figure, PartsRelation, Relation, ShareRelation } from '../../report/claim';
import type { Draft } from './draft';
import { type Prose, spanIn } from './prose';
import type { Lexeme } from './scan';

// Classes that are known to be all there is of their kind, by what the reader found each number to count.
const groups: Readonly<Record<string, string>> = {
  naturalPersons: 'applicant',
  organizations: 'applicant',
  receivedNew: 'origin',
  carriedOver: 'origin',
  granted: 'result',
  partiallyGranted: 'result',
  grantedOrPartially: 'result',
  refused: 'result',
  unable: 'result',
  notProcessed: 'result',
  otherwiseProcessed: 'result',
  withdrawn: 'result',
  answered: 'flow',
  handled: 'flow',
  received: 'flow',
  carriedForward: 'flow',
  carried: 'flow',
};
const complete: readonly (readonly string[])[] = [
  ['naturalPersons', 'organizations'],
  ['receivedNew', 'carriedOver'],
];

/** So many words apart numbers of a sentence still belong together. */
const farthest = 240;

/** Finds how the numbers of a paragraph hang together, in the order of the text. */
export function relationsOf(lexemes: readonly Lexeme[], drafts: readonly Draft[], prose: Prose): Relation[] {
  const relations: Relation[] = [];
  let reader: RelationReader | undefined;
  for (let at = 1; at < lexemes.length; at++) {
    const letter = lexemes[at]?.letter ?? '';
    if (!'tsh^d'.includes(letter)) continue;
    reader ??= new RelationReader(lexemes, drafts, prose);
    relations.push(...reader.at(at, letter));
  }
  return relations;
}

class RelationReader {
  private readonly keys: ReadonlyMap<Lexeme, string>;

  constructor(
    private readonly lexemes: readonly Lexeme[],
    drafts: readonly Draft[],
    private readonly prose: Prose,
  ) {
    this.keys = new Map(drafts.map(({ lexeme, key }) => [lexeme, key]));
  }

  /** The relation that a word of this class tells of, if it tells of one. */
  at(at: number, letter: string): Relation[] {
    if (letter === 't' || letter === 's') return this.parts(at);
    return letter === 'h' ? this.share(at) : this.change(at);
  }

  /** The list behind 其中 or 包括, with the number before it as the whole. */
  private parts(marker: number): PartsRelation[] {
    // 其中包括 is one marker.
    if (this.letter(marker - 1) === 't') return [];
    const nearest = this.wholeBefore(marker);
    if (!nearest) return [];
    const { items, open } = this.itemsBehind(marker, nearest);
    const others = this.wholesBefore(marker, nearest);
    for (const whole of [nearest, ...others]) {
      const exact = this.exactRun(items, whole);
      if (exact) return [{ kind: 'parts', whole, parts: this.figures(exact), closed: true }];
    }
    const run = this.sameKind(items);
    // Of several numbers before the list nothing tells which one it divides.
    if (run.length === 0 || open || others.length > 0) return [];
    return [{ kind: 'parts', whole: nearest, parts: this.figures(run), closed: this.isClosed(run) }];
  }

  /** 占 …%: of which whole is not said, so that every greater number before it may be meant. */
  private share(at: number): ShareRelation[] {
    const share = this.figure(at);
    const marker = this.lastBefore(at, '#', ',;.(n');
    if (!share || marker < 0) return [];
    const partAt = this.lastBefore(marker, 'n', '.;h');
    const part = this.figure(partAt);
    // 占全市的, 占年度任务的: of something that the text does not count.
    if (this.lexemes.slice(marker, at).some(({ letter }) => letter === 'x')) return [];
    if (share.value > 100 || /全[省市州县区]/u.test(this.between(marker, at))) return [];
    // 予以公开的占 58.5%: a part whose number is not told.
    const words = this.lexemes.slice(partAt + 1, marker);
    if (!part || words.some(({ letter }) => !',:('.includes(letter))) return [];
    const wholes = this.lexemes
      .slice(Math.max(0, partAt - farthest), partAt)
      .flatMap((_, index) => this.figure(Math.max(0, partAt - farthest) + index) ?? [])
      .filter(({ unit, value }) => unit === part.unit && value >= part.value);
    const decimals = this.lexemes[at]?.quantity?.decimals ?? 0;
    return wholes.length > 0 ? [{ kind: 'share', part, wholes, share, decimals }] : [];
  }

  /** 比上年的 500 件增长 4.6%. */
  private change(at: number): ChangeRelation[] {
    const by = this.figure(at + 1);
    const comparison = this.lastBefore(at, '~', '.;');
    if (!by || comparison < 0 || /[到至为]/u.test(this.between(at, at + 1))) return [];
    // 与上年的 500 件相比: the number before the word is the earlier one, and the later one stands too far away.
    if (this.prose.text.startsWith('相', this.lexemes[comparison]?.start ?? 0)) return [];
    const now = this.figure(this.lastBefore(comparison, 'n', '.;AaxXBLFJWYZ'));
    const words = this.lexemes.slice(comparison, at);
    const between = words.flatMap((_, index) => this.figure(comparison + index) ?? []);
    // 增加 300 件，增长 13.6%: the second says the first again.
    const again = words.some(({ letter }) => letter === '^' || letter === 'd');
    if (!now || again || between.length > 1 || (by.unit !== '%' && by.unit !== now.unit)) return [];
    const [before] = between;
    if (before && before.unit !== now.unit) return [];
    const decimals = this.lexemes[at + 1]?.quantity?.decimals ?? 0;
    return [{ kind: 'change', now, before, rise: this.letter(at) === '^', by, decimals }];
  }

  private letter(at: number): string {
    return this.lexemes[at]?.letter ?? '';
  }

  /** An exact number with its unit; undefined for 约, 余 and what is no number. */
  private figure(at: number): Figure | undefined {
    const quantity = this.lexemes[at]?.quantity;
    if (!quantity || quantity.low !== quantity.high || quantity.kind === 'other') return undefined;
    const { value, unit, start, digitsEnd } = quantity;
    return { value, unit, span: spanIn(this.prose, start, digitsEnd) };
  }

  private figures(places: readonly number[]): Figure[] {
    return places.flatMap((at) => this.figure(at) ?? []);
  }

  /** Other numbers of the unit in the sentence before the list. */
  private wholesBefore(marker: number, { unit, span }: Figure): Figure[] {
    const wholes: Figure[] = [];
    for (let at = marker - 1; at >= Math.max(0, marker - farthest); at--) {
      if (this.letter(at) === '.' && at < marker - 1) break;
      const figure = this.letter(at) === 'n' ? this.figure(at) : undefined;
      if (figure?.unit === unit && figure.span.start !== span.start) wholes.push(figure);
    }
    return wholes;
  }

  private lastBefore(at: number, wanted: string, barriers: string): number {
    for (let index = at - 1; index >= Math.max(0, at - farthest); index--) {
      const letter = this.letter(index);
      if (letter === wanted) return index;
      if (barriers.includes(letter)) return -1;
    }
    return -1;
  }

  private between(from: number, to: number): string {
    return this.prose.text.slice(this.lexemes[from]?.end ?? 0, this.lexemes[to]?.start ?? 0);
  }

  /**
   * The number that the list divides: the one before it, with nothing but punctuation between them. What stands in brackets or
   * behind 包括 between them is a part itself.
   */
  private wholeBefore(marker: number): Figure | undefined {
    let depth = 0;
    for (let at = marker - 1; at >= 0; at--) {
      const letter = this.letter(at);
      if (letter === ')') depth++;
      else if (letter === '(' && depth > 0) depth--;
      else if (depth > 0 || ',.;(:'.includes(letter)) continue;
      else if (letter !== 'n' || this.lexemes[at]?.quantity?.kind !== 'count') return undefined;
      else {
        const included = this.lastBefore(at, 's', ',;.:(');
        return included < 0 ? this.figure(at) : this.wholeBefore(included);
      }
    }
    return undefined;
  }

  private itemsBehind(marker: number, whole: Figure): { items: number[]; open: boolean } {
    const items: number[] = [];
    let open = false;
    let depth = 0;
    let compared = false;
    for (let at = marker + 1; at < Math.min(this.lexemes.length, marker + farthest); at++) {
      const letter = this.letter(at);
      if (letter === '(') depth++;
      else if (letter === ')' && --depth < 0) break;
      else if (letter === '.' || (letter === 't' && depth === 0)) break;
      else if (letter === 'l') open = true;
      else if (',;'.includes(letter)) compared = false;
      else if (letter === '~') compared = true;
      // A number without its unit is a part that is not read.
      else if (letter === 'x' && depth === 0 && this.lexemes[at]?.quantity?.unit === '') open = true;
      if (letter !== 'n' || depth > 0 || compared) continue;
      const { unit } = this.lexemes[at]?.quantity ?? {};
      if (unit !== whole.unit) break;
      if (this.figure(at)) items.push(at);
      else open = true;
    }
    return { items, open };
  }

  /** The shortest list from the first item on that makes up the whole. */
  private exactRun(items: readonly number[], { value }: Figure): number[] | undefined {
    let sum = 0;
    for (const [index, at] of items.entries()) {
      sum += this.figure(at)?.value ?? Number.NaN;
      if (sum === value && index > 0) return items.slice(0, index + 1);
    }
    return undefined;
  }

  /** The items as long as they are of the kind of the first. */
  private sameKind(items: readonly number[]): number[] {
    const kindOf = (at: number): string => {
      const lexeme = this.lexemes[at];
      const key = (lexeme && this.keys.get(lexeme)) ?? '';
      return key.startsWith('reason')
        ? 'result'
        : key.startsWith('outcome')
          ? 'outcome'
          : (groups[key] ?? '');
    };
    const [first] = items;
    if (first === undefined) return [];
    const kind = kindOf(first);
    const end = items.findIndex((at) => kindOf(at) !== kind);
    return end < 0 ? [...items] : items.slice(0, end);
  }

  /** Whether the list says that it is all: it ends with 其他, or names every class there is. */
  private isClosed(run: readonly number[]): boolean {
    const last = run.at(-1);
    if (last === undefined) return false;
    const from = this.lexemes[run.at(-2) ?? 0]?.end ?? 0;
    if (/^[,;:、.。]*其[他它]/u.test(this.prose.text.slice(from, this.lexemes[last]?.start)))
      return run.length > 2;
    const keys = run.map((at) => {
      const lexeme = this.lexemes[at];
      return lexeme && this.keys.get(lexeme);
    });
    return complete.some((all) => all.every((key) => keys.includes(key)));
  }
}
