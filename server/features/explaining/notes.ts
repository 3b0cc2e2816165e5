import type { Analysis } from '../../analysis';
import { isHtml } from '../../parse/view/mask-html';
import type { Edit, Finding } from '../../report/finding';
import { figuresOf, headOf, noteMark } from '../../report/note';
import { rules } from '../../rules/all';
import { draftRule } from '../../rules/check';
import { notesAt } from '../../rules/notes/support/judge';
import { lineEnd } from '../../rules/place';
import { titleOf } from '../../rules/rule';
import { commentsOf, withoutComments } from '../../text/comments';
import { say } from '../../text/say';
import type { Span } from '../../text/span';

/** What a rule is called for users: what it finds; its id where there is no such rule. */
export function ruleName(id: string): string {
  const found = rules.find((rule) => rule.id === id);
  return found ? titleOf(found) : id;
}

/** A note that is offered for a finding. */
export interface NoteOffer {
  readonly finding: Finding;
  readonly title: string;
  readonly edit: Edit;
  /** Where in the edit's new text the clerk's words belong; undefined where they stand already. */
  readonly cursor: number | undefined;
}

/**
 * What silences the soft findings that touch `span` with the clerk's reason: a note to be filled in, or, where the numbers of one
 * have changed, its new numbers. None for a finding whose note still lacks its reason.
 */
export function noteOffersAt(analysis: Analysis, span: Span): NoteOffer[] {
  return analysis.findings
    .filter(
      (finding) => isSilenceable(finding) && finding.span.start <= span.end && span.start <= finding.span.end,
    )
    .filter(({ rule }) => rule !== draftRule) // what is still to be written needs no reason
    .flatMap((finding) => offerFor(analysis, finding) ?? []);
}

/** Whether a note may silence a finding: it is soft, of a rule that has a page, and not itself about a note. */
export const isSilenceable = ({ rule, hard }: Finding): boolean =>
  !hard && rules.some(({ id, family }) => id === rule && family !== 'notes');

function offerFor({ report, text }: Analysis, finding: Finding): NoteOffer | undefined {
  const shown = withoutComments(text);
  const head = headOf(finding.rule, figuresOf(finding, shown));
  const notes = notesAt(report.notes, finding, shown);
  if (notes.some((note) => text.slice(note.head.start, note.head.end) === head)) return undefined;
  const expired = notes.find((note) => finding.related.some((each) => each.span === note.span));
  if (expired) {
    const title = say`原说明仍然成立，改为现在的数字（${ruleName(finding.rule)}）`;
    return { finding, title, edit: { span: expired.head, newText: head }, cursor: undefined };
  }
  const at = placeFor(text, finding.span.end);
  const lead = `${isHtml(text) ? '' : ' '}<!-- ${noteMark} ${head}：`;
  return {
    finding,
    title: say`注明理由，不再提示（${ruleName(finding.rule)}）`,
    edit: { span: { start: at, end: at }, newText: `${lead} -->` },
    cursor: lead.length,
  };
}

const closing = /(?<!\s)\s*(?:[|｜│┃]\s*)?$/u;
const longestEdge = 80;

/**
 * Where a note behind `offset` changes nothing that readers see: at the end of the line, inside the last cell where a bar closes the
 * row; in a web page, whose lines may end anywhere, right behind the place.
 */
function placeFor(text: string, offset: number): number {
  const end = isHtml(text) ? behindTag(text, offset) : lineEnd(text, offset);
  const comment = commentsOf(text).find(({ span }) => span.start < end && end < span.end);
  if (comment) return comment.span.end;
  if (isHtml(text)) return end;
  const from = Math.max(offset, end - longestEdge);
  return from + (closing.exec(text.slice(from, end))?.index ?? end - from);
}

/** The offset itself, or the end of the tag that it lies in. */
function behindTag(text: string, offset: number): number {
  const open = text.lastIndexOf('<', offset - 1);
  const isInTag = open >= 0 && text.lastIndexOf('>', offset - 1) < open;
  const close = isInTag ? text.indexOf('>', offset) : -1;
  return close < 0 ? offset : close + 1;
}
