import { cellAt, type SectionId } from '../../../form/form';
import { valueOf } from '../../../report/report';
import { bare } from '../../../rules/structure/support/headings';
import { mark, said, say } from '../../../text/say';
import { createStops } from '../snippet';
import { begins, type Offer, type Spot } from './spot';

/** A sentence that reports often need, where it is true. */
interface Phrase {
  readonly section: SectionId;
  readonly text: string;
  readonly snippet?: string;
  /** Marked. */
  readonly detail: string;
  /** What speaks of the same already. */
  readonly told: RegExp;
  /** The cells that have to be 0. */
  readonly zeros: readonly string[];
}

const fee = /处理费|收费/u;
const feeDetail = mark`第六部分要报告收取信息处理费的情况（国办公开办函〔2021〕30号）`;
const reconsideration = ['disputes.reconsideration.total'];
const litigation = ['disputes.litigation.direct.total', 'disputes.litigation.afterReconsideration.total'];
const none = (what: string): string => `本年度没有发生因政府信息公开工作${what}的情况。`;

const phrases: readonly Phrase[] = [
  {
    section: 'otherMatters',
    text: '本年度没有收取政府信息公开信息处理费。',
    detail: feeDetail,
    told: fee,
    zeros: [],
  },
  {
    section: 'otherMatters',
    text: '本年度收取政府信息公开信息处理费 0 元。',
    snippet: `本年度收取政府信息公开信息处理费 ${createStops()('0')} 元。`,
    detail: feeDetail,
    told: fee,
    zeros: [],
  },
  {
    section: 'disputes',
    text: none('被申请行政复议、提起行政诉讼'),
    detail: mark`表四的行政复议和行政诉讼都是 0`,
    told: /(?:没有|未)发生.{0,20}复议.{0,4}诉讼/u,
    zeros: [...reconsideration, ...litigation],
  },
  {
    section: 'disputes',
    text: none('被申请行政复议'),
    detail: mark`表四的行政复议是 0`,
    told: /(?:没有|未)发生.{0,20}复议/u,
    zeros: reconsideration,
  },
  {
    section: 'disputes',
    text: none('被提起行政诉讼'),
    detail: mark`表四的行政诉讼是 0`,
    told: /(?:没有|未)发生.{0,24}诉讼/u,
    zeros: litigation,
  },
];

/** Words that ask for a sentence and tell nothing, as new reports have them: 收取信息处理费的情况： */
const question = /^[^。；：:]{1,30}[：:]\s{0,4}/u;

const questionOf = (line: string): string => question.exec(line)?.[0] ?? '';

/**
 * Sentences that the section at the place often has and does not have yet, also behind what asks for them; those about nothing only
 * where the table says 0.
 */
export function phraseOffers(spot: Spot): Offer[] {
  const { section, line, analysis } = spot;
  if (!section || !spot.endsLine || spot.lead.includes('|')) return [];
  const { report, text } = analysis;
  const span = { ...line, start: line.start + questionOf(text.slice(line.start, line.end)).length };
  const others = `${text.slice(section.start, line.start)}\n${text.slice(line.end, section.end)}`.split('\n');
  const told = bare(others.filter((each) => questionOf(each.trim()) !== each.trim()).join(''));
  return phrases
    .filter((phrase) => phrase.section === section.id && !phrase.told.test(told))
    .filter(({ zeros }) => zeros.every((path) => valueOf(report.cells[cellAt(report.form, path)]) === 0))
    .filter((phrase) => begins(spot, span, phrase.text))
    .map(({ text: sentence, snippet, detail }) => ({
      kind: 'phrase',
      label: sentence,
      text: sentence,
      ...(snippet && { snippet }),
      span,
      detail: said(detail),
    }));
}

/** Whose reports are at hand, with the latest year of each. */
export interface Known {
  readonly agency: string;
  readonly year: number;
}

/** So much of a name has to be typed in the middle of a text. */
const fewestTyped = 2;

/** In the first line the title that the name of the file tells and those of the next reports of known agencies, and behind the beginning of the report's agency its name. */
export function nameOffers(spot: Spot, known: readonly Known[], title?: string): Offer[] {
  const { analysis, line, offset } = spot;
  const { report, text } = analysis;
  if (text.slice(0, line.start).replace(/[#\s]/gu, '') === '') {
    if (!spot.endsLine) return [];
    const titles = known.map(({ agency, year }) => ({
      label: `${agency}${year + 1}年政府信息公开工作年度报告`,
      detail: say`工作区里有该机关 ${year} 年的报告`,
    }));
    const own = title === undefined ? [] : [{ label: title, detail: say`文件名里的题目` }];
    return [...own, ...titles.filter(({ label }) => label !== title)]
      .filter(({ label }) => begins(spot, line, label))
      .map(({ label, detail }) => ({ kind: 'name', label, text: label, span: line, detail }));
  }
  const name = report.agency?.value ?? '';
  const before = text.slice(line.start, offset);
  for (let length = Math.min(name.length - 1, before.length); length >= fewestTyped; length--) {
    if (!before.endsWith(name.slice(0, length))) continue;
    const span = { start: offset - length, end: offset };
    // What goes on in letters is another name, or this one already.
    return /^\p{L}/u.test(text.slice(offset, offset + 1))
      ? []
      : [{ kind: 'name', label: name, text: name, span, detail: say`本报告的机关` }];
  }
  return [];
}
