import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { reportOf } from './facts';

/** What a paragraph may be made of over and over: each hangs on much that stands before it. */
const pieces = [
  '占4.8%，',
  '占4.8%、',
  '4.8%、',
  '分别占4.8%、3.1%，',
  '在6件中，',
  '6件，其中2件、4件，',
  '2件、4件，共6件，',
  '6件（4件、2件），',
  '200条信息分为',
  '收到申请6件，办结',
  '办结5件，公开率80.5%，',
  '依申请公开办结率95.2%，',
  '七成由企业提出，',
  '收回6件，回收率4.8%，',
  '2022年6件，2023年8件，增长4.8%，',
  '占比6%，较上年的4%提高2个百分点，',
  '逐年上升，',
  '未发生行政复议、',
  '零复议、',
  '同比增加2件，增长4.8%，',
  '行政许可97件，同比增加2件，',
  '三类决定中，予以公开占4.8%、',
  '占比由4.8%升至6.2%，',
  '不予公开6件，较上年增加2件，占4.8%，',
  '对6件申请作区分处理，',
  '申请人多次提出的6件重复申请，',
];
const length = 24_000;

/** Lines of one paragraph, which a check of the whole sentence that is asked again for each clause would read as often. */
const lines = {
  'shares without a number before them': `${'动态类占40%、'.repeat(80)}\n`,
  'lists of outcomes': '依申请公开30件，不予公开180件，\n',
};

const mismatches = (overview: string): string[] =>
  analyze(reportOf('small', overview))
    .findings.filter(({ rule }) => rule.endsWith('-mismatch'))
    .map(({ message }) => message);

/** How long an overview takes to be read, in milliseconds: of two times the quicker one, since a machine has others to serve. */
const timeOf = (overview: string): number => {
  const text = reportOf('small', overview);
  const times = Array.from({ length: 2 }, () => {
    const started = performance.now();
    analyze(text);
    return performance.now() - started;
  });
  return Math.min(...times);
};

describe('a paragraph that says the same over and over', function () {
  this.timeout(60_000);

  for (const piece of pieces) {
    it(`is read in no longer than it is long: ${piece}`, () => {
      const took = timeOf(piece.repeat(length / piece.length));
      assert.ok(took < 3_000, `${took.toFixed(0)} ms`);
    });
  }

  for (const [what, line] of Object.entries(lines)) {
    it(`is read in no longer than it is long where its lines are ${what}`, () => {
      const [long = 0, short = 0] = [16, 1].map((factor) =>
        timeOf(line.repeat((factor * length) / 4 / line.length)),
      );
      assert.ok(
        long < 40 * short + 300,
        `${short.toFixed(0)} ms, sixteen times as long ${long.toFixed(0)} ms`,
      );
    });
  }

  it('has what agrees asked once what would differ if figures were moved, however often it says the same', () => {
    const many = '全年收到政府信息公开申请8件，办结8件，自然人6件，企业2件，予以公开3件。\n'.repeat(1500);
    const right = timeOf(many);
    const wrong = timeOf(`依申请公开不予公开5件，无法提供4件。\n${many}`);
    assert.ok(wrong < 4 * right + 500, `${right.toFixed(0)} ms, with two mistakes ${wrong.toFixed(0)} ms`);
  });

  for (const piece of ['分别占40%、60%。', '40%、60%。', '占40%、60%，', '分别为40%和60%']) {
    it(`comes to an end where nothing stands before it: ${piece}`, () => {
      assert.deepEqual(mismatches(`${piece}\n${piece}`), []);
    });
  }

  it('is told and mended in no longer than it is long, where each sentence is wrong in its own way', () => {
    const wrong = Array.from(
      { length: 600 },
      (_, index) =>
        `全年收到政府信息公开申请${100 + index}件，同比增长${index}%，予以公开${50 + index}件，占${index % 100}%。`,
    );
    const started = performance.now();
    const { findings } = analyze(reportOf('small', wrong.join('\n')));
    const told = performance.now() - started;
    assert.ok(findings.length > 1200, `${findings.length}`);
    assert.ok(told < 3_000, `told in ${told.toFixed(0)} ms`);
    const repairs = findings.flatMap((finding) => finding.repairs);
    const mended = performance.now() - started - told;
    assert.ok(repairs.length > 0);
    assert.ok(mended < 6_000, `mended in ${mended.toFixed(0)} ms`);
  });

  it('has its repairs tried when they are asked for, and once', () => {
    const { findings } = analyze(reportOf('small', '全年收到政府信息公开申请7件，予以公开3件，占90%。'));
    const open = findings.filter((finding) => Object.getOwnPropertyDescriptor(finding, 'repairs')?.get);
    assert.ok(open.length > 0);
    for (const finding of open) assert.equal(finding.repairs, finding.repairs);
  });
});
