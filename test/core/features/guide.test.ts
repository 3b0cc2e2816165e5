import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { edition2019 } from '../../../server/form/edition-2019';
import { edition2021 } from '../../../server/form/edition-2021';
import type { EditionId, Form } from '../../../server/form/form';
import { guideOf } from '../../../server/form/guide';
import { cite, type Explanation } from '../../../server/form/guide-basis';
import { topics, wrongCitations } from '../support/law';

const forms = [edition2021, edition2019];

/** A report on 2023 rests on other articles of the 行政复议法 than one on 2024. */
const years = [2023, 2024] as const;

function explanationsOf(form: Form): [id: string, explanation: Explanation][] {
  return years.flatMap((year) => explanationsFor(form, year));
}

function explanationsFor(form: Form, year: number): [id: string, explanation: Explanation][] {
  const { sections, groups, rows, columns } = guideOf(form.edition, year);
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

    it('answers what clerks ask, shortly and with what the answer rests on', () => {
      for (const [id, { questions = [] }] of explanationsOf(form)) {
        assert.ok(questions.length <= 5, id);
        for (const { asked, answer, basis } of questions) {
          assert.match(asked, /^.{6,30}？$/, id);
          assert.match(answer, /。$/, id);
          assert.ok(answer.length <= 110, `${asked} ${answer.length} characters are too many for a hover`);
          assert.ok(basis.length >= 1, id);
          // Where nobody has settled it for the whole country, it is said who does.
          if (/全国没有|没有全国|统一格式没有写|^没有规定/u.test(answer)) {
            assert.match(answer, /政府信息公开工作主管部门|本地/u, asked);
            // A township has no such authority of its own level, nor has a system that is led vertically (Article 3).
            assert.doesNotMatch(answer, /本级/u, asked);
            assert.ok(
              basis.some(({ law, articles }) => law === '条例' && articles.includes(3)),
              asked,
            );
          }
        }
      }
    });

    it('cites articles that exist and speak of what is told', () => {
      const wrong = explanationsOf(form).flatMap(([id, { counts, confusions, questions = [], basis }]) => [
        ...wrongCitations(basis, [counts, ...confusions, nameOf(form, id)].join('')).map(
          (what) => `${id}: ${what}`,
        ),
        ...questions.flatMap(({ asked, answer, basis: its }) =>
          wrongCitations(its, asked + answer).map((what) => `${asked} ${what}`),
        ),
      ]);
      assert.deepEqual(wrong, []);
    });
  });
}

/** The official labels of a section, group, row or column, with those of its rows, and what is told of these. */
function nameOf(form: Form, id: string): string {
  const own = id.replace(/^.*\//u, '');
  const rows = form.tables.flatMap((table) => table.rows);
  const labels = [
    ...form.sections.map(({ id: section, heading }) => [section, heading]),
    ...form.tables.flatMap(({ groups }) => groups.map((group) => [group.id, group.label])),
    ...rows.flatMap((row) => [
      [row.id, row.label],
      [row.group, row.label],
      ...(row.group ? [['results', `${row.label}${guideOf(form.edition).rows[row.id]?.counts}`]] : []),
      ...row.columns.flatMap((column) => [
        [column.id, column.label],
        [column.id, row.label],
      ]),
    ]),
  ];
  return labels.flatMap(([of, label]) => (of === own ? [label] : [])).join('');
}

describe('the edition of the 行政复议法', () => {
  const cited = (year?: number): string[] => {
    const { rows, columns } = guideOf('2021', year);
    const all = [...Object.values(rows), ...Object.values(columns.disputes)];
    return all
      .flatMap(({ basis }) => basis.map(({ text }) => text))
      .filter((text) => text.includes('行政复议法'));
  };

  it('is that of the report’s year, and said', () => {
    for (const year of [2019, 2021, 2023])
      for (const text of cited(year)) assert.match(text, /^《行政复议法(?:》（2017年修正）|实施条例》)/);
    for (const year of [2024, 2026, undefined])
      for (const text of cited(year)) assert.match(text, /^《行政复议法》（2023年修订）/);
    assert.ok(cited(2023).length >= 5);
    assert.ok(cited(2024).length >= 5);
  });

  it('has the duty to go to reconsideration first only since it has', () => {
    const said = (year: number): string =>
      JSON.stringify(guideOf('2021', year).rows['disputes.litigation.direct']);
    assert.match(said(2024), /2024年起.*先申请复议/);
    assert.doesNotMatch(said(2023), /2024年起/);
  });
});

describe('the edition of other laws', () => {
  const cited = (edition: EditionId, row: string, year?: number): string => {
    const { basis, questions = [] } = guideOf(edition, year).rows[row] ?? { basis: [] };
    return [...basis, ...questions.flatMap((each) => each.basis)].map(({ text }) => text).join('；');
  };

  it('of the 立法法 has both numbers where the year was before the new ones or had both', () => {
    for (const year of [2021, 2022, 2023])
      assert.match(
        cited('2021', 'proactiveDisclosure.regulations', year),
        /（2015年修正）第八十条.*（2023年修正）第九十一条/,
      );
    assert.match(cited('2019', 'proactiveDisclosure.regulations', 2020), /（2015年修正）第八十条/);
    assert.doesNotMatch(cited('2021', 'proactiveDisclosure.regulations', 2024), /2015年/);
  });

  it('of the 行政处罚法 is the one before 2021 in the trial form', () => {
    assert.doesNotMatch(cited('2019', 'proactiveDisclosure.administrativePenalties', 2020), /2021年修订/);
    assert.doesNotMatch(cited('2021', 'proactiveDisclosure.administrativePenalties', 2021), /2017年修正/);
  });
});

describe('what earlier years called by one name', () => {
  it('is told apart: a rejection for want of a duty, and one for want of a condition', () => {
    const told = (year: number): string =>
      guideOf('2021', year).columns.disputes.upheld?.confusions.join('') ?? '';
    assert.match(told(2023), /驳回行政复议申请/);
    assert.doesNotMatch(told(2024), /驳回行政复议申请/);
  });
});

// The texts of the laws are no part of the project; where they lie beside it the explanations are held against them.
const lawFolder = path.resolve('..', 'shared', 'law');

if (existsSync(lawFolder)) {
  describe('guide beside the texts of the laws', () => {
    const laws = readdirSync(lawFolder).map((file) => readFileSync(path.join(lawFolder, file), 'utf8'));

    it('copies no sentence', () => {
      const copied = forms.flatMap((form) =>
        explanationsOf(form).flatMap(([id, { counts, confusions, questions = [] }]) =>
          [counts, ...confusions, ...questions.map(({ answer }) => answer)].flatMap((text) =>
            passages(text, form)
              .filter((passage) => laws.some((law) => law.includes(passage)))
              .map((passage) => `${id}: ${passage}`),
          ),
        ),
      );
      assert.deepEqual(copied, []);
    });

    for (const law of ['条例', '行政复议法', '行政诉讼法'] as const) {
      it(`has what the articles of 《${law}》 speak of as these do`, () => {
        const title = `# 中华人民共和国${law === '条例' ? '政府信息公开条例' : law}`;
        const text = laws.find((each) => each.startsWith(title)) ?? '';
        for (const [article, topic] of Object.entries(topics[law])) {
          const number = cite(law, Number(article)).text.replace(/^.*》(?:（.*?）)?/u, '');
          const from = text.indexOf(`\n${number} `);
          const end = text.slice(from + 1).search(/\n第[一二三四五六七八九十百零]+条 /u);
          assert.ok(from >= 0, `${law}${number}`);
          assert.match(text.slice(from, end < 0 ? undefined : from + 1 + end), topic, `${law}${number}`);
        }
      });
    }
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
