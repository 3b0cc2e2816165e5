import assert from 'node:assert/strict';
import { analyze } from '../../../../server/analysis';
import { edition2021 } from '../../../../server/form/edition-2021';
import { cellAt } from '../../../../server/form/form';
import { parseReport } from '../../../../server/parse/parse';
import { applyEdits } from '../../../../server/report/finding';
import { figuresOf, headOf } from '../../../../server/report/note';
import { valueOf } from '../../../../server/report/report';
import { at, columns, found, pairOf, said } from '../../support/checking';
import { balancedFacts } from '../../support/facts';
import { layoutCalled, layouts } from '../../support/layouts';
import { sheetOf } from '../../support/layouts/sheet';
import { filed, nextFacts, tell, withTotals } from '../../support/neighbours';

const form = edition2021;

/** Every third, from another one each time: all take part, in several columns each. */
const some = <T>(all: readonly T[], turn: number): T[] => all.filter((_, index) => index % 3 === turn % 3);

describe('carried-over', function () {
  this.timeout(30_000);

  for (const [index, column] of columns.entries()) {
    const path = `applications.carriedOver.${column}`;

    it(`finds a slip in the column ${column}, at the digit, and mends it where the equations prove it`, () => {
      for (const [turn, { id: layout }] of some(layouts, index).entries()) {
        const pair = pairOf(turn + index * 20, 60);
        const slipped = pair.now.with(at(path), (pair.now[at(path)] ?? 0) + 1 + (turn % 3));
        const text = pair.own(slipped, layout);
        const [finding, ...others] = found(text, { lastYear: filed(pair.last()) }, 'carried-over');
        assert.deepEqual(others, []);
        assert.deepEqual(finding?.cells, [path], layout);
        assert.deepEqual(finding.span, parseReport(text).cells[at(path)]?.span);
        assert.deepEqual([finding.hard, finding.severity], [false, 'warning']);
        assert.match(finding.message, /请核对/);
        assert.deepEqual(
          finding.related.map(({ document }) => document),
          ['last-year'],
        );
        const [repair] = finding.repairs;
        assert.equal(repair?.confidence, 'unique', layout);
        const mended = parseReport(applyEdits(text, repair.edits));
        assert.deepEqual(mended.cells.map(valueOf), pair.now, layout);
      }
    });

    it(`finds a difference in the column ${column} where both years balance, and does not say which is wrong`, () => {
      for (const [turn, { id: layout }] of some(layouts, index).entries()) {
        const pair = pairOf(turn + index * 20, 60);
        const part = column === 'total' ? 'other' : column;
        const more = (row: string, by: number, facts: readonly number[]): number[] =>
          facts.with(at(`applications.${row}.${part}`), (facts[at(`applications.${row}.${part}`)] ?? 0) + by);
        const changed = withTotals(form, more('received', 2, more('carriedForward', 2, pair.before)));
        const last = filed(pair.last(changed, layout));
        const [finding, ...others] = found(pair.own(), { lastYear: last }, 'carried-over');
        assert.deepEqual(others, []);
        assert.ok(finding, layout);
        assert.ok(finding.cells.includes(path), layout);
        assert.deepEqual(finding.repairs, []);
        for (const { span, document } of finding.related) {
          const text = document === undefined ? pair.own() : last.text;
          assert.match(text.slice(span.start, span.end), /^\d+$/u);
        }
      }
    });
  }

  it('speaks once of a row that was not filled in, and of one that is a column off', () => {
    for (const { id: layout } of layouts) {
      const before = withTotals(
        form,
        balancedFacts(4, 400).with(at('applications.carriedForward.naturalPerson'), 21),
      );
      const now = nextFacts(before, 77, 400);
      const pair = { last: tell({ seed: 4, size: 400, year: 2022, figures: before }) };
      const row = columns.map((column) => at(`applications.carriedOver.${column}`));
      const own = (figures: readonly number[]): string =>
        tell({ seed: 4, size: 400, year: 2023, figures, layout });
      const empty = own(now.map((value, index) => (row.includes(index) ? 0 : value)));
      const [finding, ...others] = found(empty, { lastYear: filed(pair.last) }, 'carried-over');
      assert.deepEqual(others, []);
      assert.match(finding?.message ?? '', /列不同/u);
      const mended = parseReport(applyEdits(empty, finding?.repairs[0]?.edits ?? []));
      assert.deepEqual(mended.cells.map(valueOf), now, layout);
    }
  });

  it('holds the form in force against the trial form of the year before', () => {
    const sheet = sheetOf(3, 400, '2019');
    const last = filed(
      layoutCalled('tsv')
        .render({ ...sheet, year: 2020 })
        .replaceAll('2019年', '2020年'),
    );
    assert.equal(last.report.form.edition, '2019');
    const before = columns.map((column) => {
      const cell = last.report.cells[cellAt(last.report.form, `applications.carriedForward.${column}`)];
      return valueOf(cell) ?? 0;
    });
    const forward = form.cells.map(() => 0);
    for (const [index, column] of columns.entries())
      forward[at(`applications.carriedForward.${column}`)] = before[index] ?? 0;
    const now = nextFacts(forward, 8, 400);
    const own = (figures: readonly number[]): string => tell({ seed: 3, size: 400, year: 2021, figures });
    assert.ok(before.some((count) => count > 0));
    assert.deepEqual(said(found(own(now), { lastYear: last })), []);
    const path = at('applications.carriedOver.total');
    assert.equal(found(own(now.with(path, 999)), { lastYear: last }, 'carried-over').length, 1);
  });

  it('names the change of the body that either text tells of, where the equations do not tell which year slipped', () => {
    const pair = pairOf(12, 60);
    const part = at('applications.carriedForward.naturalPerson');
    const changed = withTotals(
      form,
      pair.before
        .with(part, (pair.before[part] ?? 0) + 2)
        .with(
          at('applications.received.naturalPerson'),
          (pair.before[at('applications.received.naturalPerson')] ?? 0) + 2,
        ),
    );
    const message = (own: readonly string[], last: string): string => {
      const [finding] = found(pair.own(pair.now, 'tsv', own), { lastYear: filed(last) }, 'carried-over');
      return finding?.message ?? '';
    };
    const last = pair.last(changed);
    assert.match(
      message([], last),
      /看不出哪一份有误，请核对；机构调整过、上年的数公布后更正过的，注明理由即可$/,
    );
    for (const told of [
      '根据机构改革方案，原科室并入本局。',
      '因职能划转，有关申请移交。',
      '本局由原水利局更名为水务局。',
    ]) {
      assert.match(
        message([told], last),
        /；文中说到“(?:机构改革|职能划转|更名为)”，机构调整过的，两年的数可以不同，请核对$/,
      );
      const later = pair.last(changed).replace('一、总体情况\n', `一、总体情况\n${told}\n`);
      assert.match(message([], later), /；文中说到“/);
    }
    assert.doesNotMatch(message(['对栏目作了调整，合并同类项3个。'], last), /文中说到/);
  });

  it('is silenced by a note with a reason, but not the equations that the same slip breaks', () => {
    const pair = pairOf(21, 60);
    const path = at('applications.carriedOver.naturalPerson');
    const text = pair.own(pair.now.with(path, (pair.now[path] ?? 0) + 3));
    const neighbours = { lastYear: filed(pair.last()) };
    const [finding] = analyze(text, { neighbours }).findings;
    assert.deepEqual([finding?.rule, finding?.severity, finding?.hard], ['carried-over', 'error', true]);
    const [soft] = found(text, neighbours, 'carried-over');
    assert.ok(soft);
    const line = text.indexOf('\n', soft.span.end);
    const note = ` <!-- 年报核对 ${headOf('carried-over', figuresOf(soft, text))}：3件随职能划入 -->`;
    const noted = analyze(text.slice(0, line) + note + text.slice(line), { neighbours });
    assert.deepEqual(
      noted.silenced.map(({ finding: { rule } }) => rule),
      ['carried-over'],
    );
    assert.ok(
      noted.findings.length > 0 && noted.findings.every(({ rule, hard }) => rule !== 'carried-over' && hard),
    );
  });

  it('says nothing of columns without a count', () => {
    const pair = pairOf(8, 60);
    const path = 'applications.carriedOver.naturalPerson';
    const text = pair.own(pair.now.with(at(path), 9876543));
    for (const blank of ['', '/', '—']) {
      const findings = found(
        text.replace('9876543', blank),
        { lastYear: filed(pair.last()) },
        'carried-over',
      );
      assert.deepEqual(said(findings), []);
    }
  });

  it('tells that last year’s report was the one that slipped', () => {
    const pair = pairOf(9, 60);
    const path = at('applications.carriedForward.naturalPerson');
    const last = pair.last(pair.before.with(path, (pair.before[path] ?? 0) + 3));
    const [finding] = found(pair.own(), { lastYear: filed(last) }, 'carried-over');
    assert.match(finding?.message ?? '', /上年公布的数可能有误/u);
    assert.deepEqual(finding?.repairs, []);
  });

  it('leaves two rows in each other’s place to the one finding that exchanges them', () => {
    const pair = pairOf(7, 60);
    const swapped = columns.reduce<readonly number[]>((facts, column) => {
      const [over, forward] = [
        at(`applications.carriedOver.${column}`),
        at(`applications.carriedForward.${column}`),
      ];
      return facts.with(over, pair.now[forward] ?? 0).with(forward, pair.now[over] ?? 0);
    }, pair.now);
    assert.notDeepEqual(swapped, pair.now);
    for (const { id: layout } of some(layouts, 1)) {
      const text = pair.own([...swapped], layout);
      const neighbours = { lastYear: filed(pair.last()) };
      assert.deepEqual(found(text, neighbours, 'carried-over'), [], layout);
      const [finding, ...others] = analyze(text, { neighbours }).findings;
      assert.deepEqual(others, [], layout);
      assert.match(finding?.message ?? '', /互相填错了行/);
      const mended = parseReport(applyEdits(text, finding?.repairs[0]?.edits ?? []));
      assert.deepEqual(mended.cells.map(valueOf), pair.now, layout);
    }
  });
});
