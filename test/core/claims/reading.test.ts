import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import { claimedValues } from '../../../server/report/agreement';
import type { Claim } from '../../../server/report/claim';
import { applyEdits } from '../../../server/report/finding';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';
import { reportOf } from './facts';

const claimsIn = (table: string, overview: string): readonly [string, Claim[]] => {
  const text = reportOf(table, overview);
  return [text, [...parseReport(text).claims]];
};

/** What a sentence is read as: subject, values, the phrase. */
const told = (table: string, overview: string): string[] => {
  const [text, claims] = claimsIn(table, overview);
  return claims.map(({ subject, kind, low, high, phrase }) => {
    const value = kind === 'number' ? (low === high ? low : `${low}–${high}`) : kind;
    return `${subject} ${value} ${text.slice(phrase.start, phrase.end)}`;
  });
};

describe('reading of claims', () => {
  for (const [overview, ...expected] of [
    ['全年共收到政府信息公开申请8件。', 'received 8 收到政府信息公开申请8件'],
    ['收到8份政府信息公开申请。', 'received 8 收到8份政府信息公开申请'],
    ['未收到政府信息公开申请。', 'received none 未收到政府信息公开申请'],
    // The noun comes too late to be sure; what is read does not depend on whether it agrees.
    ['收到申请8件，属于依申请公开。', 'received 8 收到申请8件'],
    ['收到申请5件，属于依申请公开。', 'received 5 收到申请5件'],
    ['依申请公开：收到申请约10件。', 'received 9–11 收到申请约10件'],
    ['收到政府信息公开申请1.2万件。', 'received 11500–12631 收到政府信息公开申请1.2万件'],
    ['收到政府信息公开申请1万2千件。', 'received 11500–12631 收到政府信息公开申请1万2千件'],
    ['收到政府信息公开申请2千3百件。', 'received 2250–2400 收到政府信息公开申请2千3百件'],
    ['收到政府信息公开申请1万2千5百件。', 'received 12450–12600 收到政府信息公开申请1万2千5百件'],
    ['收到政府信息公开申请1万2500件。', 'received 12500 收到政府信息公开申请1万2500件'],
    ['收到政府信息公开申请3百5件。'],
    ['收到政府信息公开申请1万二千件。'],
    ['收到政府信息公开申请一百零三件。', 'received 103 收到政府信息公开申请一百零三件'],
    ['收到政府信息公开申请1,008件。', 'received 1008 收到政府信息公开申请1,008件'],
    ['收到政府信息公开申请１５件。', 'received 15 收到政府信息公开申请１５件'],
    ['收到政府信息公开申请20余件。', 'received 20–30 收到政府信息公开申请20余件'],
    ['收到政府信息公开申请，均已办结。', 'carriedForward all 均已办结'],
    ['收到政府信息公开申请，均已在法定期限内办结。'],
    ['上年结转的政府信息公开申请2件。', 'carriedOver 2 上年结转的政府信息公开申请2件'],
    ['3件政府信息公开申请结转2024年办理。', 'carriedForward 3 3件政府信息公开申请结转2024年'],
    ['收取行政事业性收费3.5亿元。', 'fees 34500–36000 行政事业性收费3.5亿元'],
  ] as const) {
    it(overview, () => {
      assert.deepEqual(
        told('small', overview).map((each) => each.replace(/\.\d{3,}/gu, '')),
        expected,
      );
    });
  }

  it('goes on over lines that a page or its margin broke', () => {
    const wrapped = '    （二）依申请公开情况。我局依法办理依申请公开，全年共收\n到政府信息公开申\n请8件。\n';
    assert.ok(told('small', wrapped).some((each) => each.startsWith('received 8')));
    const paged =
      '全年共收到政府信息公开申请8件，其中以信函提出的由办公室登记，\n\n           - 3 -\n\n已经办结9件。';
    assert.ok(told('small', paged).some((each) => each.startsWith('answered 9')));
  });

  it('goes on over short lines where a number has lost its unit, a comma or an opened bracket is the last of them', () => {
    const rest = '件顺延到下年度答复），均在法定期限内予以答复';
    const carried = told('small', `答复9件（含上年度结转申请\n34件，另有 103\n${rest}。`);
    assert.ok(carried.some((each) => each.startsWith('carriedForward 103')));
    const comma = `收到申请8件，\n其中自然人提出的7件，法人提出的3件，都由办公室统一登记、编号、转办、催办。`;
    assert.equal(parseReport(reportOf('small', comma)).relations.length, 1);
    const row = (last: string): string[] => told('small', `另有\n申请 103\n${last}`);
    assert.deepEqual(row('条例实施以来，依照规定办理的政府信息公开申请都在法定期限之内得到答复。'), row(''));
  });

  it('does not join a heading with the paragraph below it', () => {
    assert.deepEqual(told('small', '（二）依申请公开\n未收到申请8件以外的材料。'), []);
  });

  it('reads traditional characters with their glosses', () => {
    const [text, claims] = claimsIn('small', '收到政府信息公開申請8件，辦結(jié)2件。');
    assert.deepEqual(
      claims.map(({ subject, span }) => [subject, text.slice(span.start, span.end)]),
      [
        ['received', '8'],
        ['answered', '2'],
      ],
    );
  });

  it('takes nothing from a text without tables, and throws for none', () => {
    for (const text of ['', '。', '收到', '其中', '（', '占%', '1件1件1件', '"', '《', '\0\n\r']) {
      assert.deepEqual(parseReport(text).relations.length, 0, text);
    }
  });
});

describe('repairs of a number in the text', () => {
  const family = rules.filter(({ id }) => id === 'claim-mismatch');
  const mended = (overview: string): string => {
    const text = reportOf('city', overview);
    const [finding] = runRules(family, { report: parseReport(text), text }, {});
    const repaired = applyEdits(text, finding?.repairs[0]?.edits ?? []);
    return repaired.slice(text.indexOf(overview), repaired.indexOf('\n二、'));
  };

  for (const [wrong, right] of [
    ['全市办结政府信息公开申请2840件。', '全市办结政府信息公开申请2480件。'],
    ['全市办结政府信息公开申请２８４０件。', '全市办结政府信息公开申请２４８０件。'],
    ['全市办结政府信息公开申请2,840件。', '全市办结政府信息公开申请2,480件。'],
    ['全市办结政府信息公开申请三件。', '全市办结政府信息公开申请二千四百八十件。'],
    ['全市作出行政许可决定75.5万件。', '全市作出行政许可决定574669件。'],
    ['上年结转政府信息公开申请6件。', '上年结转政府信息公开申请60件。'],
    ['上年结转政府信息公开申请2百余件。', '上年结转政府信息公开申请60件。'],
    ['全市办结政府信息公开申请约3000件。', '全市办结政府信息公开申请2480件。'],
    ['全市办结政府信息公开申请超过九千件。', '全市办结政府信息公开申请二千四百八十件。'],
    ['全市办结政府信息公开申请２万余件。', '全市办结政府信息公开申请２４８０件。'],
    ['全市办结政府信息公开申请3千件。', '全市办结政府信息公开申请2480件。'],
    ['全市收取行政事业性收费12亿元。', '全市收取行政事业性收费8.65亿元。'],
    ['全市收取行政事业性收费86,421元。', '全市收取行政事业性收费865,000,000元。'],
    ['全市收取行政事业性收费86500元。', '全市收取行政事业性收费86500万元。'],
  ] as const) {
    it(`${wrong} → ${right}`, () => assert.equal(mended(wrong), right));
  }

  it('offers each of the numbers that the phrase may mean', () => {
    const text = reportOf('city', '全市收到政府信息公开申请2650件。');
    const [finding] = runRules(family, { report: parseReport(text), text }, {});
    assert.deepEqual(
      finding?.repairs.map(({ edits }) => edits[0]?.newText),
      ['2500', '2560'],
    );
    assert.ok(finding?.repairs.every(({ confidence }) => confidence === 'possible'));
    assert.deepEqual(finding?.cells, ['applications.received.total', 'applications.carriedOver.total']);
  });
});

describe('claims as evidence', () => {
  it('are exact and firm, with the sums that they may mean', () => {
    const [text, claims] = claimsIn(
      'small',
      '因政府信息公开被申请行政复议3件。发布规范性文件2件。收到政府信息公开申请近9件。',
    );
    assert.deepEqual(
      claimedValues(claims).map(({ value, span, sums }) => [
        value,
        text.slice(span.start, span.end),
        sums.length,
      ]),
      [[3, '3', 1]],
    );
  });
});
