import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { hover } from '../../../server/features/explaining/hover';
import { folds } from '../../../server/features/showing/folding';
import { hints } from '../../../server/features/showing/hints';
import { readingOf } from '../../../server/features/showing/reading';
import { symbols } from '../../../server/features/showing/symbols';
import { applyEdits } from '../../../server/report/finding';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { below, randomOf } from '../support/random';

const strewn = [
  '\0',
  '\ud800',
  '\udfff',
  '\ufeff',
  '\r',
  '\t',
  '|',
  '\n',
  '<',
  '<!--',
  '0',
  '（',
  '𠀀',
  '"',
  '一、',
  ' ',
];

/** How a text is damaged: by one line, by foreign characters, by its end, by its line breaks. */
const damages: readonly ((text: string, random: () => number) => string)[] = [
  (text, random) => text.slice(0, below(random, text.length)),
  (text, random) => text.slice(below(random, text.length)),
  (text, random) => {
    const lines = text.split('\n');
    lines.splice(below(random, lines.length), 1);
    return lines.join('\n');
  },
  (text, random) => {
    const lines = text.split('\n');
    const at = below(random, lines.length);
    lines.splice(at, 0, lines[at] ?? '');
    return lines.join('\n');
  },
  (text, random) => {
    const lines = text.split('\n');
    const [line = ''] = lines.splice(below(random, lines.length), 1);
    lines.splice(below(random, lines.length), 0, line);
    return lines.join('\n');
  },
  (text, random) => {
    let damaged = text;
    for (let count = 0; count < 12; count++) {
      const at = below(random, damaged.length);
      damaged = damaged.slice(0, at) + strewn[below(random, strewn.length)] + damaged.slice(at);
    }
    return damaged;
  },
  (text) => text.replaceAll('\n', ' '),
  (text) => text.replaceAll('\n', ''),
];

/** Every span anywhere in an answer. */
function* spansIn(answer: unknown): Iterable<{ readonly start: number; readonly end: number }> {
  if (typeof answer !== 'object' || answer === null) return;
  const { start, end } = answer as { start?: unknown; end?: unknown };
  if (typeof start === 'number' && typeof end === 'number') yield { start, end };
  for (const part of Object.values(answer)) yield* spansIn(part);
}

/** Asks everything that an editor asks of a text, and asserts that all answers lie inside it. */
function ask(text: string, random: () => number): void {
  const analysis = analyze(text);
  const { findings } = analysis;
  assert.ok(findings.every(({ rule }) => rule !== 'check-failed'));
  const hovers = Array.from({ length: 8 }, () => hover(analysis, below(random, text.length + 1)));
  const answers = {
    findings,
    hovers,
    outline: symbols(analysis),
    folds: folds(analysis),
    hints: hints(analysis),
  };
  let spans = 0;
  for (const { start, end } of spansIn({ ...answers, reading: readingOf(analysis) })) {
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
    spans++;
  }
  assert.ok(spans > 0 || text.length < 200);
  for (const { repairs } of findings.slice(0, 5))
    for (const { edits } of repairs.slice(0, 1)) analyze(applyEdits(text, edits));
}

describe('an editor on any text', function () {
  this.timeout(60_000);

  for (const [index, id] of [
    'cells-tab',
    'tsv-ragged',
    'gfm-groups',
    'html-fragment',
    'aligned-wrapped',
  ].entries()) {
    it(`gets answers inside the text: ${id}`, () => {
      const random = randomOf(index + 1);
      const text = layoutCalled(id).render(sheetOf(index + 2, 30));
      for (const damage of damages) for (let count = 0; count < 2; count++) ask(damage(text, random), random);
    });
  }
});
