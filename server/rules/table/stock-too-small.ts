import { cellAt } from '../../form/form';
import { cellInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { rule } from '../rule';

const rows = ['regulations', 'normativeDocuments'];

export default rule({
  id: 'stock-too-small',
  family: 'table',
  severity: 'information',
  hard: false,
  summary: '现行有效件数少于本年制发减废止的件数',
  summaryEn: 'Fewer documents in force than the year alone has left',
  basis: mark`《条例》第二十条第（一）项；通常理解，现行有效件数是年末的存量`,
  fixable: false,

  *check({ report }) {
    const { form, cells } = report;
    for (const row of rows) {
      const [issued, repealed, inForce] = ['issued', 'repealed', 'inForce'].map((column) =>
        cellAt(form, `proactiveDisclosure.${row}.${column}`),
      );
      if (issued === undefined || repealed === undefined || inForce === undefined) continue;
      const [made, ended, stock] = [cells[issued], cells[repealed], cells[inForce]];
      if (made?.kind !== 'count' || ended?.kind !== 'count' || stock?.kind !== 'count') continue;
      // Even if all that was repealed had been issued this year, the rest would be in force.
      const least = made.value - ended.value;
      if (stock.value >= least) continue;
      yield {
        span: stock.span,
        message: say`本年制发 ${made.value} 件、废止 ${ended.value} 件，年末现行有效的一般不少于 ${least} 件，这里填的是 ${stock.value}，请核对`,
        related: [issued, repealed].map((index) => ({
          span: cells[index]?.span ?? stock.span,
          message: cellInWords(form, index),
        })),
        cells: [issued, repealed, inForce].map((index) => form.cells[index]?.path ?? ''),
      };
    }
  },
});
