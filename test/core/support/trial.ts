import { writeFileSync } from 'node:fs';

/** Does something once and counts it, also where it fails; answers or throws what that does. */
export type Trial = <T>(attempt: () => T) => T;

const trials: { readonly what: string; tried: number; lost: number }[] = [];

/**
 * Something that a suite tries again and again; how often, and what was lost of it, is a line of docs/reliability.md.
 * @param what that line's words, in Chinese
 */
export function trial(what: string): Trial {
  const own = { what, tried: 0, lost: 0 };
  const lose = (error: unknown): never => {
    own.lost++;
    throw error;
  };
  trials.push(own);
  return <T>(attempt: () => T): T => {
    own.tried++;
    try {
      const outcome = attempt();
      return outcome instanceof Promise ? (outcome.catch(lose) as T) : outcome;
    } catch (error) {
      return lose(error);
    }
  };
}

// Every suite is a bundle of its own, and what it tried is written beside it for scripts/reliability.mjs.
after(() => writeFileSync(__filename.replace(/\.js$/u, '.trials.json'), JSON.stringify(trials)));
