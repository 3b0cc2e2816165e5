import { agreementOf } from '../../../report/agreement';
import type { Claim, Subject } from '../../../report/claim';
import type { Edit, Repair } from '../../../report/finding';
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
  const edits: readonly Edit[] = [...from].flatMap(([cell, there]) => moveOf(report, cell, there) ?? []);
  if (edits.length < from.size) return undefined;
  const told = listed(claims.map(({ phrase }) => `“${quoted(report.shown, phrase)}”`));
  if (areInTurn(report.shown, claims) || divideOne(report, claims))
    return inTurnFinding({ report }, moved, edits);
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

/** 分别为 32 件和 91 件: whether two numbers follow their names side by side, where it is easily the sentence that has them in the wrong order. */
function areInTurn(shown: string, claims: Moved['claims']): boolean {
  const [one, other, ...others] = [...claims].sort((a, b) => a.span.start - b.span.start);
  return (
    one !== undefined &&
    other !== undefined &&
    others.length === 0 &&
    /^[件宗起份例个]?[、和及与，,]$/u.test(shown.slice(one.span.end, other.span.start).replace(/\s/gu, ''))
  );
}

/** What a list of rows or applicants may divide that is itself only a part of what came in or was answered. */
const divided: ReadonlySet<Subject> = new Set<Subject>([
  'granted',
  'partiallyGranted',
  'refused',
  'unable',
  'notProcessed',
  'otherwiseProcessed',
  'carried',
  'carriedOver',
  'carriedForward',
]);

/**
 * 部分公开 14 件，自然人 4 件、商业企业 10 件: whether two numbers of one list divide a class that the table has, and nothing else is wrong. Two whole
 * columns are not exchanged for that.
 */
function divideOne(report: Report, claims: Moved['claims']): boolean {
  const [one, other, ...others] = [...claims].sort((a, b) => a.span.start - b.span.start);
  if (!one || !other || others.length > 0) return false;
  if (/[。;；\n]/u.test(report.shown.slice(one.span.end, other.span.start))) return false;
  const whole = report.claims.findLast(
    ({ span, subject, kind }) => kind === 'number' && span.end <= one.span.start && divided.has(subject),
  );
  if (!whole || agreementOf(report, whole) !== 'agrees') return false;
  return (
    !/[。;；\n]/u.test(report.shown.slice(whole.span.end, one.span.start)) && whole.low >= one.low + other.low
  );
}

/** The finding of two numbers that a sentence has in the other order than the table. */
function inTurnFinding({ report }: Pick<Context, 'report'>, moved: Moved, edits: readonly Edit[]): Yield {
  const { from, claims, names } = moved;
  const spans = claims.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const [first = '', last = ''] = [names[0], names.at(-1)];
  return {
    span: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 },
    message: say`文中「${first}」与「${last}」的数与表中的正好相反，可能是次序写反了，请核对`,
    related: edits.map(({ span }) => ({ span, message: say`表中的数` })),
    cells: [...from.keys()].map((cell) => report.form.cells[cell]?.path ?? ''),
    repairs: [...restating(report, claims), { title: titleOf(moved), confidence: 'possible', edits }],
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
