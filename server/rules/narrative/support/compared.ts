import { sumOf } from '../../../report/agreement';
import type { CellSum } from '../../../report/claim';
import type { ComparedRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { say } from '../../../text/say';
import { ownWord } from '../../named';
import { quoted } from '../../quoted';
import type { Yield } from '../../rule';

/** Binary fractions are not exact. */
const noise = 1e-9;

/** What a sentence says of two rows that the tables have otherwise, whichever of their readings is meant. */
export function* comparedRows(report: Report): Generator<Yield> {
  for (const relation of report.relations) {
    if (relation.kind !== 'compared') continue;
    const [one, other] = [valuesOf(report, relation.one), valuesOf(report, relation.other)];
    if ([...one, ...other].some(Number.isNaN)) continue;
    if (pairsOf(one, other).some(([first, second]) => isSo(relation, first, second))) continue;
    yield findingOf(report, relation, [one[0] ?? 0, other[0] ?? 0]);
  }
}

/** Where both have as many readings each goes with its like: all with all, those that were decided with those. */
const pairsOf = (one: readonly number[], other: readonly number[]): [first: number, second: number][] =>
  one.flatMap((first, index) =>
    (one.length === other.length ? other.slice(index, index + 1) : other).map((second): [number, number] => [
      first,
      second,
    ]),
  );

const valuesOf = (report: Report, sums: readonly CellSum[]): number[] =>
  sums.map(({ cells }) => sumOf(report, cells));

function isSo({ rise, level, by, times }: ComparedRelation, one: number, other: number): boolean {
  if (times) return times.low * other <= one + noise && one <= times.high * other + noise;
  const difference = rise ? one - other : other - one;
  if (by) return Math.abs(difference - by.value) < noise;
  return difference > 0 || (level && difference === 0);
}

function findingOf(
  report: Report,
  relation: ComparedRelation,
  [one, other]: readonly [number, number],
): Yield {
  const [first, second] = [relation.one[0], relation.other[0]];
  return {
    span: relation.phrase,
    message: say`文中说“${quoted(report.shown, relation.phrase)}”，表中${first?.name ?? ''}是 ${one}，${second?.name ?? ''}是 ${other}，请核对`,
    related: [first, second].flatMap((sum) =>
      (sum?.cells ?? []).flatMap((index) => {
        const cell = report.cells[index];
        return cell?.kind === 'count'
          ? [{ span: cell.span, message: say`${ownWord(sum?.name ?? '')}：${cell.value}` }]
          : [];
      }),
    ),
    cells: [...(first?.cells ?? []), ...(second?.cells ?? [])].map(
      (index) => report.form.cells[index]?.path ?? '',
    ),
  };
}
