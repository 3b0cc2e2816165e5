import { type Report, type SectionReading, sectionReading } from '../../report/report';
import { mark, say } from '../../text/say';
import type { Span } from '../../text/span';
import { compact } from '../residue/support/compact';
import { rule } from '../rule';
import { isLeftOut, scarceOverview, tellsOfAspect } from './support/aspects';
import { scarceWords } from './support/scarce';

/** More is not repeated, such as a row of marks. */
const longestQuote = 40;

export default rule({
  id: 'overview-empty',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '总体情况是空的，或只有一句话',
  summaryEn: 'Section one is empty, or has no more than a sentence',
  basis: mark`《条例》第五十条第一款；国办公开办函〔2021〕30号`,
  fixable: false,

  *check(context) {
    const { report, text, draft } = context;
    // What a draft lacks it is told at once, and a sentence in it is a beginning.
    if (draft) return;
    const section = sectionReading(report, 'overview');
    if (!section?.heading) return;
    const words = scarceWords(report.shown, upToTables(report, section), scarceOverview);
    if (words === undefined) return;
    // It may stand elsewhere: before its heading, or behind a table as in the text of a page with columns.
    const all = compact(report.shown, { start: 0, end: text.length }).text;
    if (isLeftOut(compact(text, section.body).text) || tellsOfAspect(all)) return;
    yield {
      span: section.heading.span,
      message:
        words.replace(scarceOverview.uncounted, '') === ''
          ? say`总体情况没有内容，应写明主动公开、依申请公开等各方面的情况；内容若是图片或附件，请改为文字`
          : say`总体情况只写了“${words.replace(/[.;]$/u, '').slice(0, longestQuote)}”，应写明主动公开、依申请公开等各方面的情况，请核对`,
    };
  },
});

/** What stands between the heading and the tables: the next heading may be a sub-heading of section one that is worded like one. */
function upToTables({ sections, tables }: Report, { body }: SectionReading): readonly Span[] {
  const end = Math.min(...tables.map(({ span }) => span.start));
  if (!Number.isFinite(end)) return [body];
  return [body, ...sections.filter(({ span }) => span.start >= body.end).map((each) => each.body)]
    .map(({ start, end: last }) => ({ start, end: Math.min(last, end) }))
    .filter(({ start, end: last }) => start < last);
}
