import type { Head } from './fib';

// Properties of characters and paragraphs: by pages, for stretches of the stream, as lists of changes ([MS-DOC] 2.9.114, 2.6).

/** A stretch of the stream whose characters or paragraphs have the same properties. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly changes: ReadonlyMap<number, DataView>;
}

const pageLength = 512;
const none: ReadonlyMap<number, DataView> = new Map();

/** All stretches, in order. */
export function runsOf(head: Head, kind: 'characters' | 'paragraphs'): Run[] {
  const view = head.part(kind);
  const count = Math.floor((view.byteLength - 4) / 8);
  const runs: Run[] = [];
  for (let index = 0; index < count; index++) {
    const page = (view.getUint32(4 * (count + 1) + 4 * index, true) & 0x3fffff) * pageLength;
    if (page + pageLength <= head.main.byteLength) runs.push(...runsIn(head, page, kind));
  }
  return runs.sort((a, b) => a.start - b.start);
}

function runsIn(head: Head, page: number, kind: 'characters' | 'paragraphs'): Run[] {
  const { main } = head;
  const isParagraphs = kind === 'paragraphs';
  const count = Math.min(main.getUint8(page + pageLength - 1), 101);
  return Array.from({ length: count }, (_, index) => {
    const start = main.getUint32(page + 4 * index, true);
    const end = main.getUint32(page + 4 * index + 4, true);
    const offset = main.getUint8(page + 4 * (count + 1) + (isParagraphs ? 13 : 1) * index) * 2;
    if (offset === 0) return { start, end, style: 0, changes: none };
    const at = page + offset;
    if (!isParagraphs)
      return { start, end, style: 0, changes: changesIn(within(main, at + 1, main.getUint8(at))) };
    const short = main.getUint8(at);
    const from = short === 0 ? at + 2 : at + 1;
    const own = within(main, from, short === 0 ? 2 * main.getUint8(at + 1) : 2 * short - 1);
    if (own.byteLength < 2) return { start, end, style: 0, changes: none };
    const changes = changesIn(within(own, 2, own.byteLength - 2));
    return { start, end, style: own.getUint16(0, true), changes: whole(head, changes) };
  });
}

/** Bytes of a view, as many as there are. */
const within = (view: DataView, start: number, length: number): DataView => {
  const from = Math.min(start, view.byteLength);
  return new DataView(
    view.buffer,
    view.byteOffset + from,
    Math.max(0, Math.min(length, view.byteLength - from)),
  );
};

const elsewhere = 0x6646;

/** Where there are too many for their page, they stand in a stream of their own. */
function whole({ data }: Head, changes: ReadonlyMap<number, DataView>): ReadonlyMap<number, DataView> {
  const at = changes.get(elsewhere)?.getUint32(0, true);
  if (at === undefined || !data || at + 2 > data.byteLength) return changes;
  return new Map([...changes, ...changesIn(within(data, at + 2, data.getUint16(at, true)))]);
}

/** What a table's columns are has a length of two bytes. */
const longLength = 0xd608;
const operandLengths = [1, 1, 2, 4, 2, 2, undefined, 3] as const;

/** Changes of properties with what they are set to, by their codes. */
export function changesIn(view: DataView): ReadonlyMap<number, DataView> {
  const changes = new Map<number, DataView>();
  for (let at = 0; at + 2 < view.byteLength; ) {
    const code = view.getUint16(at, true);
    at += 2;
    const fixed = operandLengths[code >>> 13];
    if (fixed !== undefined) {
      if (at + fixed > view.byteLength) break;
      changes.set(code, within(view, at, fixed));
      at += fixed;
      continue;
    }
    const isLong = code === longLength;
    if (isLong && at + 2 > view.byteLength) break;
    const length = isLong ? view.getUint16(at, true) - 1 : view.getUint8(at);
    const from = at + (isLong ? 2 : 1);
    changes.set(code, within(view, from, length));
    at = from + Math.max(0, length);
  }
  return changes;
}

/** The run that a place of the stream is in. */
export function runAt(runs: readonly Run[], place: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle] as Run).start <= place) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && place < run.end ? run : undefined;
}

/** Whether a property that is on or off is on. */
export const isOn = (changes: ReadonlyMap<number, DataView>, code: number): boolean =>
  (changes.get(code)?.getUint8(0) ?? 0) === 1;
