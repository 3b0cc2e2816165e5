import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CompletionList,
  type Hover,
  type InlayHint,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import { type Guide, guideOf } from '../../server/form/guide';
import { rules } from '../../server/rules/all';
import { speakHere } from '../../server/workspace/tongue';
import { report } from './support/report';
import { closeSessions, itemsOf, rangeIn, start } from './support/session';

// What the server says is told in the tongue of the client's user; what it finds and writes is the same in all of them.

const uri = 'file:///x.nianbao';
const { text } = report({
  figures: { 'applications.results.granted.total': '80', 'disputes.reconsideration.total': '' },
  headings: { 6: '其他需要报告的事项' },
});
const whole = rangeIn(text, { start: 0, end: text.length });
const at = (words: string) => rangeIn(text, { start: text.indexOf(words), end: text.indexOf(words) });

/** All that the server has to say of the text: what readers are told, and apart from it what is found and written. */
async function toldTo(locale: string | undefined) {
  const session = await start(locale === undefined ? {} : { locale });
  await session.open(uri, text);
  const ask = <T>(method: string, params: object): Promise<T> =>
    session.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const found = itemsOf(await session.diagnose(uri));
  const context = { diagnostics: [] };
  const actions = await ask<CodeAction[]>('codeAction', { range: whole, context });
  const hints = await ask<InlayHint[]>('inlayHint', { range: whole });
  const hovers = await Promise.all(
    ['80', '予以公开', '商业企业', '依申请公开'].map(async (words): Promise<string> => {
      const { contents } = (await ask<Hover | null>('hover', { position: at(words).start })) ?? {};
      return MarkupContent.is(contents) ? contents.value : '';
    }),
  );
  const { items } = await ask<CompletionList>('completion', { position: whole.end });
  const refusal = await ask('prepareRename', { position: at('一、').start }).catch(({ message }) => message);
  const cause = found.find(({ code }) => code === 'row-total');
  return {
    said: {
      cause: String(cause?.message ?? ''),
      titles: actions.map(({ title }) => title),
      hints: hints.map(({ label }) => String(label)),
      hovers,
      details: items.map(({ detail }) => detail ?? ''),
      refusal: String(refusal),
    },
    written: {
      findings: found.map(({ code, range, severity }) => ({ code, range, severity })),
      edits: actions.map(({ edit }) => edit),
      hints: hints.map(({ position }) => position),
      items: items.map(({ textEdit }) => textEdit),
    },
  };
}

/** The words of the form's guide and of the rules, which their own tests look at. */
const ofOthers = (): readonly string[] => [
  ...explained(guideOf('2021')),
  ...rules.flatMap(({ summary, basis }) => [summary, basis]),
];

function explained(value: Guide | unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(explained) : [];
}

const quoted = /「[^」]*」|《[^》]*》|“[^”]*”|\([^()]*\)|\S*〔\d{4}〕\S*/gu;

/** What of a text is Chinese and not quoted. */
function chineseIn(told: string): string {
  const own = ofOthers()
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, words) => (words === '' ? rest : rest.replaceAll(words, '')), told);
  return (
    own
      .replace(/^(?:Basis|- \*\*).*$/gmu, '')
      .replace(quoted, '')
      .match(/\p{Script=Han}+/gu) ?? []
  ).join();
}

describe('tongues', () => {
  afterEach(() => {
    closeSessions();
    return speakHere('zh-CN');
  });

  it('are English for who has English, or what there is not', async () => {
    for (const locale of ['en', 'en-GB', 'fr']) {
      const { said } = await toldTo(locale);
      assert.equal(
        said.cause,
        'Row 「予以公开」 column 「总计」 probably should be 8 and was written as 80 (one digit too many): once corrected, 2 equations hold at once',
      );
      assert.deepEqual(said.hints.slice(0, 1), ['should be 8']);
      assert.match(said.refusal, /^Only the agency of the report can be renamed/u);
      assert.match(said.hovers[0] ?? '', /^\*\*Table three · 「予以公开」 · 「总计」\*\* — 80 items\n/u);
    }
  });

  it('are traditional characters where these are read, and Chinese as it is written elsewhere', async () => {
    const traditional = await toldTo('zh-Hant-HK');
    assert.deepEqual((await toldTo('zh-tw')).said, traditional.said);
    assert.match(traditional.said.cause, /多打一位.*勾稽關係同時成立/u);
    assert.match(traditional.said.refusal, /只能給報告的機關改名/u);
    // A client that tells of none is spoken to as the server was started.
    assert.deepEqual((await toldTo(undefined)).said, traditional.said);
    await speakHere('zh-CN');
    const simplified = await toldTo(undefined);
    assert.deepEqual((await toldTo('zh-CN')).said, simplified.said);
    assert.match(
      simplified.said.cause,
      /^「予以公开」行「总计」列疑似把 8 写成 80（多打一位）：改正后 2 处勾稽关系同时成立/u,
    );
  });

  it('are kept apart from what is found and written', async () => {
    const { written } = await toldTo(undefined);
    assert.ok(written.edits.length > 2 && written.findings.length > 2);
    for (const locale of ['en', 'zh-TW']) assert.deepEqual((await toldTo(locale)).written, written);
  });

  it('have no Chinese in English but what is quoted', async () => {
    const { said } = await toldTo('en');
    const all = [said.cause, ...said.hints, ...said.hovers, ...said.details, said.refusal];
    assert.deepEqual(all.map(chineseIn).filter(Boolean), []);
    const own = said.titles.filter((title) => /^(?:Change|Fill|Move|Swap)/u.test(title));
    assert.ok(own.length > 0);
    assert.deepEqual(own.map(chineseIn).filter(Boolean), []);
  });
});
