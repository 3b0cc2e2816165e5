import type { Analysis } from '../../analysis';
import { isRecognised } from '../../report/report';
import { remarks } from '../../report/told';
import { assumedIn } from '../../report/zero-mark';
import { draftRule } from '../../rules/check';
import { listed, say } from '../../text/say';

/** What there is to say of a document in a few signs, and in words for who has it read out. */
export interface Verdict {
  /** Counts first: 年报 ✓ 42/42. */
  readonly text: string;
  /** Counts first, names last. */
  readonly detail: string;
  readonly spoken: string;
  /** What a draft lacks; undefined for what is none. */
  readonly draft: string | undefined;
}

/** What all reports of a document come to; what could not be checked is never right. */
export function verdictOn(analyses: readonly Analysis[]): Verdict {
  const sum = (numberOf: (analysis: Analysis) => number): number =>
    analyses.reduce((total, analysis) => total + numberOf(analysis), 0);
  const count = (...severities: readonly string[]): number =>
    sum(({ findings }) => findings.filter(({ severity }) => severities.includes(severity)).length);
  const wrong = count('error', 'warning');
  const soft = count('information', 'hint');
  const equations = sum(({ coverage }) => coverage.equations);
  const holding = sum(({ balances }) => balances.filter(({ difference }) => difference === 0).length);
  const assumed = assumptionOf(analyses);
  const open = equations - sum(({ coverage }) => coverage.decided);
  const unread = sum(({ coverage }) => coverage.cells - coverage.read);
  const draft = analyses.flatMap(({ findings }) => findings.find(({ rule }) => rule === draftRule) ?? [])[0];
  const sums = say`勾稽 ${holding}/${equations} 成立`;
  const detail = [
    wrong > 0 && say`错误 ${count('error')}、警告 ${count('warning')}`,
    assumed ? say`${sums}（${assumed}）` : sums,
    open > 0 && say`${open} 条无法核对`,
    unread > 0 && say`${unread} 格没有数字`,
    soft > 0 && say`提示 ${soft}`,
    draft?.message,
    analyses.length > 1 && say`${analyses.length} 份年报`,
    ...analyses
      .slice(0, 1)
      .flatMap(({ report: { year, agency } }) => [year && say`${year.value} 年度`, agency?.value]),
  ].filter((part) => typeof part === 'string');
  const isSure = holding === equations && isRead(analyses);
  const sign = signOf({ wrong, isDraft: draft !== undefined, isSure });
  return {
    text: say`年报 ${sign}${wrong > 0 ? ` ${wrong}` : draft ? '' : ` ${holding}/${equations}${assumed && ` ${assumed}`}`}`,
    detail: detail.join(' · '),
    spoken: spokenOf({ wrong, holding, equations, assumed, open, draft: draft?.message }),
    draft: draft?.message,
  };
}

/** What has to be taken for 0 for sums to hold that are said to; empty where nothing has to. */
function assumptionOf(analyses: readonly Analysis[]): string {
  const each = analyses.map(({ report, balances }) =>
    assumedIn(
      report,
      balances.flatMap(({ assumed, difference, equation: { left, right } }) =>
        assumed && difference === 0 ? [...left, ...right] : [],
      ),
    ),
  );
  return listed([...new Set(each)].filter(Boolean));
}

const isRead = (analyses: readonly Analysis[]): boolean =>
  analyses.every(({ report }) => isRecognised(report) && !report.unread);

interface Standing {
  readonly wrong: number;
  readonly isDraft: boolean;
  readonly isSure: boolean;
}

function signOf({ wrong, isDraft, isSure }: Standing): string {
  if (wrong > 0) return '✗';
  if (isDraft) return say`… 起草中`;
  return isSure ? '✓' : '?';
}

function spokenOf(said: {
  readonly wrong: number;
  readonly holding: number;
  readonly equations: number;
  readonly assumed: string;
  readonly open: number;
  readonly draft: string | undefined;
}): string {
  const { wrong, holding, equations, assumed, open, draft } = said;
  const found = wrong > 0 ? say`有 ${wrong} 处错误和警告` : say`没有错误和警告`;
  const sums =
    holding === equations
      ? say`${equations} 条勾稽关系全部成立`
      : say`${equations} 条勾稽关系中 ${holding} 条成立`;
  const told =
    open === equations
      ? [say`表格空白或者读不出，${equations} 条勾稽关系都无法核对`]
      : [assumed, sums, open > 0 ? say`${open} 条无法核对` : ''];
  return say`年报：${remarks([draft ?? '', found, ...told].filter(Boolean))}`;
}
