import type { Analysis } from '../analysis';
import { verdictOn } from '../features/explaining/verdict';
import { type Finding, severityNames } from '../report/finding';
import { documentOf } from '../report/neighbours';
import { equationInWords } from '../report/told';
import { mark, said, say } from '../text/say';
import { countsOf } from '../workspace/summary';
import { findingOf, findingSchema } from './found';
import { list, maybe, object, text, whole } from './schema';
import { fitted } from './size';
import { othersOf, whoseOf, whoseSchema } from './subject';
import { type Answer, aboutReport, type Input } from './tool';

/** What a check comes to, and what that means. */
const verdicts = {
  wrong: mark`有错误`,
  untold: mark`没有错误，但有的没有核对到：不能说没有问题`,
  ask: mark`没有错误，有警告或者请人核对之处`,
  fine: mark`这份年报自己能核对的都核对了，没有发现问题`,
} as const;

type Verdict = keyof typeof verdicts;

/** What was found in a report, gravest first, and what could not be told. */
export const check = aboutReport({
  name: 'check',
  title: mark`核对年报`,
  description: mark`核对一份政府信息公开工作年度报告：勾稽关系、文字与表格、与上年的结转、格式。答问题及其位置，也答哪些没有核对到；verdict 为 untold 时不能说没有问题。算术由程序算，不要自己重算。\nChecks a Chinese annual report on open government information: sums, text against tables, figures carried over, form. Answers findings with places, and what could not be checked: "untold" is not "fine". The arithmetic is done here; do not redo it.`,
  takes: { from: whole(mark`从第几个问题起，默认 1`, 1) },
  looksBack: true,
  answers: object({
    ...whoseSchema,
    edition: text(mark`格式的版本`),
    verdict: text(
      mark`依次看：wrong：有错误（counts.error 大于 0）；untold：没有错误，但有的没有核对到，不能说没有问题；ask：没有错误，有警告或者请人核对之处；fine：这份年报自己能核对的都核对了，没有发现问题；coverage.lastYear 是 null 的，没有与上年对照`,
      Object.keys(verdicts),
    ),
    summary: text(mark`一句话的结论`),
    counts: object(
      Object.fromEntries(Object.entries(severityNames).map(([severity, name]) => [severity, whole(name)])),
      mark`各级别的问题有几个`,
    ),
    coverage: object(
      {
        cells: whole(mark`格式有几格`),
        read: whole(mark`读出数的有几格`),
        equations: whole(mark`有几条勾稽关系`),
        decided: whole(mark`能判断的有几条`),
        undecided: list(text(mark`勾稽关系`), mark`不能判断的：有格空白或读不出`),
        crashedRules: list(text(mark`规则`), mark`程序出了故障、没有核对的规则；与勾稽是否成立无关`),
        lastYear: maybe(text(mark`与哪一份上年年报对照了；null 是没有对照`)),
      },
      mark`核对了多少`,
    ),
    findings: list(findingSchema, mark`问题，重的在前`),
    leftOut: list(text(mark`没有给出的`), mark`没有给出的`),
  }),
  answer({ from }: Input, chosen): Answer {
    const { analysis } = chosen;
    const all = analysis.findings.toSorted((one, other) => gravity(one) - gravity(other));
    const { items, left } = fitted(
      all.map((finding) => findingOf(chosen, finding)),
      mark`问题`,
      from,
    );
    const undecided = undecidedOf(analysis);
    const shown = fitted(undecided, mark`不能判断的勾稽关系`, 1, roomForNames);
    const verdict = verdictOf(analysis);
    return {
      ...whoseOf(chosen),
      edition: analysis.report.form.edition,
      verdict,
      summary: summaryOf(analysis, verdict),
      counts: countsOf(analysis.findings),
      coverage: { ...coverageOf(analysis), undecided: shown.items },
      findings: items,
      leftOut: [...othersOf(chosen), ...left, ...shown.left, ...silencedIn(analysis)],
    };
  },
});

function summaryOf(analysis: Analysis, verdict: Verdict): string {
  const summary = say`${said(verdicts[verdict])}。${verdictOn([analysis]).spoken}`;
  return analysis.neighbours?.lastYear ? summary : say`${summary}。没有与上年的年报对照`;
}

/** The names of equations are only there to be looked up. */
const roomForNames = 600;

const severities = Object.keys(severityNames);
const gravity = ({ severity }: Finding): number => severities.indexOf(severity);

function verdictOf({ findings, coverage, broken, report }: Analysis): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'wrong';
  const isAll = coverage.decided === coverage.equations && broken.length === 0 && !report.unread;
  if (!isAll) return 'untold';
  return findings.length > 0 ? 'ask' : 'fine';
}

function coverageOf({ coverage, broken, neighbours }: Analysis) {
  const { cells, read, equations, decided } = coverage;
  const lastYear = neighbours?.lastYear ? documentOf(neighbours.lastYear) : null;
  return { cells, read, equations, decided, crashedRules: broken.map(({ rule }) => rule), lastYear };
}

function undecidedOf({ report: { form }, balances }: Analysis): string[] {
  const decided = new Set(balances.map(({ equation }) => equation.index));
  return form.equations
    .filter(({ index }) => !decided.has(index))
    .map((equation) => say`${equationInWords(form, equation)}（${equation.rule}）`);
}

const silencedIn = ({ silenced }: Analysis): string[] =>
  silenced.length > 0 ? [say`另有 ${silenced.length} 个问题已按文中的说明略去`] : [];
