import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Checked } from '../../export/sarif';
import type { Severity } from '../../report/finding';
import { linesOf } from '../../text/lines';
import { oneLine } from '../../text/plain';
import { leadsOut } from '../../workspace/write';

/** An issue as GitLab's Code Quality reports have it. */
interface QualityIssue {
  readonly description: string;
  readonly check_name: string;
  /** The same for the same finding in another run, and for no two of one. */
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical';
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

const severities: Readonly<Record<Severity, QualityIssue['severity']>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** What was found in one report, as issues of a Code Quality report; paths are those from `cwd`. Lines count from 1. */
export function qualityOf({ file, analysis, part = 1 }: Checked, cwd: string): QualityIssue[] {
  const place = pathFrom(cwd, file);
  const lines = linesOf(analysis.text, analysis.origin);
  const seen = new Map<string, number>();
  return analysis.findings.map(({ rule, severity, message, span }) => {
    // Lines move when something is mended above; what is found does not.
    const what = JSON.stringify([place, part, rule, message]);
    const times = (seen.get(what) ?? 0) + 1;
    seen.set(what, times);
    return {
      description: oneLine(message),
      check_name: rule,
      fingerprint: createHash('sha256').update(`${what}${times}`).digest('hex'),
      severity: severities[severity],
      location: {
        path: place,
        lines: { begin: lines.positionAt(span.start).line + 1, end: lines.positionAt(span.end).line + 1 },
      },
    };
  });
}

/** GitLab knows only paths in the repository: the path from the folder that is worked in, with forward slashes, where the file lies there. */
function pathFrom(cwd: string, file: string): string {
  const below = path.relative(cwd, path.resolve(cwd, file));
  return (leadsOut(below) ? file : below).split(path.sep).join('/');
}
