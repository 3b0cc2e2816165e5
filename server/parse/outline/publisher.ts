import type { Reading } from '../../report/report';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { significant } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import { isAgency } from './agency-name';

/** The fields of a page that say who publishes it, with what stands in them; the name may stand in the next cell. */
const field =
  /(?<=^|[ \0|])(?<label>(?:发布|公开|制发|发文|编制|责任)(?:机构|单位|机关|主体|部门)|(?:(?:信息|文章|稿件)?来源))[ \0]{0,8}(?::[ \0]{0,8}|$)(?<name>[^ \0:|,;()\d]{3,30})?/gu;
/** A source is often the site, a paper or the government on whose site the page stands. */
const source = /来源$/u;
const site = /[省市县区州盟旗](?:人民)?政府$|中心$|台$/u;
/** Offices publish for their government, media and data centres for anyone, and a place alone is no body. */
const forOthers = /(?:[省市县区州盟旗]|办|办公室|社|融媒体中心|传媒中心|数据.{0,4}局|信息中心|网|公司)$/u;
/** Behind the title stand no more fields than this. */
const behindTitle = 10;

/**
 * Who publishes a report by the fields of its page around the title; undefined where no field tells, where what it names may publish
 * for others, and where several fields name different ones.
 */
export function publisherOf(items: readonly Item[], title: Span, view: string): Reading<string> | undefined {
  const behind = items.findIndex(({ token }) => token.start >= title.end);
  const fields = items
    .slice(0, behind < 0 ? items.length : behind + behindTitle)
    .flatMap(({ token }, index) => namesIn(token, items[index + 1]?.token, view));
  const [first] = fields;
  return first && fields.every(({ value }) => value === first.value) ? first : undefined;
}

function namesIn(token: Item['token'], next: Item['token'] | undefined, view: string): Reading<string>[] {
  if (token.kind !== 'words') return [];
  const line = fold(view.slice(token.start, token.end));
  return [...line.matchAll(field)].flatMap(({ groups, index, 0: found }) => {
    const { label = '', name } = groups ?? {};
    const end = token.start + index + found.length;
    const span = name === undefined ? next : { start: end - name.length, end };
    if (!span || (name === undefined && end !== token.end)) return [];
    const value = significant(view.slice(span.start, span.end));
    const isOwn = isAgency(value) && !forOthers.test(value) && !(source.test(label) && site.test(value));
    return isOwn ? [{ value, span: { start: span.start, end: span.end } }] : [];
  });
}
