import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../../server/analysis';
import { articleOf } from '../../../server/export/page/page';
import { hover } from '../../../server/features/explaining/hover';
import { verdictOn } from '../../../server/features/explaining/verdict';
import { hints } from '../../../server/features/showing/hints';
import { rules } from '../../../server/rules/all';
import { rulePage } from '../../../server/rules/pages';
import { said } from '../../../server/text/say';
import table from '../../../server/tongues/traditional.json';
import { speakHere } from '../../../server/workspace/tongue';
import { simplifiedIn } from '../support/characters';

const folder = 'samples';
const samples = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/u.test(name) && name !== 'README.md')
  .map((name) => readFileSync(path.join(folder, name), 'utf8'));

const mixed = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => simplifiedIn(text).length > 0)),
];

/** The words of a page that are not marked to be in the report's own tongue. */
function wordsOf(page: string): string[] {
  const words: string[] = [];
  const own: boolean[] = [];
  for (const [whole, close, name = '', attributes = '', text = ''] of page
    .replace(/<style>[\s\S]*?<\/style>/gu, '')
    .matchAll(/<(\/?)([a-z0-9]+)([^>]*)>([^<]*)/gu)) {
    if (whole.startsWith('<!')) continue;
    if (close === '/') own.pop();
    else if (!/^(?:meta|br|hr|col|rect|path|line|img|link|input)$/u.test(name) && !attributes.endsWith('/'))
      own.push((own.at(-1) ?? false) || attributes.includes('lang="zh-CN"'));
    if (!own.at(-1)) words.push(text);
  }
  return words;
}

// One principle: what we say is traditional, laws and words of the form in it too; what the form or a report says stands in quotes, as it is.
describe('what is said in traditional characters', () => {
  before(() => speakHere('zh-TW'));
  after(() => speakHere('zh-CN'));

  it('quotes the form as the form has it', () => {
    const quotes = (text: string): string[] => text.match(/「[^」{}]*」/gu) ?? [];
    const changed = Object.entries<string>(table.texts).filter(
      ([own, other]) => String(quotes(own)) !== String(quotes(other)),
    );
    assert.deepEqual(changed, []);
    assert.equal(
      said('还没有结果的不在这里，数在「尚未审结」。'),
      '還沒有結果的不在這裡，數在「尚未审结」。',
    );
  });

  it('is traditional else, in the pages of rules too', () => {
    assert.deepEqual(mixed(Object.values<string>(table.texts)), []);
    const lines = rules.flatMap(({ id }) => (rulePage(id) ?? '').replace(/^```.*?^```$/gmsu, '').split('\n'));
    assert.deepEqual(mixed(lines), []);
  });

  it('says files as Taiwan does, and documents, information and procedures as the law does', () => {
    assert.equal(said('没有这个文件或文件夹'), '沒有這個檔案或資料夾');
    assert.equal(said('信息'), '資訊');
    const texts = Object.values<string>(table.texts);
    assert.deepEqual(
      texts.filter((text) => /政府資訊|資訊公開|規範性檔案|簡易程式|資訊處理費/u.test(text)),
      [],
    );
  });

  it('is so in hovers, verdicts, hints and the check list', () => {
    const texts = samples.flatMap((text) => {
      const analysis = analyze(text);
      const agency = analysis.report.agency?.value ?? '';
      const hovers = Array.from({ length: text.length }, (_, at) => hover(analysis, at)?.markdown ?? '');
      const told = [
        ...hovers.flatMap((each) => each.split('\n')),
        verdictOn([analysis]).spoken,
        ...hints(analysis).map(({ text: hint }) => hint),
        ...wordsOf(articleOf(analysis, 'x.txt')),
      ];
      // Names of agencies stand bare, as those of files do.
      return told.map((each) => each.replaceAll(agency, ''));
    });
    assert.ok(texts.length > 1000);
    assert.deepEqual(mixed(texts), []);
  });
});
