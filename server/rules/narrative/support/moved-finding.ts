import type { Claim } from '../../../report/claim';
import type { Repair } from '../../../report/finding';
import type { Report } from '../../../report/report';
import { moveOf } from '../../moves';
import { quoted } from '../../quoted';
import type { Context, Yield } from '../../rule';
import type { Moved } from './moved';
import { meaningsOf, restated } from './wording';

const lineNames = { row: '行', column: '列' } as const;

/** The one finding of figures that stand in others' rows or columns; undefined where a figure cannot be moved. */
export function movedFinding({ report }: Context, moved: Moved): Yield | undefined {
  const { names, lines, from, claims } = moved;
  const edits = [...from].flatMap(([cell, there]) => moveOf(report, cell, there) ?? []);
  if (edits.length < from.size) return undefined;
  const line = lineNames[lines];
  const [first, last] = [names[0], names.at(-1)];
  const isSwap = names.length === 2;
  const what = isSwap
    ? `「${first}」与「${last}」两${line}的数字可能互相填错了${line}`
    : `「${first}」至「${last}」各${line}的数字可能整体错开了一${line}`;
  const told = claims.map(({ phrase }) => `“${quoted(report.shown, phrase)}”`);
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start);
  return {
    span: spans[0] ?? { start: 0, end: 0 },
    message: `${what}：文中说${told.join('、')}，${isSwap ? '对调' : '移回'}后都一致，请核对`,
    related: claims.map(({ span }) => ({ span, message: '文中的数' })),
    cells: [...from.keys()].map((cell) => report.form.cells[cell]?.path ?? ''),
    repairs: [
      {
        title: isSwap
          ? `对调「${first}」与「${last}」两${line}的数字`
          : `把「${first}」至「${last}」各${line}的数字移回`,
        confidence: 'possible',
        edits,
      },
      ...restating(report, claims),
    ],
  };
}

/** The sentences after the table instead. */
function restating(report: Report, claims: readonly Claim[]): Repair[] {
  const edits = claims.flatMap((claim) => {
    const [meaning] = meaningsOf(report, claim);
    return (meaning && restated(report.shown, claim, meaning.value)) ?? [];
  });
  return edits.length < claims.length ? [] : [{ title: '文中的数改为表中的', confidence: 'possible', edits }];
}
