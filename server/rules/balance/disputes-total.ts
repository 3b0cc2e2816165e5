import { mark, say } from '../../text/say';
import { rule } from '../rule';
import { brokenBalances, findingAtTotal } from './support/sides';

export default rule({
  id: 'disputes-total',
  family: 'balance',
  severity: 'error',
  hard: true,
  summary: '表四每一类争议，四种结果之和应等于总计',
  summaryEn: 'Each kind of dispute in table 4: the outcomes add up to the total',
  basis: mark`表四「总计」列的含义`,
  fixable: true,

  *check({ report }) {
    for (const balance of brokenBalances(report, 'disputes-total'))
      yield findingAtTotal(report, balance, say`各种结果`);
  },
});
