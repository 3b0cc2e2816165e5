import type { Section } from '../../form/form';
import { tableOf } from '../../form/form';
import { numeralOf } from '../../form/written';
import type { Span } from '../../text/span';
import { type Draft, isTable } from '../drafting';
import { firstLine } from '../place';
import { type Context, rule } from '../rule';
import { additions } from './additions';
import { headed } from './headings';

export default rule({
  id: 'unfinished-draft',
  family: 'structure',
  severity: 'information',
  hard: false,
  summary: '正在起草的报告还差什么',
  summaryEn: 'What a report that is being written still lacks',
  basis: '《条例》第五十条；国办公开办函〔2021〕30号：六个部分不能遗漏',
  fixable: true,

  *check(context) {
    const { draft } = context;
    if (!draft) return;
    const edits = additions(context, draft);
    const title = '补上还差的标题和表格（数字先填 0）';
    yield {
      span: lastHeading(context),
      message: `正在起草：还差${lacking(context, draft).join('、')}`,
      repairs: edits.length > 0 ? [{ title, confidence: 'possible', edits }] : [],
    };
  },
});

/** Where writing goes on: behind the last heading; at the title where there is none. */
function lastHeading({ report, text }: Context): Span {
  const last = headed(report).at(-1)?.heading.span ?? report.title?.span;
  return last ?? firstLine(text, { start: 0, end: text.length });
}

function lacking({ report }: Context, { table, empty, sections }: Draft): string[] {
  const nameOf = (id: Section['id']): string => report.form.tables.find((each) => each.id === id)?.name ?? '';
  const prose = empty.filter((section) => !isTable(section));
  return [
    ...(table ? [`${nameOf(table.id)}${unfinished(report, table)}`] : []),
    ...empty.filter(isTable).map(({ id }) => nameOf(id)),
    ...(prose.length > 0 ? [`${prose.map(called).join('、')}部分的内容`] : []),
    ...(sections.length > 0 ? [range(sections)] : []),
  ];
}

function unfinished({ form }: Context['report'], { id, begun }: NonNullable<Draft['table']>): string {
  if (begun === 'nothing') return '';
  const left = begun === 'head' ? 0 : tableOf(form, id).rows.length - begun.from;
  return left > 0 ? `的 ${left} 行` : '的数字';
}

/** Sections that follow each other, up to the sixth. */
function range(sections: readonly Section[]): string {
  const [first, second, ...others] = sections;
  const last = others.at(-1);
  if (!first || !second) return `${first ? called(first) : ''}部分`;
  if (!last) return `${called(first)}、${called(second)}部分`;
  return first.number === 1 ? '六个部分' : `${called(first)}至${called(last)}部分`;
}

const called = ({ number }: Section): string => `第${numeralOf(number)}`;
