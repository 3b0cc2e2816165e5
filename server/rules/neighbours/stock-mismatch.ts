import { cellAt } from '../../form/form';
import type { Related } from '../../report/finding';
import type { Report } from '../../report/report';
import { mark, say } from '../../text/say';
import { ownWord } from '../named';
import { compact } from '../residue/support/compact';
import { rule, type Yield } from '../rule';
import { type Pair, pairOf } from './support/last-year';
import { equalFigures } from './support/stale';

const kinds = [
  ['regulations', '规章'],
  ['normativeDocuments', '行政规范性文件'],
] as const;
/** Words that account for a number that does not follow from last year's. */
const explained =
  /(?:规范性文件|规章)[^.]{0,60}(?:清理|失效|修订|修改|到期|期满|有效期|口径)|(?:清理|失效|修订|修改|到期|期满|口径)[^.]{0,60}(?:规范性文件|规章)|机构改革|(?:职能|机构|职责)(?:调整|划转|整合|合并)/u;

export default rule({
  id: 'stock-mismatch',
  family: 'neighbours',
  severity: 'information',
  hard: false,
  summary: '现行有效件数不能由上年的件数加制发减废止得出',
  summaryEn: 'The documents in force are not last year’s with those issued and repealed since',
  basis: mark`表二各列的含义：上年现行有效，加本年制发，减本年废止`,
  fixable: false,

  *check(context) {
    const pair = pairOf(context);
    if (pair?.report.form.edition !== '2021' || pair.last.report.form.edition !== '2021') return;
    const found = kinds.flatMap(([row, name]) => findingOf(pair, row, name) ?? []);
    if (found.length === 0) return;
    // A table that is last year's as a whole is told of as a whole.
    if (equalFigures(pair.report, pair.last.report, 'proactiveDisclosure') !== undefined) return;
    // Whoever tells what happened to the documents has looked at them.
    const words = compact(pair.text, { start: 0, end: pair.text.length }).text;
    if (!explained.test(words)) yield* found;
  },
});

function findingOf({ report, last, year }: Pair, row: string, name: string): Yield | undefined {
  const [issued, repealed, now] = ['issued', 'repealed', 'inForce'].map((column) => at(report, row, column));
  const before = at(last.report, row, 'inForce');
  if (!issued || !repealed || !now || !before) return undefined;
  const expected = before.value + issued.value - repealed.value;
  if (now.value === expected) return undefined;
  // Documents lapse without being repealed, which no column counts.
  const lapsed = now.value < expected ? say`；有自然失效的，请在正文中说明` : '';
  const term = (figure: Figure, message: string): Related => ({ span: figure.span, message });
  return {
    span: now.span,
    message: say`${ownWord(name)}：${year - 1} 年现行有效 ${before.value} + 本年制发 ${issued.value} − 本年废止 ${repealed.value} = ${expected}，本年现行有效是 ${now.value}，请核对${lapsed}`,
    related: [
      { ...term(before, say`${year - 1} 年现行有效 ${before.value}`), document: last.document },
      term(issued, say`本年制发 ${issued.value}`),
      term(repealed, say`本年废止 ${repealed.value}`),
    ],
    cells: [now.path],
  };
}

type Figure = NonNullable<ReturnType<typeof at>>;

function at({ form, cells }: Report, row: string, column: string) {
  const path = `proactiveDisclosure.${row}.${column}`;
  const cell = cells[cellAt(form, path)];
  return cell?.kind === 'count' ? { ...cell, path } : undefined;
}
