import { agreementOf, claimOf, sumOf } from '../../../report/agreement';
import type { CellSum, Claim } from '../../../report/claim';
import type { Edit, Related, Repair } from '../../../report/finding';
import type { Figure } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { cellInWords, remarks } from '../../../report/told';
import { fold } from '../../../text/fold';
import { say } from '../../../text/say';
import type { Span } from '../../../text/span';
import { ownWord } from '../../named';
import { quoted } from '../../quoted';
import { rewritten } from './rewritten';

/** No more cells are pointed at than one can look through. */
const mostRelated = 8;

/** A sum that a claim may mean, with what the tables give for it; each value once, the first meaning first. */
interface Meaning {
  readonly sum: CellSum;
  readonly value: number;
}

/** What the tables give for a claim: each value that it may rightly have once. */
export function meaningsOf(report: Report, { sums }: Claim): Meaning[] {
  const meanings = sums.map((sum) => ({ sum, value: sumOf(report, sum.cells) - sum.less }));
  return meanings.filter(
    ({ value }, index) =>
      !Number.isNaN(value) && meanings.findIndex((each) => each.value === value) === index,
  );
}

/** What a number of a sentence may be: what is printed, and where the tables contradict it what they have. */
export function valuesOf(report: Report, { span, value }: Figure): number[] {
  const claim = claimOf(report, span);
  if (!claim?.firm || agreementOf(report, claim) !== 'differs') return [value];
  return [value, ...meaningsOf(report, claim).map((meaning) => meaning.value)];
}

/** The values in words: 表中本年新收是 5，本年新收与上年结转之和是 7. */
export const valuesInWords = (meanings: readonly Meaning[], { unit }: Claim): string => {
  const inWords = ({ sum: { name }, value }: Meaning): string =>
    unit.endsWith('元')
      ? say`${ownWord(name)}是 ${plain(value)} 万元`
      : say`${ownWord(name)}是 ${plain(value)}`;
  return say`表中${remarks(meanings.map(inWords))}`;
};

/** What one of a unit of money is in 万元, the unit of the form. */
const inTenThousands: Readonly<Record<string, number>> = { 元: 1e-4, 万元: 1, 亿元: 1e4 };

/** Figures without the noise of binary fractions. */
const plain = (value: number): number => Number(value.toFixed(4));

/** The cells that a claim is held against, as places to look at. */
export function relatedCells(report: Report, claim: Claim): Related[] {
  const cells = [...new Set(claim.sums.flatMap((sum) => sum.cells))].slice(0, mostRelated);
  return cells.flatMap((index) => {
    const cell = report.cells[index];
    if (!cell || cell.span.end <= cell.span.start) return [];
    const name = cellInWords(report.form, index);
    return [{ span: cell.span, message: cell.kind === 'count' ? say`${name}：${cell.value}` : name }];
  });
}

/** Changes of the number in the text to what the tables give; several where it may mean several things. */
export function repairsOf(shown: string, claim: Claim, meanings: readonly Meaning[]): Repair[] {
  return meanings.flatMap(({ sum, value }): Repair[] => {
    const edit = restated(shown, claim, value);
    if (!edit) return [];
    const printed = quoted(shown, edit.span);
    return [
      {
        title: say`文中的“${printed}”改为“${edit.newText}”（${ownWord(sum.name)}）`,
        confidence: 'possible',
        edits: [edit],
      },
    ];
  });
}

/**
 * The change by which a claim states just `value`, given in the unit of the form: 约 and 余 go, the way of writing stays. Undefined where
 * no number is printed, or this one is.
 */
export function restated(
  shown: string,
  { kind, span, loose, unit, each }: Claim,
  value: number,
): Edit | undefined {
  if (kind !== 'number') return undefined;
  const printed = quoted(shown, span);
  if (each !== undefined) return averaged(printed, loose, value / each);
  // 行政事业性收费 3.5 元: it is the unit that is wrong.
  if (unit === '元' && Number(printed) === value) return { span, newText: `${printed}万` };
  const numeral = printed.replace(/[余餘多来來]/gu, '');
  const newText = rewritten(numeral, Number((value / (inTenThousands[unit] ?? 1)).toPrecision(exactDigits)));
  return newText === undefined || newText === quoted(shown, loose) ? undefined : { span: loose, newText };
}

/** So many digits of a number are what was written; those behind them are left by arithmetic: 6481999999.999998. */
const exactDigits = 15;

/** An average with as many decimals as are printed. */
function averaged(printed: string, span: Span, value: number): Edit | undefined {
  const decimals = /^\d+(?:\.(\d+))?$/u.exec(fold(printed));
  if (!decimals) return undefined;
  return { span, newText: value.toFixed(decimals[1]?.length ?? 0) };
}
