import type { Finding, Severity } from '../report/finding';
import type { Report } from '../report/report';
import { keepingUnseen } from '../report/unseen';
import { withoutComments } from '../text/comments';
import { oneLine } from '../text/plain';
import { say, sentence } from '../text/say';
import type { Span } from '../text/span';
import { rules } from './all';
import type { Draft } from './draft';
import { draftOf, isBeingTyped, isOfUnfilled } from './drafting';
import { gathered } from './gather';
import { judgeNotes, type Ran, type Silenced } from './notes/support/judge';
import { type Context, type Rule, titleOf, type Yield } from './rule';

/** The id under which a rule that broke down is reported; no rule of the list, since it says nothing about the report. */
export const checkFailed = 'check-failed';

type Levels = Readonly<Record<string, Severity | 'off'>>;

/** A rule that broke down, and where in it. */
export interface Broken {
  readonly rule: string;
  readonly stack: string;
}

/** What a report was found to have. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** What the clerk's notes say is none: left out of the findings. */
  readonly silenced: readonly Silenced[];
  /** What it still lacks, where it is visibly being written. */
  readonly draft: Draft | undefined;
  /** The rules that broke down; each is a finding as well. */
  readonly broken: readonly Broken[];
}

/**
 * Runs all rules over a report, in the order of their list. Total: a rule that throws becomes a finding of its own and hides
 * none of the others. The findings lie inside the text, are sorted by place, then by rule, and are frozen.
 */
export const checkReport = (context: Context, levels: Levels): readonly Finding[] =>
  checkWithNotes(context, levels).findings;

/** Checks as `checkReport` does, and answers besides what the report's notes have silenced. */
export const checkWithNotes = (context: Context, levels: Levels): Checked => run(rules, context, levels);

/** Runs the given rules as `checkReport` does. */
export const runRules = (list: readonly Rule[], context: Context, levels: Levels): readonly Finding[] =>
  run(list, context, levels).findings;

/** The rules of this family speak of the notes, when all others have spoken. */
const last = 'notes';
/** What these find lies in other documents as well, which are not always at hand. */
const open = 'neighbours';

function run(list: readonly Rule[], whole: Context, levels: Levels): Checked {
  const { report, text } = whole;
  // What was not read, such as another report behind this one, is not judged either.
  const end = report.unread?.start ?? text.length;
  const said = withoutComments(text);
  const levelOf = ({ id, severity, isOptional }: Rule) => levels[id] ?? (isOptional ? 'off' : severity);
  const context = withDraft({ ...whole, text: end < said.length ? said.slice(0, end) : said }, levels);
  const findings: Finding[] = [];
  const broken: Broken[] = [];
  const collectAll = (some: readonly Rule[], seen: Context): void => {
    for (const rule of some) {
      const severity = levelOf(rule);
      if (severity !== 'off') broken.push(...collect(rule, severity, seen, findings));
    }
  };
  collectAll(
    list.filter(({ family }) => family !== last),
    context,
  );
  const notes = report.notes.filter(({ span }) => span.end <= end);
  if (notes.length === 0) return { ...finished(whole, findings, []), draft: context.draft, broken };
  const isComplete: Ran['isComplete'] = (id) =>
    list.some((rule) => rule.id === id && rule.family !== open && levelOf(rule) !== 'off') &&
    !broken.some(({ rule }) => rule === id);
  const judgement = judgeNotes(notes, withoutDuplicates(findings), context.text, { isHard, isComplete });
  findings.splice(0, findings.length, ...judgement.findings);
  collectAll(
    list.filter(({ family }) => family === last),
    { ...context, faults: judgement.faults },
  );
  return { ...finished(whole, findings, judgement.silenced), draft: context.draft, broken };
}

/** Tells what a draft lacks. */
export const draftRule = 'unfinished-draft';

/** Who turns the rule off that tells what a draft lacks, or notes that nothing is lacking, has drafts judged as what they are to become. */
const withDraft = (context: Context, levels: Levels): Context =>
  context.writing &&
  levels[draftRule] !== 'off' &&
  context.report.notes.every(({ rule }) => rule !== draftRule)
    ? { ...context, draft: draftOf(context, context.writing) }
    : context;

const isHard = (id: string): boolean | undefined => rules.find((rule) => rule.id === id)?.hard;

function finished(
  { text, report }: Context,
  findings: Finding[],
  silenced: readonly Silenced[],
): Pick<Checked, 'findings' | 'silenced'> {
  // The sort is stable, so that rules keep their order at one place.
  findings.sort((a, b) => a.span.start - b.span.start);
  const told = gathered(withoutDuplicates(findings));
  return deepFreeze({ findings: text.includes('<') ? told.map(withMarkup(text, report)) : told, silenced });
}

/** Makes of a finding one whose repairs leave the tags of a page standing. */
const withMarkup =
  (text: string, { shown }: Report) =>
  (finding: Finding): Finding => ({
    ...finding,
    repairs: finding.repairs.map((repair) => ({
      ...repair,
      edits: repair.edits.map((edit) => keepingUnseen(text, shown, edit)),
    })),
  });

/** Adds what a rule finds; answers where it broke down, if it did. */
function collect(rule: Rule, severity: Severity, context: Context, findings: Finding[]): readonly Broken[] {
  const length = context.text.length;
  try {
    for (const found of rule.check(context)) {
      if (rule.id !== draftRule && isBeingTyped(context, found.span.start)) continue;
      if (isOfUnfilled(context, found.cells ?? [])) continue;
      findings.push(complete(found, { rule: rule.id, severity, hard: rule.hard, length }));
    }
    return [];
  } catch (error) {
    const message = say`检查“${titleOf(rule)}”（${rule.id}）未能完成：${error instanceof Error ? error.message : String(error)}`;
    const failed = { rule: checkFailed, severity: 'warning' as const, hard: false, length };
    findings.push(complete({ message, span: { start: 0, end: 0 } }, failed));
    return [
      { rule: rule.id, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    ];
  }
}

type Origin = Pick<Finding, 'rule' | 'severity' | 'hard'> & { readonly length: number };

/** A finding with all that it may leave out; whatever it quotes, what is shown of it is a line that drives and turns nothing. */
function complete(found: Yield, { rule, severity, hard, length }: Origin): Finding {
  const { message, related = [], cells = [], equations = [], repairs = [] } = found;
  return {
    rule,
    severity,
    hard,
    message: sentence(oneLine(message)),
    span: clamp(found.span, length),
    related: related.map((each) => ({
      ...each,
      message: sentence(oneLine(each.message)),
      span: each.document === undefined ? clamp(each.span, length) : each.span,
    })),
    cells,
    equations,
    repairs: repairs.map((repair) => ({ ...repair, title: oneLine(repair.title) })),
  };
}

function clamp({ start, end }: Span, length: number): Span {
  const from = Math.max(0, Math.min(start, length));
  return { start: from, end: Math.max(from, Math.min(end, length)) };
}

function withoutDuplicates(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, span, message }) => {
    const key = `${rule} ${span.start} ${span.end} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Freezes plain data through and through; answers the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
