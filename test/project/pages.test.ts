import assert from 'node:assert/strict';
import { rules } from '../../server/rules/all';
import { familyPages, rulePage } from '../../server/rules/pages';
import { speakHere } from '../../server/workspace/tongue';
import { numberOf } from '../core/support/law';
import { none } from './shape';
import { read } from './source';

// The pages of the rules in the other tongues say what they say in Chinese: the same parts, examples and figures.

const english = (family: string): string => read(`server/rules/${family}/${family}.en.md`);

const headings: ReadonlyMap<string, string> = new Map([
  ['### 查什么', '### What it checks'],
  ['### 为什么', '### Why'],
  ['### 例子', '### Example'],
  ['### 怎么改', '### How to mend it'],
  ['### 局限', '### Limits'],
]);

const example = /^```[\s\S]*?^```$/gmu;

/** What a page is made of, in its order: its headings and examples as they are, of everything else what it is and how many lists have. */
const shapeOf = (page: string): string[] =>
  page
    .split(new RegExp(`(${example.source})`, 'gmu'))
    .flatMap((text) => (text.startsWith('```') ? [text] : text.split(/\n{2,}/u)))
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      if (/^(?:```|##)/u.test(block)) return headings.get(block) ?? block;
      if (block.startsWith('# ')) return 'title';
      return block.startsWith('- ') ? `list of ${block.match(/^- /gmu)?.length}` : 'paragraph';
    });

/** The text of a page without its examples, by the headings that it stands under. */
function proseOf(page: string): Map<string, string> {
  const prose = new Map<string, string>();
  let [rule, part] = ['', ''];
  for (const line of page.replace(example, '').split('\n')) {
    if (line.startsWith('## ')) [rule, part] = [line, ''];
    else if (line.startsWith('### ')) part = headings.get(line) ?? line;
    else if (!line.startsWith('# '))
      prose.set(`${rule} ${part}`, `${prose.get(`${rule} ${part}`) ?? ''}${line}\n`);
  }
  return prose;
}

/** Months, as English has them in dates. */
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The figures of a text, each once: numbers, and those of articles, their paragraphs and items, and of tables. */
function figuresIn(text: string): string[] {
  const written = text
    .replace(
      /第[（]?([一二三四五六七八九十百零]+)[）]?[条款项]/gu,
      (_, numeral: string) => ` ${numberOf(numeral)} `,
    )
    .replace(/表([二三四])/gu, (_, numeral: string) => ` ${numberOf(numeral)} `)
    .replace(new RegExp(`\\b(?:${months.join('|')})\\b`, 'gu'), (name) => String(months.indexOf(name) + 1));
  return [...new Set(written.match(/\d+(?:\.\d+)?/gu))].sort();
}

const quoted = /「[^」]*」|《[^》]*》|“[^”]*”|\([^)]*\)|`[^`]*`|[^\s(]*〔\d{4}〕[^\s,.;):]*/gu;

describe('pages in English', () => {
  for (const [family, page] of Object.entries(familyPages)) {
    const other = english(family);

    it(`${family}: has the same parts in the same order, with the same examples`, () =>
      assert.deepEqual(shapeOf(other), shapeOf(page)));

    it(`${family}: has the same figures in each part`, () => {
      const figures = (text: string) => [...proseOf(text)].map(([part, prose]) => [part, figuresIn(prose)]);
      assert.deepEqual(figures(other), figures(page));
    });

    it(`${family}: has Chinese only where it is quoted or explained`, () =>
      none(
        [...proseOf(other)]
          .filter(([, prose]) => /[\p{Script=Han}（）、。，；：]/u.test(prose.replace(quoted, '')))
          .map(([part, prose]) => `${part}: ${prose.replace(quoted, '…')}`),
        'The form’s own words stand in 「」, 《》, “” or behind their English in parentheses.',
      ));
  }

  it('see the figures of both tongues', () => {
    const figures = ['1', '3', '31', '4', '42', '50'];
    for (const text of [
      '《条例》第五十条第一款第（四）项，表三的 42 个，1 月 31 日',
      'article 50, paragraph 1, item (4); the 42 of table 3, January 31',
    ])
      assert.deepEqual(figuresIn(text), figures, text);
  });
});

describe('the page of a rule', () => {
  const pages = (): readonly string[] => rules.map(({ id }) => rulePage(id) ?? '');
  const chinese = pages();

  afterEach(() => speakHere('zh-CN'));

  it('is told in English from the page beside', async () => {
    await speakHere('en');
    for (const { id, family } of rules) {
      const page = rulePage(id) ?? '';
      assert.ok(page.startsWith(`## ${id}\n\n### What it checks\n`), page);
      assert.ok(english(family).includes(`\n${page}`), id);
    }
    assert.equal(rulePage('no-such-rule'), undefined);
  });

  it('is told in traditional characters, but for its examples', async () => {
    await speakHere('zh-TW');
    const told = pages();
    assert.deepEqual(
      told.map((page) => page.match(example)),
      chinese.map((page) => page.match(example)),
    );
    for (const page of told) assert.match(page, /^### 查什麼$[\s\S]*^### 為什麼$[\s\S]*^### 怎麼改$/mu);
    assert.ok(rulePage('problems-empty')?.includes('### 侷限\n\n內容是否空泛、是否照抄上年，這裡不查。\n'));
  });

  it('is Chinese as it is written', async () => {
    await speakHere('en');
    await speakHere('zh-CN');
    assert.deepEqual(pages(), chinese);
    for (const [index, { family }] of rules.entries())
      assert.ok(familyPages[family]?.includes(chinese[index] ?? '!'));
  });
});
