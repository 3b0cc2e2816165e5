import { fold } from '../../../text/fold';
import type { Span } from '../../../text/span';
import type { Context } from '../../rule';

/** Whether nothing is counted in a phrase: a year, a number of characters and 填0 are the template's own. */
export const isPlain = (printed: string): boolean =>
  !/\d/u.test(fold(printed).replace(/20\d\d年?|\d{1,9}字|填[写报]?"?0/gu, ''));

/** So far around a phrase lies what decides whether it stands alone. */
const reach = 120;

/** Whether a phrase stands alone in its line or cell, or right behind a heading or label, where no sentence of the report needs it. */
export function isByItself({ report, text }: Context, { start, end }: Span): boolean {
  const own = report.sections.find(({ body }) => body.start <= start && end <= body.end)?.body;
  const near = own && [
    report.shown.slice(Math.max(own.start, start - reach), start),
    report.shown.slice(end, Math.min(own.end, end + reach)),
  ];
  // A section that has nothing else to say is to be written first.
  if (near && !near.some((said) => /\p{L}/u.test(said))) return false;
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(/[\r\n]/u)
      .at(-1) ?? '';
  const [after = ''] = text.slice(end, end + reach).split(/[\r\n]/u);
  if (!/^\s*(?:$|[|｜<\t"]|[\d/-]+(?:\s|$))/u.test(after)) return false;
  if (/(?:^|[|｜>\t"])[^\S\t]*$/u.test(before)) return true;
  const labels = [
    ...report.sections.flatMap(({ heading }) => heading?.span ?? []),
    ...report.tables.flatMap(({ rows }) => rows.flatMap(({ label }) => label ?? [])),
  ];
  return labels.some(
    (label) =>
      label.start < start &&
      label.end >= start - reach &&
      label.end <= end &&
      text.slice(label.end, start).trim() === '',
  );
}
