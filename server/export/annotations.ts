import type { Severity } from '../report/finding';
import { linesOf } from '../text/lines';
import { oneLine } from '../text/plain';
import type { Checked } from './sarif';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * What was found in one report as commands that GitHub Actions shows beside the lines: `::error file=…,line=…,col=…,title=…::message`.
 * Lines and columns count from 1. Forgejo and Gitea read the same.
 */
export function annotationsOf({ file, analysis }: Checked): string {
  const lines = linesOf(analysis.text, analysis.origin);
  return analysis.findings
    .map(({ rule, severity, message, span }) => {
      const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
      const place = {
        file: oneLine(file),
        line: start.line + 1,
        endLine: end.line + 1,
        // GitHub takes columns only for what stands on one line.
        ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
        title: rule,
      };
      const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[severity]} ${properties.join(',')}::${data(oneLine(message))}\n`;
    })
    .join('');
}

/** A file of which nothing came, and why, as such a command. */
export const annotationOfLost = (file: string, reason: string): string =>
  `::error file=${property(oneLine(file))},line=1,endLine=1,title=unread-file::${data(oneLine(reason))}\n`;

// Nothing that a report or a name says may end the command and begin another.
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/**
 * The value of a property. Only what would be read as something else is escaped: the problem matchers of VS Code take names of files as
 * they stand. Two colons would end the properties, a comma the value.
 */
const property = (text: string): string =>
  text
    .replace(/%(?=25|0D|0A|3A|2C)/giu, '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(/:(?=:|$)/gu, '%3A')
    .replaceAll(',', '%2C');
