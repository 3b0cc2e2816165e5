import assert from 'node:assert/strict';
import { guideOf } from '../../../server/form/guide';
import type { Basis, Explanation } from '../../../server/form/guide-basis';
import { said } from '../../../server/text/say';
import { speakHere } from '../../../server/workspace/tongue';

const explanations: readonly Explanation[] = (['2021', '2019'] as const)
  .flatMap((edition) => [2023, 2024].map((year) => guideOf(edition, year)))
  .flatMap(({ sections, groups, rows, columns }) => [
    ...Object.values(sections),
    ...Object.values(groups),
    ...Object.values(rows),
    ...Object.values(columns).flatMap((each) => Object.values(each)),
  ]);
const shown = (basis: readonly Basis[]): string[] => basis.map(({ text }) => text);
const texts = [
  ...new Set(
    explanations.flatMap(({ counts, confusions, questions = [], basis }) => [
      ...[counts, ...confusions, ...shown(basis)],
      ...questions.flatMap(({ asked, answer, basis: its }) => [asked, answer, ...shown(its)]),
    ]),
  ),
];

describe('the explanations of the form', () => {
  afterEach(() => speakHere('zh-CN'));

  it('are told in English, citations too', async () => {
    await speakHere('en');
    assert.ok(texts.length > 300);
    assert.deepEqual(
      texts.filter((text) => said(text) === text),
      [],
    );
  });

  it('name no other number in English', async () => {
    await speakHere('en');
    const numbers = (text: string): string => (text.match(/\d{2,}/gu) ?? []).sort().join();
    const told = texts.filter((text) => !/《|第[一二三四五六七八九十]+条/u.test(text));
    assert.deepEqual(
      told.filter((text) => numbers(withoutDates(text)) !== numbers(withoutDates(said(text)))),
      [],
    );
  });

  it('are told in traditional characters without what opencc has wrong', async () => {
    await speakHere('zh-TW');
    const wrong = /[佈隻錶]|複議|製定|不準予|準不準|注一句|裏|檔案|資料夾|資訊|程式/u;
    assert.deepEqual(
      texts.map(said).filter((text) => wrong.test(text)),
      [],
    );
    assert.equal(said('《行政复议法》（2023年修订）第二十三条'), '《行政復議法》（2023年修訂）第二十三條');
  });
});

/** Dates and units are told in other words: 12月31日, 31 December. */
const withoutDates = (text: string): string =>
  text.replace(/1月1日|12月31日|1 January|31 December|10,000|10000|万元|一万倍/gu, '');
