import { ConverterFactory } from 'opencc-js/core';
import simplifiedCharacters from 'opencc-js/dict/STCharacters';
import simplifiedPhrases from 'opencc-js/dict/STPhrases';
import { from, to } from 'opencc-js/preset/cn2t';

const halves = (pairs: string, half: 0 | 1): string =>
  pairs
    .split('|')
    .map((pair) => pair.split(' ')[half] ?? '')
    .join('');

/** Characters that traditional texts have in no word; what both kinds of texts have (后, 里, 只) is not among them. */
const toTaiwan = ConverterFactory(from.cn ?? [], to.tw ?? []);
const simplified = new Set(
  Array.from(halves(simplifiedCharacters, 0)).filter((each) => toTaiwan(each) !== each),
);
for (const each of halves(simplifiedCharacters, 1) + halves(simplifiedPhrases, 1)) simplified.delete(each);

/** What may stand in either characters: the words of reports and of the form in quotes, what is typed. */
const verbatim = /「[^「」]*」|“[^“”]*”|"[^"]*"|`[^`]*`/gu;

/** The simplified characters of a text, those in quotes left out. */
export const simplifiedIn = (text: string): string[] =>
  Array.from(text.replace(verbatim, '')).filter((each) => simplified.has(each));
