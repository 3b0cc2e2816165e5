import type { Section } from '../../form/form';
import { type SectionReading, sectionReading } from '../../report/report';
import { mark, say } from '../../text/say';
import { isTable } from '../drafting';
import { firstLine, neighbours } from '../place';
import { type Context, rule, type Yield } from '../rule';
import { officialNumber } from './support/headings';
import { headingEdit, lacksHeading } from './support/place-heading';

export default rule({
  id: 'missing-section',
  family: 'structure',
  severity: 'error',
  hard: true,
  summary: '缺少格式规定的部分，或缺少它的标题',
  summaryEn: 'One of the six sections, or its heading, is missing',
  basis: mark`《条例》第五十条；国办公开办函〔2021〕30号：六个部分不能遗漏`,
  fixable: true,

  *check(context) {
    // What a draft lacks it is told at once.
    if (context.draft) return;
    for (const section of context.report.form.sections) {
      const reading = sectionReading(context.report, section.id);
      if (reading?.heading) continue;
      yield reading ? withoutHeading(context, section, reading) : absent(context, section);
    }
  },
});

function withoutHeading(context: Context, section: Section, reading: SectionReading): Yield {
  const { text } = context;
  const title = titleOf(section);
  const line = firstLine(text, reading.span);
  const sentence = text.slice(line.start, line.end).search(/[。：:]/u);
  const edit = headingEdit(context, section, line.start);
  // A table or a numbered sub-heading shows where the section begins; before plain text that is a guess to be looked at, and so is
  // whether the words above it are its heading.
  const begins = isTable(section) || /^[(（]/u.test(text.slice(line.start));
  const certain = begins && lacksHeading(context, section, line.start);
  const confidence = certain ? 'safe' : 'possible';
  return {
    span: sentence > 0 ? { start: line.start, end: line.start + sentence } : line,
    message: say`缺少标题「${title}」：这一部分的内容似乎从这里开始`,
    repairs: edit ? [{ title: say`在此之前补上标题「${title}」`, confidence, edits: [edit] }] : [],
  };
}

function absent(context: Context, section: Section): Yield {
  const title = titleOf(section);
  const { before, after } = neighbours(context.report, section.id);
  const at = after?.span.start ?? before?.span.end ?? context.text.length;
  const content = isTable(section)
    ? say`缺少「${title}」：没有找到它的标题，也没有找到它的表格`
    : say`缺少「${title}」：没有找到它的标题，也没有找到它的内容`;
  const edit = headingEdit(context, section, at);
  return {
    span: after?.heading?.span ?? before?.heading?.span ?? { start: at, end: at },
    message: after ? say`${content}，应在这一标题之前` : say`${content}，应在这之后`,
    // A heading without a section is not what the form asks for: whoever inserts it must write the rest.
    repairs: edit
      ? [{ title: say`插入标题「${title}」（内容需另写）`, confidence: 'possible', edits: [edit] }]
      : [],
  };
}

const titleOf = (section: Section): string => `${officialNumber(section)}${section.heading}`;
