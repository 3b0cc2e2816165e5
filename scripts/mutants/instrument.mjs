// All mutants of some files in one text each: which of them runs is chosen while it runs, so that one build does for all.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** @typedef {{ file: string, from: number, to: number }} Stretch lines of a file from the root, counted from 1, both included */
/**
 * @typedef {object} Mutant
 * @property {string} id as the instrumented text has it
 * @property {string} place file:line:column, counted from 1
 * @property {string} kind Stryker's name for what was changed
 * @property {string} was the code that is replaced
 * @property {string} becomes
 */

/** Names and wordings: they drown the rest, and most are either read by a person or held by the compiler. */
const EXCLUDED = ['StringLiteral'];

const ignore = () => {};
const no = () => false;
/** The instrumenter tells of nothing that the mutants do not tell. */
const silent = {
  ...{ isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no },
  ...{ isWarnEnabled: no, isErrorEnabled: no, isFatalEnabled: no },
  ...{ trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore, fatal: ignore },
};

/**
 * The mutants that lie in the stretches, and the files with all mutants in them, by their full paths.
 * @param {string} root
 * @param {readonly Stretch[]} stretches
 */
export async function instrument(root, stretches) {
  const names = [...new Set(stretches.map(({ file }) => file))];
  const sources = new Map(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
  const result = await new Instrumenter(silent).instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: EXCLUDED, ignorers: [] },
  );
  /** @type {Mutant[]} */
  const mutants = [];
  for (const { id, fileName, location, mutatorName, replacement, status } of result.mutants) {
    if (status === 'Ignored' || !stretches.some((stretch) => touches(stretch, fileName, location))) continue;
    mutants.push({
      id,
      // Stryker counts both from 0.
      place: `${fileName}:${location.start.line + 1}:${location.start.column + 1}`,
      kind: mutatorName,
      was: textAt(sources.get(fileName) ?? '', location),
      becomes: replacement,
    });
  }
  const texts = new Map(result.files.map(({ name, content }) => [path.join(root, name), content]));
  return { mutants, texts };
}

/** @typedef {{ start: { line: number, column: number }, end: { line: number, column: number } }} Location from 0 */

/** @param {Stretch} stretch @param {string} name @param {Location} location */
const touches = ({ file, from, to }, name, { start, end }) =>
  file === name && start.line + 1 <= to && end.line + 1 >= from;

/** @param {string} text @param {Location} location */
function textAt(text, { start, end }) {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.column);
  lines[0] = (lines[0] ?? '').slice(start.column);
  return lines.join('\n');
}

/**
 * So many of the mutants, the same ones for the same seed; their order stays.
 * @param {readonly Mutant[]} mutants @param {number} many @param {string} seed
 */
export function sample(mutants, many, seed) {
  /** @param {Mutant} mutant */
  const lot = ({ place, becomes }) =>
    createHash('sha256').update(`${seed} ${place} ${becomes}`).digest('hex');
  const drawn = new Set([...mutants].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)).slice(0, many));
  return mutants.filter((mutant) => drawn.has(mutant));
}
