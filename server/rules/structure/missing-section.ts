import { type Section, tableOf } from '../../form/form';
import { type SectionReading, sectionReading, tableReading } from '../../report/report';
import type { Span } from '../../text/span';
import { firstLine, neighbours } from '../place';
import { type Context, rule, type Yield } from '../rule';
import { officialNumber } from './headings';
import { headingEdit } from './place-heading';

export default rule({
  id: 'missing-section',
  family: 'structure',
  severity: 'error',
  hard: true,
  summary: '缺少格式规定的部分，或缺少它的标题',
  summaryEn: 'One of the six sections, or its heading, is missing',
  basis: '《条例》第五十条；国办公开办函〔2021〕30号：六个部分不能遗漏',
  fixable: true,

  *check(context) {
    for (const section of context.report.form.sections) {
      const reading = sectionReading(context.report, section.id);
      if (reading?.heading) continue;
      const content = contentOf(context, section, reading);
      yield content ? withoutHeading(context, section, content) : absent(context, section);
    }
  },
});

/** Where the text or the table of a section without heading stands; undefined where nothing of it was found. */
function contentOf(
  { report, text }: Context,
  { id }: Section,
  reading: SectionReading | undefined,
): Span | undefined {
  if (reading) {
    const line = firstLine(text, reading.span);
    if (line.end > line.start) return line;
  }
  const table = report.form.tables.find((each) => each.id === id);
  const found = table && tableReading(report, table.id);
  return found && firstLine(text, found.span);
}

function withoutHeading(context: Context, section: Section, content: Span): Yield {
  const title = `${officialNumber(section)}${section.heading}`;
  const sentence = context.text.slice(content.start, content.end).search(/[。：:]/u);
  const span = sentence > 0 ? { start: content.start, end: content.start + sentence } : content;
  const edit = headingEdit(context, section, content.start);
  return {
    span,
    message: `缺少标题「${title}」：这一部分的内容似乎从这里开始`,
    repairs: edit ? [{ title: `在此之前补上标题「${title}」`, confidence: 'safe', edits: [edit] }] : [],
  };
}

function absent(context: Context, section: Section): Yield {
  const { report, text } = context;
  const title = `${officialNumber(section)}${section.heading}`;
  const { before, after } = neighbours(report, section.id);
  const at = after?.span.start ?? before?.span.end ?? text.length;
  const anchor = after?.heading?.span ?? before?.heading?.span ?? { start: at, end: at };
  const table =
    report.form.tables.some(({ id }) => id === section.id) && tableOf(report.form, section.id as never);
  const edit = headingEdit(context, section, at);
  return {
    span: anchor,
    message: `缺少「${title}」：没有找到它的标题，也没有找到它的${table ? '表格' : '内容'}，应在${after ? '这一标题之前' : '这之后'}`,
    // An empty section is not what the form asks for: whoever inserts its heading must look.
    repairs: edit
      ? [{ title: `插入标题「${title}」（内容需另写）`, confidence: 'possible', edits: [edit] }]
      : [],
  };
}
