import type { Claim } from '../../../report/claim';
import type { Repair } from '../../../report/finding';
import type { Report } from '../../../report/report';
import { listed, say } from '../../../text/say';
import { moveOf } from '../../moves';
import { quoted } from '../../quoted';
import type { Context, Yield } from '../../rule';
import type { Moved } from './moved';
import { meaningsOf, restated } from './wording';

/** The one finding of figures that stand in others' rows or columns; undefined where a figure cannot be moved. */
export function movedFinding({ report }: Context, moved: Moved): Yield | undefined {
  const { from, claims } = moved;
  const edits = [...from].flatMap(([cell, there]) => moveOf(report, cell, there) ?? []);
  if (edits.length < from.size) return undefined;
  const told = listed(claims.map(({ phrase }) => `“${quoted(report.shown, phrase)}”`));
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return {
    span: spans[0] ?? { start: 0, end: 0 },
    message: messageOf(moved, told),
    related: claims.map(({ span }) => ({ span, message: say`文中的数` })),
    cells: [...from.keys()].map((cell) => report.form.cells[cell]?.path ?? ''),
    repairs: [
      {
        title: titleOf(moved),
        confidence: 'possible',
        edits,
      },
      ...restating(report, claims),
    ],
  };
}

function messageOf({ names, lines }: Moved, told: string): string {
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (names.length > 2)
    return lines === 'row'
      ? say`「${first}」至「${last}」各行的数字可能整体错开了一行：文中说${told}，移回后都一致，请核对`
      : say`「${first}」至「${last}」各列的数字可能整体错开了一列：文中说${told}，移回后都一致，请核对`;
  return lines === 'row'
    ? say`「${first}」与「${last}」两行的数字可能互相填错了行：文中说${told}，对调后都一致，请核对`
    : say`「${first}」与「${last}」两列的数字可能互相填错了列：文中说${told}，对调后都一致，请核对`;
}

function titleOf({ names, lines }: Moved): string {
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (names.length > 2)
    return lines === 'row'
      ? say`把「${first}」至「${last}」各行的数字移回`
      : say`把「${first}」至「${last}」各列的数字移回`;
  return lines === 'row'
    ? say`对调「${first}」与「${last}」两行的数字`
    : say`对调「${first}」与「${last}」两列的数字`;
}

/** The sentences after the table instead. */
function restating(report: Report, claims: readonly Claim[]): Repair[] {
  const edits = claims.flatMap((claim) => {
    const [meaning] = meaningsOf(report, claim);
    return (meaning && restated(report.shown, claim, meaning.value)) ?? [];
  });
  return edits.length < claims.length
    ? []
    : [{ title: say`文中的数改为表中的`, confidence: 'possible', edits }];
}
