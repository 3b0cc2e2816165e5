import { agreementOf, sumOf } from '../../../report/agreement';
import type { Claim } from '../../../report/claim';
import { lastCells, type Pair } from '../../neighbours/support/last-year';

/** A number from here on is not last year's by chance. */
const telling = 10;
/** Smaller ones are the same in every other report. */
const least = 3;
/** So far from such a one smaller numbers are of the same sentence. */
const near = 60;

/** Whether a claim that the tables contradict states what last year's report has instead. */
export function isLastYears(pair: Pair, { kind, low, high, sums }: Claim): boolean {
  if (kind !== 'number' || low !== high || low === 0) return false;
  return sums.some(({ cells }) => sumOf(pair.last.report, lastCells(pair, cells)) === low);
}

/** What its sentence says before a claim. */
function saidBefore({ report }: Pair, { span }: Claim): string {
  const before = report.shown.slice(Math.max(0, span.start - longestSentence), span.start);
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1);
}

/** Whether the sentence of a claim begins with another body: 区自然资源局收到 80 件 is that one's number, whatever it is equal to. */
function isOfAnother(pair: Pair, claim: Claim): boolean {
  const [, body] = named.exec(saidBefore(pair, claim)) ?? [];
  return (
    body !== undefined && !/^[我本全各]/u.test(body) && pair.report.agency?.value.endsWith(body) !== true
  );
}

const named =
  /^(?:20\d\d年度?|[本今]年|全年|[,，]){0,3}([^,，;；。:：、]{2,14}?(?:局|厅|委员会|办公室|办事处|街道|镇|乡|中心|公司|医院|学校|[法检察]{1,2}院))/u;

/** Whether the sentence of a claim says before it that it speaks of last year, and of no other since. */
function isSaidToBe(pair: Pair, claim: Claim): boolean {
  const { year } = pair;
  const sentence = saidBefore(pair, claim);
  const last = Math.max(
    ...[`${year - 1}年`, '上年', '去年', '当年'].map((name) => sentence.lastIndexOf(name)),
  );
  return last > Math.max(...[`${year}年`, '本年', '今年'].map((name) => sentence.lastIndexOf(name)));
}

const longestSentence = 300;

/**
 * The claims that leave open whether the tables count the same, and yet state last year's number where the tables have another: that was
 * left standing. Small numbers only beside a greater one, because they are often the same by chance.
 */
export function leftStanding(pair: Pair): ReadonlySet<Claim> {
  const { report } = pair;
  const open = report.claims.filter(
    (claim) =>
      !claim.firm &&
      claim.low >= least &&
      agreementOf(report, claim) === 'differs' &&
      isLastYears(pair, claim) &&
      !isSaidToBe(pair, claim) &&
      !isOfAnother(pair, claim),
  );
  const greater = open.filter(({ low }) => low >= telling);
  return new Set(
    open.filter(({ span }) => greater.some((other) => Math.abs(other.span.start - span.start) <= near)),
  );
}
