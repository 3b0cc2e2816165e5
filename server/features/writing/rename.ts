import type { Analysis } from '../../analysis';
import type { Edit } from '../../report/finding';
import { placeIn } from '../../rules/document/support/names';
import { fold, simplify } from '../../text/fold';
import { lineIn } from '../../text/plain';
import { say } from '../../text/say';
import { type Span, touches } from '../../text/span';

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

/** Why a text is no name for an agency; undefined where it may be one. */
export function whyNoName(name: string): string | undefined {
  if (name.trim() === '') return say`机关的名称不能是空的`;
  if (/[\r\n\t|，。；：！？]/u.test(name)) return say`机关的名称里不能有换行、制表符和句读`;
  return name.length > longestName ? say`机关的名称不超过 ${longestName} 个字` : undefined;
}

/** So far a name is looked at before and behind a place. */
const longest = 16;

/** What ends the name of a body that begins with another's. Not 政府, before which stands its place alone: 收取政府信息处理费. */
const bodies =
  /办公室|办公厅|办事处|中心|分局|支局|支队|大队|总队|中队|委员会|管委会|派出所|(?:监督|管理|研究|服务)[所站处]|工作站|党组|党委|工会|团委|学校|学院|医院|公司|集团|协会|图书馆|档案馆|博物馆|领导小组|指挥部|专班/u;
/** What no name goes on with: the sentence does. */
const sentence =
  /[的于将及或按从由把是已经其该我并且因而则又也都到省]|(?<!第)[一二三四五六七八九十]|市(?!场|容|民|政(?![务府]))|在(?!线)|对(?!外)|[与和](?!平)|为(?!民)|等(?![级教])|以(?!工)|向(?!阳)|被(?!动)|有(?![限色])|无(?!线|障)|未(?!成年)|各(?!界)|本(?!级)|(?<!安)全(?![民域科])|就(?!业)|年度|(?:公开|受理|办理|发布)(?!中心|办公室|工作|领导)/u;
/** What a sentence goes on with right behind a name, and no name does; after these words some do. */
const before =
  /^(?:共|均|还|另|再|不|没有|应当?|须|需|可|曾|仍|正在|继续|持续|不断|进一步|累计|总共|先后|多次|定期|年初|年底|当年|今年|全年|年内|实际|新)+/u;
const deeds: readonly RegExp[] = [
  /^(?:召[开集]|举[行办]|负责|组织(?!部|人事)|制[定发作]|印[发制送]|下发|转发|出台|起草|拟[定订]|编[制写印]|修[订改]|废止|刊登|张贴)/u,
  /^(?:收[取到]|[新实应]收|征收(?!办|中心|管理)|减免|接[到受收]|[受办]理(?!中心|办公室)|办结|结转|答复|告知|处理(?!中心|办公室)|退回|转[交办])/u,
  /^(?:移[交送]|[寄送印]送|送交|报[送请]|上报|通报|提[供交请]|申请|主动|更新|审[核查](?!中心)|检查|督[促导](?!中心|办公室)|核实|梳理|清理|汇总)/u,
  /^(?:[设成建组]立|组建|[增内下]设|设[有置]|新增|调整|充实|配[备合]|安排|选派|派出(?!所)|派驻|指[定派]|明确|确定|聘[请用]|委托|邀请)/u,
  /^(?:购买|签订|使用|利用|运用|借助|依托|通过|根据|依[法照据规]|遵[循守照]|开展|参[加与]|联合(?!会|执法)|会同|协[同助]|围绕|结合)/u,
  /^(?:加强|强化|健全|完善|深[入化]|压实|优化(?!营商)|规范(?!化)|落实|贯彻|执行(?!局|指挥|中心)|推(?:动|行|进(?!办公室|工作|领导|职能))|打[造通])/u,
  /^(?:提[升高]|促进|做[好到]|抓[好实]|承[担办]|拥有|具有|属|系|纳入|涉及|[入进]驻|走访|调研|考察|前往|赴|紧扣|聚焦|响应|回[应复])/u,
  /^(?:认真|积极|严格|高[度效]|切实|坚[持决]|充分|全面|扎实|有[序效]|稳步|逐步|始终|及时|按[时期]|重点|主要)/u,
];
const words = /^[\p{Script=Han}（）()]*/u;

/** Whether a name goes on behind a place. */
function goesOn(behind: string): boolean {
  const [run = ''] = words.exec(behind) ?? [];
  const body = bodies.exec(run);
  if (!body) return false;
  const next = run.replace(before, '');
  if (deeds.some((deed) => deed.test(next))) return false;
  // 受理中心 and 公开办公室 are names, with the body behind the verb.
  return !sentence.test(run.slice(0, body.index) + (nominal.exec(body[0])?.[0] ?? ''));
}

const nominal = /^(?:中心|办公室|领导)/u;

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
