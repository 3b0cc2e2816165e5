import assert from 'node:assert/strict';
import { edition2019 } from '../../server/form/edition-2019';
import { edition2021 } from '../../server/form/edition-2021';
import grammar from '../../syntaxes/nianbao.tmLanguage.json';

interface Pattern {
  readonly match?: string;
  readonly name?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Pattern[];
}

// The patterns use nothing that VS Code's regular expressions and those of JavaScript read differently.
const patterns = grammar.patterns.flatMap(({ include }) => {
  const entry: Pattern = (grammar.repository as Readonly<Record<string, Pattern>>)[include.slice(1)] ?? {};
  return entry.patterns ?? [entry];
});

/** The scopes of a line: of its first match those of the whole and of the parts, by the part's text. */
function scopesOf(line: string): Record<string, string> {
  const [first] = patterns
    .map((pattern, order) => ({ pattern, order, match: new RegExp(pattern.match ?? '$.', 'd').exec(line) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0) || a.order - b.order);
  const scopes: Record<string, string> = {};
  if (first?.pattern.name && first.match) scopes[first.match[0]] = first.pattern.name;
  for (const [group, { name }] of Object.entries(first?.pattern.captures ?? {})) {
    const part = first?.match?.[Number(group)];
    if (part) scopes[part] = name;
  }
  return scopes;
}

const row = 'variable.other.row.nianbao';
const heading = 'markup.heading.1.nianbao';

describe('grammar', () => {
  for (const form of [edition2019, edition2021]) {
    it(`knows every heading and label of the form of ${form.edition}`, () => {
      for (const section of form.sections) {
        for (const wording of [section.heading, ...section.variants]) {
          const line = `${'一二三四五六'[section.number - 1]}、${wording}`;
          assert.equal(scopesOf(line)[line], heading, line);
        }
      }
      for (const table of form.tables) {
        for (const { number, label } of [...table.rows, ...table.groups]) {
          assert.equal(scopesOf(`${number}${label}`)[label], row, label);
          assert.equal(scopesOf(`| ${number}${label} | 3 | 0 |`.slice(1))[label], row, label);
        }
        for (const { label } of table.rows.flatMap(({ columns }) => columns)) {
          assert.ok(Object.keys(scopesOf(`${label}\t`)).includes(label), label);
        }
      }
    });
  }

  it('knows traditional characters, lost numbers and blanks', () => {
    for (const line of [
      '三、收到和處理政府信息公開申請情況',
      '存在的主要问题及改进情况',
      '6、 其他需要报告的事项',
      '## 一、总体情况',
    ]) {
      assert.equal(scopesOf(line)[line], heading, line);
    }
    for (const [line, label] of [
      ['　（七）總計 | 3', '總計'],
      ['一、本年新收政府信息公開申請數量\t3', '本年新收政府信息公開申請數量'],
      ['(一) 予以公开 5', '予以公开'],
    ] as const) {
      assert.equal(scopesOf(line)[label], row, line);
    }
  });

  it('knows notes and other comments', () => {
    const note = '<!-- 年报核对 claim-mismatch（8／7）：其中1件-为上年结转 -->';
    assert.deepEqual(scopesOf(`收到申请件。${note}`), {
      [note]: 'comment.block.note.nianbao',
      年报核对: 'keyword.other.note.nianbao',
      'claim-mismatch': 'entity.name.tag.rule.nianbao',
      '8／7': 'constant.numeric.nianbao',
      '其中1件-为上年结转 ': 'string.unquoted.reason.nianbao',
    });
    const { begin, end } = grammar.repository.comment;
    assert.ok('<!-- 待补 -->'.startsWith(begin) && '<!-- 待补 -->'.endsWith(end));
    assert.ok(!new RegExp(grammar.repository.note.match, 'u').test('<!-- 待补 -->'));
  });

  it('takes prose for prose', () => {
    assert.deepEqual(scopesOf('行政许可和行政处罚均已公开，没有其他问题。'), {});
    assert.deepEqual(Object.values(scopesOf('本年新收政府信息公开申请均已办结。')), []);
    const item = {
      '（一）': 'punctuation.definition.heading.nianbao',
      主动公开: 'entity.name.section.item.nianbao',
    };
    assert.deepEqual(scopesOf('（一）主动公开。全年公开信息多条。'), item);
  });

  it('takes no longer than the line is long', () => {
    const pieces = [
      ' ',
      '　',
      '|',
      '一',
      '（',
      '一、',
      '1',
      '1,',
      '#',
      '公开',
      '—',
      '《',
      '本年新收 ',
      '<!--',
      '<!-- 年报核对 ',
    ];
    for (const piece of pieces) {
      const line = `${piece.repeat(20_000)}。`;
      const started = performance.now();
      for (const { match } of patterns) line.match(new RegExp(match ?? '$.', 'g'));
      const took = performance.now() - started;
      assert.ok(took < 1_000, `${JSON.stringify(piece)}: ${took.toFixed(0)} ms`);
    }
  });
});
