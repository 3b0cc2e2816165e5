import type { Equation } from '../../form/form';
import type { Basis, Explanation, Question } from '../../form/guide-basis';
import type { Report } from '../../report/report';
import { clauses, inARow } from '../../report/told';
import { mark, said, say } from '../../text/say';
import { equationLines } from './equations';

/** What a hover says of a place of the form, part by part; empty parts are left out. */
export interface Content {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly explanations: readonly Explanation[];
  /** Whether what clerks ask is answered here, or only named. */
  readonly questions: 'answered' | 'named';
  readonly equations: readonly Equation[];
}

/** The content as Markdown: how it stands first, then what is counted, and what clerks ask at the end. */
export function inMarkdown(report: Report, content: Content): string {
  const { title, paragraphs, explanations, equations } = content;
  const confusions = explanations.flatMap((each) => each.confusions);
  const basis = explanations.flatMap((each) => each.basis);
  const asked = [...new Set(explanations.flatMap(({ questions = [] }) => questions))];
  return [
    title,
    // Two blanks at its end keep a line a line.
    equationLines(report, equations).join('  \n'),
    ...paragraphs,
    confusions.length > 0 ? [say`容易弄错：`, ...confusions.map((each) => `- ${said(each)}`)].join('\n') : '',
    basis.length > 0 ? say`依据：${citations(basis)}；格式见${said(report.form.notice)}。` : '',
    asked.length > 0 ? questions[content.questions](asked) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const questions: Readonly<Record<Content['questions'], (all: readonly Question[]) => string>> = {
  answered: (all) =>
    [
      say`常见问题：`,
      ...all.map(
        ({ asked, answer, basis }) => say`- **${said(asked)}** ${said(answer)}（${shortly(basis)}）`,
      ),
    ].join('\n'),
  named: (all) => say`常见问题，答案见行、列名称上的说明：${inARow(all.map(({ asked }) => said(asked)))}`,
};

const shortly = (basis: readonly Basis[]): string =>
  inTongue(cited(basis).map((each) => each.replaceAll('《政府信息公开条例》', mark`《条例》`)));

const citations = (basis: readonly Basis[]): string => inTongue(cited(basis));

const inTongue = (cited: readonly string[]): string => clauses(cited.map((each) => said(each)));

/** Names each law once where it is cited several times in a row. */
function cited(basis: readonly Basis[]): readonly string[] {
  const all: string[] = [];
  for (const text of new Set(basis.map(({ text }) => text))) {
    const title = /^《.*?》(?:（\d{4}年修[订正]）)?/u.exec(text)?.[0];
    const last = all.at(-1) ?? '';
    // A notice that is cited by its name as a whole goes on with its number, not with an article.
    if (title && text.startsWith('第', title.length) && last.startsWith(`${title}第`))
      all.splice(-1, 1, `${last}、${text.slice(title.length)}`);
    else all.push(text);
  }
  return all;
}
