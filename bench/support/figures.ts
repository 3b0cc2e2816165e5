import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Something that was measured: what it is, and how much. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: 'µs' | 'ms' | '×' | 'share';
}

/** Keeps what a bench measured, as JSON with a figure on each line, so that two runs can be compared by any diff; answers the file. */
export function keepFigures(bench: string, figures: readonly Figure[]): string {
  const file = path.join('dist', 'bench', `${bench}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = figures.map(({ value, ...what }) =>
    JSON.stringify({ ...what, value: Number(value.toPrecision(4)) }),
  );
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
  return file;
}
