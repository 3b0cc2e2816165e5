import type { Figure, PartsRelation } from '../../report/claim';
import { farthest, type Stream } from './stream';

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

/** The list behind 其中 or 包括 at `marker`, with the number before it as the whole; empty where there is none, or it is not clear. */
export function listAt(stream: Stream, marker: number): PartsRelation[] {
  return new ListReader(stream).parts(marker);
}

class ListReader {
  constructor(private readonly stream: Stream) {}

  /** The list behind 其中 or 包括, with the number before it as the whole. */
  parts(marker: number): PartsRelation[] {
    // 其中包括 is one marker.
    if (this.stream.letter(marker - 1) === 't') return [];
    const nearest = this.wholeBefore(marker);
    if (!nearest) return [];
    const { items, open } = this.itemsBehind(marker, nearest);
    const others = this.wholesBefore(marker, nearest);
    for (const whole of [nearest, ...others]) {
      const exact = this.exactRun(items, whole);
      if (exact) return [{ kind: 'parts', whole, parts: this.stream.figures(exact), closed: true }];
    }
    const run = this.sameKind(items);
    // Of several numbers before the list nothing tells which one it divides.
    if (run.length === 0 || open || others.length > 0) return [];
    return [{ kind: 'parts', whole: nearest, parts: this.stream.figures(run), closed: this.isClosed(run) }];
  }

  /** Other numbers of the unit in the sentence before the list. */
  private wholesBefore(marker: number, { unit, span }: Figure): Figure[] {
    const wholes: Figure[] = [];
    for (let at = marker - 1; at >= Math.max(0, marker - farthest); at--) {
      if (this.stream.letter(at) === '.' && at < marker - 1) break;
      const figure = this.stream.letter(at) === 'n' ? this.stream.figure(at) : undefined;
      if (figure?.unit === unit && figure.span.start !== span.start) wholes.push(figure);
    }
    return wholes;
  }

  /**
   * The number that the list divides: the one before it, with nothing but punctuation between them. What stands in brackets or
   * behind 包括 between them is a part itself.
   */
  private wholeBefore(marker: number): Figure | undefined {
    let depth = 0;
    for (let at = marker - 1; at >= 0; at--) {
      const letter = this.stream.letter(at);
      if (letter === ')') depth++;
      else if (letter === '(' && depth > 0) depth--;
      else if (depth > 0 || ',.;(:'.includes(letter)) continue;
      else if (letter !== 'n' || this.stream.lexemes[at]?.quantity?.kind !== 'count') return undefined;
      else {
        const included = this.stream.lastBefore(at, 's', ',;.:(');
        return included < 0 ? this.stream.figure(at) : this.wholeBefore(included);
      }
    }
    return undefined;
  }

  private itemsBehind(marker: number, whole: Figure): { items: number[]; open: boolean } {
    const items: number[] = [];
    let open = false;
    let depth = 0;
    let compared = false;
    for (let at = marker + 1; at < Math.min(this.stream.lexemes.length, marker + farthest); at++) {
      const letter = this.stream.letter(at);
      if (letter === '(') depth++;
      else if (letter === ')' && --depth < 0) break;
      else if (letter === '.' || (letter === 't' && depth === 0)) break;
      else if (letter === 'l') open = true;
      else if (',;'.includes(letter)) compared = false;
      else if (letter === '~') compared = true;
      // A number without its unit is a part that is not read.
      else if (letter === 'x' && depth === 0 && this.stream.lexemes[at]?.quantity?.unit === '') open = true;
      if (letter !== 'n' || depth > 0 || compared) continue;
      const { unit } = this.stream.lexemes[at]?.quantity ?? {};
      if (unit !== whole.unit) break;
      if (this.stream.figure(at)) items.push(at);
      else open = true;
    }
    return { items, open };
  }

  /** The shortest list from the first item on that makes up the whole. */
  private exactRun(items: readonly number[], { value }: Figure): number[] | undefined {
    let sum = 0;
    for (const [index, at] of items.entries()) {
      sum += this.stream.figure(at)?.value ?? Number.NaN;
      if (sum === value && index > 0) return items.slice(0, index + 1);
    }
    return undefined;
  }

  /** The items as long as they are of the kind of the first. */
  private sameKind(items: readonly number[]): number[] {
    const kindOf = (at: number): string => {
      const key = this.stream.key(at);
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
    if (/^[,;:、.。]*其[他它]/u.test(this.stream.between(run.at(-2) ?? 0, last))) return run.length > 2;
    const keys = run.map((at) => this.stream.key(at));
    return complete.some((all) => all.every((key) => keys.includes(key)));
  }
}
