import type { ShareListRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { listed, say } from '../../../text/say';
import { ownWord } from '../../named';
import type { Yield } from '../../rule';
import { isRight } from './shares';
import { uncounted } from './uncounted';

/**
 * What there is to say about a list of shares: that they come to more than a whole has, that a list which is meant to be complete does not
 * come to it, or that they cannot all be shares of one number. Nothing where one of them is told to be wrong by itself.
 */
export function* listedShares(report: Report, relation: ShareListRelation): Generator<Yield> {
  const { shares, parts, decimals } = relation;
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last || shares.some(({ span }) => isToldAt(report, span.start))) return;
  const sum = shares.reduce((all, { value }) => all + value, 0);
  const told = isOff(relation, sum)
    ? sumInWords(Number(sum.toFixed(decimals + 1)), relation.closed)
    : areAtOdds(relation)
      ? say`文中的占比与各自的数（${listed(parts.map(({ value, unit }) => ownWord(`${value} ${unit}`)))}）算出来的总数不一致，请核对`
      : '';
  if (told === '') return;
  yield {
    span: { start: first.span.start, end: last.span.end },
    message: told,
    related: [...parts, ...shares].map(({ span, value, unit }) => ({
      span,
      message: ownWord(`${value} ${unit}`),
    })),
  };
}

const sumInWords = (sum: number, isClosed: boolean): string =>
  isClosed
    ? say`文中列出的占比合计 ${sum}%，不等于 100%，请核对`
    : say`文中列出的占比合计 ${sum}%，超过 100%，请核对`;

/** Whether another finding is about the share that begins at `start`. */
const isToldAt = (report: Report, start: number): boolean =>
  report.relations.some(
    (each) =>
      (each.kind === 'share' &&
        each.share.span.start === start &&
        each.wholes.length > 0 &&
        !isRight(report, each)) ||
      (each.kind === 'uncounted' &&
        each.share.span.start === start &&
        [...uncounted(report, each)].length > 0),
  );

/** Shares that come to so much more than all are of several kinds. */
const severalKinds = 150;

/** Each share may be rounded by half of its last place, or cut off by all of it. */
function isOff({ shares, decimals, closed }: ShareListRelation, sum: number): boolean {
  const unit = 10 ** -decimals;
  const most = 100 + (shares.length * unit) / 2;
  const least = closed ? 100 - shares.length * unit : 0;
  if (!closed && sum > severalKinds) return false;
  return sum > most + noise || sum < least - noise;
}

/** Whether no number is the whole of all parts with their shares. */
function areAtOdds({ shares, parts, decimals }: ShareListRelation): boolean {
  if (parts.length === 0 || shares.some(({ value }) => value <= 0)) return false;
  const unit = 10 ** -decimals;
  const bounds = parts.map(({ value }, index) => {
    const share = (shares[index]?.value ?? 0) / 100;
    const slack = unit / 100 + noise;
    return { low: value / (share + slack), high: share > slack ? value / (share - slack) : Infinity };
  });
  return Math.max(...bounds.map(({ low }) => low)) > Math.min(...bounds.map(({ high }) => high));
}

/** Binary fractions do not add up to the last place. */
const noise = 1e-9;
