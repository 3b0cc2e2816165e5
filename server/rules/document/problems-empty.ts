import { sectionReading } from '../../report/report';
import { compact } from '../residue/compact';
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

  *check({ report, text }) {
    const section = sectionReading(report, 'problems');
    if (!section?.heading || section.body.end - section.body.start > longest) return;
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
