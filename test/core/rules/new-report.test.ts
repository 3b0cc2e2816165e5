import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { verdictOn } from '../../../server/features/explaining/verdict';
import { newReport } from '../../../server/features/writing/new-report';
import { cellAt } from '../../../server/form/form';
import type { Writing } from '../../../server/rules/draft';
import { samples } from '../features/fixtures';
import { expanded } from '../support/snippet';

const writings: readonly Writing[] = ['open', 'changed', 'saved'];
const layouts = ['tab', 'pipe', 'markdown'] as const;

/** What is found: the message of a draft, the rule and message of anything else. */
const found = ({ findings }: Analysis): string[] =>
  findings.map(({ rule, message }) => (rule === 'unfinished-draft' ? message : `${rule} ${message}`));

const insert = (text: string, behind: string, words: string): string => {
  const at = text.indexOf(behind) + behind.length;
  assert.ok(at >= behind.length, behind);
  return text.slice(0, at) + words + text.slice(at);
};

function fill(text: string, path: string, figure: string): string {
  const { form, cells } = analyze(text).report;
  const { start, end } = cells[cellAt(form, path)]?.span ?? assert.fail(path);
  return text.slice(0, start) + figure + text.slice(end);
}

describe('a new report in which nobody has written', () => {
  for (const layout of layouts) {
    for (const year of [2019, 2020, 2023, 2025]) {
      const text = expanded(newReport({ agency: '某县水务局', year, layout }));
      for (const writing of writings) {
        it(`on ${year} set with ${layout} is a draft where it is ${writing}`, () => {
          const analysis = analyze(text, { writing });
          assert.deepEqual(found(analysis), ['正在起草：还差第一、第五、第六部分的内容']);
          assert.equal(verdictOn([analysis]).text, '年报 … 起草中');
        });
      }
    }
  }

  const written: readonly (readonly [behind: string, words: string])[] = [
    [
      '（二）依申请公开。',
      '本年度新收政府信息公开申请7件，上年结转2件，予以公开6件，结转下年度继续办理3件。',
    ],
    ['（一）主动公开。', '全年制发行政规范性文件3件，作出行政许可决定20件。'],
  ];
  const figures: readonly (readonly [path: string, figure: string])[] = [
    ['proactiveDisclosure.normativeDocuments.issued', '3'],
    ['proactiveDisclosure.administrativeLicenses', '20'],
    ['applications.received.naturalPerson', '5'],
    ['applications.received.commercialEnterprise', '2'],
    ['applications.received.total', '7'],
    ['applications.carriedOver.naturalPerson', '2'],
    ['applications.results.granted.naturalPerson', '6'],
    ['applications.results.granted.total', '6'],
    ['applications.results.total.naturalPerson', '6'],
    ['applications.results.total.total', '6'],
    ['applications.carriedForward.naturalPerson', '1'],
    ['applications.carriedForward.commercialEnterprise', '2'],
    ['applications.carriedForward.total', '3'],
  ];
  const rest: readonly (readonly [behind: string, words: string])[] = [
    ['（三）政府信息管理。', '逐件审查，及时清理。'],
    ['（四）政府信息公开平台建设。', '门户网站的专栏改版。'],
    ['（五）监督保障。', '组织培训，纳入考核。'],
    ['（一）存在的主要问题。', '公开的内容还不够丰富，更新不够及时。'],
    ['（二）改进情况。', '加强学习，按时更新。'],
    ['收取信息处理费的情况：', '本年度没有收取信息处理费。'],
  ];

  for (const layout of layouts) {
    it(`set with ${layout} has nothing wrong at any step of its writing, and is none at its end`, () => {
      const [sample] = samples.filter(({ name }) => name.startsWith('望舒区城市管理局2023'));
      const lastYear = analyze(sample?.text ?? assert.fail()).report;
      let text = expanded(newReport({ agency: '望舒区城市管理局', year: 2024, layout, lastYear }));
      const steps = [
        ...written.map(
          ([behind, words]) =>
            () =>
              insert(text, behind, words),
        ),
        ...figures.map(
          ([path, figure]) =>
            () =>
              fill(text, path, figure),
        ),
        ...rest.map(
          ([behind, words]) =>
            () =>
              insert(text, behind, words),
        ),
      ];
      for (const [at, step] of steps.entries()) {
        text = step();
        const all = found(analyze(text, { writing: 'changed' }));
        const isLast = at === steps.length - 1;
        assert.equal(all.length, isLast ? 0 : 1, all.join('\n'));
        assert.ok(all.every((each) => each.startsWith('正在起草：还差')));
      }
      assert.equal(verdictOn([analyze(text, { writing: 'changed' })]).text, '年报 ✓ 42/42');
    });
  }

  it('has what is wrong in it once somebody has gone on from there', () => {
    let text = expanded(newReport({ agency: '某局', year: 2024, layout: 'tab' }));
    text = fill(text, 'applications.received.naturalPerson', '5');
    text = fill(text, 'applications.received.total', '6');
    assert.deepEqual(
      analyze(text, { writing: 'changed' }).findings.map(({ rule }) => rule),
      ['row-total', 'unfinished-draft'],
    );
  });

  it('is judged in full once it is signed, and where nobody writes it', () => {
    const text = expanded(newReport({ agency: '某局', year: 2024, layout: 'tab' }));
    const rules = (of: string, writing?: Writing): string[] =>
      analyze(of, { writing }).findings.map(({ rule }) => rule);
    assert.ok(!rules(text).includes('unfinished-draft'));
    assert.ok(!rules(`${text}某局\n2025年1月20日\n`, 'saved').includes('unfinished-draft'));
  });

  it('is what no report looks like that is finished', () => {
    for (const { name, text } of samples) {
      for (const writing of writings) {
        const { findings, report } = analyze(text, { writing });
        if (report.sections.filter(({ heading }) => heading).length < 6) continue;
        assert.ok(!findings.some(({ rule }) => rule === 'unfinished-draft'), `${name} ${writing}`);
      }
    }
  });

  const sixth: readonly (readonly [words: string, isDraft: boolean])[] = [
    ['收取信息处理费的情况：', true],
    ['（一）收取信息处理费情况', true],
    ['1.信息处理费收取情况。\n2.其他需要报告的事项', true],
    ['无', false],
    ['（一）无。', false],
    ['收取信息处理费的情况：无', false],
    ['收取信息处理费的情况：0元', false],
    ['（一）收取信息处理费情况\n本机关没有收取信息处理费。', false],
    ['没有其他需要报告的事项。', false],
    ['1.未收取信息处理费', false],
  ];
  for (const [words, isDraft] of sixth) {
    it(`is one where the last part says ${JSON.stringify(words)}: ${isDraft}`, () => {
      let text = expanded(newReport({ agency: '某局', year: 2024, layout: 'pipe' }));
      text = text.replace('收取信息处理费的情况：', words);
      for (const [behind, each] of rest.slice(0, -1)) text = insert(text, behind, each);
      text = insert(text, '（一）主动公开。', '公开信息。');
      text = insert(text, '（二）依申请公开。', '没有收到申请。');
      const all = found(analyze(text, { writing: 'saved' }));
      assert.equal(
        all.some((each) => each.startsWith('正在起草')),
        isDraft,
        all.join('\n'),
      );
    });
  }
});
