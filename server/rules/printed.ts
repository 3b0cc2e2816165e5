import { type TableId, tableOf } from '../form/form';
import { sectionReading, tableReading } from '../report/report';
import { compact } from './residue/support/compact';
import type { Context } from './rule';

/** No report is longer, and no table in it. */
const longestReport = 100_000;
/** So large a share of a table's labels makes it the table, and so large a share of its figures. */
const leastShare = 0.5;

/**
 * Whether a table was not found although it is printed, in a way that cannot be read: its labels stand in its section, or, but for
 * 表二 whose labels are everyday words, in the text, and figures beside them.
 */
export function isPrinted({ report, text }: Context, id: TableId): boolean {
  const own = sectionReading(report, id)?.body;
  if (tableReading(report, id) || (!own && id === 'proactiveDisclosure')) return false;
  const table = tableOf(report.form, id);
  const { start, end } = own ?? { start: 0, end: text.length };
  const words = compact(text, { start, end: Math.min(end, start + longestReport) }).text;
  const labels = new Set(
    table.sideBySide
      ? table.rows.flatMap(({ columns }) => columns.map(({ label }) => label))
      : table.rows.map(({ label }) => label),
  );
  const found = [...labels].filter((label) => words.includes(plain(label))).length;
  const cells = table.rows.reduce((sum, { columns }) => sum + columns.length, 0);
  const digits = words.match(/\d/gu)?.length ?? 0;
  return found >= leastShare * labels.size && digits >= leastShare * cells;
}

const plain = (label: string): string => compact(label, { start: 0, end: label.length }).text;
