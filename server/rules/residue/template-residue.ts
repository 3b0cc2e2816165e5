import type { Repair } from '../../report/finding';
import { fold } from '../../text/fold';
import { mark, said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { type Context, rule, type Yield } from '../rule';
import { isByItself, isPlain } from './support/certain';
import { compact } from './support/compact';
import { type Phrase, phrases } from './support/phrases';
import { removal } from './support/removal';

// How far around its anchor a phrase is looked for.
const reach = 60;

export default rule({
  id: 'template-residue',
  family: 'residue',
  severity: 'warning',
  hard: false,
  summary: '模板里的说明或占位文字没有删改',
  summaryEn: 'Instructions or placeholders of a template are left in the text',
  basis: mark`国办公开办函〔2021〕30号的格式不含这些文字`,
  fixable: true,

  *check(context) {
    const { text } = context;
    /** The offsets that findings cover. */
    const taken = new Set<number>();
    for (const phrase of phrases) {
      for (const anchor of phrase.anchors) {
        for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + anchor.length)) {
          const span = phraseAround(text, phrase, { start: at, end: at + anchor.length });
          const own = offsetsOf(span);
          if (!span || own.some((offset) => taken.has(offset))) continue;
          for (const offset of own) taken.add(offset);
          yield findingOf(context, phrase, span);
        }
      }
    }
  },
});

const offsetsOf = (span: Span | undefined): number[] =>
  span ? Array.from({ length: span.end - span.start }, (_, index) => span.start + index) : [];

/** The phrase that covers an anchor; undefined where the anchor stands in something else. */
function phraseAround(text: string, { pattern }: Phrase, anchor: Span): Span | undefined {
  const window = { start: Math.max(0, anchor.start - reach), end: Math.min(text.length, anchor.end + reach) };
  const near = compact(text, window);
  for (const found of near.text.matchAll(pattern)) {
    const span = near.spanOf(found.index, found[0].length);
    if (span.start <= anchor.start && anchor.end <= span.end) return span;
  }
  return undefined;
}

function findingOf(context: Context, { what, removable }: Phrase, span: Span): Yield {
  const { report, text } = context;
  const printed = text.slice(span.start, span.end).replace(/\s+/gu, '');
  const year = Number(/20\d\d/u.exec(fold(printed))?.[0]);
  const stale =
    report.year && year && year !== report.year.value - 1
      ? say`，而且年份与 ${report.year.value} 年的报告不符`
      : '';
  const confidence = isPlain(printed) && isByItself(context, span) ? 'safe' : 'possible';
  const repair: Repair = { title: say`删去“${printed}”`, confidence, edits: [removal(text, span)] };
  return {
    span,
    message: removable
      ? say`“${printed}”像是模板里的${said(what)}${stale}，建议删去`
      : say`“${printed}”像是模板里的${said(what)}${stale}，建议改为实际内容`,
    repairs: removable ? [repair] : [],
  };
}
