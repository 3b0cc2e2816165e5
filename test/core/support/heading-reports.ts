import fc from 'fast-check';
import { edition2021 } from '../../../server/form/edition-2021';
import type { SectionId } from '../../../server/form/form';
import { damageCalled, damages } from './damage';
import { damaged } from './damage/damage';
import { layoutCalled, layouts } from './layouts';
import { mapSections, type Sheet, type SheetSection, sheetOf } from './layouts/sheet';
import { abbreviations } from './undone';

/** How the parts of a report are written that a safe repair may touch. */
export interface Writing {
  readonly seed: number;
  readonly layout: string;
  readonly damage: string | undefined;
  /** Whether all line breaks were lost. */
  readonly flat: boolean;
  readonly headings: readonly HeadingWriting[];
  /** The sub-point of section one that has lost its number; 0 for none. */
  readonly lost: number;
}

interface HeadingWriting {
  readonly number: string;
  readonly wording: string;
  /** What stands behind the wording in its line. */
  readonly behind: string;
  /** What stands below. */
  readonly below: string;
}

const numerals = '一二三四五六';
/** Numbers as they are and as they are not; 'gone' is a heading that is lost. */
const numberings: readonly ((at: number) => string)[] = [
  (at) => `${numerals[at]}、`,
  (at) => `${numerals[at]}、`,
  (at) => `${numerals[at]}、`,
  (at) => `${at + 1}、`,
  (at) => `（${numerals[at]}）`,
  (at) => `${numerals[(at + 1) % 6]}、`,
  (at) => `第${numerals[at]}部分 `,
  () => '',
];
/** Wordings that no form knows. */
const own: Readonly<Record<SectionId, readonly string[]>> = {
  overview: ['工作开展和落实情况', '一年来的工作总结', '总体情况及工作成效'],
  proactiveDisclosure: ['主动公开具体情况', '主动公开信息统计'],
  applications: ['申请办理情况', '依申请公开办结情况'],
  disputes: ['复议和应诉情况', '与信息公开有关的行政复议情况'],
  problems: ['存在的主要问题及明年工作计划', '不足和努力方向'],
  otherMatters: ['有关说明', '其他需要报告的事项及附件'],
};
const behinds: readonly string[] = [
  '',
  '',
  '（2023年度）',
  '如下：',
  '2023年未发生。',
  ' 2023年印发通知37份，召开会议4次。',
  '：全年召开会议5次。',
  '。本单位另有3项说明。',
  '无。',
  ' 无',
  '本年度另有栏目12个，均已更新',
  '及2024年工作计划',
  '及明年工作计划2024年将公开60条。',
  '（文字描述）',
  '（不少于500字）',
];
const belows: readonly string[] = [
  '',
  '',
  '该部分以表格形式报告。',
  '（文字描述，本年度收费200元。）',
  '六、另有2件说明。',
  '各项数字与上年一致（与上年结转3件一致）。',
];

const wordingsOf = ({ id, heading, variants }: (typeof edition2021.sections)[number]): readonly string[] => [
  heading,
  heading,
  ...variants,
  `2023年${heading}`,
  `政府信息公开工作${variants[0] ?? heading}`,
  ...abbreviations[id],
  ...own[id],
];

const headingOf = (section: (typeof edition2021.sections)[number]): fc.Arbitrary<HeadingWriting> =>
  fc
    .record({
      number: fc.constantFrom(...numberings),
      wording: fc.constantFrom(...wordingsOf(section)),
      behind: fc.constantFrom(...behinds),
      below: fc.constantFrom(...belows),
    })
    .map((written) => ({ ...written, number: written.number(section.number - 1) }));

/** Reports with headings of all kinds, in all layouts, whole and damaged. */
export const writings: fc.Arbitrary<Writing> = fc.record({
  seed: fc.nat(20),
  layout: fc.constantFrom(...layouts.map(({ id }) => id)),
  damage: fc.option(fc.constantFrom(...damages.map(({ id }) => id)), { nil: undefined, freq: 2 }),
  flat: fc.boolean().map((flat) => flat && true),
  headings: fc.tuple(...edition2021.sections.map(headingOf)),
  lost: fc.nat(5),
});

/** The text of a report; undefined where its layout cannot show its damage. */
export function textOf({ seed, layout: id, damage, flat, headings, lost }: Writing): string | undefined {
  const layout = layoutCalled(id);
  const sheet: Sheet = mapSections(sheetOf(seed, 30), (section) => ({
    ...section,
    ...written(section, headings[edition2021.sections.findIndex((each) => each.id === section.id)], lost),
  }));
  const text = damaged(sheet, layout, damage ? [damageCalled(damage)] : [], seed)?.text;
  return flat && !layout.markup && !/csv|json/.test(id) ? text?.replace(/\s*\n\s*/g, ' ') : text;
}

function written(
  { id, paragraphs }: SheetSection,
  heading: HeadingWriting | undefined,
  lost: number,
): Pick<SheetSection, 'heading' | 'paragraphs'> {
  const points = paragraphs.map((text, at) =>
    id === 'overview' && lost > 0 && at === lost ? text.replace(/^（.）/, '') : text,
  );
  if (!heading) return { heading: undefined, paragraphs: points };
  const { number, wording, behind, below } = heading;
  return {
    heading: wording === 'gone' ? undefined : number + wording + behind,
    paragraphs: below === '' ? points : [below, ...points],
  };
}
