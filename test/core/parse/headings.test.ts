import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { flawless, numerals, withHeadings } from '../support/headings';

const prose = '这一年的工作平稳有序，群众的意见得到了认真对待，各项安排都已落实到位，没有出现差错。';
const table = (name: string): string =>
  `${name}\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 0 0 0\n行政许可 3`;

/** The headings that are found in a text, each as `id number|wording`. */
const headings = (text: string): string[] =>
  parseReport(text).sections.flatMap(({ id, heading }) => {
    if (!heading) return [];
    assert.deepEqual(heading.span, { start: heading.number.start, end: heading.wording.end });
    const [number, wording] = [heading.number, heading.wording].map(({ start, end }) =>
      text.slice(start, end),
    );
    return [`${id} ${number}|${wording}`];
  });

const report = (titles: readonly string[]): string =>
  titles.map((title) => (title.includes('主动公开政府') ? table(title) : `${title}\n${prose}`)).join('\n');

describe('headings of sections', () => {
  it('are found by their wording, whatever their number', () => {
    const text = report([
      '一、总体情况',
      '（二）主动公开政府信息情况',
      '3、收到和处理政府信息公开申请情况',
      '四)政府信息公开行政复议、行政诉讼情况',
      '存在的主要问题及改进情况',
      '6、 其他需要报告的事项',
    ]);
    assert.deepEqual(headings(text), [
      'overview 一、|总体情况',
      'proactiveDisclosure （二）|主动公开政府信息情况',
      'applications 3、|收到和处理政府信息公开申请情况',
      'disputes 四)|政府信息公开行政复议、行政诉讼情况',
      'problems |存在的主要问题及改进情况',
      'otherMatters 6、|其他需要报告的事项',
    ]);
  });

  it('are found in other wordings and with misread characters', () => {
    const text = report([
      '一、总体概况',
      '二、主动公开政府政府情况',
      '三、收到和处理政府信息公开申清情况',
      '四、因政府信息公开工作被申请行政复议提起行政诉讼的情况',
      '五、政府信息公开工作存在的问题及改进措施',
      '六、其他事项',
    ]);
    assert.equal(headings(text).length, 6);
  });

  it('are found in traditional characters with glosses', () => {
    const text = report([
      '一、總體情況',
      '二、主動公開政府信息情況',
      '五、存在的主要問題及改進情況',
      '六、其他需要報告的事項',
    ]).replace('動', '動(dòng)');
    assert.deepEqual(
      parseReport(text).sections.flatMap(({ id, heading }) => (heading ? [id] : [])),
      ['overview', 'proactiveDisclosure', 'problems', 'otherMatters'],
    );
  });

  it('end where their wording ends when the text goes on in the line', () => {
    const text = report([
      '一、总体情况',
      '五、存在的主要问题及改进情况。一是更新偏慢，二是解读不多。',
      '六、其他需要报告的事项',
    ]);
    assert.deepEqual(headings(text)[1], 'problems 五、|存在的主要问题及改进情况');
  });

  it('are not taken from a table of contents', () => {
    const titles = [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ];
    const text = `目录\n${titles.join('\n')}\n\n${report(titles)}`;
    const first = parseReport(text).sections[0];
    assert.equal(first?.heading?.span.start, text.lastIndexOf('一、总体情况'));
  });

  it('are not taken from the narrative of the first section', () => {
    const text = report([
      '一、总体情况',
      '（一）主动公开情况',
      '二、主动公开政府信息情况',
      '五、存在的主要问题及改进情况',
    ]);
    assert.deepEqual(headings(text), [
      'overview 一、|总体情况',
      'proactiveDisclosure 二、|主动公开政府信息情况',
      'problems 五、|存在的主要问题及改进情况',
    ]);
  });

  it('of a second numbering behind a narrative with its own are the ones above the tables', () => {
    const text = `一、概述\n${prose}\n二、工作机制\n${prose}\n三、主动公开工作情况\n${prose}\n${table('一、主动公开政府信息情况')}\n二、收到和处理政府信息公开申请情况\n五、其他需要报告的事项\n${prose}`;
    const found = parseReport(text).sections.find(({ id }) => id === 'proactiveDisclosure');
    assert.equal(found?.heading?.span.start, text.indexOf('一、主动公开政府信息情况'));
  });

  it('with other words than the form’s are looked for behind one that its own words tell', () => {
    const text = report([
      '一、总体情况',
      '四、政府信息公开行政复议、行政诉讼情况\n六、另有两件的说明附后。',
      '2023年存在的主要问题及改进情况',
      '六、有关说明',
    ]);
    assert.deepEqual(headings(text).slice(2), [
      'problems |2023年存在的主要问题及改进情况',
      'otherMatters 六、|有关说明',
    ]);
  });

  it('may be lost: what stands in a section shows where it begins', () => {
    const text = `${table('')}\n五、存在的主要问题及改进情况\n${prose}`;
    assert.deepEqual(
      parseReport(text).sections.map(({ id, heading }) => `${id} ${heading !== undefined}`),
      ['proactiveDisclosure false', 'problems true'],
    );
  });
});

const numbered = (print: (wording: string, number: string) => string): string =>
  withHeadings((wording, index) => print(wording, `${numerals[index]}、`));

const worded = (...wordings: readonly string[]): string =>
  withHeadings((wording, index) => `${numerals[index]}、${wordings[index] ?? wording}`);

const printed: Readonly<Record<string, string>> = {
  'without numbers': withHeadings((wording) => wording),
  'numbered anew': withHeadings((wording, index) => `${numerals[index % 2]}、${wording}`),
  'numbered 1.': withHeadings((wording, index) => `${index + 1}.${wording}`),
  'numbered 1 and a blank': withHeadings((wording, index) => `${index + 1} ${wording}`),
  'numbered 一)': withHeadings((wording, index) => `${numerals[index]})${wording}`),
  'numbered （一）': withHeadings((wording, index) => `（${numerals[index]}）${wording}`),
  'numbered 第一部分': withHeadings((wording, index) => `第${numerals[index]}部分 ${wording}`),
  'numbered 壹、': withHeadings((wording, index) => `${'壹贰叁肆伍陆'[index]}、${wording}`),
  'numbered Ⅰ.': withHeadings((wording, index) => `${'ⅠⅡⅢⅣⅤⅥ'[index]}.${wording}`),
  'numbered 一 and a wide blank': withHeadings((wording, index) => `${numerals[index]}\u3000${wording}`),
  'numbered 一 and nothing': withHeadings((wording, index) => `${numerals[index]}${wording}`),
  'in Markdown': numbered((wording, number) => `## ${number}${wording}`),
  'in bold': numbered((wording, number) => `### **${number}${wording}**`),
  'in half bold': numbered((wording, number) => `**${number}**${wording}`),
  'in thick brackets': numbered((wording, number) => `【${number}${wording}】`),
  'in thick brackets without numbers': withHeadings((wording) => `【${wording}】`),
  'behind a dot': numbered((wording, number) => `● ${number}${wording}`),
  'behind a square without numbers': withHeadings((wording) => `■${wording}`),
  'between stars': withHeadings((wording) => `★ ${wording} ★`),
  'between strokes': numbered((wording, number) => `—— ${number}${wording} ——`),
  'with blanks between characters': numbered((wording, number) => number + [...wording].join(' ')),
  'with wide gaps between characters': numbered((wording, number) => number + [...wording].join('  ')),
  'over two lines': numbered((wording, number) => `${number}${wording.slice(0, 2)}\n${wording.slice(2)}`),
  'below their numbers': numbered((wording, number) => `${number}\n${wording}`),
  'over two lines without numbers': withHeadings((wording) => `${wording.slice(0, 2)}\n${wording.slice(2)}`),
  'with a colon': numbered((wording, number) => `${number}${wording}：`),
  'with the year behind': numbered((wording, number) => `${number}${wording}（2023年度）`),
  'with the year before': numbered((wording, number) => `${number}2023年${wording}`),
  'with words before': numbered((wording, number) => `${number}政府信息公开工作${wording}`),
  'in short': worded(
    '总体工作情况',
    '主动公开情况',
    '依申请公开情况',
    '复议诉讼情况',
    '存在问题和改进措施',
    '其他需要报告事项',
  ),
  'in other words': worded(
    '基本情况',
    '政府信息主动公开情况',
    '政府信息公开申请办理情况',
    '行政复议、行政诉讼情况',
    '存在的问题和改进措施',
    '需要说明的其他事项',
  ),
  'in more words': worded(
    '本年度工作总体情况',
    '主动公开政府信息有关情况',
    '依申请公开工作情况',
    '被申请行政复议、提起行政诉讼情况',
    '政府信息公开工作存在的问题和下一步改进措施',
    '需要报告的其他情况',
  ),
  'in Taiwan usage': worded(
    '總體情況',
    '主動公開政府資訊情況',
    '收到和處理政府資訊公開申請情況',
    '政府資訊公開行政複議、行政訴訟情況',
    '存在的主要問題及改進情況',
    '其他需要報告的事項',
  ),
};

describe('headings as they are printed', () => {
  const texts = (text: string): string[] =>
    parseReport(text).sections.map(
      ({ id, heading, body }) =>
        `${id} ${heading !== undefined} ${text.slice(body.start, body.end).replace(/\s/g, '')}`,
    );
  const expected = texts(flawless);

  for (const [how, text] of Object.entries(printed))
    it(`bound the same texts ${how}`, () => assert.deepEqual(texts(text), expected));

  it('are not the sub-points of section one, where those of the tables are lost', () => {
    const points = ['主动公开情况', '依申请公开情况', '政府信息管理情况'];
    for (const number of [(at: number) => `${numerals[at]}、`, (at: number) => `${at + 1}.`, () => '']) {
      const text = withHeadings((wording, index) =>
        index === 0
          ? `一、总体情况\n${points.map((point, at) => `${number(at)}${point}\n${prose}`).join('\n')}`
          : index < 3
            ? ''
            : `${numerals[index]}、${wording}`,
      );
      assert.deepEqual(
        parseReport(text).sections.map(({ id, heading }) => `${id} ${heading !== undefined}`),
        ['overview true', 'proactiveDisclosure false', 'applications false'].concat(
          ['disputes', 'problems', 'otherMatters'].map((id) => `${id} true`),
        ),
      );
    }
  });
});
