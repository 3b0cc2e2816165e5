import assert from 'node:assert/strict';
import readThrough from '../../scripts/tongues/read-through.json';
import { clientTextsIn, placesIn } from '../../scripts/tongues/spoken.mjs';
import { traditionalBundle } from '../../scripts/tongues/traditional.mjs';
import { none } from './shape';
import { read, tracked } from './source';
import written from './tongues/written.json';

const texts = clientTextsIn(
  tracked.filter((file) => file.startsWith('client/')).map((file) => ({ file, text: read(file) })),
);
const keys = new Set(texts.filter(({ isKey }) => isKey).map(({ text }) => text));
const bundle = (name: string): Readonly<Record<string, string>> => JSON.parse(read(`${name}.json`));
const chinese = bundle('l10n/bundle.l10n.zh-cn');

describe('what the client tells', () => {
  it('is in Chinese, and nothing else is', () =>
    assert.deepEqual(
      Object.keys(chinese),
      [...keys].sort(),
      'What `l10n.t` has in English stands in l10n/bundle.l10n.zh-cn.json in Chinese, sorted.',
    ));

  it('has the same places in Chinese', () =>
    none(
      Object.entries(chinese)
        .filter(([english, own]) => String(placesIn(english)) !== String(placesIn(own)))
        .map(([english]) => english),
      'What a sentence leaves out or has twice is told wrongly in one of the tongues.',
    ));

  it('has all its Chinese in the bundle, but for words of files and reports', () =>
    none(
      texts
        .filter(({ isKey, text }) => !isKey && !written['client/'].includes(text))
        .map(({ file, line, text }) => `${file}:${line} ${text}`),
      'What a user is told goes through `l10n.t`; what is no message stands in test/project/tongues/written.json.',
    ));

  it('leaves no words of reports over that it does not have', () =>
    none(
      written['client/'].filter((own) => !texts.some(({ text }) => text === own)),
      'Nothing has these words any more.',
    ));

  for (const name of ['l10n/bundle.l10n', 'package.nls'])
    it(`has in ${name} the traditional characters that opencc gives`, () =>
      assert.deepEqual(
        bundle(`${name}.zh-tw`),
        traditionalBundle(bundle(`${name}.zh-cn`), readThrough),
        'Run `npm run tongues`.',
      ));
});
