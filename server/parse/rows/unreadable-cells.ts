import type { Table } from '../../form/form';
import { fold, foldUnit } from '../../text/fold';
import { significant } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import { isPageNumber } from '../tokens/page-number';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import type { ReadRegion } from './read-region';
import { longestCell, type Member, oddRuns, type Run } from './row-runs';
import type { LabelledTable } from './run';

/**
 * What stands in a cell and is no figure (`? 1`, `1.`, 约3, 九, `#REF!`) keeps the cell's place: it is taken for a figure that
 * cannot be read. Only where a row has fewer figures than its label asks for, or more because a figure is parted by a blank, and only
 * where the row then has no more than it needs; everything else that stands between figures is furniture, as before.
 */
export function withUnreadable(
  { items, region }: ReadRegion,
  table: LabelledTable,
  view: string,
): ReadRegion {
  let read: Item[] | undefined;
  let { to } = region;
  for (const run of oddRuns(items, region, view, table)) {
    for (const { index, token } of replacements(run, view, table)) {
      read ??= [...items];
      read[index] = { token, meanings: [] };
      to = Math.max(to, index + 1);
    }
  }
  return read ? { items: read, region: { ...region, to } } : { items, region };
}

/** The members of a run that are to be read as something else. */
function replacements(run: Run, view: string, known: LabelledTable): Member[] {
  const { members, needs } = run;
  const odd = members.filter((member) => isCandidate(member, run, view, known));
  const figures = members.filter(({ token }) => isFigure(token));
  const count = figures.length + odd.length;
  const blanks = members.filter(({ token }) => token.kind === 'blank').length;
  const isExact = needs.includes(count) || needs.includes(count + blanks);
  const joined = isExact ? [] : merged([...figures, ...odd], run, view);
  if (joined.length > 0 || count > (needs.at(-1) ?? 0)) return joined;
  // A word that leaves cells of its row open may as well be a remark.
  const sure = isExact ? odd : odd.filter(({ token }) => isFigureLike(token, view));
  const isAlone = figures.length === 0 && (!isExact || run.isColumn);
  return isAlone ? [] : sure.map(({ index, token }) => ({ index, token: unreadable(token, token.end) }));
}

const unreadable = (token: Token, end: number): Token => ({
  ...token,
  kind: 'value',
  end,
  value: { kind: 'odd', number: Number.NaN, unit: '', start: token.start, end },
});

/** The ruler of a Markdown table, and what a label broken over lines ends in. */
const ruler = /^(?:[-:=_+]{3,}|["')\]]+)$/u;
const units = /^(?:件|个|宗|条|份|项|次|万?元)$/u;
/** How words begin that stand for a figure that is not given. */
const saying = /^(?:详?见|[未不暂没待]|略|同上|[涉保]密)/u;
const date = /\d{4} ?年|[年月日页]$/u;

/** Whether a token may be what stands in a cell. */
function isCandidate({ index, token }: Member, run: Run, view: string, { table }: LabelledTable): boolean {
  if (token.kind !== 'words' && token.kind !== 'furniture') return false;
  const text = printed(token, view);
  if (text === '' || text.length > longestCell || ruler.test(text) || units.test(text) || date.test(text))
    return false;
  const { label, members } = run;
  const figures = members.filter((each) => isFigure(each.token));
  const before = figures.findLast((each) => each.index < index);
  const behind = figures.find((each) => each.index > index);
  const isOnRow = [before, behind].some((each) => each?.token.line === token.line);
  const isSure = isFigureLike(token, view) || saying.test(text);
  // 予公开: a piece of a label that is broken over lines stands before the cells of its row, or of the one beside it.
  if (!isSure && before === undefined && isInLabel(text, table)) return false;
  if (isOnRow) return isSure || before !== undefined || run.labelled || fillsLine(token, run);
  const isOnLabel =
    label?.line === token.line && run.labelled && !figures.some(({ token: { line } }) => line !== token.line);
  if (isOnLabel) return true;
  return (
    isAlone(token, run) &&
    standsInColumn(token, run, view) &&
    (isSure || (before !== undefined && behind !== undefined) || fillsRow(token, run, view))
  );
}

/** Whether words are a piece of the label of a row or a group. */
function isInLabel(text: string, { rows, groups }: Table): boolean {
  const piece = significant(text);
  return piece !== '' && [...rows, ...groups].some(({ label }) => significant(label).includes(piece));
}

/** Whether a token stands on a line that has just as many cells as rows without labels need: none of them is left for a label. */
const fillsLine = ({ line }: Token, { members, needs }: Run): boolean =>
  needs.includes(members.filter(({ token }) => token.line === line).length);

/**
 * Whether a short word is one of just as many cells as a row needs, all at the same distance: no cell of the row is lost in whose place
 * the word, a piece of something else, may be counted.
 */
function fillsRow(token: Token, { members, needs }: Run, view: string): boolean {
  if (!needs.includes(members.length) || printed(token, view).length > longestWord) return false;
  const lines = members.map((each) => each.token.line);
  return new Set(lines.slice(1).map((line, at) => line - (lines[at] ?? line))).size === 1;
}

const longestWord = 4;

/** Whether what fills a cell is meant as a figure, or a sign in the place of one. */
function isFigureLike(token: Token, view: string): boolean {
  if (token.kind === 'furniture') return true;
  const text = printed(token, view);
  return text.length <= longestFigure && (!/\p{L}/u.test(text) || figureLike.test(text));
}

const longestFigure = 8;
const figureLike = /^#|\d|^[零〇一二两三四五六七八九十百千]+[件个条]?$/u;

const printed = ({ start, end }: Token, view: string): string =>
  fold(view.slice(start, end)).replace(/[\0 ]/gu, '');

/** Whether every member of a run has a line of its own. */
const isAlone = (token: Token, { members }: Run): boolean =>
  members.every(
    (each, at) =>
      members[at + 1]?.token.line !== each.token.line &&
      (each.token === token || each.token.line !== token.line),
  );

/** Whether a token stands below the cells before it as they stand below each other, and is no page's number or that of the next label. */
function standsInColumn(token: Token, { label, members, lacksNumber }: Run, view: string): boolean {
  if (isPageNumber(view, token.start, token.end)) return false;
  const at = members.findIndex((each) => each.token === token);
  const last = members[at - 1]?.token ?? label;
  const [first, second] = members.map((each) => each.token).filter(isFigure);
  const step =
    first && second ? second.line - first.line : (first?.line ?? token.line) - (label?.line ?? token.line);
  if (!last || token.line - last.line > Math.max(step, 1) + 1) return false;
  const isLast = at === members.length - 1;
  return !(isLast && lacksNumber && isNumber(token, view));
}

/** Whether a token is the number of a label and nothing else. */
const isNumber = (token: Token, view: string): boolean =>
  /^\(?[\d一二三四五六七八九十]{1,2}[).、]$/u.test(printed(token, view));

/** More pieces than cells: those that only a blank or a comma parts are one cell, where that leaves as many as the row needs. */
function merged(pieces: readonly Member[], { needs }: Run, view: string): Member[] {
  const sorted = pieces.toSorted((a, b) => a.index - b.index);
  const groups = (joins: (one: Member, other: Member) => boolean): Member[][] => {
    const all: Member[][] = [];
    for (const piece of sorted) {
      const before = all.at(-1)?.at(-1);
      if (before && isClose(before.token, piece.token, view) && joins(before, piece)) all.at(-1)?.push(piece);
      else all.push([piece]);
    }
    return all;
  };
  const isSign = ({ token }: Member): boolean => !isFigure(token) && !/[\p{L}\d]/u.test(printed(token, view));
  const found = [
    groups(() => true),
    groups((one, other) => isSign(one) || isSign(other)),
    groups(isSign),
  ].find((each) => needs.includes(each.length));
  return (found ?? []).flatMap((group) => {
    const [first, ...others] = group;
    if (!first || (others.length === 0 && isFigure(first.token))) return [];
    return [
      { index: first.index, token: unreadable(first.token, group.at(-1)?.token.end ?? first.token.end) },
      ...others.map(({ index, token }) => ({
        index,
        token: { ...token, kind: 'furniture' as const, value: undefined },
      })),
    ];
  });
}

/** Whether one blank or comma and nothing else parts two tokens. */
function isClose(one: Token, other: Token, view: string): boolean {
  if (other.start - one.end !== 1) return false;
  const unit = foldUnit(view.charCodeAt(one.end));
  return unit === 32 || unit === 44;
}
