import type { Edit, Repair } from '../../report/finding';
import { lineIn } from '../../text/plain';
import { mark, say } from '../../text/say';
import { type Context, rule, type Yield } from '../rule';
import { coversMarkup, type Headed, headed, officialNumber } from './support/headings';
import { type Fault, faultOf } from './support/numbers';
import { areSettled } from './support/settled';

export default rule({
  id: 'heading-number',
  family: 'structure',
  severity: 'warning',
  hard: false,
  summary: '标题的序号丢失，或与格式不同',
  summaryEn: 'The number of a heading is lost or not the form’s',
  basis: mark`国办公开办函〔2021〕30号的格式：一、至六、`,
  fixable: true,

  *check(context) {
    const faults = new Map<Fault, Headed[]>();
    for (const each of headed(context.report)) {
      const fault = faultOf(context, each);
      if (fault) faults.set(fault, [...(faults.get(fault) ?? []), each]);
    }
    for (const [fault, all] of faults) {
      // Three or more of a kind have one cause, such as a list whose numbers were lost in pasting.
      if (all.length > 2) yield together(context, fault, all);
      else for (const each of all) yield alone(context, fault, each);
    }
  },
});

function alone(context: Context, fault: Fault, each: Headed): Yield {
  const { section, heading } = each;
  const official = officialNumber(section);
  const printed = lineIn(context.report.shown, heading.number);
  const message =
    fault === 'lost'
      ? say`「${section.heading}」前缺少序号「${official}」，建议补正`
      : say`「${section.heading}」的序号写作「${printed}」，格式中是「${official}」，建议补正`;
  return {
    span: fault === 'lost' ? heading.wording : heading.number,
    message,
    repairs: repairsOf(context, say`改为「${official}」`, [each]),
  };
}

const ofSeveral: Readonly<Record<Fault, (count: number) => string>> = {
  lost: (count) => say`${count} 个标题都没有序号，格式中是「一、」至「六、」，建议补正`,
  style: (count) => say`${count} 个标题的序号都不是格式的写法，格式中是「一、」至「六、」，建议补正`,
  other: (count) => say`${count} 个标题的序号与格式的次序不符，格式中是「一、」至「六、」，建议补正`,
};

function together(context: Context, fault: Fault, all: readonly Headed[]): Yield {
  const places = all.map(({ section, heading }) => ({
    span: fault === 'lost' ? heading.wording : heading.number,
    message: say`格式中是「${officialNumber(section)}」`,
  }));
  return {
    span: places[0]?.span ?? { start: 0, end: 0 },
    message: ofSeveral[fault](all.length),
    related: places,
    repairs: repairsOf(context, say`各标题都改用格式的序号`, all),
  };
}

function repairsOf(context: Context, title: string, all: readonly Headed[]): Repair[] {
  if (all.some(({ heading }) => coversMarkup(context.text, heading.number))) return [];
  const confidence = areSettled(context, all) ? 'safe' : 'possible';
  return [{ title, confidence, edits: all.map((each) => editOf(context, each)) }];
}

function editOf({ text }: Context, { section, heading }: Headed): Edit {
  const { start, end } = heading.number;
  // Blanks between number and wording go too, a line end does not.
  const onOneLine = /^[^\S\r\n]*$/u.test(text.slice(end, heading.wording.start));
  return { span: { start, end: onOneLine ? heading.wording.start : end }, newText: officialNumber(section) };
}
