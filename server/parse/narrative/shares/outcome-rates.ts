import { sumOf } from '../../../report/agreement';
import type { Report } from '../../../report/report';
import type { Stream } from '../parts/paragraph-words';
import { ratiosOf } from './ratios';
import type { Told } from './told-share';
import { wholesOf } from './wholes';

/** So many are not just as many as the table has by chance. */
const telling = 5;
/** What stands between the number of what was corrected and the rate of it. */
const rates: Readonly<Record<string, RegExp>> = {
  corrected:
    /^(?:案件|的)?[,(](?:行政)?(?:复议|应诉|诉讼)?(?:案件)?(?:直接|被)?(?:纠错|纠正|败诉)率(?:为|是|达到?|约为?|:)?$/u,
  upheld: /^(?:案件|的)?[,(](?:行政)?(?:复议|应诉|诉讼)?(?:案件)?(?:结果)?维持率(?:为|是|达到?|约为?|:)?$/u,
};

/** 结果纠正 11 件，纠错率 17.7%: of the disputes of its kind; undefined where the number before is of something else. */
export function outcomeRateAt(stream: Stream, at: number, report: Report): Told | undefined {
  const partAt = stream.lastBefore(at, 'n', '.;h');
  const key = stream.key(partAt);
  const [, kind = '', outcome = ''] = /^outcome:(\w+):(\w+)$/u.exec(key) ?? [];
  const words = stream.between(partAt, at);
  const part = stream.figure(partAt);
  if (!part || !rates[outcome]?.test(words)) return undefined;
  const isOther = kind === 'reconsideration' ? /诉/u.test(words) : /复议|纠错/u.test(words);
  const ratios = ratiosOf(key, report);
  // Those of others may be told of as well.
  const isTabled = ratios.some((ratio) => ratio.part && sumOf(report, ratio.part.cells) === part.value);
  if (isOther || !(stream.isFirm(partAt) || (isTabled && part.value >= telling))) return undefined;
  return { part, wholes: wholesOf(stream, partAt, part), ratios, bound: true };
}
