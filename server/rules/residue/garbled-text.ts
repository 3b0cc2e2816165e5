import { mark, say } from '../../text/say';
import type { Span } from '../../text/span';
import { linesIn } from '../document/support/dates';
import { rule } from '../rule';
import { type Garbling, garblings } from './support/garbled';

/** Garbled lines with no more than so many characters between them are one place. */
const gap = 80;
/** More places than these are the whole text. */
const mostRuns = 5;
const unreadable = '\ufffd';

export default rule({
  id: 'garbled-text',
  family: 'residue',
  severity: 'warning',
  hard: false,
  summary: '文中有乱码，原来的字已经看不出',
  summaryEn: 'Text garbled by a wrong encoding',
  basis: mark`公布的报告应当读得出来；乱码里的字和数没有核对`,
  fixable: false,

  *check({ text }) {
    const runs = runsOf(garbledLines(text));
    // Text that is garbled all over is one thing, even where some of its lines are too short to tell.
    for (const run of runs.length > mostRuns ? [runs.flat()] : runs) {
      const [start, end] = [run[0]?.span.start ?? 0, run.at(-1)?.span.end ?? 0];
      yield { span: { start, end }, message: messageOf(run) };
    }
  },
});

const messageOf = (run: readonly GarbledLine[]): string =>
  run.every(({ lost }) => lost)
    ? say`这里有读不出的字，原来的字已经丢失：多半是文件用错误的编码打开后又保存过，请从原来的文件重新复制`
    : say`这段文字像是用错误的编码打开的，成了乱码：请用正确的编码重新打开原来的文件，或者重新复制这一段`;

interface GarbledLine {
  readonly span: Span;
  readonly lost: boolean;
}

/** Lines that stand together, one list a place. */
function runsOf(lines: readonly GarbledLine[]): GarbledLine[][] {
  const runs: GarbledLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && line.span.start - last.span.end <= gap) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** Garbled text of some length has one of these. So few are searched for many times faster than all signs. */
const gate = /[\ufffd锟锛銆鍏ãæ¡£┲ㄒ]/u;

/** The lines that look garbled. */
function garbledLines(text: string): GarbledLine[] {
  if (!gate.test(text)) return [];
  return linesIn(text, { start: 0, end: text.length }).flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    const garbling = garblings.find(({ signs, isIn }) => hasAny(line, signs) && isIn(line));
    return garbling ? [{ span: spanIn(line, start, garbling), lost: garbling.lost }] : [];
  });
}

const hasAny = (text: string, signs: readonly string[]): boolean => signs.some((sign) => text.includes(sign));

/** Single unreadable characters are shown where they are, anything else by its whole line. */
function spanIn(line: string, start: number, { signs }: Garbling): Span {
  const [first, last] = [line.indexOf(unreadable), line.lastIndexOf(unreadable)];
  if (signs.includes(unreadable)) return { start: start + first, end: start + last + 1 };
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}
