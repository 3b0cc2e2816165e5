import assert from 'node:assert/strict';
import { parseReport } from '../../../server/parse/parse';
import type { Finding } from '../../../server/report/finding';
import { numbersIn } from '../../../server/report/note';
import { rules } from '../../../server/rules/all';
import { checkReport } from '../../../server/rules/check';
import { rulePage } from '../../../server/rules/pages';
import { type Context, type Rule, titleOf } from '../../../server/rules/rule';
import { said } from '../../../server/text/say';
import type { Tongue } from '../../../server/tongues/tongues';
import { speakHere } from '../../../server/workspace/tongue';
import { simplifiedIn } from '../support/characters';
import { at, columns, pairOf } from '../support/checking';
import { damages } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { layouts } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';
import { unmark } from '../support/marked';
import { filed } from '../support/neighbours';
import { below, pick, randomOf } from '../support/random';
import { examplesOf, neighboursOf } from './examples';

/** Rules that are off by default as well. */
const levels = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

/** The examples of the rules' pages, each as it is shown and as it is when somebody writes it. */
const shown: readonly Context[] = rules
  .flatMap(({ id }) => examplesOf(rulePage(id) ?? ''))
  .flatMap((example) => {
    const { text } = unmark(example.report);
    const context = {
      report: parseReport(text),
      text,
      neighbours: neighboursOf(example),
      demands: example.demands,
    };
    return [context, { ...context, writing: 'changed' as const }];
  });

/** Reports with a wrong figure in 表三 and another damage. */
const broken: readonly Context[] = damages.flatMap((kind, seed) => {
  const layout = pick(randomOf(seed), layouts);
  const text = damaged(withWrong(sheetOf(seed, 60), seed), layout, [kind], seed)?.text;
  return text === undefined ? [] : [{ report: parseReport(text), text }];
});

function withWrong(right: Sheet, seed: number): Sheet {
  const random = randomOf(seed * 31 + 7);
  const row = pick(random, right.rows.applications);
  const column = below(random, row.cells.length);
  return mapRows(right, (each) =>
    each === row
      ? { ...each, cells: each.cells.map((cell, at) => (at === column ? `${Number(cell) + 9}` : cell)) }
      : each,
  );
}

/** A report whose note was given for figures that have changed since, and one that says a thing more often than is told. */
const others: readonly Context[] = [
  '# 某县某局2024年政府信息公开工作年度报告\n一、总体情况\n收到申请XX件。<!-- 年报核对 template-residue（7）：等县里的数 -->\n',
  `一、总体情况\n${'收到申请XX件，\n'.repeat(60)}`,
].map((text) => ({ report: parseReport(text), text }));

/** Sentences whose numbers disagree with each other, with the tables or with last year's. */
const sentences = [
  '全年公开信息1000条，其中动态540条，公告550条。',
  '全年公开信息90条，其中重点领域信息120条。',
  '全年公开信息1000条，其中动态540条，占45%，公告450条，占55%。',
  '举办培训600场，占全部活动800场的八成半以上，其余200场为座谈，占百分之三十。',
  '在全部信息中，政策类占30%，动态类占50%，公告类占40%。',
  '发布政策解读800条，较上年的1000条增加200条。',
  '发布微博500条，比上年的500条增长10%。',
  '发布稿件523条，上年为500条，下降百分之五左右。',
  '本年收到政府信息公开申请9000件，比上年增加8000件。',
  '上年收到政府信息公开申请7777件，本年同比下降。',
  '行政许可数量比上年增长三倍，行政处罚与上年持平。',
  '行政处罚多于行政许可，自然人申请占99.9%。',
  '行政事业性收费1234567元，行政许可1件，行政处罚0件，行政强制5件。',
  '全年未收到政府信息公开申请，申请均已办结，未发生行政复议和行政诉讼。',
];

/** Reports with slips beside those of the year before and of two agencies. */
const besideOthers: readonly Context[] = Array.from({ length: 14 }, (_, seed) => {
  const { now, before, year, own, last } = pairOf(seed, 60);
  const slipped = now.with(at(`applications.carriedOver.${columns[seed % 7]}`), 1 + seed);
  const fee = at('proactiveDisclosure.administrativeFees');
  const figures = slipped.with(fee, (before[fee] ?? 0) * 10_000);
  const text = own(figures, 'tsv', sentences.slice(seed % 3));
  const parts = [own(now), last()].map((part, index) => filed(part, `part-${index}`));
  const neighbours = { lastYear: filed(last()), parts: { found: parts, missing: [`${year}`] } };
  return { report: parseReport(text), text, neighbours };
});

const cases = [...shown, ...broken, ...besideOthers, ...others];

async function findingsIn(tongue: Tongue): Promise<(readonly Finding[])[]> {
  await speakHere(tongue);
  return cases.map((context) => checkReport(context, levels));
}

/** All of a finding that is not said in words. */
const factsOf = ({ message, related, repairs, ...facts }: Finding) => ({
  ...facts,
  figures: numbersIn(message),
  related: related.map(({ message: told, ...place }) => place),
  repairs: repairs.map(({ title, ...repair }) => repair),
});

const textsOf = ({ message, related, repairs }: Finding): string[] => [
  message,
  ...related.map((each) => each.message),
  ...repairs.map(({ title }) => title),
];

const quotes = /「[^「」]*」|《[^《》]*》|“[^“”]*”|"[^"]*"|\([^()]*\)|（[^（）]*）|[^\s]*〔\d{4}〕\S*/gu;

/** Numbers have the unit that the report counts in. */
const counted = /(?<=\d ?)(?:[件条份起宗例项次人个篇期元页部]|万元|亿元)/gu;

/** A text without what it quotes, quotes in quotes too. */
function unquoted(text: string): string {
  const without = text.replace(quotes, '').replace(counted, '');
  return without === text ? text : unquoted(without);
}

describe('the rules in other tongues', () => {
  const chinese = cases.map((context) => checkReport(context, levels));
  const facts = chinese.map((findings) => findings.map(factsOf));
  afterEach(() => speakHere('zh-CN'));

  it('are told of by every rule', () => {
    const found = new Set(chinese.flat().map(({ rule }) => rule));
    assert.deepEqual(
      rules.filter(({ id }) => !found.has(id)).map(({ id }) => id),
      [],
    );
  });

  // A note in a report is given for the figures of a message: they stay what they are, in their order, in every tongue.
  it('find the same in English, with the same figures', async () =>
    assert.deepEqual(
      (await findingsIn('en')).map((findings) => findings.map(factsOf)),
      facts,
    ));

  it('find the same in traditional characters, with the same figures', async () =>
    assert.deepEqual(
      (await findingsIn('zh-TW')).map((findings) => findings.map(factsOf)),
      facts,
    ));

  it('say in English what is neither Chinese nor without its words', async () => {
    const texts = (await findingsIn('en')).flat().flatMap(textsOf);
    assert.deepEqual(
      [...new Set(texts.filter((text) => /\p{Script=Han}|[，；：。]|undefined|\{\d/u.test(unquoted(text))))],
      [],
    );
  });

  it('say in traditional characters all but what they quote', async () => {
    const texts = (await findingsIn('zh-TW')).flat().flatMap(textsOf);
    assert.deepEqual([...new Set(texts.filter((text) => simplifiedIn(text).length > 0))], []);
  });

  it('offer no number with what arithmetic leaves behind its digits', () => {
    const offered = chinese.flat().flatMap(({ repairs }) => repairs.flatMap(({ edits }) => edits));
    assert.deepEqual(
      offered.map(({ newText }) => newText).filter((text) => /\d\.\d{5,}/u.test(text)),
      [],
    );
  });

  it('are called by their titles', async () => {
    for (const [tongue, title] of [
      ['en', (rule) => rule.summaryEn],
      ['zh-TW', (rule) => said(rule.summary)],
      ['zh-CN', (rule) => rule.summary],
    ] as readonly [Tongue, (rule: Rule) => string][]) {
      await speakHere(tongue);
      assert.deepEqual(rules.map(titleOf), rules.map(title));
    }
  });
});
