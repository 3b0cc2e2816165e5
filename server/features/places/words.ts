import { tableOf } from '../../form/form';
import { itemsOf } from '../../parse/tokens/labelled-tokens';
import { viewOf } from '../../parse/view/view';
import type { Report } from '../../report/report';
import { tableInWords } from '../../report/told';
import { say } from '../../text/say';
import type { Span } from '../../text/span';
import { printedLabels } from './labels';

/** A word of the form as a text prints it. */
export interface FormWord {
  readonly span: Span;
  readonly kind: 'heading' | 'row' | 'group' | 'column' | 'header';
  /** What it is, for people: 标题：总体情况, 表三的行「本年新收」. */
  readonly description: string;
}

/** The headings and the labels of a report, as they are printed. A label broken over lines reaches over what is between its pieces. */
export function formWords(report: Report, text: string): FormWord[] {
  const { form, sections, tables } = report;
  const headings = sections.flatMap(({ id, heading }): FormWord[] => {
    const name = form.sections.find((each) => each.id === id)?.heading ?? '';
    return heading ? [{ span: heading.span, kind: 'heading', description: say`标题：${name}` }] : [];
  });
  const labels = tables.flatMap((reading): FormWord[] => {
    const { rows, groups } = tableOf(form, reading.id);
    const name = tableInWords(reading.id);
    const ofRows = reading.rows.flatMap(({ row, label }): FormWord[] =>
      label ? [{ span: label, kind: 'row', description: say`${name}的行「${rows[row]?.name ?? ''}」` }] : [],
    );
    const others = printedLabels(report, text, reading).map(({ kind, id, span }): FormWord => {
      const group = groups.find((each) => each.id === id)?.label ?? '';
      const column = rows.flatMap(({ columns }) => columns).find((each) => each.id === id)?.label ?? '';
      const description = kind === 'group' ? say`${name}的组「${group}」` : say`${name}的列「${column}」`;
      return { span, kind, description };
    });
    return [...ofRows, ...others];
  });
  return [...headings, ...labels, ...headers(text)];
}

/** Words of the heads of tables that name no column: 第二十条第（一）项, 信息内容, the note over 表三. */
function headers(text: string): FormWord[] {
  return itemsOf(viewOf(text)).items.flatMap(({ token, meanings }): FormWord[] => {
    const header = meanings.find(({ kind }) => kind === 'header');
    if (header?.kind !== 'header') return [];
    const { start, end } = token;
    const description = say`${tableInWords(header.table)}的表头`;
    return [{ span: { start, end }, kind: 'header', description }];
  });
}

/** Things of a text without what an earlier one covers, in the order of the text. Parts that are only blanks are left out. */
export function apart<T extends { readonly span: Span }>(things: readonly T[], text: string): T[] {
  const taken = new Uint8Array(text.length);
  const parts = things.flatMap((thing) => {
    const free: T[] = [];
    for (let at = thing.span.start; at < thing.span.end; at++) {
      if (taken[at] === 1) continue;
      const start = at;
      while (at < thing.span.end && taken[at] === 0) at++;
      if (text.slice(start, at).trim() !== '') free.push({ ...thing, span: { start, end: at } });
    }
    taken.fill(1, thing.span.start, thing.span.end);
    return free;
  });
  return parts.sort((a, b) => a.span.start - b.span.start);
}
