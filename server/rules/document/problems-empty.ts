import { sectionReading } from '../../report/report';
import type { Span } from '../../text/span';
import { isUnwritten } from '../drafting';
import { compact } from '../residue/support/compact';
import { rule } from '../rule';

/** No blanks and line ends make so few characters so long. */
const longest = 400;
/** Fewer characters name neither a problem nor what is done about it. */
const leastText = 10;

export default rule({
  id: 'problems-empty',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '第五部分是空的，或只写“无”',
  summaryEn: 'Section five is empty, or says that there is nothing',
  basis: '《条例》第五十条第一款第（四）项',
  fixable: false,

  *check(context) {
    const { report, text } = context;
    if (isUnwritten(context, 'problems')) return;
    const section = sectionReading(report, 'problems');
    if (!section?.heading || section.body.end - section.body.start > longest) return;
    if (hasHan(text, section.body, leastText)) return;
    const words = compact(text, section.body).text.replace(/\P{L}/gu, '');
    if (
      words.length >= leastText ||
      (words.length > 4 && !/^(?:暂|本年度|目前)?(?:无|没有|不存在)/u.test(words))
    )
      return;
    yield {
      span: section.heading.span,
      message:
        words === ''
          ? '第五部分没有内容，应写明存在的主要问题和改进情况'
          : `第五部分只写了“${words}”，应写明存在的主要问题和改进情况，请核对`,
    };
  },
});

/** Whether a stretch has so many Chinese characters; what most do is told without a copy of them. */
function hasHan(text: string, { start, end }: Span, least: number): boolean {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff && ++count >= least) return true;
  }
  return false;
}
