import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';

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

  it('may be lost: what stands in a section shows where it begins', () => {
    const text = `${table('')}\n五、存在的主要问题及改进情况\n${prose}`;
    assert.deepEqual(
      parseReport(text).sections.map(({ id, heading }) => `${id} ${heading !== undefined}`),
      ['proactiveDisclosure false', 'problems true'],
    );
  });
});
