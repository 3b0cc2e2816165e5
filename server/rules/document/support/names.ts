/** An agency's name, taken apart as far as it can be. */
interface Name {
  /** Province, city, county … before the name proper; empty where it is left out. */
  readonly place: string;
  /** The name proper without the word for its kind: 档案 of 云溪县档案局. */
  readonly core: string;
  /** What kind of body it is: 局, 委员会, 人民政府 … */
  readonly kind: string;
}

const kinds = /(?:人民政府|街道办事处|委员会|委|局|厅)$/u;
/** 市场, 市容, 市政园林, 市民族, 城市, 区域, 社区 are no places. */
const unit =
  '(?:(?<!城)市(?!场|容|民[政族宗防]|政(?:园|公用|工程|设施|管理))|(?<!社)区(?!域|划)|县(?!域)|自治区|省|州|旗|盟)';
const places = new RegExp(`^(?:[^局委厅和]{0,8}?${unit})+`, 'u');
const lastPlace = /(?<![^省市县区州旗盟])[^省市县区州旗盟]+(?:镇|乡|苏木|[省市县区州旗盟]|街道)$/u;
/** What so many names share that it tells none of them from another. */
const common = /管理|监督|服务|建设|综合|执法|事务|保障|行政|工作|[和与及]/gu;
/** Names of one body that carries several, or has carried one after the other. */
const oneBody: readonly RegExp[] = [
  /审批|政务|数据|营商/u,
  /执法|城市?管|市容/u,
  /林|草原|园林|绿化|自然资源|规划|海洋/u,
  /工商|市场|质量|食品|药品|知识产权/u,
  /粮食|物资|发展/u,
  /科学|科技|工业|工信/u,
  /经济|经信|工业|工信|信息|商务/u,
  /教育|体育/u,
  /体育|文化|文旅|旅游|广播|新闻|文物/u,
  /安全生产|应急|消防/u,
];

/**
 * Whether two names are those of different bodies of one kind: both are told in full and neither shortens the other. False where
 * the two may be one body, renamed or with two plates at its door, or cannot be told apart.
 */
export function areOthers(one: string, other: string): boolean {
  const [a, b] = [nameOf(one), nameOf(other)];
  if (!a || !b || a.kind !== b.kind) return false;
  if (a.kind === '人民政府' || a.kind === '街道办事处') return areOtherPlaces(a.place, b.place);
  if (a.core.length < 2 || b.core.length < 2) return false;
  if (isShortened(a.core, b.core)) return areOtherPlaces(a.place, b.place);
  return areOtherTasks(a.core, b.core);
}

/** The province, city, county … that a name begins with; empty where it begins with none. */
export const placeIn = (name: string): string => places.exec(name)?.[0] ?? '';

function nameOf(name: string): Name | undefined {
  const kind = kinds.exec(name)?.[0];
  if (!kind) return undefined;
  const bare = name.slice(0, -kind.length);
  if (kind === '街道办事处') return { place: `${bare}街道`, core: '', kind };
  if (kind === '人民政府') return { place: bare, core: '', kind };
  const place = places.exec(bare)?.[0] ?? '';
  return { place, core: bare.slice(place.length), kind: kind === '委' ? '委员会' : kind };
}

/** Places of one level with different names; 独山港镇 is 平湖市独山港镇. */
function areOtherPlaces(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((place) => lastPlace.exec(place)?.[0]);
  return (
    a.length > 2 && b.length > 2 && a.slice(-1) === b.slice(-1) && !one.includes(b) && !other.includes(a)
  );
}

function areOtherTasks(one: string, other: string): boolean {
  if (one.charAt(0) === other.charAt(0)) return false;
  if (oneBody.some((words) => words.test(one) && words.test(other))) return false;
  const [a, b] = [one, other].map((core) => core.replace(common, ' '));
  return !pairsOf(a).some((pair) => b?.includes(pair));
}

const pairsOf = (words = ''): string[] =>
  [...words].slice(1).flatMap((char, at) => {
    const pair = words.charAt(at) + char;
    return pair.includes(' ') ? [] : [pair];
  });

/** Whether all characters of the shorter name stand in the longer one, in whatever order: 文旅 is 文化广电旅游, and so is 文广旅. */
function isShortened(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const left = [...long];
  return [...short].every((char) => {
    const at = left.indexOf(char);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
