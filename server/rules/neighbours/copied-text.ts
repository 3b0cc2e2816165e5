import { type Report, sectionReading } from '../../report/report';
import { mark, say } from '../../text/say';
import { firstLine } from '../place';
import { compact } from '../residue/support/compact';
import { rule } from '../rule';
import { pairOf } from './support/last-year';
import { shareIn } from './support/shingles';

/** So many letters make a text of its own; shorter ones may be alike by chance. */
const leastLetters = 60;
/** The share of the text from which on it counts as last year's. */
const mostShared = 0.8;

export default rule({
  id: 'copied-text',
  family: 'neighbours',
  severity: 'warning',
  hard: false,
  summary: '第五部分与上年报告几乎相同',
  summaryEn: 'Section five is nearly that of last year’s report',
  basis: mark`《条例》第五十条第一款第（四）项；国办公开办函〔2021〕30号：内容雷同并造成不良后果的要追究责任`,
  fixable: false,

  *check(context) {
    const pair = pairOf(context);
    if (!pair) return;
    const { report, text, last, year } = pair;
    const own = sectionReading(report, 'problems');
    const earlier = sectionReading(last.report, 'problems');
    if (!own || !earlier) return;
    const [words, before] = [lettersOf(report, text), lettersOf(last.report, last.text)];
    if (Math.min(words.length, before.length) < leastLetters) return;
    const share = shareIn(words, before);
    if (share <= mostShared) return;
    const percent = Math.floor(share * 100);
    yield {
      span: firstLine(text, own.body),
      message:
        percent === 100
          ? say`第五部分与 ${year - 1} 年报告完全相同，请核对是否照抄上年`
          : say`第五部分与 ${year - 1} 年报告有 ${percent}% 相同，请核对是否照抄上年`,
      related: [
        {
          document: last.document,
          span: firstLine(last.text, earlier.body),
          message: say`${year - 1} 年报告的第五部分`,
        },
      ],
    };
  },
});

/** The characters of section five: years, figures, marks and the tags of a web page do not make a text another one. */
function lettersOf(report: Report, text: string): string {
  const section = sectionReading(report, 'problems');
  return section ? compact(text, section.body).text.replace(/\P{Script=Han}+/gu, '') : '';
}
