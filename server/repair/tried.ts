import { parseReport } from '../parse/parse';
import { reread } from '../parse/reread';
import { viewOf } from '../parse/view/view';
import { claimsAt } from '../report/agreement';
import { applyEdits, type Edit, type Finding, mendedLater, placeAfter, type Repair } from '../report/finding';
import { relationsAt } from '../report/relation';
import { checkReport } from '../rules/check';
import type { Context } from '../rules/rule';
import { say } from '../text/say';
import { wasProved } from './proof';
import { statedIn } from './stated';

// What is offered for sentences is tried before it is offered: made in the text, read and checked again.

type Levels = Parameters<typeof checkReport>[1];

/** The rules whose repairs change what a sentence says, or a table because a sentence says so. */
const triedRules: ReadonlySet<string> = new Set([
  'claim-mismatch',
  'parts-mismatch',
  'share-mismatch',
  'change-mismatch',
  'growth-mismatch',
]);

/** So many characters are read again in all, were every repair asked for, some fifteen times a report. What is not tried is not offered. */
const mostRead = 80_000;
/** What is found is looked at again as well: as much as to read so many characters. */
const perFinding = 60;
/** What mends one number may call for another to be mended, and that for a third. */
const mostRounds = 3;

/** What was found: by the rules themselves, and with its causes told. */
interface Found {
  readonly raw: readonly Finding[];
  readonly told: readonly Finding[];
}

/**
 * The findings that were told, with those repairs of sentences alone that mend them and bring up no other: where a repair leaves a share
 * or a change that was worked out from the old number, that is mended with it. A repair of the table takes along the sentences that state
 * what it changes. Each is tried when a finding is asked for its repairs, and not before: most never are.
 */
export function tried(context: Context, found: Found, levels: Levels): readonly Finding[] {
  const shop = new TryingOut(context, found, levels);
  const cost = context.text.length + perFinding * found.raw.length;
  let left = Math.max(1, Math.floor(mostRead / cost));
  const all = found.told.map((finding) => {
    if (!shop.isOpen(finding)) return finding;
    if (left-- > 0) return mendedLater(finding, () => shop.repairsOf(finding));
    return isTried(finding)
      ? { ...finding, repairs: finding.repairs.filter((repair) => shop.standsAlone(finding, repair)) }
      : finding;
  });
  return Object.freeze(all);
}

/** A repair of cells with the sentences that state what they said; the repair itself where there are none, or it cannot be told. */
function withSentences(shop: TryingOut, finding: Finding, repair: Repair): Repair {
  const sentences = statedIn(shop.context, repair.edits);
  if (sentences.length === 0) return repair;
  const title = say`${repair.title}，并改正文中的数字`;
  const proved = wasProved(repair.edits) ? repair.edits : [];
  const edits = [...repair.edits, ...sentences];
  return shop.complete(finding, { ...repair, title, edits }, proved) ?? repair;
}

const isTried = ({ rule, repairs }: Finding): boolean => repairs.length > 0 && triedRules.has(rule);

class TryingOut {
  /** The text as the reader looks at it; made when it is asked for. */
  private view: string | undefined;

  constructor(
    readonly context: Context,
    private readonly found: Found,
    private readonly levels: Levels,
  ) {}

  /** Whether it takes a trial to tell what may be offered for a finding. */
  isOpen(finding: Finding): boolean {
    return finding.repairs.some((repair) =>
      isTried(finding) ? !this.standsAlone(finding, repair) : statedIn(this.context, repair.edits).length > 0,
    );
  }

  /** What may be offered for a finding. */
  repairsOf(finding: Finding): readonly Repair[] {
    return isTried(finding)
      ? finding.repairs.flatMap((repair) => this.complete(finding, repair) ?? [])
      : finding.repairs.map((repair) => withSentences(this, finding, repair));
  }

  /** The repair with what has to be mended along with it; undefined where that cannot be told. Its `proved` edits are of cells. */
  complete(finding: Finding, repair: Repair, proved: readonly Edit[] = []): Repair | undefined {
    let { edits } = repair;
    if (this.standsAlone(finding, repair)) return repair;
    for (let round = 0; round < mostRounds; round++) {
      const left = this.leftBy(finding, edits, proved);
      if (left === undefined) return undefined;
      if (left.length === 0)
        return round === 0 ? repair : { ...repair, title: say`${repair.title}，相关的数一并改`, edits };
      const more = left.map(({ rule, repairs: [best] }) => (followed.has(rule) ? best : undefined));
      const along = more.flatMap((each) => each?.edits ?? []).map((edit) => backFrom(edits, edit));
      if (more.includes(undefined) || along.includes(undefined)) return undefined;
      edits = [...edits, ...along.filter((edit) => edit !== undefined)];
      if (overlaps(edits)) return undefined;
    }
    return undefined;
  }

  /** Whether a repair changes a number of the text that hangs together with no other: nothing can come of that. */
  standsAlone({ rule, span }: Finding, { edits }: Repair): boolean {
    const { report, neighbours } = this.context;
    // 与上年持平 is held against last year's report.
    if (rule !== 'claim-mismatch' || neighbours?.lastYear || edits.some(({ cell }) => cell !== undefined))
      return false;
    return claimsAt(report, span.start).length === 1 && relationsAt(report, span.start).length === 0;
  }

  /** The findings that edits bring up; undefined where the one that they are to mend is still there. */
  private leftBy(finding: Finding, edits: readonly Edit[], proved: readonly Edit[]): Finding[] | undefined {
    const text = applyEdits(this.context.text, edits);
    this.view ??= viewOf(this.context.text).text;
    const report = reread({ ...this.context, view: this.view }, edits, proved) ?? parseReport(text);
    const after = checkReport({ ...this.context, report, text }, this.levels);
    const places = [...this.found.raw, ...this.found.told].map(
      ({ rule, span }) => `${rule} ${placeAfter(edits, span.start)}`,
    );
    const known = new Set(places);
    const own = `${finding.rule} ${placeAfter(edits, finding.span.start)}`;
    if (after.some(({ rule, span }) => `${rule} ${span.start}` === own)) return undefined;
    return after.filter(({ rule, span }) => !known.has(`${rule} ${span.start}`));
  }
}

/** What follows from other numbers of its sentence, and is mended with them. */
const followed: ReadonlySet<string> = new Set(['share-mismatch', 'change-mismatch', 'growth-mismatch']);

/** An edit of the text after `edits` as one of the text before; undefined where it touches what they have changed. */
function backFrom(edits: readonly Edit[], edit: Edit): Edit | undefined {
  let shift = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const start = span.start + shift;
    if (edit.span.start <= start + newText.length && start <= edit.span.end) return undefined;
    if (start < edit.span.start) shift += newText.length - (span.end - span.start);
  }
  return { ...edit, span: { start: edit.span.start - shift, end: edit.span.end - shift } };
}

/** Whether edits cannot all be made. */
function overlaps(edits: readonly Edit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start);
  return sorted.some(({ span }, index) => span.start < (sorted[index - 1]?.span.end ?? 0));
}
