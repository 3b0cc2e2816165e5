import { applied } from '../text/changes';
import { mark } from '../text/say';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What the severities are called, to be told by `said`. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: mark`错误`,
  warning: mark`警告`,
  information: mark`信息`,
  hint: mark`提示`,
};

/**
 * How sure a repair is: `safe` changes no figure of a statutory table; `unique` changes figures and is the only smallest edit
 * after which all equations hold; `possible` is one of several.
 */
export type Confidence = 'safe' | 'unique' | 'possible';

/** One replacement in the text. Where it changes a figure it names the cell and the numbers before and after. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
  readonly cell?: string;
  readonly from?: number | null;
  readonly to?: number | null;
}

/** Edits that belong together and mend a finding when all of them are applied. They do not overlap. */
export interface Repair {
  readonly title: string;
  readonly confidence: Confidence;
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The neighbour that the span is in, as it is filed; this report's own text where it is not given. */
  readonly document?: string;
}

/** One thing that a rule found. Plain data: the editor, the command line and the export read the same value. */
export interface Finding {
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** True where no reading of the report can excuse it; soft ones ask to be looked at (核对). */
  readonly hard: boolean;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  /** Paths of the cells concerned. */
  readonly cells: readonly string[];
  /** Indices of the form's equations that fail here; empty where the finding is about something else. */
  readonly equations: readonly number[];
  /** Ranked, the best first; empty where nothing can be offered. */
  readonly repairs: readonly Repair[];
}

/** A finding with repairs that are worked out when they are first asked for, and then kept. */
export function mendedLater(finding: Finding, work: () => readonly Repair[]): Finding {
  let known: readonly Repair[] | undefined;
  return Object.freeze({
    ...finding,
    get repairs(): readonly Repair[] {
      known ??= work();
      return known;
    },
  });
}

/** Findings with repairs that are worked out for all of them when one is first asked for its own; `work` answers the same findings. */
export function allMendedLater(
  findings: readonly Finding[],
  work: () => readonly Finding[],
): readonly Finding[] {
  let known: readonly Finding[] | undefined;
  const later = (at: number) => (): readonly Repair[] => {
    known ??= work();
    return known[at]?.repairs ?? [];
  };
  return Object.freeze(findings.map((finding, at) => mendedLater(finding, later(at))));
}

/** The text after `edits`, all of them of this text. Throws where they overlap. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => applied(text, edits);

/** Where what stood at a place stands once the edits are made: at their begin where it is within one. */
export function placeAfter(edits: readonly Edit[], at: number): number {
  return edits.reduce((place, { span, newText }) => {
    if (span.start >= at) return place;
    return place + (span.end <= at ? newText.length - (span.end - span.start) : span.start - at);
  }, at);
}
