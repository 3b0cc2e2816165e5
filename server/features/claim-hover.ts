import type { Analysis } from '../analysis';
import { describeCell, type Form, tableOf } from '../form/form';
import { type Agreement, agreeingSums, agreementOf, type CellSum, type Claim, sumOf } from '../report/claim';
import { type Report, valueOf } from '../report/report';
import { type Span, touches } from '../text/span';
import { claimAt } from './links';

const verdicts: Readonly<Record<Agreement, string>> = {
  agrees: '与表格一致 ✓',
  differs: '与表格不一致 ✗，请核对',
  unknown: '表中有空白或读不出的格，未能核对',
};

/** Where the words leave open what is counted, another number is none that disagrees. */
function verdictOf(report: Report, claim: Claim): string {
  const agreement = agreementOf(report, claim);
  return agreement === 'differs' && !claim.firm ? '说的不一定是表中的数，没有核对' : verdicts[agreement];
}

/** So many sums are listed that a number may mean. */
const listed = 4;

/** Explains the number of the text at `offset`: what it was compared with, and whether it agrees; undefined where no such number stands. */
export function claimHover(
  analysis: Analysis,
  offset: number,
): { readonly span: Span; readonly markdown: string } | undefined {
  const claim = claimAt(analysis, offset);
  if (!claim || !touches(claim.span, offset)) return undefined;
  const { report, text } = analysis;
  const phrase = text.slice(claim.phrase.start, claim.phrase.end).replace(/\s+/gu, '');
  const title = `**文中的「${phrase.replace(/[\\`*_[\]<>~&]/gu, '\\$&')}」**　${verdictOf(report, claim)}`;
  const lines = sumsOf(report, claim).map((sum) => `- ${inNumbers(report, sum)}`);
  return { span: claim.span, markdown: [title, ['比对：', ...lines].join('\n')].join('\n\n') };
}

/** In one line what a number of the text was compared with, and whether it agrees. */
export function claimInWords(report: Report, claim: Claim): string {
  const sums = sumsOf(report, claim).map((sum) => inNumbers(report, sum));
  return `${verdictOf(report, claim)}：${sums.join('；')}`;
}

/** The sums that a claim agrees with, the first alone; where it agrees with none those that it may mean. */
function sumsOf(report: Report, claim: Claim): readonly CellSum[] {
  const agreeing = agreeingSums(report, claim);
  return agreeing.length > 0 ? agreeing.slice(0, 1) : claim.sums.slice(0, listed);
}

/** A sum with its cells and their numbers. */
function inNumbers({ form, cells, ...report }: Report, sum: CellSum): string {
  const [only, ...others] = sum.cells;
  const value = sumOf({ form, cells, ...report }, sum.cells) - sum.less;
  const printed = Number.isNaN(value) ? '读不出' : String(Number(value.toFixed(4)));
  if (only !== undefined && others.length === 0 && sum.less === 0) return `${nameOf(form, only)}：${printed}`;
  const parts = sum.cells.map((index) => valueOf(cells[index]) ?? '？').join(' + ');
  return `${sum.name}：${parts}${sum.less > 0 ? ` − ${sum.less}` : ''} = ${printed}`;
}

const nameOf = (form: Form, index: number): string =>
  `${tableOf(form, form.cells[index]?.table ?? 'applications').name}${describeCell(form, index)}`;
