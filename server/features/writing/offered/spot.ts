import type { Analysis } from '../../../analysis';
import type { SectionId } from '../../../form/form';
import { lineEnd, lineStart } from '../../../rules/place';
import { isSource, type Style, styleOf } from '../../../rules/structure/support/additions';
import { bare, headed } from '../../../rules/structure/support/headings';
import type { Span } from '../../../text/span';

/** What may be written at a place. */
export interface Offer {
  readonly kind: 'heading' | 'label' | 'figure' | 'phrase' | 'name' | 'table';
  readonly label: string;
  /** What is written in the place of `span`. */
  readonly text: string;
  /** The same in the syntax of snippets, with stops; undefined where there is nothing to stop at. */
  readonly snippet?: string;
  readonly span: Span;
  /** Why it is offered. */
  readonly detail: string;
}

/** A section of the text as far as it is written: what stands under its heading. */
export interface OpenSection extends Span {
  readonly id: SectionId;
}

/** The place where somebody writes. */
export interface Spot {
  readonly analysis: Analysis;
  readonly offset: number;
  /** What is typed of the line so far, without the signs and blanks before it. */
  readonly line: Span;
  /** What is typed of the cell so far. */
  readonly cell: Span;
  /** What stands before `line`: an indent, signs of Markdown. */
  readonly lead: string;
  /** Whether nothing stands behind the place, in the line or in the cell. */
  readonly endsLine: boolean;
  readonly endsCell: boolean;
  /** The section that the place is in; undefined before the first heading. */
  readonly section: OpenSection | undefined;
  /** How the text is written down. */
  readonly style: Style;
  /** Whether it is the source of a page, in which only figures are written by hand. */
  readonly isSource: boolean;
}

/** Looks at the place `offset` of a text. */
export function spotAt(analysis: Analysis, offset: number): Spot {
  const { text, report } = analysis;
  const from = lineStart(text, offset);
  const lead = /^[ \t\u3000]*(?:#{1,6}[ \t]+|\|[ \t]*)?/u.exec(text.slice(from, offset))?.[0] ?? '';
  const line = { start: from + lead.length, end: offset };
  const before = text.slice(line.start, offset);
  const inCell = before.slice(Math.max(before.lastIndexOf('\t'), before.lastIndexOf('|')) + 1).trimStart();
  const rest = text.slice(offset, lineEnd(text, offset));
  return {
    analysis,
    offset,
    line,
    cell: { start: offset - inCell.length, end: offset },
    lead,
    endsLine: rest.trim() === '',
    endsCell: /^[^\S\t]*(?:[\t|]|$)/u.test(rest),
    section: sectionAt(analysis, line),
    style: styleOf({ report, text }, report.form.sections.length - headed(report).length),
    isSource: isSource(text),
  };
}

/** The section whose heading stands last before a line; up to the next heading. What is being typed is no heading yet. */
function sectionAt({ report, text }: Analysis, line: Span): OpenSection | undefined {
  const headings = headed(report).filter(({ heading }) => !isTyped(heading.span, line));
  const last = headings.findLast(({ heading }) => heading.span.end <= line.start);
  if (!last) return undefined;
  const next = headings.find(({ heading }) => heading.span.start > line.start);
  return {
    id: last.section.id,
    start: last.heading.span.end,
    end: next?.heading.span.start ?? text.length,
  };
}

/** Whether a span stands in what is typed of a line. */
export const isTyped = (span: Span, { start, end }: Span): boolean => span.start < end && span.end > start;

/** Whether what is typed begins a label as it is to be written or otherwise, and is not yet all of it. */
export function begins({ analysis }: Spot, { start, end }: Span, label: string, other = label): boolean {
  const typed = bare(analysis.text.slice(start, end));
  return typed !== bare(label) && [label, other].some((way) => bare(way).startsWith(typed));
}

/** Things in their order, from the one behind the last that stands before the place; those before it come last. */
export function nextFirst<T>(things: readonly T[], isBefore: (thing: T) => boolean): readonly T[] {
  const next = things.findLastIndex(isBefore) + 1;
  return [...things.slice(next), ...things.slice(0, next)];
}
