import type { Analysis } from '../../analysis';
import { type Agreement, agreeingSums, agreementOf, allows, claimsWith, sumOf } from '../../report/agreement';
import type { CellSum, Claim } from '../../report/claim';
import { type Report, valueOf } from '../../report/report';
import { cellOfTable, clauses } from '../../report/told';
import { assumedIn } from '../../report/zero-mark';
import { literally } from '../../text/markdown';
import { mark, said, say } from '../../text/say';
import { type Span, touches } from '../../text/span';
import { claimAt } from '../places/links';

const verdicts: Readonly<Record<Agreement, string>> = {
  agrees: mark`与表格一致 ✓`,
  partly: mark`一种读法与表格一致，另一种不一致，请核对`,
  differs: mark`与表格不一致 ✗，请核对`,
  unknown: mark`表中有空白或读不出的格，未能核对`,
};
/** What is told first of several. */
const gravest: readonly Agreement[] = ['differs', 'partly', 'unknown', 'agrees'];

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
  const title = say`**文中的「${literally(phrase)}」**　${verdictOf(report, claim)}`;
  const lines = linesOf(report, claim).map((line) => `- ${line}`);
  return { span: claim.span, markdown: [title, [say`比对：`, ...lines].join('\n')].join('\n\n') };
}

/** In one line what a number of the text was compared with, and whether it agrees. */
export const claimInWords = (report: Report, claim: Claim): string =>
  say`${verdictOf(report, claim)}：${clauses(linesOf(report, claim))}`;

/** What is to be said of a claim and of those made in the same words: that all agree only where all do. */
function verdictOf(report: Report, claim: Claim): string {
  const own = claimsWith(report, claim);
  const told = gravest.find((each) => own.some((one) => agreementOf(report, one) === each)) ?? 'unknown';
  const assumed = assumedIn(
    report,
    own.flatMap((one) => agreeingSums(report, one)[0]?.cells ?? []),
  );
  const how = own.map((one) => howItAgrees(report, one)).find(Boolean) ?? said(verdicts.agrees);
  const agreed = assumed ? say`${how}（${assumed}）` : how;
  // Where the words leave open what is counted, another number is none that disagrees.
  if (!own.every(({ firm }) => firm)) {
    return told === 'agrees'
      ? say`${agreed}，但文字没有说清是不是同一回事`
      : say`说的不一定是表中的数，没有核对`;
  }
  return told === 'agrees' ? agreed : said(verdicts[told]);
}

/** How a claim agrees where that is not plain: by another reading, by the parts of a total, or as a round number; else empty. */
function howItAgrees(report: Report, claim: Claim): string {
  const [sum] = agreeingSums(report, claim);
  if (!sum || sum !== plainestOf(report, claim)) return sum ? say`与表中“${sum.name}”一致 ✓` : '';
  if (!isMet(report, claim, sum)) return say`与表中各项之和一致 ✓，表中写的合计不同`;
  return claim.low < claim.high && !claim.unit.endsWith('元') ? say`作为约数与表格一致 ✓` : '';
}

/** The first reading of a claim, or a later one that has the same value; none where either reading is as good. */
function plainestOf(report: Report, claim: Claim): CellSum | undefined {
  const [first] = claim.sums;
  const [agreeing] = agreeingSums(report, claim);
  const others = claim.sums.filter(
    (sum) => agreeing && valueOfSum(report, sum) !== valueOfSum(report, agreeing),
  );
  if (claim.subject === 'carried' && others.length > 0) return undefined;
  return first && others.includes(first) ? first : agreeing;
}

const isMet = (report: Report, claim: Claim, sum: CellSum): boolean => allows(claim, valueOfSum(report, sum));

const valueOfSum = (report: Report, sum: CellSum): number => sumOf(report, sum.cells) - sum.less;

/**
 * What a claim and those made in the same words were compared with; each with its mark where they do not all tell the same. A reading
 * that an agreeing claim does not take is no mistake.
 */
function linesOf(report: Report, claim: Claim): string[] {
  const own = claimsWith(report, claim).flatMap((one) => sumsOf(report, one).map((sum) => ({ one, sum })));
  const isMixed = new Set(own.map(({ one, sum }) => agreeingSums(report, one).includes(sum))).size > 1;
  return own.map(({ one, sum }) => {
    const told = inNumbers(report, sum);
    if (!isMixed) return told;
    if (agreeingSums(report, one).includes(sum)) return `${told} ✓`;
    return agreementOf(report, one) === 'agrees' ? say`${told}（另一种读法）` : `${told} ✗`;
  });
}

/** The sum that a claim agrees with, beside the plainest reading where that is another; where it agrees with none those that it may mean. */
function sumsOf(report: Report, claim: Claim): readonly CellSum[] {
  const [agreeing] = agreeingSums(report, claim);
  const plainest = plainestOf(report, claim);
  if (!agreeing || !plainest || claim.kind === 'none') return claim.sums.slice(0, listed);
  return plainest === agreeing ? [agreeing] : [agreeing, plainest];
}

/** A sum with its cells and their numbers. */
function inNumbers({ form, cells, ...report }: Report, sum: CellSum): string {
  const [only, ...others] = sum.cells;
  const value = sumOf({ form, cells, ...report }, sum.cells) - sum.less;
  const printed = Number.isNaN(value) ? say`读不出` : String(Number(value.toFixed(4)));
  if (only !== undefined && others.length === 0 && sum.less === 0)
    return say`${cellOfTable(form, only)}：${printed}`;
  const parts = sum.cells.map((index) => valueOf(cells[index]) ?? '？').join(' + ');
  return say`${sum.name}：${parts}${sum.less > 0 ? ` − ${sum.less}` : ''} = ${printed}`;
}
