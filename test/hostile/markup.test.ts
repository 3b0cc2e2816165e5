import assert from 'node:assert/strict';
import { Parser } from 'htmlparser2';
import { micromark } from 'micromark';
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { summaryPage } from '../../client/views/summary';
import { type Analysis, analyze } from '../../server/analysis';
import { exportMarkdown } from '../../server/export/markdown';
import { articleOf, publishedOf } from '../../server/export/page/page';
import { resultsOf } from '../../server/export/sarif';
import { hover } from '../../server/features/explaining/hover';
import { fixesAt } from '../../server/features/mending/fixes';
import { hints } from '../../server/features/showing/hints';
import { symbols } from '../../server/features/showing/symbols';
import { completions } from '../../server/features/writing/completion';
import { newReport } from '../../server/features/writing/new-report';
import { rules } from '../../server/rules/all';
import { nianbao, withFolder } from '../cli/nianbao';
import { trial } from '../core/support/trial';
import { driving, markups, payloads } from './payloads';
import { spoilt } from './spoilt';

/** What a page has of elements and their attributes. */
function partsOf(html: string): ReadonlySet<string> {
  const parts = new Set<string>();
  const parser = new Parser({
    onopentag(name, attributes) {
      parts.add(name);
      for (const attribute of Object.keys(attributes)) parts.add(`${name} ${attribute}`);
    },
  });
  parser.end(html);
  return parts;
}

/** As the editor draws Markdown, but for what it takes out again: the text itself may have none of that. */
const drawn = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmAutolinkLiteral(), gfmTable()],
    htmlExtensions: [gfmAutolinkLiteralHtml(), gfmTableHtml()],
  });

/** What the editor is told at the beginning and at the end of every word, in Markdown. */
const hovers = (analysis: Analysis): ReadonlySet<string> =>
  new Set(
    Array.from(
      analysis.text.matchAll(/\b|(?<=\s)(?=\S)|(?<=\S)(?=\s)/gu),
      ({ index }) => hover(analysis, index)?.markdown ?? '',
    ),
  );

/** Every text of plain data that people are shown, but for what is written when they choose it. */
function* wordsIn(data: unknown): Iterable<string> {
  if (typeof data === 'string') yield data;
  if (typeof data !== 'object' || data === null) return;
  for (const [key, part] of Object.entries(data))
    if (!/^(?:newText|text|snippet)$/u.test(key)) yield* wordsIn(part);
}

/** All that is shown on a line of its own: messages, titles, names. */
const lines = (analysis: Analysis): readonly string[] => {
  const { findings, text } = analysis;
  const shown = [
    findings.map(({ message, related, repairs }) => ({ message, related, repairs })),
    fixesAt(analysis, { start: 0, end: text.length }).map(({ title }) => title),
    hints(analysis).map((hint) => hint.text),
    symbols(analysis),
    Array.from(text.matchAll(/\n|\t0/gu), ({ index }) => completions(analysis, index)),
  ];
  return [...wordsIn(shown)];
};

const summaryOf = (name: string): string => {
  const counts = { error: 1, warning: 0, information: 0, hint: 0 };
  const file = { uri: name, agency: name, year: 2024, counts };
  const contradicted = [{ uri: name, others: [name] }];
  return summaryPage(
    {
      ...{ reports: 1, compared: 0, equations: 1, undecided: 0, skipped: 0, counts, rules: [] },
      ...{ agencies: [{ agency: name, reports: 1, counts }], files: [file] },
      ...{ doubtful: contradicted, passedOver: contradicted, unread: [{ uri: name, reason: name }] },
    },
    (uri) => ({ name: uri }),
  );
};

const all = { ...markups, ...payloads };
const harmless = analyze(spoilt('甲'));

/** Asserts that a page is made of nothing that it is not made of anyway, and tells how much of a payload it shows. */
function assertInert(html: string, usual: ReadonlySet<string>, what: string): void {
  for (const part of partsOf(html)) assert.ok(usual.has(part), `${what}: <${part}>`);
}

const explain = trial('年报里写着 HTML、Markdown、命令链接：悬停在每一个词上，说的都只是文字');
const show = trial('同样的文字画成预览、发布的网页：都只是文字');
const say = trial('同样的文字到了消息、标题、SARIF 里：不是链接，也不驱动什么');

describe('what a report says', () => {
  for (const [what, payload] of Object.entries(all))
    it(`is nothing but text in what is explained, be it ${what}`, () =>
      explain(() => {
        const usual = new Set(['p', 'strong', 'ul', 'li', 'br']);
        const told = hovers(analyze(spoilt(payload)));
        assert.ok(told.size > 100, `${told.size}`);
        for (const markdown of told) {
          assertInert(drawn(markdown), usual, markdown);
          assert.doesNotMatch(markdown, driving);
        }
      }));

  it('is nothing but text in the page of a summary', () => {
    const usual = partsOf(drawn(summaryOf('甲')));
    for (const [what, payload] of Object.entries(all)) assertInert(drawn(summaryOf(payload)), usual, what);
  });

  it('is nothing but text in what is exported as Markdown, where an address may be one', () => {
    const usual = new Set([
      ...partsOf(drawn(exportMarkdown(harmless))),
      'a',
      'a href',
      'ol',
      'ol start',
      'li',
      'ul',
    ]);
    for (const [what, payload] of Object.entries(all)) {
      const html = drawn(exportMarkdown(analyze(spoilt(payload))));
      assertInert(html, usual, what);
      const target = (link: string): string => link.replace(/^(?:https?:\/\/|mailto:)/u, '').slice(0, 11);
      for (const [, href = '', words = ''] of html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/gu))
        assert.equal(target(href), target(words), what);
    }
  });

  it('is nothing but text in the pages that are drawn', () => {
    const [checked, published] = [articleOf, publishedOf].map((draw) => partsOf(draw(harmless, '甲.txt')));
    for (const [what, payload] of Object.entries(all)) {
      const analysis = analyze(spoilt(payload));
      show(() => {
        assertInert(articleOf(analysis, payload), checked ?? new Set(), what);
        assertInert(publishedOf(analysis), published ?? new Set(), what);
      });
    }
  });

  for (const [what, payload] of Object.entries(all))
    it(`leads nowhere from a message, and drives nothing, be it ${what}`, () =>
      say(() => {
        const analysis = analyze(spoilt(payload));
        for (const line of lines(analysis)) assert.doesNotMatch(line, driving, JSON.stringify(line));
        for (const { message, fixes } of resultsOf({ file: '甲.txt', analysis }, rules))
          for (const text of [message.text, ...(fixes ?? []).map(({ description }) => description?.text)]) {
            assert.doesNotMatch(text ?? '', /(?<!\\)\[(?:[^\\\]]|\\.)*\]\(/u);
            assert.doesNotMatch((text ?? '').replace(/\{\{|\}\}/gu, ''), /[{}]/u);
          }
      }));

  it('is written as it is, where a snippet writes it', () => {
    for (const [what, payload] of Object.entries(markups)) {
      const snippet = newReport({ agency: payload, year: 2024, layout: 'tab' });
      const stops = /(?<!\\)\$(?:\{\d+(?::[^}]*)?\}|\d+)/gu;
      const written = snippet.replace(stops, '').replace(/\\([$}\\])/gu, '$1');
      assert.ok(written.includes(payload), `${what}: ${written.slice(0, 200)}`);
    }
  });
});

describe('what the command line writes of a report', () => {
  it(
    'is a page without scripts, that may load nothing',
    withFolder(
      Object.fromEntries(Object.values(markups).map((payload, at) => [`${at}.txt`, spoilt(payload)])),
      async (cwd) => {
        for (const args of [
          ['check', '--format', 'html', '.'],
          ['export', '--to', 'html', '.'],
        ]) {
          const { stdout } = await nianbao(args, { cwd });
          const parts = partsOf(stdout);
          assert.ok(parts.has('table') && stdout.includes('onerror=alert(1)'));
          for (const part of parts)
            assert.doesNotMatch(part, /^(?:script|img|iframe|a|link|base|form|svg)\b| on|href|src/u);
          assert.equal(
            stdout.match(/http-equiv="Content-Security-Policy" content="default-src 'none';/gu)?.length,
            1,
          );
        }
      },
    ),
  );
});
