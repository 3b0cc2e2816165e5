import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { agreementOf } from '../../../server/report/agreement';
import type { Claim } from '../../../server/report/claim';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { cases } from './cases';
import { reportOf } from './facts';

/** Speak of how much a section says, not of what. */
const rules = { 'overview-aspects': 'off', 'overview-empty': 'off' } as const;
const families = /^(?:claim|parts|share|change)-mismatch$/u;

/** Findings as they are told apart before and after an edit: what an edit changes in front of them moves their place. */
const named = ({ rule, message }: Finding): string => `${rule} ${message}`;

/**
 * Applies every repair of what is said about sentences and reads the text again: the finding is gone, no other has come, and what
 * the repair has written agrees. Answers how many repairs there were.
 */
function assertMends(text: string): number {
  const { findings } = analyze(text, { rules });
  let repairs = 0;
  for (const finding of findings.filter(({ rule }) => families.test(rule))) {
    for (const { title, edits } of finding.repairs) {
      repairs++;
      const mended = applyEdits(text, edits);
      const after = analyze(mended, { rules });
      const where = `${title} in ${mended.split('\n', 4).join('⏎')}`;
      assert.ok(!after.findings.some((each) => named(each) === named(finding)), `still there: ${where}`);
      const known = new Set(findings.map(named));
      const fresh = after.findings.filter((each) => !known.has(named(each)));
      assert.deepEqual(fresh.map(named), [], where);
      for (const claim of claimsBehind(finding, after.report.claims))
        assert.equal(agreementOf(after.report, claim), 'agrees', where);
    }
  }
  return repairs;
}

/** The claims that stand where a finding about one did. */
const claimsBehind = ({ rule, span }: Finding, claims: readonly Claim[]): Claim[] =>
  rule === 'claim-mismatch'
    ? claims.filter(({ loose }) => loose.start <= span.start && span.start <= loose.end)
    : [];

describe('a repair of a sentence', function () {
  this.timeout(300_000);

  it('mends it and harms nothing: the corpora', () => {
    let repairs = 0;
    for (const { text } of cases) repairs += assertMends(text);
    assert.ok(repairs > 300, `${repairs}`);
  });

  for (const number of [
    '125万',
    '1万',
    '１２５万',
    '1,250,000',
    '１，２５０',
    '五千多',
    '约9万',
    '9万余',
    '12余万',
    '超过3亿',
    '不足1千',
    '近十',
    '8百',
  ]) {
    it(`states what the table does: ${number}`, () => {
      for (const sentence of [
        `全市作出行政许可决定${number}件。`,
        `全市办结政府信息公开申请${number}件。`,
        `全市收到政府信息公开申请${number}件。`,
      ])
        assert.ok(assertMends(reportOf('city', sentence)) > 0, sentence);
    });
  }

  for (const [sentence, mended] of [
    // What is wrong is told once, and the shares that were right stay; those worked out from it go along.
    [
      '（二）依申请公开。办结2480件，其中予以公开⟦114⟧件，占45.97%；部分公开400件，占16.13%。',
      '予以公开1140件，占45.97%；部分公开400件，占16.13%。',
    ],
    [
      '（二）依申请公开。办结2480件，其中予以公开⟦114⟧件，占4.60%；部分公开400件，占16.13%。',
      '予以公开1140件，占45.97%；部分公开400件，占16.13%。',
    ],
    [
      '（二）依申请公开。办结⟦2840⟧件，其中予以公开1140件，占45.97%。',
      '办结2480件，其中予以公开1140件，占45.97%。',
    ],
    [
      '（二）依申请公开。办结2480件，包括上年结转60件。其中，予以公开1140件，占⟦54.97⟧%。',
      '予以公开1140件，占45.97%。',
    ],
    [
      '（二）依申请公开。收到申请2500件，涉及规划类500件、土地类1500件、房屋类500件。其中，部分公开400件，占⟦38⟧%。',
      '部分公开400件，占16%。',
    ],
    ['全年公开信息1000条，动态类450条，占45%，其中图解50条，占⟦21.1⟧%。', '其中图解50条，占11.1%。'],
    ['全年公开信息1000条，其中动态类450条，占⟦145⟧%。', '其中动态类450条，占45%。'],
    [
      '全年公开信息1000条，其中动态类⟦540⟧条，占45%；公告类550条，占55%。',
      '其中动态类450条，占45%；公告类550条，占55%。',
    ],
    [
      '全年公开信息⟦1100⟧条，其中动态类450条，占45%；公告类550条，占55%。',
      '信息1000条，其中动态类450条，占45%；公告类550条，占55%。',
    ],
    [
      '全年公开信息1000条，其中动态类450条，占⟦54⟧%；公告类550条，占55%。',
      '其中动态类450条，占45%；公告类550条，占55%。',
    ],
  ] as const) {
    it(`is one for one cause: ${sentence}`, () => {
      const text = reportOf('city', sentence.replace(/[⟦⟧]/gu, ''));
      const { findings } = analyze(text, { rules });
      const wrong = /⟦(.*?)⟧/u.exec(sentence)?.[1];
      assert.deepEqual(
        findings.map(({ span }) => text.slice(span.start, span.end)),
        [wrong],
      );
      const after = applyEdits(text, findings[0]?.repairs[0]?.edits ?? []);
      assert.ok(after.includes(`${mended}\n`), after.split('\n')[2]);
    });
  }

  it('is offered beside errors of the table, and takes nothing of them for its own', () => {
    const text = reportOf(
      'city',
      '（二）依申请公开。上年结转6件，收到申请2500件，办结2480件，部分公开410件，占16.53%。',
    );
    const broken = text.replace(/^(.*部分公开（.*\b)400$/mu, '$1410');
    assert.notEqual(broken, text);
    const { findings } = analyze(broken, { rules });
    assert.deepEqual(
      findings.map(({ rule, repairs }) => [rule, repairs.length > 0]),
      [
        ['claim-mismatch', true],
        ['row-total', true],
      ],
    );
    // The sentence and its share follow the table, whose total was as wrong.
    const mended = applyEdits(broken, findings[1]?.repairs[0]?.edits ?? []);
    assert.match(mended, /部分公开400件，占16\.13%/u);
    assert.deepEqual(
      analyze(mended, { rules }).findings.map(({ rule }) => rule),
      ['claim-mismatch'],
    );
  });
});

describe('repairs of parts that do not add up', () => {
  const offered = (overview: string): string[] => {
    const { text, findings } = analyze(reportOf('small', overview), { rules });
    return findings
      .filter(({ rule }) => rule === 'parts-mismatch')
      .flatMap(({ repairs }) =>
        repairs.map(
          ({ edits }) => applyEdits(text, edits).split('\n')[2]?.replace(/\D+/gu, ' ').trim() ?? '',
        ),
      );
  };

  it('are those of the total and of each part', () => {
    assert.deepEqual(offered('全年公开信息98条，其中动态类60条，公告类30条，其他类9条。'), [
      '99 60 30 9',
      '98 60 30 8',
      '98 59 30 9',
      '98 60 29 9',
    ]);
  });

  it('have the part first that looks like a slip, of many parts that alone', () => {
    assert.deepEqual(offered('全年公开信息307条，其中网站236条，公众号80条。'), [
      '316 236 80',
      '307 227 80',
      '307 236 71',
    ]);
    const many = '全年公开信息310条，其中甲类21条，乙类28条，丙类52条，丁类120条，戊类53条，其他63条。';
    assert.deepEqual(offered(many), [
      '337 21 28 52 120 53 63',
      '310 21 28 25 120 53 63',
      '310 21 28 52 120 53 36',
    ]);
  });

  it('leave alone what the tables confirm', () => {
    assert.deepEqual(offered('收到政府信息公开申请8件，其中网上申请5件，信函申请2件，当面申请2件。'), [
      '8 4 2 2',
      '8 5 1 2',
      '8 5 2 1',
    ]);
  });
});
