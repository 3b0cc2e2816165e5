import type { Analysis } from '../../analysis';
import { isTelling } from '../../report/agreement';
import type { Cell, Report } from '../../report/report';
import { linesWithin } from '../../text/lines';
import type { Span } from '../../text/span';
import { apart, type FormWord, formWords } from '../places/words';

/** What a stretch of a report is to whoever reads it. `statement` is a number of the narrative that is held against the tables. */
export const tokenKinds = ['heading', 'row', 'column', 'figure', 'mark', 'statement'] as const;

export type TokenKind = (typeof tokenKinds)[number];

/** A stretch of a report to be painted in the editor. */
export interface Token {
  readonly span: Span;
  readonly kind: TokenKind;
  /** Whether it is a figure that adds up others. */
  readonly isTotal: boolean;
}

/**
 * The stretches of a report that are the form's, whatever the layout and language of the text: none over another, none over two
 * lines, in the order of the text.
 */
export function tokensOf({ report, text }: Analysis): Token[] {
  const tokens = [...figures(report), ...statements(report), ...words(report, text)];
  return apart(tokens, text).flatMap((token) =>
    onLines(text, token.span).map((span) => ({ ...token, span })),
  );
}

/** A stretch line by line, without the blanks around it. */
const onLines = (text: string, span: Span): Span[] =>
  linesWithin(text, span).flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    const from = start + line.length - line.trimStart().length;
    const printed = line.trim();
    return printed === '' ? [] : [{ start: from, end: from + printed.length }];
  });

function figures(report: Report): Token[] {
  const { equations } = report.form;
  const totals = new Set(equations.flatMap(({ right }) => (right.length === 1 ? right : [])));
  return report.cells.flatMap((cell, index): Token[] => {
    const kind = kindOf(cell);
    return kind ? [{ span: cell.span, kind, isTotal: totals.has(index) }] : [];
  });
}

function kindOf({ kind }: Cell): TokenKind | undefined {
  if (kind === 'count' || kind === 'text') return 'figure';
  return kind === 'mark' ? kind : undefined;
}

const statements = (report: Report): Token[] =>
  report.claims
    .filter((claim) => isTelling(report, claim))
    .map(({ span }) => ({ span, kind: 'statement', isTotal: false }));

const kindOfWord: Readonly<Record<FormWord['kind'], TokenKind>> = {
  heading: 'heading',
  row: 'row',
  group: 'row',
  column: 'column',
  header: 'column',
};

const words = (report: Report, text: string): Token[] =>
  formWords(report, text).map(({ span, kind }) => ({ span, kind: kindOfWord[kind], isTotal: false }));
