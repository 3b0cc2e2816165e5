import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import * as z from 'zod/mini';
import { demandsFile, demandsOn, readDemands } from '../../../server/workspace/demands';

const published = 'schemas/demands.schema.json';
const notice = { source: '某办发〔2025〕1号', sections: { overview: { mostCharacters: 1000 } } };
const file = (value: object): string => JSON.stringify({ notices: [{ ...notice, ...value }] });

/** Whose report it is. */
const whose = (agency: string | undefined, year: number | undefined) => {
  const span = { start: 0, end: 0 };
  return {
    agency: agency === undefined ? undefined : { value: agency, span },
    year: year === undefined ? undefined : { value: year, span },
  };
};

const isAsked = (asked: object, agency: string | undefined, year: number | undefined, document = 'a.txt') => {
  const read = readDemands(file(asked));
  assert.ok('notices' in read);
  return demandsOn(read.notices, whose(agency, year), document).length > 0;
};

describe('what a local notice demands', () => {
  it('is described by the published schema, which is made of what reads it', () => {
    const { $schema, ...made } = z.toJSONSchema(demandsFile, { io: 'input' });
    const schema = {
      $schema,
      $id: 'nianbao/demands/1',
      title: '本地编制通知的要求',
      description:
        '各部分的篇幅、要写到的内容和要写明的数量；用于 nianbao check --demands 和设置 nianbao.demands',
      ...made,
    };
    // UPDATE=1 writes it anew, and the run fails all the same.
    const before = JSON.parse(readFileSync(published, 'utf8'));
    if (process.env.UPDATE === '1') writeFileSync(published, `${JSON.stringify(schema, null, 2)}\n`);
    assert.deepEqual(before, JSON.parse(JSON.stringify(schema)));
  });

  const valid = new Ajv({ strict: true }).compile(JSON.parse(readFileSync(published, 'utf8')));
  for (const [what, value, fault] of [
    [
      'a number in quotes',
      { sections: { overview: { mostCharacters: '1000' } } },
      'notices[0].sections.overview.mostCharacters 应为整数',
    ],
    ['a section that there is not', { sections: { overvew: {} } }, 'notices[0].sections 没有 overvew 这一项'],
    [
      'words that are none',
      { sections: { problems: { counts: [{ name: '解读', words: [] }] } } },
      'notices[0].sections.problems.counts[0].words 是空的',
    ],
    [
      'what lacks its words',
      { sections: { problems: { mentions: [{ name: '解读' }] } } },
      'notices[0].sections.problems.mentions[0].words 没有写',
    ],
    ['no source', { source: '' }, 'notices[0].source 是空的'],
    ['a year before the Regulations', { years: { from: 25 } }, 'notices[0].years.from 应不小于 2008'],
    [
      'a length of nothing',
      { sections: { overview: { leastCharacters: 0 } } },
      'notices[0].sections.overview.leastCharacters 应不小于 1',
    ],
  ] as const)
    it(`is refused with its place, by the schema as well: ${what}`, () => {
      assert.deepEqual(readDemands(file(value)), { fault });
      assert.equal(valid(JSON.parse(file(value))), false);
    });

  // No schema can compare two numbers.
  for (const [what, value, fault] of [
    [
      'more than is allowed',
      { sections: { overview: { leastCharacters: 20, mostCharacters: 10 } } },
      'notices[0].sections.overview leastCharacters 大于 mostCharacters，没有哪篇能满足',
    ],
    ['no year at all', { years: { from: 2030, to: 2020 } }, 'notices[0].years from 晚于 to，没有哪一年在内'],
  ] as const)
    it(`is refused where it asks for what cannot be: ${what}`, () =>
      assert.deepEqual(readDemands(file(value)), { fault }));

  it('is refused where there is none', () => {
    assert.deepEqual(readDemands('{"notices": []}'), { fault: 'notices 是空的' });
    assert.equal(valid({ notices: [] }), false);
  });

  it('is refused with its line where it is no JSON', () => {
    assert.deepEqual(readDemands('{"notices": [\n  {"source": "a"\n]}'), {
      fault: '不是 JSON：第 3 行第 1 列附近写错了',
    });
    assert.deepEqual(readDemands('武威'), { fault: '不是 JSON，编辑器会标出写错之处' });
    assert.deepEqual(readDemands('[]'), { fault: '应为对象' });
  });

  it('is demanded of the agencies and years that it names, and of nobody else', () => {
    assert.ok(valid(JSON.parse(file({}))));
    assert.equal(isAsked({}, undefined, undefined), true);
    const asked = { agencies: ['武威市*', '!武威市气象局', '**/区县/**'], years: { from: 2025 } };
    assert.equal(isAsked(asked, '武威市水务局', 2025), true);
    assert.equal(isAsked(asked, '武威市水务局', 2024), false);
    assert.equal(isAsked(asked, '武威市气象局', 2025), false);
    assert.equal(isAsked(asked, '酒泉市水务局', 2025), false);
    assert.equal(isAsked(asked, '凉州区教育局', 2026, 'x/区县/a.txt'), true);
    // Who cannot be told from others is not asked for what not all are.
    assert.equal(isAsked(asked, undefined, 2025), false);
    assert.equal(isAsked(asked, '武威市水务局', undefined), false);
  });
});
