import { sectionReading, tableReading } from '../../report/report';
import { tableInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { isTableUnwritten } from '../drafting';
import { ownWord } from '../named';
import { firstLine, neighbours } from '../place';
import { isPrinted } from '../printed';
import { rule } from '../rule';

export default rule({
  id: 'missing-table',
  family: 'structure',
  severity: 'error',
  hard: true,
  summary: '缺少格式规定的表格',
  summaryEn: 'One of the three tables is missing',
  basis: mark`国办公开办函〔2021〕30号：第二、三、四部分以表格报告`,
  fixable: false,

  *check(context) {
    const { report, text } = context;
    for (const { id } of report.form.tables) {
      // One that is printed in a way that cannot be read is another rule's.
      if (tableReading(report, id) || isPrinted(context, id) || isTableUnwritten(context, id)) continue;
      const own = sectionReading(report, id);
      const { before, after } = neighbours(report, id);
      const near = own ?? after ?? before;
      const section = report.form.sections.find((each) => each.id === id);
      yield {
        span: near
          ? (near.heading?.span ?? firstLine(text, near.span))
          : firstLine(text, { start: 0, end: text.length }),
        message: say`缺少${tableInWords(id)}（${ownWord(section?.heading ?? '')}）；表格若是图片或附件，请改为文字表格`,
      };
    }
  },
});
