import type { Report } from '../../report/report';
import type { Span } from '../../text/span';
import { viewOf } from '../view';
import { quantityAt } from './numeral';
import { type Prose, proseOf, spanIn } from './prose';

/**
 * What a numeral of the narrative is: a claim that is held against the tables or against other numbers of its sentence; a quantity
 * of another matter; a date; a reference to a document, an article or a name; a telephone number, address or the like; a place in a
 * list or ranking; or nothing of these.
 */
export type NumeralKind = 'checked' | 'other' | 'date' | 'reference' | 'contact' | 'ordinal' | 'unexplained';

export interface NumeralReading {
  readonly span: Span;
  readonly kind: NumeralKind;
}

const numerals = /\d+(?:[.,]\d+)*|[一二两三四五六七八九十百千]+(?=[余多来]?(?:件|起|宗|例|份|封|万元|元))/gu;
const contact =
  /(?:\d{3,4}-\d{7,8}(?:-\d+)?|(?<!\d)1\d{10}(?!\d)|[\w.]+@[\w.]+|https?:[^\s，。）)]+|www\.[\w./-]+|(?:电话|传真|邮编|邮政编码|邮箱|地址|QQ|手机|热线)[^,;。)\n]{0,30}|位于[^,;。)\n]{0,20}号)/gu;
const reference =
  /(?:《[^》]{0,60}》|"[^"\n]{0,60}"|\[\d{4}\]\d+号?|第\d+[条款项号届](?:第\d+[款项])?|[A-Za-z]+[\d.*]+|\d+\*\d+|[备第安网]\d+号|(?:编号|标识码|代码|备案号|索引号|文号)[:为]?[\dA-Z-]+|12345)/gu;
const date =
  /(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?:19|20)\d\d(?:年|-(?:19|20)\d\d年?)|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日(?![常前])|\d{1,2}:\d\d|\d{1,2}时(?:\d\d分)?|(?:19|20)\d\d年?[至-](?:19|20)\d\d年)/gu;
const ordinal =
  /(?:(?:^|(?<=[。;:\n]))\d{1,2}(?=[.、)](?!\d))|\(\d{1,2}\)|第\d+[名位期次批个章节]|[图表][\d-]+|附件\d+)/gu;

const patterns = [
  ['contact', contact],
  ['reference', reference],
  ['date', date],
  ['ordinal', ordinal],
] as const;

/** Puts every numeral of the narrative into exactly one class, in the order of the text. */
export function classifyNumerals(report: Report, text: string): NumeralReading[] {
  const read = report.unread ? text.slice(0, report.unread.start) : text;
  const prose = proseOf(viewOf(read), report.title?.span.end ?? 0, report.tables, report.sections);
  const checked = new Set(checkedStarts(report));
  const kinds = kindsByPlace(prose.text);
  return [...prose.text.matchAll(numerals)].flatMap(({ 0: found, index }) =>
    pieces(prose, index, index + found.length).map(({ start, end }): NumeralReading => {
      const span = spanIn(prose, start, end);
      if (checked.has(span.start)) return { span, kind: 'checked' };
      return { span, kind: kinds.get(start) ?? plainKind(prose, start) };
    }),
  );
}

/** A run of digits without the blanks that parted it in the text: 2024-02-08 14:35. */
function pieces({ offsets }: Prose, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && (offsets[at] ?? 0) === (offsets[at - 1] ?? 0) + 1) continue;
    spans.push({ start: from, end: at });
    from = at;
  }
  return spans;
}

/** Where the numbers begin that are held against something. */
function checkedStarts({ claims, relations }: Report): number[] {
  const related = relations.flatMap((relation) => {
    if (relation.kind === 'parts') return relation.closed ? [relation.whole, ...relation.parts] : [];
    if (relation.kind === 'share') return [relation.part, relation.share];
    return relation.before ? [relation.now, relation.before, relation.by] : [];
  });
  return [...claims.filter(({ kind }) => kind === 'number'), ...related].map(({ span }) => span.start);
}

/** For every digit that a pattern covers its class; the earlier patterns win. */
function kindsByPlace(text: string): ReadonlyMap<number, NumeralKind> {
  const kinds = new Map<number, NumeralKind>();
  for (const [kind, pattern] of patterns) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      for (let at = index; at < index + found.length; at++) if (!kinds.has(at)) kinds.set(at, kind);
    }
  }
  return kinds;
}

/** A number with a unit, with words right behind it or a word for a number before it counts something; one between marks of punctuation says nothing. */
function plainKind({ text }: Prose, start: number): NumeralKind {
  const quantity = quantityAt(text, start);
  const behind = text.charAt(quantity?.end ?? start);
  const counts = /[数量额达为共]$/u.test(text.slice(Math.max(0, start - 1), start));
  return quantity?.unit || counts || /[\p{L}%]/u.test(behind) ? 'other' : 'unexplained';
}
