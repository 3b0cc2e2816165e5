import type { Equation } from '../../form/form';
import type { Basis, Explanation, Question } from '../../form/guide-basis';
import type { Report } from '../../report/report';
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
    confusions.length > 0 ? ['容易弄错：', ...confusions.map((each) => `- ${each}`)].join('\n') : '',
    basis.length > 0 ? `依据：${citations(basis)}；格式见${report.form.notice}。` : '',
    asked.length > 0 ? questions[content.questions](asked) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const questions: Readonly<Record<Content['questions'], (all: readonly Question[]) => string>> = {
  answered: (all) =>
    [
      '常见问题：',
      ...all.map(({ asked, answer, basis }) => `- **${asked}** ${answer}（${shortly(basis)}）`),
    ].join('\n'),
  named: (all) => `常见问题，答案见行、列名称上的说明：${all.map(({ asked }) => asked).join('')}`,
};

const shortly = (basis: readonly Basis[]): string =>
  citations(basis).replaceAll('《政府信息公开条例》', '《条例》');

/** Names each law once where it is cited several times in a row. */
function citations(basis: readonly Basis[]): string {
  const texts = [...new Set(basis.map(({ text }) => text))];
  return texts.reduce((all, text) => {
    const title = /^《.*?》(?:（\d{4}年修[订正]）)?/u.exec(text)?.[0];
    const last = all.split('；').at(-1) ?? '';
    // A notice that is cited by its name as a whole goes on with its number, not with an article.
    if (title && text.startsWith('第', title.length) && last.startsWith(`${title}第`))
      return `${all}、${text.slice(title.length)}`;
    return all === '' ? text : `${all}；${text}`;
  }, '');
}
