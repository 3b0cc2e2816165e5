import { tableIds } from '../../form/form';
import { tableReading } from '../../report/report';
import { listed, mark, say } from '../../text/say';
import type { Span } from '../../text/span';
import { firstLine } from '../place';
import { type Context, rule } from '../rule';
import { additions } from './support/additions';
import { headed } from './support/headings';
import { lacking } from './support/lacking';
import { toldOf } from './support/told';

export default rule({
  id: 'unfinished-draft',
  family: 'structure',
  severity: 'information',
  hard: false,
  summary: '正在起草的报告还差什么',
  summaryEn: 'What a report that is being written still lacks',
  basis: mark`《条例》第五十条；国办公开办函〔2021〕30号：六个部分不能遗漏`,
  fixable: true,

  *check(context) {
    const { draft } = context;
    if (!draft) return;
    const edits = additions(context, draft);
    const title = isTold(context)
      ? say`补上还差的标题和表格（正文里的数字照填，说不准的留空，其余先填 0）`
      : say`补上还差的标题和表格（数字先填 0）`;
    yield {
      span: lastHeading(context),
      message: say`正在起草：还差${listed(lacking(context, draft))}`,
      repairs: edits.length > 0 ? [{ title, confidence: 'possible', edits }] : [],
    };
  },
});

/** Whether the narrative says what belongs into a table that is not there yet. */
const isTold = ({ report }: Context): boolean =>
  tableIds.some((id) => !tableReading(report, id) && toldOf(report, id).size > 0);

/** Where writing goes on: behind the last heading; at the title where there is none. */
function lastHeading({ report, text }: Context): Span {
  const last = headed(report).at(-1)?.heading.span ?? report.title?.span;
  return last ?? firstLine(text, { start: 0, end: text.length });
}
