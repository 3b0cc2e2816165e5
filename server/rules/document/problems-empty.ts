import { sectionReading } from '../../report/report';
import { mark, say } from '../../text/say';
import { isUnwritten } from '../drafting';
import { rule } from '../rule';
import { scarceWords } from './support/scarce';

/** Fewer letters name neither a problem nor what is done about it. */
const scarce = { least: 10, uncounted: /\P{L}/gu };

export default rule({
  id: 'problems-empty',
  family: 'document',
  severity: 'warning',
  hard: false,
  summary: '第五部分是空的，或只写“无”',
  summaryEn: 'Section five is empty, or says that there is nothing',
  basis: mark`《条例》第五十条第一款第（四）项`,
  fixable: false,

  *check(context) {
    const { report } = context;
    if (isUnwritten(context, 'problems')) return;
    const section = sectionReading(report, 'problems');
    if (!section?.heading) return;
    const said = scarceWords(report.shown, [section.body], scarce);
    if (said === undefined) return;
    const words = said.replace(scarce.uncounted, '');
    if (words.length > 4 && !/^(?:暂|本年度|目前)?(?:无|没有|不存在)/u.test(words)) return;
    yield {
      span: section.heading.span,
      message:
        words === ''
          ? say`第五部分没有内容，应写明存在的主要问题和改进情况`
          : say`第五部分只写了“${words}”，应写明存在的主要问题和改进情况，请核对`,
    };
  },
});
