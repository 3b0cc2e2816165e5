import type { Span } from '../../text/span';
import { compact } from '../residue/compact';
import { type Context, rule, type Yield } from '../rule';
import { type DateReading, signatureDate } from './dates';

/** The part of a text in which it says what it covers. */
const head = 3000;
/** So far behind its anchor a statement ends, with all blanks of a page. */
const reach = 160;
const period =
  /统计(?:数据)?(?:的)?(?:期限|时限|时间|周期|期间|区间|截止时间|起止时间)?[^.;]{0,24}?(20\d\d)年?(?:1月1日|01月01日)起?(?:至|到|-|~|—)+(20\d\d)?年?(\d{1,2})月(\d{1,2})日/u;
const own =
  /(?:编制|完成|形成|撰写)(?:了|完成了?)?(?:本|《)[^》.]{0,24}?(20\d\d)年?度?(?:政府信息公开|政务公开)[^》.]{0,8}年?度?报告/u;

export default rule({
  id: 'year-mismatch',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '标题、统计期限、落款的年份不一致',
  summaryEn: 'Title, period and signature do not agree on the year',
  basis: '《条例》第四十九条、第五十条：报告的是上一年度的工作',
  fixable: true,

  *check(context) {
    const { report, text } = context;
    if (!report.year || !report.title) return;
    const stated = near(text, /统计|統計|期限|时限/gu, period);
    if (stated) yield* periodOf(context, stated.match, stated.spanOf);
    const named = near(text, /编制|編制|撰写|形成/gu, own);
    if (named) {
      const { match, spanOf } = named;
      const span = spanOf(match.index + match[0].indexOf(match[1] ?? ''), 4);
      if (Number(match[1]) !== report.year.value) yield mismatch(context, span, Number(match[1]), '编制的是');
    }
    const signed = signatureDate(text);
    if (signed && isBeforeEnd(signed, report.year.value)) {
      yield {
        span: signed.span,
        message: `落款是 ${signed.year}年${signed.month}月，这时 ${report.year.value} 年度还没有结束，请核对`,
        related: [{ span: report.year.span, message: `报告年度：${report.year.value}` }],
      };
    }
  },
});

/** Whether a date lies before the last month of a year, when nobody can report on it yet. */
const isBeforeEnd = (date: DateReading, year: number): boolean =>
  date.year < year || (date.year === year && date.month < 12);

type SpanOf = (start: number, length: number) => Span;

/** Where a pattern fits the words behind one of the anchors in the first part of the text. */
function near(
  text: string,
  anchors: RegExp,
  pattern: RegExp,
): { readonly match: RegExpExecArray; readonly spanOf: SpanOf } | undefined {
  for (const { index } of text.slice(0, head).matchAll(anchors)) {
    const { text: words, spanOf } = compact(text, {
      start: index,
      end: Math.min(text.length, index + reach),
    });
    const match = pattern.exec(words);
    if (match) return { match, spanOf };
  }
  return undefined;
}

function* periodOf(context: Context, match: RegExpExecArray, spanOf: SpanOf): Generator<Yield> {
  const [whole, from = '', to = '', month = '', day = ''] = match;
  const year = context.report.year?.value;
  const first = match.index + whole.indexOf(from);
  if (Number(from) !== year) yield mismatch(context, spanOf(first, 4), Number(from), '统计期限从');
  if (to !== '' && Number(to) !== year) {
    yield mismatch(context, spanOf(match.index + whole.lastIndexOf(to), 4), Number(to), '统计期限到');
  }
  if (Number(month) === 12 && Number(day) === 31) return;
  const tail = `${month}月${day}日`;
  yield {
    span: spanOf(match.index + whole.lastIndexOf(tail), tail.length),
    message: `统计期限到 ${tail}为止，年度报告应到 12月31日，请核对`,
    repairs: [
      {
        title: '改为“12月31日”',
        confidence: 'possible',
        edits: [{ span: spanOf(match.index + whole.lastIndexOf(tail), tail.length), newText: '12月31日' }],
      },
    ],
  };
}

function mismatch({ report }: Context, span: Span, stated: number, what: string): Yield {
  const year = report.year?.value ?? stated;
  return {
    span,
    message: `${what} ${stated} 年，标题是 ${year} 年，请核对`,
    related: report.year ? [{ span: report.year.span, message: `报告年度：${year}` }] : [],
    repairs: [{ title: `改为“${year}”`, confidence: 'possible', edits: [{ span, newText: String(year) }] }],
  };
}
