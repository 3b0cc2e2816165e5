import { ruleName } from '../../features/explaining/notes';
import { oneLine } from '../../text/plain';
import { listed, mark, said, say } from '../../text/say';
import { type Counts, noCounts, type Summary } from '../../workspace/summary';

/** What contradicts the reports that one could be held against. */
export interface Doubt {
  readonly file: string;
  /** It was held against none of these. */
  readonly doubtful: readonly string[];
  /** It was held against another, which lies in its own folder. */
  readonly passedOver: readonly string[];
}

/** Longer lists tell less than their beginning and a number. */
const mostLines = 20;

/** What was found in several reports, by rule and by agency, a line each; the gravest first, agencies with hints only not at all. */
export function summaryText({ rules, agencies }: Summary): string {
  if (rules.length === 0) return '';
  const grave = agencies.filter(({ counts: { error, warning } }) => error + warning > 0);
  const named = grave.map(
    ({ agency, reports, counts }) =>
      say`${oneLine(agency ?? say`未写明机关`)}${reports > 1 ? say`（${reports} 份）` : ''}：${countsText(counts)}`,
  );
  return [
    ...headed(
      say`按规则`,
      rules.map(({ rule, counts }) => say`${said(ruleName(rule))} [${rule}]：${countsText(counts)}`),
      rules.length,
    ),
    ...headed(say`按机关`, named, mostLines),
  ].join('');
}

/** Which reports were held against none of several that contradict each other, or not against all; empty for none. */
export function doubtsText(doubts: readonly Doubt[]): string {
  const lines = (documentsOf: (doubt: Doubt) => readonly string[]): string[] =>
    doubts.flatMap((doubt) => {
      const documents = documentsOf(doubt);
      return documents.length === 0 ? [] : [oneLine(say`${doubt.file}：${listed(documents)}`)];
    });
  return [
    ...headed(
      say`没有对照：同一机关同一年有几份不同的年报`,
      lines(({ doubtful }) => doubtful),
      mostLines,
    ),
    ...headed(
      say`没有采用：同一机关同一年有几份不同的年报，对照的是同一文件夹里的那一份`,
      lines(({ passedOver }) => passedOver),
      mostLines,
    ),
  ].join('');
}

function headed(heading: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most);
  const more = lines.length > most ? [say`……另有 ${lines.length - most} 个`] : [];
  return [`${heading}\n`, ...[...shown, ...more].map((line) => `    ${line}\n`)];
}

const countsText = (counts: Counts): string =>
  severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countInWords[severity](counts[severity]))
    .join(said(comma));

const severities = Object.keys(noCounts) as (keyof Counts)[];

/** How many findings of each severity there are, in words. */
const countInWords: Readonly<Record<keyof Counts, (count: number) => string>> = {
  error: (count) => say`错误 ${count}`,
  warning: (count) => say`警告 ${count}`,
  information: (count) => say`信息 ${count}`,
  hint: (count) => say`提示 ${count}`,
};

/** How many findings there are of all severities, in words. */
export const allCountsText = (counts: Counts): string =>
  severities.map((severity) => countInWords[severity](counts[severity])).join(said(comma));

const comma = mark`，`;
