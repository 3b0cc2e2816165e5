import type { Lexeme } from '../words/lexeme';
import { runOfNumbers } from './in-turn';

/** What stands between the names of a list. */
const listing = /[、和与及]/u;

/**
 * Where the numbers of a sentence begin that follow as many others in turn and have no names of their own: in 自然人、商业企业分别办结 59 件、20 件，
 * 结转 4 件、1 件 they are of the same things, and the first is not what the word before it has in all.
 */
export function parallelLists(found: readonly Lexeme[], text: string): ReadonlySet<number> {
  const starts = new Set<number>();
  let [length, end] = [0, 0];
  for (let at = 0; at < found.length; at++) {
    const run = runOfNumbers(found, at);
    const [first] = run;
    if (!first || run.length < 2) continue;
    if (run.length === length && !listing.test(text.slice(end, first.start)))
      for (const { start } of run) starts.add(start);
    at += 2 * run.length - 2;
    [length, end] = [run.length, found[at]?.end ?? 0];
  }
  return starts;
}
