import assert from 'node:assert/strict';
import { citedInEnglish } from '../../../server/tongues/citations';

const titles: Readonly<Record<string, string>> = {
  '《政府信息公开条例》': 'Regulation on Disclosure',
  '《行政复议法》（2023年修订）': 'Reconsideration Law (revised 2023)',
  '《行政诉讼法》': 'Litigation Law',
  '国办发〔2018〕37号': 'document 37',
};
const inEnglish = (text: string): string | undefined => citedInEnglish(text, (title) => titles[title]);

describe('citations in English', () => {
  for (const [text, english] of [
    ['《政府信息公开条例》第三十三条', 'Regulation on Disclosure, art. 33'],
    ['《政府信息公开条例》第三十六条第（三）项', 'Regulation on Disclosure, art. 36 item (3)'],
    ['《政府信息公开条例》第五十条第一款第（二）项', 'Regulation on Disclosure, art. 50 para. 1 item (2)'],
    ['《政府信息公开条例》第三十六条第（四）（五）项', 'Regulation on Disclosure, art. 36 items (4) and (5)'],
    [
      '《政府信息公开条例》第二十条第（一）（五）（六）（八）项',
      'Regulation on Disclosure, art. 20 items (1), (5), (6) and (8)',
    ],
    ['《行政诉讼法》第二十八条第一款第（二）至（四）项', 'Litigation Law, art. 28 para. 1 items (2) to (4)'],
    ['《行政诉讼法》第二十六条、第四十四条第一款', 'Litigation Law, arts. 26, 44 para. 1'],
    ['《行政诉讼法》第三十五条至第三十九条、第一百零二条', 'Litigation Law, arts. 35 to 39, 102'],
    [
      '《行政复议法》（2023年修订）第十一条第（十四）项',
      'Reconsideration Law (revised 2023), art. 11 item (14)',
    ],
    [
      '国办发〔2018〕37号；《政府信息公开条例》第二十条；《行政诉讼法》第六十九条',
      'document 37; Regulation on Disclosure, art. 20; Litigation Law, art. 69',
    ],
    ['《行政诉讼法》', 'Litigation Law'],
    ['第二十条第(一)项', 'art. 20 item (1)'],
    ['第33条', 'art. 33'],
  ] as const)
    it(`say ${text}`, () => assert.equal(inEnglish(text), english));

  for (const text of [
    '《民法典》第五十四条',
    '《行政诉讼法》；《民法典》第五十四条',
    '《行政诉讼法》第二十六条、本条例',
    '《行政诉讼法》第二十六条的规定',
    '第二十条和第三十条',
    '；',
    '',
  ])
    it(`do not say “${text}”, which is none or of a law without English`, () =>
      assert.equal(inEnglish(text), undefined));
});
