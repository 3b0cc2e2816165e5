import assert from 'node:assert/strict';
import readThrough from '../../scripts/tongues/read-through.json';
import { allIn, placesIn, textsIn } from '../../scripts/tongues/spoken.mjs';
import { traditionalOf } from '../../scripts/tongues/traditional.mjs';
import { rules } from '../../server/rules/all';
import { none } from './shape';
import { read, tracked } from './source';
import written from './tongues/written.json';

const texts = tracked
  .filter((file) => /^server\/.*\.(?:ts|md)$/u.test(file))
  .map((file) => ({ file, text: read(file) }));
const spoken = allIn(texts);
const keys = new Set(spoken.filter(({ isKey }) => isKey).map(({ text }) => text));
const entries = tracked
  .filter((file) => /^server\/tongues\/en\/[\w-]+\.json$/u.test(file))
  .flatMap((file) => Object.entries<string>(JSON.parse(read(file))));
const english: ReadonlyMap<string, string> = new Map(entries);

/** What rules find, which has its English beside it. */
const titles: ReadonlySet<string> = new Set(rules.map(({ summary }) => summary));

/** Where nothing is said to anybody: what reports say, and how they are read. */
const silent = /^server\/(?:parse|text|tongues|census)\/|^server\/form\/(?!guide-)/u;

describe('tongues', () => {
  it('have in English all that is said', () =>
    none(
      spoken
        .filter(({ isKey, text }) => isKey && !english.has(text))
        .map(({ file, line, text }) => `${file}:${line} ${text}`),
      'What is said in Chinese stands in server/tongues/en/ under the same words; `npm run tongues` lists what does not.',
    ));

  it('have nothing in English that is not said', () =>
    none(
      [...english.keys()].filter((text) => !keys.has(text)),
      'Nobody says this any more.',
    ));

  it('have one English for each', () =>
    none(
      entries.filter(([own, other]) => english.get(own) !== other).map(([own]) => own),
      'What two rooms say in the same words, one of them has in English.',
    ));

  it('have the same places in English', () =>
    none(
      [...english]
        .filter(([own, other]) => String(placesIn(own)) !== String(placesIn(other)))
        .map(([own]) => own),
      'What a sentence leaves out or has twice is told wrongly in one of the tongues.',
    ));

  it('have Chinese in English only where it is quoted or explained', () =>
    none(
      [...english.values()].filter((text) => /\p{Script=Han}/u.test(text.replace(quoted, ''))),
      'The form’s own words stand in 「」, 《》, “” or behind their English in parentheses.',
    ));

  it('are made of Chinese that is marked, or written into reports', () =>
    none(
      spoken
        .filter(({ isKey, file }) => !isKey && !silent.test(file))
        .filter(({ file, text }) => !titles.has(text) && !heldIn(file).some((texts) => texts.includes(text)))
        .map(({ file, line, text }) => `${file}:${line} ${text}`),
      'What a reader is told is marked with `say` or `mark`; what is a report’s own word stands in test/project/tongues/written.json.',
    ));

  it('have the traditional characters that opencc gives', () =>
    assert.deepEqual(
      JSON.parse(read('server/tongues/traditional.json')),
      traditionalOf(textsIn(texts), readThrough, Object.fromEntries(entries)),
      'Run `npm run tongues`.',
    ));
});

const quoted = /「[^」]*」|《[^》]*》|“[^”]*”|\([^)]*\)|\S*〔\d{4}〕\S*/gu;

/** The texts of reports in the rooms that a file lies in, of those rooms that are held to it. */
const heldIn = (file: string): readonly (readonly string[])[] =>
  Object.entries<readonly string[]>(written).flatMap(([room, own]) => (file.startsWith(room) ? [own] : []));
