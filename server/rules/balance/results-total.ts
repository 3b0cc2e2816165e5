import { mark, say } from '../../text/say';
import { rule } from '../rule';
import { brokenBalances, findingAtTotal } from './support/sides';

export default rule({
  id: 'results-total',
  family: 'balance',
  severity: 'error',
  hard: true,
  summary: '表三每一列，各种办理结果之和应等于（七）总计',
  summaryEn: 'Each column of table 3: the results add up to their total',
  basis: mark`表三「（七）总计」行的含义`,
  fixable: true,

  *check({ report }) {
    for (const balance of brokenBalances(report, 'results-total'))
      yield findingAtTotal(report, balance, say`各行`);
  },
});
