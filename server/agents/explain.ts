import { askedInMarkdown, cellInMarkdown, hover } from '../features/explaining/hover';
import { edition2021 } from '../form/edition-2021';
import { parseReport } from '../parse/parse';
import type { Finding } from '../report/finding';
import { cellOfTable } from '../report/told';
import { rulePage } from '../rules/pages';
import { linesOf } from '../text/lines';
import { listed, mark, say } from '../text/say';
import { type Span, touches } from '../text/span';
import { Failure } from '../workspace/failure';
import { articleCalled } from './articles';
import { findingOf, findingSchema } from './found';
import { cellNamed } from './named-cells';
import { list, maybe, object, text, whole } from './schema';
import { fitted, shortened } from './size';
import { type Chosen, placeSchema } from './subject';
import type { Answer, Input, Tool } from './tool';

/** What is explained: its name, the words, and what was found there in a report. */
interface Explained {
  readonly kind: 'cell' | 'place' | 'rule' | 'article';
  readonly name: string;
  readonly markdown: string;
  readonly span?: Span;
  readonly findings?: readonly Finding[];
}

const questions = ['cell', 'line', 'rule', 'article'] as const;

/** What a cell, a place, a rule or an article is about; with a report also how it stands there. */
export const explain: Tool = {
  name: 'explain',
  title: mark`说明一格、一处、一条规则或一条条文`,
  description: mark`说明一格（cell，带着年报时也说这一格怎么算、对不对、为什么不对）、年报的一处（line、column）、一条规则（rule）或一条条文（article）。四项里只给一项。“为什么这个合计不对”用 cell 或 line。\nExplains a cell (with a report also how its sums stand and why they are wrong), a place of a report (line, column), a rule or an article. Give one of the four. Ask with cell or line why a total is wrong.`,
  takes: {
    cell: text(mark`格的路径（applications.received.total）或者表、行、列的名称（本年新收 总计）`),
    line: whole(mark`年报里的行，从 1 起`, 1),
    column: whole(mark`列，从 1 起，默认 1`, 1),
    rule: text(mark`规则，例如 row-total`),
    article: text(mark`条文，例如 条例第三十三条、行政复议法 11`),
  },
  looksBack: true,
  answers: object({
    kind: text(mark`说明的是什么`, ['cell', 'place', 'rule', 'article']),
    name: text(mark`它叫什么`),
    explanation: text(mark`说明，Markdown`),
    place: maybe(placeSchema),
    findings: list(findingSchema, mark`年报里与它有关的问题`),
    leftOut: list(text(mark`没有给出的`), mark`没有给出的`),
  }),
  needsReport: ({ line }) => line !== undefined,
  answer(input, chosen): Answer {
    const { kind, name, markdown, span, findings = [] } = explained(input, chosen);
    const told = chosen
      ? fitted(
          findings.map((finding) => findingOf(chosen, finding)),
          mark`问题`,
        )
      : undefined;
    const cut = shortened(markdown);
    return {
      ...{ kind, name, explanation: cut.text },
      place: chosen && span ? chosen.placeOf(span) : null,
      findings: told?.items ?? [],
      leftOut: [...cut.left, ...(told?.left ?? [])],
    };
  },
};

function explained(input: Input, chosen: Chosen | undefined): Explained {
  const given = questions.filter((question) => input[question] !== undefined);
  if (given.length !== 1) throw new Failure(say`要说明什么：${listed(questions)} 请给出一项，而且只给一项`);
  const { cell, line, column = 1, rule, article } = input;
  if (rule !== undefined) return ruleExplained(rule);
  if (article !== undefined) return { kind: 'article', ...articleCalled(article) };
  if (cell !== undefined) return cellExplained(cell, chosen);
  if (!chosen || line === undefined) throw new Failure(say`没有说是哪一份年报`);
  return placeExplained(chosen, line, column);
}

function ruleExplained(rule: string): Explained {
  const page = rulePage(rule);
  if (page === undefined) throw new Failure(say`没有规则 ${rule}；check 的答复里有规则的名称`);
  return { kind: 'rule', name: rule, markdown: page };
}

function cellExplained(called: string, chosen: Chosen | undefined): Explained {
  if (!chosen) {
    const form = edition2021;
    const index = cellNamed(form, called);
    return {
      kind: 'cell',
      name: cellOfTable(form, index),
      markdown: askedInMarkdown(parseReport(''), index),
    };
  }
  const { analysis } = chosen;
  const { form, cells } = analysis.report;
  const index = cellNamed(form, called);
  const path = form.cells[index]?.path ?? '';
  const own = form.equationsOf[index] ?? [];
  const cell = cells[index];
  return {
    kind: 'cell',
    name: cellOfTable(form, index),
    markdown: cellInMarkdown(analysis, index),
    ...(cell && cell.kind !== 'absent' && cell.kind !== 'merged' && { span: cell.span }),
    findings: analysis.findings.filter(
      (finding) =>
        finding.cells.includes(path) || finding.equations.some((equation) => own.includes(equation)),
    ),
  };
}

/** What stands at a place as an editor's hover has it, and what was found there. */
function placeExplained({ analysis, subject }: Chosen, line: number, column: number): Explained {
  const { starts } = linesOf(analysis.text);
  const { origin, text: whole } = analysis;
  const at = line - 1 - origin.line;
  const start = starts[at];
  if (start === undefined || at < 0) throw new Failure(say`${subject.file}：没有第 ${line} 行`);
  const end = starts[at + 1] ?? whole.length;
  const offset = Math.min(start + column - 1, end);
  const shown = hover(analysis, offset);
  const isHere =
    column === 1
      ? ({ start: from, end: to }: Span) => from < end && to >= start
      : (span: Span) => touches(span, offset);
  const findings = analysis.findings.filter(({ span }) => isHere(span));
  if (!shown && findings.length === 0)
    throw new Failure(
      say`${subject.file}：第 ${line} 行第 ${column} 列没有可以说明的；column 请指在数字或名称上`,
    );
  return {
    kind: 'place',
    name: say`第 ${line} 行第 ${column} 列`,
    markdown: shown?.markdown ?? '',
    ...(shown && { span: shown.span }),
    findings,
  };
}
