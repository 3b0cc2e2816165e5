import { checkSync } from 'recheck';
import { type Choice, type Piece, parsePattern } from './syntax';

// The engine in JavaScript: the same answers everywhere, and nothing but the package itself.
process.env.RECHECK_SYNC_BACKEND = 'pure';

/** What stands in no text; behind a pattern it lets every attempt fail, and with it every way through the pattern be tried. */
const nowhere = '\ue000';
/** A longer repetition is as good as one without end. */
const longest = 200;
const timeout = 30_000;

/** A pattern as it is used. */
export interface Used {
  readonly source: string;
  readonly flags: string;
  /** Whether one text is searched over and over, as by a pattern with `g` and by `split`. */
  readonly repeated: boolean;
}

/**
 * Why the time that a pattern takes grows with the text and no faster, or undefined where that is not shown. In turn: nothing in it is
 * repeated without end; all ways through it, from all places of the text, are linear together (recheck's automata decide that, on
 * a pattern that has the assertions written out); what it tries it also takes; one search of it is linear.
 */
export function whyLinear(used: Used): string | undefined {
  const rows = unwrapped(parsePattern(used.source));
  const open = rows.filter((row) => row.some(isEndless));
  if (open.length === 0) return 'bounded';
  const unproven = open.filter((row) => !takesWhatItTries(row) && !isLinear(exhausted(row), used.flags));
  if (unproven.length === 0) return 'linear';
  const isPlain = !used.repeated && !open.flat().some(hasAssertion);
  return isPlain && isLinear(used.source, used.flags) ? 'linear once' : undefined;
}

/** The alternatives of a pattern, also where one group holds them all. */
function unwrapped(choice: Choice): Choice {
  const [only, ...others] = choice[0] ?? [];
  const isWrapped =
    choice.length === 1 && only?.kind === 'group' && only.quantifier === '' && others.length === 0;
  return isWrapped ? unwrapped(only.inner) : choice;
}

const isEndless = ({ most, inner }: Piece): boolean => most > longest || inner.flat().some(isEndless);

const hasAssertion = ({ kind, inner }: Piece): boolean =>
  kind === 'ahead' || kind === 'behind' || inner.flat().some(hasAssertion);

/**
 * Whether what is tried from a place is matched too, but for a bounded rest, so that the next search begins behind it: all that stands
 * behind the first endless repetition may be missing.
 */
function takesWhatItTries(row: readonly Piece[]): boolean {
  const first = row.findIndex(isEndless);
  if (first < 0) return true;
  const isGreedy = ({ quantifier }: Piece): boolean => !/[*+}?]\?$/u.test(quantifier);
  const takes = (piece: Piece): boolean =>
    !isEndless(piece) ||
    (isGreedy(piece) &&
      (piece.kind === 'character' || (piece.kind === 'group' && piece.inner.every(takesWhatItTries))));
  return row.slice(first).every((piece, index) => takes(piece) && (index === 0 || piece.least === 0));
}

/** A pattern that fails everywhere, at no less cost than an alternative has anywhere. */
function exhausted(row: readonly Piece[]): string {
  const [first, ...rest] = row;
  const led = first?.kind === 'behind' ? beforeIt(first) : undefined;
  return `(?:${led === undefined ? written(row) : led + written(rest)})${nowhere}`;
}

/** What has to stand before a place, to be matched with it; undefined where that is more than one character that may not stand. */
function beforeIt({ source, inner }: Piece): string | undefined {
  if (inner.flat().some(isEndless)) return undefined;
  if (source === '(?<=') return `(?:${choiceWritten(inner)})`;
  const [only, ...others] = inner[0] ?? [];
  const isOne =
    inner.length === 1 && only?.kind === 'character' && only.quantifier === '' && others.length === 0;
  return isOne ? `(?:^|${complement(only.source)})` : undefined;
}

function complement(source: string): string {
  if (source.startsWith('[^')) return `[${source.slice(2)}`;
  return source.startsWith('[') ? `[^${source.slice(1)}` : `[^${source}]`;
}

const choiceWritten = (choice: Choice): string => choice.map(written).join('|');

const written = (row: readonly Piece[]): string => row.map(pieceWritten).join('');

function pieceWritten({ kind, source, inner, quantifier }: Piece): string {
  if (kind === 'character' || kind === 'edge') return source + quantifier;
  // What is looked for ahead is tried and left; whether it is there must not matter.
  if (kind === 'ahead') return `(?:(?:${choiceWritten(inner)})${nowhere}|)`;
  if (kind === 'group') return `(?:${choiceWritten(inner)})${quantifier}`;
  if (inner.flat().some(isEndless)) throw new Error(`looks behind without end: ${choiceWritten(inner)}`);
  return '';
}

function isLinear(source: string, flags: string): boolean {
  const { status } = checkSync(source, flags.replace(/[dg]/gu, ''), { checker: 'automaton', timeout });
  return status === 'safe';
}
