import type { Finding } from '../../../report/finding';
import { expiryMark, figuresOf, type Note, sameFigures } from '../../../report/note';
import { linesOf } from '../../../text/lines';
import { said, say } from '../../../text/say';
import { ownWord } from '../../named';
import { saysSomething } from './reason';

/** A finding that is not shown, and the note that says why. */
export interface Silenced {
  readonly finding: Finding;
  readonly note: Note;
}

/**
 * Why a note does nothing: it is `nameless` where it names no rule, `unknown` where there is no such rule, `hard` where the rule
 * admits of no excuse, `reasonless` where it gives no reason, `idle` where there is nothing to silence.
 */
export type Fault = 'nameless' | 'unknown' | 'hard' | 'reasonless' | 'idle';

export interface FaultyNote {
  readonly note: Note;
  readonly fault: Fault;
}

export interface Judgement {
  /** The findings that are left; one that its note no longer covers says so. */
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silenced[];
  readonly faults: readonly FaultyNote[];
}

/** What is known of the rules when notes are judged. */
export interface Ran {
  /** Whether a rule is hard; undefined where there is no such rule. */
  isHard(id: string): boolean | undefined;
  /** Whether a rule has looked at all that it could: only then its silence means that a note has nothing to silence. */
  isComplete(id: string): boolean;
}

/** Holds the notes against what was found. `text` is without comments. */
export function judgeNotes(
  notes: readonly Note[],
  all: readonly Finding[],
  text: string,
  ran: Ran,
): Judgement {
  const faults = notes.flatMap((note): FaultyNote[] => {
    const fault = faultOf(note, ran);
    return fault ? [{ note, fault }] : [];
  });
  const faulty = new Set(faults.map(({ note }) => note));
  const placed = placedIn(
    text,
    notes.filter((note) => !faulty.has(note)),
  );
  const silenced = all.flatMap((finding): Silenced[] => {
    const figures = figuresOf(finding, text);
    const note = placed.find((each) => each.isAt(finding) && sameFigures(each.note.figures, figures))?.note;
    return note ? [{ finding, note }] : [];
  });
  const used = new Set<Finding | Note>(silenced.flatMap(({ finding, note }) => [finding, note]));
  const findings = new Map(all.filter((finding) => !used.has(finding)).map((each) => [each, each]));
  // What a note was given for may have changed: asked only when all others have taken what is theirs.
  for (const { note, isAt } of placed) {
    if (used.has(note)) continue;
    const own = [...findings.keys()].filter((finding) => !used.has(finding) && isAt(finding));
    const shared = own.find((finding) =>
      figuresOf(finding, text).some((each) => note.figures.includes(each)),
    );
    const expired = shared ?? own[0];
    if (expired) {
      used.add(expired);
      findings.set(expired, withExpiry(expired, note, text));
    } else if (ran.isComplete(note.rule)) faults.push({ note, fault: 'idle' });
  }
  return { findings: [...findings.values()], silenced, faults };
}

/** The notes of a finding's rule at its place. `text` is without comments. */
export const notesAt = (notes: readonly Note[], finding: Finding, text: string): Note[] =>
  placedIn(text, notes).flatMap(({ note, isAt }) => (isAt(finding) ? [note] : []));

/** What is wrong with a note, whatever was found. */
function faultOf({ rule, reason }: Note, ran: Ran): Fault | undefined {
  if (rule === '') return 'nameless';
  const isHard = ran.isHard(rule);
  if (isHard === undefined) return 'unknown';
  if (isHard) return 'hard';
  return saysSomething(reason) ? undefined : 'reasonless';
}

interface Placed {
  readonly note: Note;
  /** Whether the note is of a finding's rule and stands on one of its lines, or on lines of its own below the last. */
  isAt(finding: Finding): boolean;
}

function placedIn(text: string, notes: readonly Note[]): Placed[] {
  const { lineAt, starts } = linesOf(text);
  const anchors = new Map<number, number>();
  /** The line itself, or the last before it on which something stands. */
  const anchorOf = (own: number): number => {
    let line = own;
    while (line > 0 && !anchors.has(line) && text.slice(starts[line], starts[line + 1]).trim() === '') line--;
    const anchor = anchors.get(line) ?? line;
    anchors.set(own, anchor);
    return anchor;
  };
  return notes.map((note) => {
    const line = anchorOf(lineAt(note.span.start));
    const isAt = ({ rule, span }: Finding): boolean =>
      rule === note.rule && lineAt(span.start) <= line && line <= lineAt(Math.max(span.start, span.end - 1));
    return { note, isAt };
  });
}

function withExpiry(finding: Finding, note: Note, text: string): Finding {
  const now = figuresOf(finding, text).join('／');
  const then = note.figures.join('／');
  const told =
    then === ''
      ? say`（${ownWord(note.reason)}）没有写明针对的数字，现在是（${now}）`
      : say`（${ownWord(note.reason)}）针对的数字（${then}）已变，现在是（${now}）`;
  return {
    ...finding,
    message: `${finding.message}${said(expiryMark)}${told}`,
    related: [...finding.related, { span: note.span, message: say`原说明` }],
  };
}
