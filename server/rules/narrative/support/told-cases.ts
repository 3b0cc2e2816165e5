import type { TableId } from '../../../form/form';
import { sectionReading } from '../../../report/report';
import type { Span } from '../../../text/span';
import { partsOf } from '../../document/support/aspects';
import { compact } from '../../residue/support/compact';
import type { Context } from '../../rule';

/** A sentence that tells of a case without a number that could be held against the table. */
export interface ToldCase {
  readonly table: TableId;
  readonly span: Span;
}

const dispute =
  /(?:因|就)[^.;]{0,20}信息公开[^.;]{0,16}(?:被|向)?[^.;]{0,8}(?:申请|提起|提出)(?:了)?行政(?:复议|诉讼),?[^.;]{0,12}(?:复议机关|复议机构|法院)[^.;]{0,12}(?:维持|驳回|撤销|责令|确认违法|支持)/u;
const underWay = /信息公开[^.;,]{0,8}行政(?:复议|诉讼)(?:案件)?[^.;,]{0,4}(?:正在|尚在|仍在)(?:审理|办理)/u;
const application =
  /(?:答复|办理|办结|受理|收到|回复|处理)了?(?:[一两二三四五六七八九十]|[1-9]\d{0,8})[件宗份起][^.;,]{0,24}申请/u;
/** What has not happened, may happen, or happened at another time or elsewhere. */
const unlike =
  /无|未|没有|不存在|不服|可以?|如果|若|应当|防止|避免|降低|风险|减少|许可|登记|上年|去年|往年|以前|近年|各|部门|乡镇|街道|下级|所属|转办|转来|移送|信访|咨询|投诉|提案|20\d\d/u;

/** The sentences of section one that tell of an application or a dispute in words that are no claim. */
export function toldCases({ report, text }: Context): ToldCase[] {
  const body = sectionReading(report, 'overview')?.body;
  if (!body) return [];
  const { text: words, spanOf } = compact(text, body);
  const about = partsOf(words).filter(({ title }) => /申请/u.test(title));
  return [...words.matchAll(/[^.;\n]+[.;]?/gu)].flatMap((match): ToldCase[] => {
    const [sentence] = match;
    const bare = sentence.replaceAll(`${report.year?.value}年`, '');
    if (unlike.test(bare)) return [];
    const isAbout =
      /信息公开|依申请/u.test(sentence) ||
      about.some(({ end, start }) => start <= match.index && match.index < end);
    const disputed = dispute.exec(sentence) ?? underWay.exec(sentence);
    const found = disputed ?? (isAbout ? application.exec(sentence) : null);
    if (!found) return [];
    const span = spanOf(match.index + found.index, found[0].length);
    if (report.claims.some((claim) => claim.span.start < span.end && span.start < claim.span.end)) return [];
    return [{ table: disputed ? 'disputes' : 'applications', span }];
  });
}
