import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { exportReport } from '../../../server/export/json';
import { applyEdits } from '../../../server/report/finding';
import { withoutComments } from '../../../server/text/comments';
import { mark, unmark } from '../support/marked';
import { note, offersIn, reason, wrong } from '../support/notes';

const head = '某县水务局2023年政府信息公开工作年度报告\n一、总体情况\n';

/** The message of rule `id` in a text; fails where there is not exactly one. */
function only({ findings }: Analysis, id: string): string {
  const own = findings.filter(({ rule }) => rule === id);
  assert.equal(own.length, 1, findings.map(({ rule, message }) => `${rule} ${message}`).join('\n'));
  return own[0]?.message ?? '';
}

const idsOf = ({ findings }: Analysis): string[] => findings.map(({ rule }) => rule);
const watched = new Set(['stale-year', 'parts-mismatch', 'note-invalid', 'row-total', 'flow-balance']);
/** The findings that these tests are about; a piece of a report lacks much else. */
const idsIn = (text: string): string[] => idsOf(analyze(text)).filter((id) => watched.has(id));

describe('notes', () => {
  it('silence the finding of their rule on their line, and keep it with its reason', () => {
    for (const text of [
      `${head}${wrong}${note(`parts-mismatch（FIGURES）：${reason}`)}\n`,
      `${head}${wrong} ${note(`parts-mismatch(FIGURES): ${reason}`)}\n完。`,
      `${head}${wrong}\n${note(`parts-mismatch（FIGURES）${reason}`)}\n完。`,
      `${head}${wrong}\n\n  ${note(`parts-mismatch（FIGURES）：${reason}`)}\n\n完。`,
      `${head}${note(`parts-mismatch（FIGURES）：${reason}`)}${wrong}`,
      `${head}${wrong}\n${note('stale-year：另一条规则')}\n${note(`parts-mismatch（FIGURES）：${reason}`)}`,
    ]) {
      for (const ends of ['\n', '\r\n', '\r']) {
        const filled = text.replace('FIGURES', figures()).replaceAll('\n', ends);
        const analysis = analyze(filled);
        assert.ok(!idsOf(analysis).includes('parts-mismatch'), filled);
        assert.deepEqual(
          analysis.silenced.map((each) => [each.finding.rule, each.note.reason]),
          [['parts-mismatch', reason]],
        );
        assert.ok(Object.isFrozen(analysis.silenced[0]?.note));
      }
    }
  });

  it('silence nothing on another line, of another rule, or twice', () => {
    const own = note(`parts-mismatch（${figures()}）：${reason}`);
    const far = `${head}${wrong}\n另一句话。\n${own}\n`;
    assert.deepEqual(idsIn(far), ['parts-mismatch', 'note-invalid']);
    const other = `${head}${wrong}${note(`share-mismatch（${figures()}）：${reason}`)}`;
    assert.deepEqual(idsIn(other), ['parts-mismatch', 'note-invalid']);
    const twice = `${head}${wrong}\n${own}\n${wrong}\n`;
    assert.deepEqual(idsIn(twice), ['parts-mismatch']);
  });

  it('expire when a number changes that they were given for', () => {
    const text = `${head}${wrong}${note(`parts-mismatch（${figures()}）：${reason}`)}\n`;
    const changed = analyze(text.replace('其他类8条', '其他类9条'));
    const message = only(changed, 'parts-mismatch');
    assert.match(
      message,
      /；原说明（一条信息同时在两个栏目发布，只计一次）针对的数字（.*）已变，现在是（60／30／9／99／100）$/u,
    );
    const [finding] = changed.findings.filter(({ rule }) => rule === 'parts-mismatch');
    assert.equal(finding?.related.at(-1)?.message, '原说明');
    assert.deepEqual(changed.silenced, []);
    assert.ok(!idsOf(changed).includes('note-invalid'), 'the finding speaks for the note');
  });

  it('take the new numbers over where the clerk says that they still hold', () => {
    const text = `${head}${wrong}${note(`parts-mismatch（1／2）：${reason}`)}\n`;
    const [offer, ...others] = offersIn(text, 'parts-mismatch');
    assert.ok(offer && others.length === 0);
    assert.match(offer.title, /^原说明仍然成立/u);
    assert.deepEqual(idsIn(applyEdits(text, [offer.edit])), []);
  });

  it('tell which figures they lack', () => {
    const text = `${head}${wrong}${note(`parts-mismatch：${reason}`)}\n`;
    assert.match(only(analyze(text), 'parts-mismatch'), /没有写明针对的数字，现在是（/u);
  });

  it('with nothing to silence are told of, and taken out only on demand', () => {
    const right = '全年公开信息100条，其中动态类60条，公告类30条，其他类10条。';
    for (const [noted, without] of [
      [`${head}${right} ⟦${note(`parts-mismatch（1）：${reason}`)}⟧\n完。`, `${head}${right}\n完。`],
      [`${head}${right}\r\n⟦${note(`parts-mismatch（1）：${reason}`)}⟧\r\n完。`, `${head}${right}\r\n完。`],
    ] as const) {
      const { text } = unmark(noted);
      const own = analyze(text).findings.filter(({ rule }) => rule === 'note-invalid');
      assert.equal(
        mark(
          text,
          own.map(({ span }) => span),
        ),
        noted,
      );
      assert.equal(
        own[0]?.repairs[0]?.confidence,
        'possible',
        'words of the clerk’s are not taken out by themselves',
      );
      assert.equal(applyEdits(text, own[0]?.repairs[0]?.edits ?? []), without);
    }
  });

  it('are not idle where their rule is off or looks at reports that are not at hand', () => {
    const text = `${head}正文。${note(`parts-mismatch（1）：${reason}`)}${note(`stock-mismatch（3）：${reason}`)}\n`;
    assert.ok(!idsOf(analyze(text, { rules: { 'parts-mismatch': 'off' } })).includes('note-invalid'));
  });

  it('never silence a hard finding', () => {
    const rows = '一、本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 9';
    const text = `${head}三、收到和处理政府信息公开申请情况\n${rows} ${note(`row-total（8／9）：${reason}`)}\n`;
    const ids = idsIn(text);
    assert.ok(ids.includes('row-total') && ids.includes('note-invalid'), ids.join());
  });

  it('are no part of what the report says', () => {
    const text = `${head}全年公开信息20条。${note(`parts-mismatch（1）：收到申请999件`)}\n<!-- 三、收到\n和处理政府信息公开申请情况 999 -->\n三、收到和处理政府信息公开申请情况 <!-- 空 -->\n正文。`;
    const { report } = analyze(text);
    assert.deepEqual(report.claims, []);
    const { sections } = JSON.parse(exportReport(analyze(text)));
    assert.deepEqual(
      sections.map((section: { heading: string; text: string }) => [section.heading, section.text]),
      [
        ['一、总体情况', '全年公开信息20条。'],
        ['三、收到和处理政府信息公开申请情况', '正文。'],
      ],
    );
  });
});

describe('texts with damaged notes', function () {
  this.timeout(20_000);

  const whole = `${head}${wrong} ${note(`parts-mismatch（${figures()}）：${reason}`)}\n${note('x（')}${note('')}\n完。`;

  it('are read to the end, with all places inside', () => {
    for (let at = head.length; at <= whole.length; at++) {
      for (const text of [whole.slice(0, at), whole.slice(0, at) + whole.slice(at + 1)]) {
        const { report, findings, silenced } = analyze(text);
        const places = [...findings, ...silenced.map(({ finding }) => finding)].map(({ span }) => span);
        const own = report.notes.flatMap(({ span, extent, head: named, words }) => [
          span,
          extent,
          named,
          words,
        ]);
        for (const { start, end } of [...places, ...own])
          assert.ok(0 <= start && start <= end && end <= text.length, text);
      }
    }
  });

  it('take no longer than they are long', () => {
    for (const piece of [
      '<!--',
      '<!-- 年报核对 a（',
      `${note('x（')}`,
      ` ${note(`parts-mismatch（1）：${reason}`)}`,
      '<!-->',
      '\n ',
      '-->',
    ]) {
      const started = performance.now();
      analyze(head + wrong + piece.repeat(5_000));
      const took = performance.now() - started;
      assert.ok(took < 3_000, `${piece}: ${took.toFixed(0)} ms`);
    }
  });
});

describe('text without comments', () => {
  for (const [text, expected] of [
    ['甲<!-- 乙 -->丙', '甲⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯丙'],
    ['甲\n<!---->\n丙', '甲⋯⋯⋯⋯⋯⋯⋯⋯\n丙'],
    ['甲\r\n <!----> \r\n丙', '甲⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯\r\n丙'],
    ['<!---->\n丙', '⋯⋯⋯⋯⋯⋯⋯⋯丙'],
    ['甲\n<!----> <!---->\n丙', '甲⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯⋯\n丙'],
    ['甲<!-->乙-->', '甲⋯⋯⋯⋯⋯乙-->'],
    ['甲<!-- 乙', '甲<!-- 乙'],
    ['甲 -->', '甲 -->'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(withoutComments(text).replaceAll('\ufeff', '⋯'), expected));
  }
});

/** The figures of the finding in the text that most tests use. */
function figures(): string {
  const [offer] = offersIn(`${head}${wrong}\n`, 'parts-mismatch');
  return /（([^）]*)）/u.exec(offer?.edit.newText ?? '')?.[1] ?? assert.fail('no figures');
}
