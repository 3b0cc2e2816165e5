import type { Placed, PlacedLines } from '../../documents/lines/lines';
import { editsOf } from '../../documents/writing/changes';
import { applied, type Change } from '../../text/changes';
import { linesOf } from '../../text/lines';
import { oneLine } from '../../text/plain';
import { say } from '../../text/say';
import type { Span } from '../../text/span';

/** So much of a paragraph is shown around what changes in it. */
const around = 12;

/** What a document would say otherwise with another text, a line a place: the paragraph or cell, what it says and what it would say. */
export function changedPlaces(document: PlacedLines, text: string): string[] {
  const edits = editsOf(document, text);
  const slots = document.slots.length > 0 ? document.slots : linesAsSlots(document.text);
  const slotAt = (offset: number): Placed | undefined => slots.findLast(({ span }) => span.start <= offset);
  const changes = edits.flatMap((edit) => (edit.kind === 'changed' ? edit.changes : []));
  const slotOf = ({ span }: Change): Placed | undefined => slotAt(span.start);
  return [
    ...[...new Set(changes.map(slotOf))].map((slot) =>
      changedPlace(
        document.text,
        slot,
        changes.filter((change) => slotOf(change) === slot),
      ),
    ),
    ...edits.flatMap(({ kind, changes: [change] }) => {
      if (kind === 'changed' || !change) return [];
      const { start, end } = change.span;
      const lines = kind === 'put' ? change.newText : document.text.slice(start, end);
      const place = slotAt(kind === 'put' ? start - 1 : start)?.place ?? say`开头`;
      return [oneLine(say`${place}${kind === 'put' ? say`后面新增` : say`删去`}：${lines.trimEnd()}`)];
    }),
  ];
}

/** The lines of what has no other places. */
function linesAsSlots(text: string): Placed[] {
  const { starts } = linesOf(text);
  return starts.map((start, at) => ({
    span: { start, end: Math.max(start, (starts[at + 1] ?? text.length + 1) - 1) },
    place: say`第 ${at + 1} 行`,
  }));
}

function changedPlace(text: string, slot: Placed | undefined, changes: readonly Change[]): string {
  const { span, place } = slot ?? { span: { start: 0, end: 0 }, place: say`开头` };
  const { start, end } = windowOf(span, changes);
  const old = text.slice(start, end);
  const now = applied(
    old,
    changes.map(({ span: own, newText }) => ({
      span: { start: own.start - start, end: own.end - start },
      newText,
    })),
  );
  const shown = (words: string): string =>
    words === '' ? say`（空）` : `${start > span.start ? '…' : ''}${words}${end < span.end ? '…' : ''}`;
  return oneLine(say`${place}：${shown(old)} → ${shown(now)}`);
}

/** The stretch of a paragraph that has all changes in it, with a few characters before and behind. */
function windowOf({ start, end }: Span, changes: readonly Change[]): Span {
  const from = Math.min(...changes.map(({ span }) => span.start)) - around;
  const to = Math.max(...changes.map(({ span }) => span.end)) + around;
  return { start: Math.max(start, from), end: Math.max(Math.min(end, to), start) };
}
