import { sectionReading } from '../../../report/report';
import { chineseNumeral, chineseValue } from '../../../text/numerals';
import type { Span } from '../../../text/span';
import { compact } from '../../residue/support/compact';
import type { Context } from '../../rule';

/** A number of things that the sentence names one by one: 涉及征地、规划、教育三个方面. */
export interface NamedItems {
  /** The numeral. */
  readonly span: Span;
  readonly printed: string;
  readonly unit: string;
  /** How many are named, and the same as the sentence would print it. */
  readonly named: number;
  readonly newText: string;
}

const verb =
  '(?:涉及|集中在|集中于|集中体现在|体现在|表现在|包括|涵盖|囊括|围绕|聚焦|覆盖|分为|分布在|主要是|主要为|主要有)(?:了|到)?';
const thing = '(?:方面|领域|大类|类别|类型|环节|板块|层面|维度|类(?=[,.;:]|事项|问题|内容|信息|申请))';
const count = '([二两三四五六七八九]|十[一二]?|[2-9]|1[0-2])';
/** 涉及 A、B、C 三个方面, with 等 in front of the number or without. */
const before = new RegExp(
  `${verb}([^,.;:()"\\d\\n]{3,80}?)(等)?(?:这|共)?${count}个?(${thing})(?![\\d一二三四五六七八九十])`,
  'gu',
);
/** 存在三个方面问题：一是…；二是…. */
const behind = new RegExp(`${count}个?(${thing})[^,.;:()\\n]{0,8}[,:]{1,2}(?=一是)`, 'gu');
const firstOf = '一是';
const ordinals = [...'一二三四五六七八九十'].map((each) => new RegExp(`(?:^|[,.;:])${each}是`, 'u'));
/** What joins two things, or the halves of one (房屋征收和补偿). */
const joined = /以及|[和与及]/gu;
/** The words of a verb within a name begin another list. */
const another = /涉及|包括|涵盖|围绕|聚焦|通过|为了|其中|分别/u;
/** An enumeration is told within so many characters. */
const longest = 1500;

/** The numbers of things in the narrative that are not as many as are named; empty where nothing is certain. */
export function namedItems({ report, text }: Context): NamedItems[] {
  return (['overview', 'problems', 'otherMatters'] as const).flatMap((id) => {
    const body = sectionReading(report, id)?.body;
    if (!body) return [];
    const { text: words, spanOf } = compact(text, body);
    const found = [...listed(words), ...enumerated(words)];
    return found.map(({ at, printed, unit, named }) => ({
      span: spanOf(at, printed.length),
      printed,
      unit,
      named,
      newText: /\d/u.test(printed) ? String(named) : (chineseNumeral(named) ?? String(named)),
    }));
  });
}

interface Found extends Pick<NamedItems, 'printed' | 'unit' | 'named'> {
  readonly at: number;
}

function* listed(words: string): Iterable<Found> {
  for (const match of words.matchAll(before)) {
    const [all, names = '', open, printed = '', unit = ''] = match;
    const commas = names.split('、').length - 1;
    if (commas === 0 || another.test(names)) continue;
    const joints = (names.match(joined) ?? []).length;
    const most = commas + joints + 1;
    // A、B和C、D两个方面: the last joint may be the only one between the two.
    const fewest = joints > 0 ? Math.min(commas + 1, joints + 1) : commas + 1;
    const told = valueOf(printed);
    const isOff = told < fewest || (open === undefined && told > most);
    const named = told < fewest ? fewest : most;
    const at = match.index + all.length - unit.length - printed.length - (all.endsWith(`个${unit}`) ? 1 : 0);
    if (isOff) yield { at, printed, unit, named };
  }
}

function* enumerated(words: string): Iterable<Found> {
  for (const match of words.matchAll(behind)) {
    const [all, printed = '', unit = ''] = match;
    const from = match.index + all.length;
    const rest = words.slice(from, from + longest);
    const again = rest.indexOf(firstOf, firstOf.length);
    const own = again < 0 ? rest : rest.slice(0, again);
    const missing = ordinals.findIndex((ordinal) => !ordinal.test(own));
    const told = valueOf(printed);
    // What is cut off may go on.
    if (missing > 1 && missing !== told && (missing > told || again < 0) && rest.length < longest)
      yield { at: match.index, printed, unit, named: missing };
  }
}

const valueOf = (printed: string): number =>
  /\d/u.test(printed) ? Number(printed) : (chineseValue(printed) ?? 0);
