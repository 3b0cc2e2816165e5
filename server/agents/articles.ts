import { edition2021 } from '../form/edition-2021';
import { type Form, tableIds, tableOf } from '../form/form';
import { guideOf } from '../form/guide';
import type { Basis, Explanation } from '../form/guide-basis';
import { type PublishedLaw, publishedLaws } from '../form/laws';
import { headingText } from '../form/written';
import { tableInWords } from '../report/told';
import { fold } from '../text/fold';
import { chineseValue } from '../text/numerals';
import { listed, mark, said, say } from '../text/say';
import { Failure } from '../workspace/failure';

/** An article of a law, as far as the form of the report has to do with it. */
export interface Article {
  readonly name: string;
  /** Which places of the form rest on it, and what is counted there; in Markdown. */
  readonly markdown: string;
}

const numeral = '[一二三四五六七八九十百零\\d]{1,7}';
const citation = new RegExp(`(${numeral})条|(${numeral})$`, 'u');

/** What the laws are called in the reader's tongue. */
const titles: readonly string[] = [mark`《政府信息公开条例》`, mark`《行政复议法》`];

const titleOf = ({ name }: PublishedLaw): string => {
  const own = `《${name}》`;
  return said(titles.find((title) => title === own) ?? own);
};

/** The article that an agent calls so: 条例第三十三条, 公开条例33, article 33. Throws a Failure for what is none that is known. */
export function articleCalled(called: string): Article {
  const plain = fold(called).trim();
  const found = citation.exec(plain);
  const printed = found?.[1] ?? found?.[2] ?? '';
  const number = /^\d/u.test(printed) ? Number(printed) : (chineseValue(printed) ?? 0);
  const known = lawCalled(plain.slice(0, found?.index));
  if (!known) throw new Failure(say`“${called}”：这里只有${listed(publishedLaws.map(titleOf))}的条文索引`);
  const title = titleOf(known);
  if (!(number >= 1 && number <= known.articles))
    throw new Failure(say`“${called}”：${title}有 ${known.articles} 条，请写第几条`);
  const name = say`${title}第 ${number} 条`;
  const places = placesOn(edition2021, known.name, number);
  const lines =
    places.length > 0
      ? [say`格式里依据它的：`, ...places.map(({ where, told }) => `- **${where}** ${told}`)]
      : [say`格式的说明里没有一处依据它。`];
  return {
    name,
    markdown: [`**${name}**`, lines.join('\n'), say`条文原文不在这里，见 ${known.address}`].join('\n\n'),
  };
}

/** The law that is meant before the number of an article: by any of its names or the end of one, and 条例 where none is written. */
function lawCalled(written: string): PublishedLaw | undefined {
  const plain = written.replace(/\(\d{4}年[^()]*\)/u, '');
  const law = plain.replace(/[^\p{Script=Han}]|第/gu, '');
  if (law === '' && !/^(?:art(?:icle)?\.?)?$/iu.test(plain.replace(/[\s第]/gu, ''))) return undefined;
  const called = law || '条例';
  const callsIt = (isIt: (name: string) => boolean): PublishedLaw | undefined =>
    publishedLaws.find(({ names }) => names.some(isIt));
  return (
    callsIt((name) => name === called) ??
    (called.length > 2 ? callsIt((name) => name.endsWith(called)) : undefined)
  );
}

interface Resting {
  readonly where: string;
  /** What is counted there, or a question and its answer. */
  readonly told: string;
}

/** What is counted at places that rest on an article, and what is answered by it; an answer that several places have stands once. */
function placesOn(form: Form, law: string, article: number): Resting[] {
  // 《政府信息公开条例》 is 条例 where the form's explanations cite it.
  const short = law.replace('政府信息公开', '');
  const rests = ({ basis }: { readonly basis: readonly Basis[] }): boolean =>
    basis.some((each) => each.law === short && each.articles.includes(article));
  const all = explained(form);
  const counted = all.flatMap(([where, explanation]) =>
    explanation && rests(explanation) ? [{ where, told: said(explanation.counts) }] : [],
  );
  const questions = new Set(all.flatMap(([, explanation]) => explanation?.questions ?? []));
  const answered = [...questions]
    .filter(rests)
    .map(({ asked, answer }) => ({ where: said(asked), told: said(answer) }));
  return [...counted, ...answered];
}

/** All that the form's guide explains, by what it is called. */
function explained(form: Form): (readonly [where: string, explanation: Explanation | undefined])[] {
  const guide = guideOf(form.edition);
  const sections = form.sections.map(
    (section) => [headingText(section), guide.sections[section.id]] as const,
  );
  const tables = tableIds.flatMap((id) => {
    const { groups, rows } = tableOf(form, id);
    const name = tableInWords(id);
    const columns = new Map(rows.flatMap((row) => row.columns).map((column) => [column.id, column.label]));
    return [
      ...groups.map((group) => [say`${name}「${group.label}」`, guide.groups[group.id]] as const),
      ...rows.map((row) => [say`${name}「${row.name}」行`, guide.rows[row.id]] as const),
      ...[...columns].map(
        ([column, label]) => [say`${name}「${label}」列`, guide.columns[id][column]] as const,
      ),
    ];
  });
  return [...sections, ...tables];
}
