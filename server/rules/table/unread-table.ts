import { inManyRows } from '../../report/gaps';
import { sectionReading, tableReading } from '../../report/report';
import { tableInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { isTableUnwritten } from '../drafting';
import { firstLine } from '../place';
import { isPrinted } from '../printed';
import { rule } from '../rule';
import { gapsOf } from './support/gaps';

export default rule({
  id: 'unread-table',
  family: 'table',
  severity: 'warning',
  hard: false,
  summary: '表格在，但数字对不上格，未能核对',
  summaryEn: 'A table is there but its figures could not be placed and were not checked',
  basis: mark`读不出的表不能当作没有问题`,
  fixable: false,

  *check(context) {
    const { report, text } = context;
    const open = inManyRows(gapsOf(context));
    for (const { id } of report.form.tables) {
      const table = tableReading(report, id);
      const isOpen = open.has(id);
      if (table ? table.readable && !isOpen : !isPrinted(context, id)) continue;
      if (isTableUnwritten(context, id)) continue;
      const section = sectionReading(report, id);
      yield {
        span: table
          ? firstLine(text, table.span)
          : (section?.heading?.span ?? firstLine(text, { start: 0, end: text.length })),
        message: isOpen
          ? say`${tableInWords(id)}有好几行的数字比格少，看不出空着的是哪几格，这些行未能核对；没有发生的请填 0`
          : say`${tableInWords(id)}的文字找到了，但其中的数字无法可靠地对应到各格，未能核对；请检查表格是否完整`,
      };
    }
    if (report.unread) {
      yield {
        span: { start: report.unread.start, end: report.unread.start },
        message:
          report.unread.title === undefined
            ? say`从这里往后没有读，也没有核对：文本太长，不像是一份年报`
            : say`从这里起是另一份年报「${report.unread.title}」，没有读，也没有核对，请分开存放`,
      };
    }
  },
});
