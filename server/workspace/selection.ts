import { globOf } from './glob';
import { segmentsOf } from './paths';

/** The files that may be reports where users say nothing else: by their ending, or without one by the name that every report has. */
export const usualFiles: readonly string[] = [
  '**/*.{txt,md,html,htm,nianbao,docx,doc,wps}',
  // Of other kinds most are none.
  '**/*{信息公开,信息公開,年报,年報}*.{xlsx,xls,et,pdf,mht,mhtml}',
  '**/*{年报,报告,年報,報告}',
];

/** Which files below a folder may be reports, by their paths from it, with forward slashes. */
export interface Selection {
  /** Whether a file is to be read. */
  wants(below: string): boolean;
  /** Whether a file is never to be read, whoever asks for it. */
  excludes(below: string): boolean;
  /** Whether a folder is to be looked into. */
  enters(below: string): boolean;
}

/** What is included but for what is excluded, and for what lies in excluded folders. */
export function selectionOf(include: readonly string[], exclude: readonly string[]): Selection {
  const isIncluded = anyOf(include);
  // Who excludes all that is in a folder need not have it read.
  const isExcluded = anyOf(exclude.map((pattern) => pattern.replace(/(?:\/\*\*)?\/?$/u, '')));
  const enters = (below: string): boolean => {
    const names = below.split('/');
    return !names.some((_, depth) => isExcluded(names.slice(0, depth + 1).join('/')));
  };
  const excludes = (below: string): boolean => isLock(below) || !enters(below);
  return { wants: (below) => isIncluded(below) && !excludes(below), excludes, enters };
}

/** Whether a path matches any of some patterns. */
function anyOf(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map((pattern) => globOf(pattern, { nocase: true }));
  return (path) => globs.some((glob) => glob.matches(path));
}

const reportNames = anyOf(['*{信息公开,信息公開,年报,年報,年度报告,年度報告}*']);

/** Whether a file has the name of a report. */
export const isCalledReport = (file: string): boolean => reportNames(segmentsOf(file).at(-1) ?? '');

/** Word and WPS keep such a file beside a document that is open. */
const isLock = (below: string): boolean => /(?:^|\/)~\$[^/]*$/u.test(below);
