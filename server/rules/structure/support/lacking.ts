import { type Section, tableIds, tableOf } from '../../../form/form';
import { tableInWords } from '../../../report/told';
import { listed, say } from '../../../text/say';
import type { Draft } from '../../draft';
import { isTable } from '../../drafting';
import { ordinal } from '../../named';
import { lineStart } from '../../place';
import type { Context } from '../../rule';

/** The title that the name of a file tells and its text does not have, with its place; undefined where anything stands there. */
export function titleLackedBy({ report, text, title }: Context) {
  const first = report.sections[0]?.span.start;
  const at = first === undefined ? text.length : lineStart(text, first);
  const isLacked = title !== undefined && !report.title && text.slice(0, at).trim() === '';
  return isLacked ? { title, at } : undefined;
}

/** What a draft lacks, in words: its title, its tables, then headings and contents, then whole sections. */
export function lacking(context: Context, { table, empty, unheaded, blank, sections }: Draft): string[] {
  const { report } = context;
  const prose = empty.filter((section) => !isTable(section));
  const open = blank.filter((id) => id !== table?.id);
  return [
    ...(titleLackedBy(context) ? [say`题目`] : []),
    ...(table ? [unfinished(report, table)] : []),
    ...empty.flatMap(({ id }) => tableIds.filter((each) => each === id).map(tableInWords)),
    ...(open.length > 0 ? [say`${listed(open.map(tableInWords))}的空白格`] : []),
    ...(unheaded.length > 0 ? [say`${range(unheaded)}的标题`] : []),
    ...(prose.length > 0 ? [say`${listed(prose.map(called))}部分的内容`] : []),
    ...(sections.length > 0 ? [range(sections)] : []),
  ];
}

function unfinished({ form }: Context['report'], { id, begun }: NonNullable<Draft['table']>): string {
  const name = tableInWords(id);
  if (begun === 'nothing') return name;
  const left = begun === 'head' ? 0 : tableOf(form, id).rows.length - begun.from;
  return left > 0 ? say`${name}的 ${left} 行` : say`${name}的数字`;
}

/** Sections in words; three and more that follow each other are told by the first and the last. */
function range(sections: readonly Section[]): string {
  if (sections.length === 6) return say`六个部分`;
  const runs: Section[][] = [];
  for (const section of sections) {
    const run = runs.at(-1);
    if (run?.at(-1)?.number === section.number - 1) run.push(section);
    else runs.push([section]);
  }
  return say`${listed(runs.map(runInWords))}部分`;
}

function runInWords(run: readonly Section[]): string {
  const [first, ...others] = run.map(called);
  const last = others.at(-1);
  return others.length > 1 && first && last ? say`${first}至${last}` : listed(run.map(called));
}

const called = ({ number }: Section): string => ordinal(number);
