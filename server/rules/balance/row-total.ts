import { mark, say } from '../../text/say';
import { rule } from '../rule';
import { brokenBalances, findingAtTotal } from './support/sides';

export default rule({
  id: 'row-total',
  family: 'balance',
  severity: 'error',
  hard: true,
  summary: '表三每一行，自然人与五类组织之和应等于总计',
  summaryEn: 'Each row of table 3: the applicants add up to the total',
  basis: mark`表三「总计」列的含义`,
  fixable: true,

  *check({ report }) {
    for (const balance of brokenBalances(report, 'row-total'))
      yield findingAtTotal(report, balance, say`各列`);
  },
});
