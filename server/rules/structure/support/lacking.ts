import { type Section, tableOf } from '../../../form/form';
import { numeralOf } from '../../../form/written';
import type { Draft } from '../../draft';
import { isTable } from '../../drafting';
import type { Context } from '../../rule';

/** What a draft lacks, in words: its tables, then headings and contents, then whole sections. */
export function lacking({ report }: Context, { table, empty, unheaded, blank, sections }: Draft): string[] {
  const nameOf = (id: Section['id']): string => report.form.tables.find((each) => each.id === id)?.name ?? '';
  const prose = empty.filter((section) => !isTable(section));
  const open = blank.filter((id) => id !== table?.id);
  return [
    ...(table ? [`${nameOf(table.id)}${unfinished(report, table)}`] : []),
    ...empty.filter(({ id }) => isTable({ id })).map(({ id }) => nameOf(id)),
    ...(open.length > 0 ? [`${open.map(nameOf).join('、')}的空白格`] : []),
    ...(unheaded.length > 0 ? [`${range(unheaded)}的标题`] : []),
    ...(prose.length > 0 ? [`${prose.map(called).join('、')}部分的内容`] : []),
    ...(sections.length > 0 ? [range(sections)] : []),
  ];
}

function unfinished({ form }: Context['report'], { id, begun }: NonNullable<Draft['table']>): string {
  if (begun === 'nothing') return '';
  const left = begun === 'head' ? 0 : tableOf(form, id).rows.length - begun.from;
  return left > 0 ? `的 ${left} 行` : '的数字';
}

/** Sections in words; three and more that follow each other are told by the first and the last. */
function range(sections: readonly Section[]): string {
  if (sections.length === 6) return '六个部分';
  const runs: Section[][] = [];
  for (const section of sections) {
    const run = runs.at(-1);
    if (run?.at(-1)?.number === section.number - 1) run.push(section);
    else runs.push([section]);
  }
  return `${runs.map(runInWords).join('、')}部分`;
}

function runInWords(run: readonly Section[]): string {
  const [first, ...others] = run.map(called);
  const last = others.at(-1);
  return others.length > 1 ? `${first}至${last}` : [first, ...others].join('、');
}

const called = ({ number }: Section): string => `第${numeralOf(number)}`;
