import type { Analysis } from '../analysis';
import { isRecognised, type Report } from '../report/report';
import { linesOf } from '../text/lines';
import { mark, say } from '../text/say';
import type { Span } from '../text/span';
import { Failure } from '../workspace/failure';
import { object, type Schema, text, whole } from './schema';

/** A file that an agent asks about. */
export interface Subject {
  /** As the agent may call it. */
  readonly file: string;
  /** What it has: usually one report. */
  readonly reports: readonly Report[];
  /** One of them checked, beside those that it is held against, by its place in `reports`; undefined where there is none. */
  analyse(index: number): Analysis | undefined;
  /** Where a place is in a document of an office program, in words: lines and characters of its text from 0. Undefined for a text. */
  readonly wordsFor?: ((line: number, character: number) => string | undefined) | undefined;
}

/** The report of a file that is asked about. */
export interface Chosen {
  readonly subject: Subject;
  /** Which one it is, from 1. */
  readonly part: number;
  readonly analysis: Analysis;
  readonly placeOf: (span: Span) => Place;
}

/** Where something stands: lines and columns from 1, columns in UTF-16 units, the end behind the last one. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** In a document, where nobody counts lines. */
  readonly words?: string;
}

/** What is said of every place. */
export const placeSchema: Schema = {
  ...object(
    {
      line: whole(mark`行，从 1 起；文档（.docx 等）是读出的文字里的行`),
      column: whole(mark`列，从 1 起，按 UTF-16`),
      endLine: whole(mark`到哪一行`),
      endColumn: whole(mark`到哪一列之前`),
      words: text(mark`文档里的位置，例如 表 3 第 7 行第 2 格；文本没有这一项`),
    },
    mark`在文件里的位置`,
  ),
  required: ['line', 'column', 'endLine', 'endColumn'],
};

/** What is said of every report, so that it is clear which one an answer is about. */
export const whoseSchema = {
  file: text(mark`文件`),
  part: whole(mark`文件里的第几份年报，从 1 起`),
  parts: whole(mark`文件里有几份年报`),
  agency: { ...text(mark`机关`), type: ['string', 'null'] },
  year: { ...whole(mark`年度`), type: ['integer', 'null'] },
} satisfies Readonly<Record<string, Schema>>;

/** Which report an answer is about. */
export const whoseOf = ({ subject, part, analysis: { report } }: Chosen) => ({
  file: subject.file,
  part,
  parts: subject.reports.length,
  agency: report.agency?.value ?? null,
  year: report.year?.value ?? null,
});

/** Takes the report that is asked for, the first where none is; throws a Failure where there is none, and for what is no report. */
export function choose(subject: Subject, part = 1): Chosen {
  const { file, reports, wordsFor } = subject;
  const report = reports[part - 1];
  const missing = say`${file}：只有 ${reports.length} 份年报，没有第 ${part} 份`;
  if (!report) throw new Failure(missing);
  if (!isRecognised(report))
    throw new Failure(say`${file}：没有认出政府信息公开工作年度报告，没有核对，不能说它对或不对`);
  const analysis = subject.analyse(part - 1);
  if (!analysis) throw new Failure(missing);
  const lines = linesOf(analysis.text, analysis.origin);
  return {
    subject,
    part,
    analysis,
    placeOf({ start, end }) {
      const [first, last] = [lines.positionAt(start), lines.positionAt(end)];
      const words = wordsFor?.(first.line, first.character);
      return {
        line: first.line + 1,
        column: first.character + 1,
        endLine: last.line + 1,
        endColumn: last.character + 1,
        ...(words !== undefined && { words }),
      };
    },
  };
}

/** Says that a file has other reports than the one that an answer is about; nothing where it has none. */
export const othersOf = ({ subject: { reports }, part }: Chosen): readonly string[] =>
  reports.length > 1 ? [say`文件里有 ${reports.length} 份年报，这里只说第 ${part} 份，其余用 part 另问`] : [];
