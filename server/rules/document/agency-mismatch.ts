import type { Reading, Report } from '../../report/report';
import { fold } from '../../text/fold';
import { mark, say } from '../../text/say';
import { compact } from '../residue/support/compact';
import { type Context, rule, type Yield } from '../rule';
import { linesIn, signatureDate } from './support/dates';
import { areOthers } from './support/names';
import { compiler } from './support/stated';

const organ = /(?:人民政府|局|委员会|委|街道办事处|厅)$/u;
const reach = 400;

export default rule({
  id: 'agency-mismatch',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '标题与落款不是同一个机关',
  summaryEn: 'Title and signature name different agencies',
  basis: mark`《条例》第四十九条：报告的是本行政机关的工作`,
  fixable: false,

  *check(context) {
    const named = titled(context);
    if (!named) return;
    yield* mismatch(context, named, compiler(context.report.shown), compiledBy);
    // An office may sign for its government; two bodies of one kind do not sign for each other.
    yield* mismatch(context, named, signature(context.report), signedBy);
  },
});

const compiledBy = (named: string, stated: string): string =>
  say`标题是“${named}”的报告，编制机关写的是“${stated}”，请核对`;
const signedBy = (named: string, stated: string): string =>
  say`标题是“${named}”的报告，落款是“${stated}”，请核对`;

function* mismatch(
  { report }: Context,
  named: string,
  stated: Reading<string> | undefined,
  told: (named: string, stated: string) => string,
): Generator<Yield> {
  if (!stated || !areOthers(named, stated.value)) return;
  yield {
    span: stated.span,
    message: told(named, stated.value),
    related: report.title ? [{ span: report.title.span, message: say`标题` }] : [],
  };
}

/** The agency that the title names. */
function titled({ report }: Context): string | undefined {
  const words = fold(report.title?.value ?? '');
  return /^(?:关于)?(?:20\d\d年?度?)?(.{3,30}?)(?:20\d\d年|年度|政府信息公开|政务公开)/u.exec(words)?.[1];
}

/** The name above or before the date of the signature. */
function signature(report: Report): Reading<string> | undefined {
  const text = report.shown;
  const date = signatureDate(report);
  if (!date) return undefined;
  const lines = linesIn(text, { start: Math.max(0, date.span.start - reach), end: date.span.start });
  const last = lines.at(-1);
  if (!last) return undefined;
  const { text: words, spanOf } = compact(text, last);
  return organ.test(words) && words.length <= 30 && !/[,;:.]/u.test(words)
    ? { value: words, span: spanOf(0, words.length) }
    : undefined;
}
