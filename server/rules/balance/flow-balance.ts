import { equationInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { exchangedFinding, exchangedOf } from '../exchanged';
import { rule } from '../rule';
import { brokenBalances, findingAt, side, signed } from './support/sides';

export default rule({
  id: 'flow-balance',
  family: 'balance',
  severity: 'error',
  hard: true,
  summary: '表三每一列，本年新收加上年结转应等于办理结果总计加结转下年度',
  summaryEn: 'Each column of table 3: received and carried over equal handled and carried forward',
  basis: mark`表三表头的括注：第一项加第二项之和，等于第三项加第四项之和`,
  fixable: true,

  *check(context) {
    const { report } = context;
    const exchanged = exchangedOf(context);
    if (exchanged) {
      yield exchangedFinding(context, exchanged);
      return;
    }
    for (const balance of brokenBalances(report, 'flow-balance')) {
      const { equation, left, right, difference, assumed } = balance;
      const name = equationInWords(report.form, equation);
      const [one, other] = [side(report, equation, equation.left), side(report, equation, equation.right)];
      const message = assumed
        ? say`${name}勾稽关系不成立：${one} = ${left}，${other} = ${right}，差 ${signed(difference)}（空白的格未计）`
        : say`${name}勾稽关系不成立：${one} = ${left}，${other} = ${right}，差 ${signed(difference)}`;
      yield findingAt(report, balance, equation.right[0] ?? 0, message);
    }
  },
});
