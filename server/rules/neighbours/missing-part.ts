import { listed, mark, say } from '../../text/say';
import { ownWord } from '../named';
import { rule } from '../rule';

/** No more names than one reads. */
const mostNames = 10;

export default rule({
  id: 'missing-part',
  family: 'neighbours',
  severity: 'information',
  hard: false,
  summary: '缺少所属机关的报告，汇总数未能核对',
  summaryEn: 'Reports of agencies that belong to this one are missing, so that its sums were not checked',
  basis: mark`汇总的报告包括所属各机关的数`,
  fixable: false,

  *check({ report, neighbours }) {
    const { found = [], missing = [] } = neighbours?.parts ?? {};
    if (missing.length === 0) return;
    const names = listed(missing.slice(0, mostNames).map(ownWord));
    yield {
      message:
        missing.length > mostNames
          ? say`缺少${names}等 ${missing.length} 个机关的同年报告（已有 ${found.length} 份），本报告的汇总数未能核对`
          : say`缺少${names}的同年报告（已有 ${found.length} 份），本报告的汇总数未能核对`,
      span: report.title?.span ?? { start: 0, end: 0 },
    };
  },
});
