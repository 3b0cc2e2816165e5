import { braceExpand, Minimatch } from 'minimatch';
import { say } from '../text/say';

/** What users may write of files and names: a pattern with `*`, `**`, `?`, `[…]` and `{…}`. */
export interface Glob {
  /** Why it is not used, in words that go on from “通配符”; undefined where it is. One that is not used matches nothing. */
  readonly fault: string | undefined;
  /** Whether it matches a name, or a path with forward slashes; takes time as both are long, whatever they are. */
  matches(path: string): boolean;
}

const longest = 1000;
const mostAlternatives = 500;

/** The same on every system. */
const options = { platform: 'linux', dot: true, nocomment: true } as const;

/** Reads a pattern; never throws. */
export function globOf(pattern: string, { nocase = false } = {}): Glob {
  let fault = excessOf(pattern);
  if (fault === undefined)
    try {
      const compiled = new Minimatch(pattern, { ...options, nocase });
      return { fault, matches: (path) => compiled.match(path) };
    } catch {
      fault = say`太复杂`;
    }
  return { fault, matches: () => false };
}

/** What is too much about a pattern; undefined where nothing is. */
function excessOf(pattern: string): string | undefined {
  if (pattern.length > longest) return say`太长（超过 ${longest} 字）`;
  const alternatives = braceExpand(pattern, { braceExpandMax: mostAlternatives + 1 }).length;
  return alternatives > mostAlternatives ? say`花括号里的写法太多（超过 ${mostAlternatives} 种）` : undefined;
}

const special = /[*?[{(\\]/u;

/**
 * The folder that a pattern begins with, empty for the one that paths start from, and the pattern of what lies below it; undefined where
 * the text is a plain path.
 */
export function splitGlob(text: string): { readonly base: string; readonly below: string } | undefined {
  if (!special.test(text) || isPlain(text)) return undefined;
  const segments = text.split('/');
  const at = segments.findIndex((segment) => special.test(segment));
  const base = segments.slice(0, at).join('/');
  return { base: base === '' && at > 0 ? '/' : base, below: segments.slice(at).join('/') };
}

/** Whether what could be special is none where it stands, as brackets in a name. */
const isPlain = (text: string): boolean =>
  globOf(text).fault === undefined && !new Minimatch(text, { ...options, magicalBraces: true }).hasMagic();
