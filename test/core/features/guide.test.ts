import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { edition2019 } from '../../../server/form/edition-2019';
import { edition2021 } from '../../../server/form/edition-2021';
import type { Form } from '../../../server/form/form';
import { guideOf } from '../../../server/form/guide';
import { cite, type Explanation, type Law } from '../../../server/form/guide-basis';

const forms = [edition2021, edition2019];

/** The last article of each law. */
const lastArticle: Record<Law, number> = {
  条例: 56,
  行政复议法: 90,
  行政诉讼法: 103,
  立法法: 120,
  行政许可法: 83,
  行政处罚法: 86,
  行政强制法: 71,
};

function explanationsOf(form: Form): [id: string, explanation: Explanation][] {
  const { sections, groups, rows, columns } = guideOf(form.edition);
  return [
    ...Object.entries(sections),
    ...Object.entries(groups),
    ...Object.entries(rows),
    ...Object.entries(columns).flatMap(([table, each]) =>
      Object.entries(each).map(([id, explanation]): [string, Explanation] => [`${table}/${id}`, explanation]),
    ),
  ];
}

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();

for (const form of forms) {
  describe(`guide to the form of ${form.edition}`, () => {
    const guide = guideOf(form.edition);

    it('explains every section, group and row, and nothing else', () => {
      assert.deepEqual(sorted(Object.keys(guide.sections)), sorted(form.sections.map(({ id }) => id)));
      assert.deepEqual(
        sorted(Object.keys(guide.groups)),
        sorted(form.tables.flatMap((table) => table.groups.map(({ id }) => id))),
      );
      assert.deepEqual(
        sorted(Object.keys(guide.rows)),
        sorted(form.tables.flatMap((table) => table.rows.map(({ id }) => id))),
      );
    });

    for (const table of form.tables) {
      it(`explains every column of ${table.name}, and nothing else`, () => {
        const ids = table.rows.flatMap((row) => row.columns.map(({ id }) => id));
        assert.deepEqual(sorted(Object.keys(guide.columns[table.id])), sorted(ids));
      });
    }

    it('says in each case what is counted, what is confused and what it rests on', () => {
      for (const [id, { counts, confusions, basis }] of explanationsOf(form)) {
        assert.match(counts, /。$/, id);
        assert.ok(counts.length <= 120, `${id}: ${counts.length} characters are too many for a hover`);
        assert.ok(confusions.length >= 1 && confusions.length <= 3, id);
        for (const confusion of confusions) assert.match(confusion, /。$/, id);
        assert.ok(basis.length >= 1, id);
      }
    });

    it('cites articles that exist', () => {
      for (const [id, { basis }] of explanationsOf(form)) {
        for (const { law, articles } of basis) {
          for (const article of articles)
            assert.ok(article >= 1 && article <= lastArticle[law], `${id}: ${law} ${article}`);
        }
      }
    });
  });
}

describe('citations', () => {
  for (const [article, text] of [
    [5, '《政府信息公开条例》第五条'],
    [10, '《政府信息公开条例》第十条'],
    [14, '《政府信息公开条例》第十四条'],
    [20, '《政府信息公开条例》第二十条'],
    [56, '《政府信息公开条例》第五十六条'],
  ] as const) {
    it(`writes article ${article} as ${text}`, () => assert.equal(cite('条例', article).text, text));
  }

  it('writes several articles and the place in the last', () =>
    assert.equal(cite('行政诉讼法', [26, 44], '第一款').text, '《行政诉讼法》第二十六条、第四十四条第一款'));
});

// The texts of the laws are no part of the project; where they lie beside it the explanations are held against them.
const lawFolder = path.resolve('..', 'shared', 'law');

if (existsSync(lawFolder)) {
  describe('guide beside the texts of the laws', () => {
    const laws = readdirSync(lawFolder).map((file) => readFileSync(path.join(lawFolder, file), 'utf8'));

    it('copies no sentence', () => {
      const copied = forms.flatMap((form) =>
        explanationsOf(form).flatMap(([id, { counts, confusions }]) =>
          [counts, ...confusions].flatMap((text) =>
            passages(text, form)
              .filter((passage) => laws.some((law) => law.includes(passage)))
              .map((passage) => `${id}: ${passage}`),
          ),
        ),
      );
      assert.deepEqual(copied, []);
    });

    it('cites articles by numbers that the texts have', () => {
      for (const form of forms) {
        for (const [id, { basis }] of explanationsOf(form)) {
          for (const { law, articles } of basis) {
            const text = laws.find((each) =>
              each.startsWith(`# 中华人民共和国${law === '条例' ? '政府信息公开条例' : law}`),
            );
            for (const article of text ? articles : []) {
              const number = cite(law, article).text.replace(/^.*》/, '');
              assert.ok(text?.includes(`\n${number} `), `${id}: ${law}${number}`);
            }
          }
        }
      }
    });
  });
}

/** All runs of 18 characters of a text, without the words of the form and the titles of laws. */
function passages(text: string, form: Form): string[] {
  const words = [
    ...form.sections.map(({ heading }) => heading),
    ...form.tables.flatMap(({ rows, groups }) => [
      ...rows.flatMap((row) => [row.label, ...row.columns.map(({ label }) => label)]),
      ...groups.map(({ label }) => label),
    ]),
  ].filter((word) => word.length > 4);
  const rest = words.reduce((left, word) => left.replaceAll(word, '\n'), text.replace(/《.*?》/g, '\n'));
  return rest
    .split('\n')
    .flatMap((part) =>
      Array.from({ length: Math.max(0, part.length - 17) }, (_, at) => part.slice(at, at + 18)),
    );
}
