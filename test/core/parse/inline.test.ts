import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { applyEdits } from '../../../server/report/finding';
import { layoutCalled, layouts } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

/** The sections of a text as `id wording`, and what each says without blanks. */
function sections(text: string): readonly (readonly [heading: string, body: string])[] {
  return parseReport(text).sections.map(({ id, heading, body }) => {
    const wording = heading ? text.slice(heading.wording.start, heading.wording.end) : '';
    return [`${id} ${bare(wording)}`, bare(text.slice(body.start, body.end))];
  });
}

const bare = (text: string): string => text.replace(/\s/g, '');

/** How copies lose and move line breaks, and nothing else. */
const ways: Readonly<Record<string, (text: string) => string>> = {
  'with blanks for all line breaks': (text) => text.replace(/\s*\n\s*/g, ' '),
  'with wide blanks for all line breaks': (text) => text.replace(/\s*\n\s*/g, '\u3000'),
  'with sentences joined': (text) => text.replace(/(?<=[。！；])\s*\n\s*/g, ''),
  'with headings glued to what follows': (text) =>
    text.replace(/^([一二三四五六]、(?:总体|主动|收到|政府|存在|其他)[^\n]*?)\s*\n\s*/gm, '$1'),
  'with headings glued to what stands before': (text) =>
    text.replace(/\n\s*(?=[一二三四五六]、(?:总体|主动|收到|政府|存在|其他))/g, ''),
  'with headings over two lines': (text) =>
    text.replace(/^([一二三四五六]、[^\n]{2,6})(?=[^\n]*情况)/gm, '$1\n'),
};

describe('headings inside lines', function () {
  // Every layout is read in every way.
  this.timeout(20_000);

  for (const [way, change] of Object.entries(ways)) {
    it(`are found ${way}`, () => {
      for (const layout of layouts) {
        // Source of a page and a table with quotes do not lose their lines.
        if (/html|csv|json/.test(layout.id)) continue;
        const text = layout.render(sheetOf(3, 30));
        const expected = sections(text).map(([heading]) => heading);
        const found = sections(change(text)).map(([heading]) => heading);
        assert.deepEqual(found, expected, layout.id);
      }
    });
  }

  const prose = '这一年的工作平稳有序，群众的意见得到了认真对待，各项安排都已落实到位，没有出现差错。';
  const numbered = ['一、总体情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'];

  it('bound the texts of sections', () => {
    const text = numbered.map((heading) => `${heading} ${prose}`).join(' ');
    assert.deepEqual(sections(text), [
      ['overview 总体情况', prose],
      ['problems 存在的主要问题及改进情况', prose],
      ['otherMatters 其他需要报告的事项', prose],
    ]);
  });

  for (const mention of [
    '详见“五、存在的主要问题及改进情况”一节。',
    '详见五、存在的主要问题及改进情况。',
    '（见六、其他需要报告的事项）',
    '分为一、总体情况，五、存在的主要问题及改进情况，六、其他需要报告的事项三部分。',
    '按照《六、其他需要报告的事项》的要求填写。',
    '信息处理费在六、其他需要报告的事项中说明。',
    '在五、存在的主要问题及改进情况的第二段说明。',
  ]) {
    it(`are not what a sentence mentions: ${mention}`, () => {
      const text = `一、总体情况\n${prose}${mention}${prose}\n二、主动公开政府信息情况\n规章 0 0 0\n`;
      assert.deepEqual(
        sections(text).map(([heading]) => heading),
        ['overview 总体情况', 'proactiveDisclosure 主动公开政府信息情况'],
      );
    });
  }

  it('are not those of a table of contents in one line', () => {
    const contents = `目录 ${numbered.map((heading, at) => `${heading}……${at + 1}`).join(' ')} `;
    const text = contents + numbered.map((heading) => `${heading} ${prose}`).join(' ');
    assert.deepEqual(
      sections(text).map(([, body]) => body),
      [prose, prose, prose],
    );
  });

  it('are missed where they are lost, and only there', () => {
    for (const lost of numbered) {
      const text = numbered
        .filter((heading) => heading !== lost)
        .map((heading) => `${heading} ${prose}`)
        .join(' ');
      const missing = analyze(text)
        .findings.filter(({ rule }) => rule === 'missing-section')
        .map(({ message }) => numbered.filter((heading) => message.includes(heading)).join(''));
      assert.deepEqual(missing.filter(Boolean), [lost]);
    }
  });

  it('are mended where they are missed, and nothing before them moves', () => {
    const whole = layoutCalled('cells-tab')
      .render(sheetOf(3, 30))
      .replace(/\s*\n\s*/g, ' ');
    const text = whole.replace('三、收到和处理政府信息公开申请情况', '');
    const { findings } = analyze(text);
    const offered = findings.flatMap(({ rule, repairs }) => (rule === 'missing-section' ? repairs : []));
    // A line of its own in running text is looked at first.
    assert.deepEqual(
      offered.map(({ confidence }) => confidence),
      ['possible'],
    );
    for (const { edits } of offered) {
      const mended = applyEdits(text, edits);
      assert.deepEqual(sections(mended), sections(whole));
    }
  });
});
