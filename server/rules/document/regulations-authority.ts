import { cellAt } from '../../form/form';
import { cellInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { ownWord } from '../named';
import { rule } from '../rule';
import { kindOf } from './support/agency';

const columns = ['issued', 'repealed', 'inForce'];

export default rule({
  id: 'regulations-authority',
  family: 'document',
  severity: 'information',
  hard: false,
  summary: '无权制定规章的机关填了规章件数',
  summaryEn: 'Government rules at a body that cannot make them',
  basis: mark`《立法法》（2023年修正）第九十一条、第九十三条；《条例》第二十条第（一）项`,
  fixable: false,

  *check({ report, text }) {
    if (!report.agency || canMake(report.agency.value)) return;
    const found = columns.flatMap((column) => {
      const path = `proactiveDisclosure.regulations.${column}`;
      const index = cellAt(report.form, path);
      const cell = report.cells[index];
      return cell?.kind === 'count' && cell.value > 0 ? [{ path, index, cell }] : [];
    });
    const [first] = found;
    if (!first) return;
    yield {
      span: first.cell.span,
      message: say`${ownWord(report.agency.value)}一般无权制定规章，这里填的是 ${text.slice(first.cell.span.start, first.cell.span.end).trim()}；内部的规章制度不计入，请核对`,
      related: found.map(({ index, cell }) => ({
        span: cell.span,
        message: say`${cellInWords(report.form, index)}：${cell.value}`,
      })),
      cells: found.map(({ path }) => path),
    };
  },
});

/** Whether a body may make 规章, or its name does not tell: a city may be one with districts, a state ministry is not local. */
function canMake(name: string): boolean {
  if (/^(?:国家|中国|国务院|全国|中央)/u.test(name)) return true;
  const { isGovernment, isTownship, isLocal } = kindOf(name);
  if (isTownship) return false;
  if (isGovernment) return !/(?:县|旗|(?<!自治|新|特|开发|管理|地)区)(?:人民)?(?:政府)?$/u.test(name);
  return (
    !isLocal || !/(?:局|办|办公室|委|委员会|厅|中心|院|处)$/u.test(name) || /管委会|管理委员会$/u.test(name)
  );
}
