import type { Analysis } from '../analysis';
import type { Edit } from '../report/finding';
import { placeIn } from '../rules/document/names';
import { fold, simplify } from '../text/fold';
import { lineIn } from '../text/plain';
import { type Span, touches } from '../text/span';

/**
 * Where a report has the full name of its agency, letter for letter, in the order of the text; not where that is a part of a longer
 * name: another body's, or that of one of its own. Empty where nothing says whose report it is.
 */
export function agencyPlaces({ report }: Analysis): readonly Span[] {
  const { agency, shown } = report;
  if (!agency) return [];
  const name = agency.value;
  const text = simplify(shown);
  const isFree = freeFor(name);
  const places: Span[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length;
    if (isFree(text.slice(Math.max(0, start - longest), start), text.slice(end, end + longest)))
      places.push({ start, end });
  }
  // In the title it may be broken over lines.
  const isTitle = fold(lineIn(shown, agency.span)) === fold(name);
  if (isTitle && !places.some(({ start }) => touches(agency.span, start))) places.push(agency.span);
  return places.sort((a, b) => a.start - b.start);
}

/** The place with the name of the agency at an offset; undefined where none is. */
export const agencyAt = (analysis: Analysis, offset: number): Span | undefined =>
  agencyPlaces(analysis).find((place) => touches(place, offset));

/** The edits that give the agency another name. */
export const renamed = (analysis: Analysis, newText: string): readonly Edit[] =>
  agencyPlaces(analysis).map((span) => ({ span, newText }));

const longestName = 60;

/** Why a text is no name for an agency, in Chinese; undefined where it may be one. */
export function whyNoName(name: string): string | undefined {
  if (name.trim() === '') return '机关的名称不能是空的';
  if (/[\r\n\t|，。；：！？]/u.test(name)) return '机关的名称里不能有换行、制表符和句读';
  return name.length > longestName ? `机关的名称不超过 ${longestName} 个字` : undefined;
}

/** So far a name is looked at before and behind a place. */
const longest = 16;

/** What ends the name of a body that begins with another's. */
const bodies =
  /人民政府|政府|办公室|办公厅|办事处|中心|分局|支局|支队|大队|总队|中队|委员会|管委会|派出所|(?:监督|管理|研究|服务)[所站处]|工作站|党组|党委|工会|团委|学校|学院|医院|公司|集团|协会|图书馆|档案馆|博物馆|领导小组|指挥部|专班|机关/u;
/** What no name goes on with: the sentence does. */
const sentence =
  /[的在于对将与和及或等为按从以由向被把是有无未已经其各该本我全并且因而则又也都就一二三四五六七八九十\d]|召开|举行|举办|负责|组织(?!部)|制定|印发|收到|受理|办理|公开|发布|主动|设立|成立|建立|开展|通过|依托|根据|认真|积极|严格|高度|加强|切实|坚持|深入|年度/u;
const words = /^[\p{Script=Han}（）()]*/u;

/** Whether a name goes on behind a place. */
function goesOn(behind: string): boolean {
  const [run = ''] = words.exec(behind) ?? [];
  const body = bodies.exec(run);
  return body !== null && !sentence.test(run.slice(0, body.index));
}

/** Behind these words a name begins. */
const opens =
  /[由向对和与及在是为的将被把经请按据至到年来中前后月日即以从给让使或等并现因该了称归同跟比含除：\P{L}]$/u;
const units = /[省市县区州盟旗镇乡]$/u;

/** So many characters before 市, 县 or 区 make a place whose name is not the end of another's: 安县 ends 固安县, 海宁市 no other. */
const safePlace = 3;

/** Says of a name whether it stands by itself between what stands before and behind it. */
function freeFor(name: string): (before: string, behind: string) => boolean {
  const place = placeIn(name);
  return (before, behind) => {
    if (goesOn(behind)) return false;
    if (before === '' || opens.test(before)) return true;
    if (place === '') return false;
    return place.length >= safePlace || units.test(before);
  };
}
