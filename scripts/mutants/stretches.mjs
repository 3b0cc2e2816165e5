// Which lines of which files of server/ are meant: those that are named, and those that have changed.
/** @typedef {import('./instrument.mjs').Stretch} Stretch */

/**
 * What is named as `documents/writing`, `text/fold.ts:30` or `text/fold.ts:30-40`, among the files; all of them where nothing is.
 * @param {readonly string[]} files @param {readonly string[]} parts
 * @returns {readonly Stretch[]}
 */
export function named(files, parts) {
  const asked = parts.map((part) => {
    const [, name = part, from, to = from] = /^(.*?)(?::(\d+)(?:-(\d+))?)?$/u.exec(part) ?? [];
    return { name, from: Number(from ?? 1), to: Number(to ?? Infinity) };
  });
  if (asked.length === 0) return files.map((file) => ({ file, from: 1, to: Infinity }));
  return asked.flatMap(({ name, from, to }) =>
    files.filter((file) => file.includes(name)).map((file) => ({ file, from, to })),
  );
}

/** The lines that a diff without context adds or changes. @param {string} diff @returns {readonly Stretch[]} */
export function changedLines(diff) {
  /** @type {Stretch[]} */
  const stretches = [];
  let file = '';
  for (const line of diff.split('\n')) {
    file = /^\+\+\+ b\/(.*)$/u.exec(line)?.[1] ?? file;
    const [, from, many = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/u.exec(line) ?? [];
    if (from !== undefined && many !== '0')
      stretches.push({ file, from: Number(from), to: Number(from) + Number(many) - 1 });
  }
  return stretches;
}

/** What lies in both. @param {readonly Stretch[]} some @param {readonly Stretch[]} others @returns {readonly Stretch[]} */
export const common = (some, others) =>
  some.flatMap(({ file, from, to }) =>
    others
      .filter((other) => other.file === file && other.from <= to && other.to >= from)
      .map((other) => ({ file, from: Math.max(from, other.from), to: Math.min(to, other.to) })),
  );
