import assert from 'node:assert/strict';
import { type Source, sources } from './source';

/** The sources of a folder, those in folders of it too. */
export const inFolder = (folder: string): readonly Source[] =>
  sources.filter(({ file }) => file.startsWith(`${folder}/`));

/** Fails with the reason and the list of those that are against it. */
export function none(offenders: readonly string[], reason: string): void {
  assert.equal(offenders.length, 0, `${reason}\n  ${offenders.join('\n  ')}`);
}
