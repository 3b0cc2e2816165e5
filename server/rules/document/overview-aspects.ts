import { type Report, sectionReading } from '../../report/report';
import { listed, mark, said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { firstLine } from '../place';
import { compact } from '../residue/support/compact';
import { rule, type Yield } from '../rule';
import { kindOf } from './support/agency';
import { aspects, isLeftOut, type Part, partsOf, scarceOverview, unheaded } from './support/aspects';
import { scarceWords } from './support/scarce';

const examined = mark`工作考核`;
const judged = mark`社会评议`;
const results: readonly (readonly [name: string, words: RegExp])[] = [
  [examined, /考核|考评|绩效|评估/u],
  [judged, /评议|问卷|满意度|测评/u],
  [mark`责任追究结果`, /追究|追责|问责/u],
];
const firstYear = 2021;

export default rule({
  id: 'overview-aspects',
  family: 'document',
  severity: 'information',
  hard: false,
  summary: '总体情况没有写到规定的方面',
  summaryEn: 'Section one leaves out an aspect that it has to cover',
  basis: mark`国办公开办函〔2021〕30号；《条例》第五十条第一款第（四）项`,
  fixable: false,

  *check(context) {
    const { report, text, draft } = context;
    // Who has begun with the tables writes it last.
    if (draft) return;
    const section = sectionReading(report, 'overview');
    if (!section) return;
    const { text: words, spanOf } = compact(text, section.body);
    if (scarceWords(report.shown, [section.body], scarceOverview) !== undefined || isLeftOut(words)) return;
    const span = section.heading?.span ?? firstLine(text, section.span);
    const parts = partsOf(words);
    for (const { start, length, title } of parts.filter(({ isEmpty }) => isEmpty)) {
      yield { span: spanOf(start, length), message: say`“${title}”下面没有内容，请核对` };
    }
    if (isUnder(report)) yield* ofAspects(words, parts, span);
    if (report.agency !== undefined && kindOf(report.agency.value).isGovernment)
      yield* ofResults(words, span);
  },
});

/** The notice that names the aspects is of 2021; what was asked of earlier reports is not known. */
const isUnder = ({ year }: Report): boolean => (year?.value ?? firstYear) >= firstYear;

function* ofAspects(words: string, parts: readonly Part[], span: Span): Generator<Yield> {
  const alone = unheaded(parts);
  const missing = aspects
    .filter((each) => !(each === alone ? each.own : each.words).test(words))
    .map(({ name }) => name);
  if (missing.length === 0) return;
  yield {
    span,
    message: say`总体情况没有写到${listed(missing.map(said))}，国办公开办函〔2021〕30号列出的是五个方面，请核对`,
  };
}

/** Many tell of examining and of what the public thinks in one; who tells of neither has left them out. */
function* ofResults(words: string, span: Span): Generator<Yield> {
  const missing = results.filter(([, pattern]) => !pattern.test(words)).map(([name]) => name);
  if (!missing.includes(examined) || !missing.includes(judged)) return;
  yield {
    span,
    message: say`总体情况没有写到${listed(missing.map(said))}，各级人民政府的报告应当包括，请核对`,
  };
}
