import { type Counts, noCounts, type Summary } from '../workspace/summary';
import { oneLine } from './io';
import { severityNames } from './text';

/** Reports that contradict each other, so that one was held against none of them. */
export interface Doubt {
  readonly file: string;
  readonly doubtful: readonly string[];
}

/** Longer lists tell less than their beginning and a number. */
const mostLines = 20;

/** What was found in several reports, by rule and by agency, a line each; the gravest first, agencies with hints only not at all. */
export function summaryText({ rules, agencies }: Summary): string {
  if (rules.length === 0) return '';
  const grave = agencies.filter(({ counts: { error, warning } }) => error + warning > 0);
  const named = grave.map(
    ({ agency, reports, counts }) =>
      `${oneLine(agency ?? '未写明机关')}${reports > 1 ? `（${reports} 份）` : ''}：${countsText(counts)}`,
  );
  return [
    ...listed(
      '按规则',
      rules.map(({ rule, counts }) => `${rule}：${countsText(counts)}`),
      rules.length,
    ),
    ...listed('按机关', named, mostLines),
  ].join('');
}

/** Which reports were held against none of several that contradict each other; empty for none. */
export const doubtsText = (doubts: readonly Doubt[]): string =>
  listed(
    '没有对照：同一机关同一年有几份不同的年报',
    doubts.map(({ file, doubtful }) => oneLine(`${file}：${doubtful.join('、')}`)),
    mostLines,
  ).join('');

function listed(heading: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most);
  const more = lines.length > most ? [`……另有 ${lines.length - most} 个`] : [];
  return [`${heading}\n`, ...[...shown, ...more].map((line) => `    ${line}\n`)];
}

const countsText = (counts: Counts): string =>
  (Object.keys(noCounts) as (keyof Counts)[])
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${severityNames[severity]} ${counts[severity]}`)
    .join('，');
