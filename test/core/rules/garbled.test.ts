import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { parseReport } from '../../../server/parse/parse';
import { runRules } from '../../../server/rules/check';
import garbledText from '../../../server/rules/residue/garbled-text';

const found = (text: string): string[] =>
  runRules([garbledText], { report: parseReport(text), text }, {}).map(({ span }) =>
    text.slice(span.start, span.end),
  );

const before = '某县教育局2023年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息120条。\n';
const after = '\n六、其他需要报告的事项\n本年度未收取信息处理费。\n';
const paragraph =
  '（一）主动公开。2023年，我局全年公开各类政府信息，涉及规划计划、行政许可、财政预决算等，做到应公开尽公开，内容准确。';

const asUtf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const asGbk = (text: string): Buffer => iconv.encode(text, 'gbk');

const ways: Readonly<Record<string, (text: string) => string>> = {
  'UTF-8 read as GBK': (text) => iconv.decode(asUtf8(text), 'gbk'),
  'UTF-8 read as Windows-1252': (text) => iconv.decode(asUtf8(text), 'windows1252'),
  'UTF-8 read as Latin-1': (text) => asUtf8(text).toString('latin1'),
  'GBK read as Windows-1252': (text) => iconv.decode(asGbk(text), 'windows1252'),
  'GBK read as UTF-8': (text) => asGbk(text).toString('utf8'),
  'GBK read as UTF-8, saved, and read as GBK': (text) =>
    iconv.decode(asUtf8(asGbk(text).toString('utf8')), 'gbk'),
  'GBK that lost its first byte': (text) => `?${iconv.decode(asGbk(text).subarray(1), 'gbk')}`,
};

describe('garbled text', () => {
  for (const [name, garble] of Object.entries(ways)) {
    it(`is found once: ${name}`, () => {
      const garbled = garble(paragraph);
      const places = found(before + garbled + after);
      assert.equal(places.length, 1, garbled);
      assert.ok(garbled.includes(places[0] ?? '-'));
    });
  }

  it('is found once for several lines, and again further on', () => {
    const garble = ways['UTF-8 read as GBK'] ?? String;
    const lines = `${garble(paragraph)}\n${garble(paragraph)}`;
    assert.deepEqual(found(`${before}${lines}\n${paragraph.repeat(3)}\n${lines}${after}`), [lines, lines]);
  });

  for (const text of [
    '张骞路、淇河、璇玑台、浜河、鍏昌路、缁云镇、寮步镇等社区公开信息。',
    '本機關依申請公開政府信息，數(shù)量詳見附表；鐨、銆、錢、鎮、鎭、鍘、缽、窯各一。',
    '收費標準：￥12.5、£3、±5%、×××××××××、········、100㎡、25℃、§3、¶、°。',
    '注音：ㄅㄆㄇㄈ，第ㄧ項。',
    '┌──┬──┐\n│规章│ 0 │\n└──┴──┘',
    '┏━━┳━━┓\n┃规章┃ 0 ┃\n┗━━┻━━┛',
    'Öffentlichkeitsarbeit, café, naïve, São Paulo, Ångström, æther',
    '有什么问题?。（原文如此）',
  ]) {
    it(`is not: ${text.slice(0, 20)}`, () => assert.deepEqual(found(before + text + after), []));
  }
});
