import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { completions } from '../../../server/features/writing/completion';
import type { Offer } from '../../../server/features/writing/offered/spot';
import { report } from '../../protocol/support/report';
import { unmarkCursor } from '../support/marked';

export const whole = report().text;
export const known = [{ agency: '示例县林业局', year: 2023 }];

/** The clean report up to a text, and what comes then. */
export function upTo(end: string, then: string): string {
  assert.ok(whole.includes(end), end);
  return whole.slice(0, whole.indexOf(end)) + then;
}

/** The clean report with one text in the place of another. */
export function replaced(text: string | RegExp, by: string): string {
  const after = whole.replace(text, by);
  assert.notEqual(after, whole, String(text));
  return after;
}

export function offered(source: string): { readonly text: string; readonly offers: readonly Offer[] } {
  const { text, cursor } = unmarkCursor(source);
  return { text, offers: completions(analyze(text, { writing: 'changed' }), cursor, known) };
}

export const labels = (source: string): string[] => offered(source).offers.map(({ label }) => label);

export const applied = (text: string, { span, text: written }: Offer): string =>
  text.slice(0, span.start) + written + text.slice(span.end);
