import { type Group, tableOf } from '../form/form';
import { isPunctuation } from '../parse/key';
import { viewOf } from '../parse/view';
import type { Report, TableReading } from '../report/report';
import { fold, ignored } from '../text/fold';
import type { Span } from '../text/span';

/** Where a table prints the label of a group of its rows. */
export interface GroupLabel {
  readonly group: Group;
  /** Number and label. */
  readonly span: Span;
}

/**
 * Finds the labels of groups in a table as it is printed, each as often as it stands there; none where the table has no
 * groups. Labels may be broken over lines and cells: blanks and punctuation between their characters do not count.
 */
export function groupLabels(report: Report, text: string, reading: TableReading): GroupLabel[] {
  const byLabel = new Map<string, Group>();
  for (const group of tableOf(report.form, reading.id).groups) {
    for (const label of [group.label, ...group.variants]) byLabel.set(fold(label), group);
  }
  if (byLabel.size === 0) return [];
  const view = fold(viewOf(text));
  const { characters, offsets } = significant(view, reading.span);
  // The longest first: some labels are parts of others.
  const labels = [...byLabel.keys()].sort((a, b) => b.length - a.length);
  return [...characters.matchAll(new RegExp(labels.join('|'), 'g'))].flatMap(({ 0: label, index }) => {
    const group = byLabel.get(label);
    const first = offsets[index];
    const last = offsets[index + label.length - 1];
    if (!group || first === undefined || last === undefined) return [];
    return [{ group, span: { start: numberBefore(view, first), end: last + 1 } }];
  });
}

/** The characters of a stretch that count in a label, and where each of them stands. */
function significant(view: string, { start, end }: Span): { characters: string; offsets: number[] } {
  let characters = '';
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    const unit = view.charCodeAt(at);
    if (unit === ignored || isPunctuation(unit)) continue;
    characters += view.charAt(at);
    offsets.push(at);
  }
  return { characters, offsets };
}

/** Where the number in front of `start` begins (三、 or （三）), or `start` itself where there is none. */
function numberBefore(view: string, start: number): number {
  const number = /\(?[一二三四五六七八九十]{1,2}[).、,][^\S\n]*$/.exec(
    view.slice(Math.max(0, start - 8), start),
  );
  return number ? start - number[0].length : start;
}
