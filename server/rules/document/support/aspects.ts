import { mark } from '../../../text/say';
/** Something that section one has to cover. */
export interface Aspect {
  /** Marked: to be told by `said`. */
  readonly name: string;
  /** Any of these words is enough where it is not told under which heading they should stand. */
  readonly words: RegExp;
  /** What names it in a heading. */
  readonly heading: RegExp;
  /** What speaks of nothing else, in a section whose other aspects all have headings. */
  readonly own: RegExp;
}

const media = '(?:网站|平台|专栏|栏目|公众号|新媒体|公报|公开栏|查阅|渠道)';
const care =
  '(?:建设|建立|维护|运维|管理|优化|改版|调整|设[置立]|开[设通]|整合|升级|完善|更新|巡查|规范|打造|拓[宽展]|新增)';
const managed = /信息(?:资源)?管理|审查|审核|审校|三审|保密|公开属性|清理|归档|动态(?:调整|更新)/u;
const disclosed = /主动公开|公开(?:各类)?(?:政府|政务)?信息|发布/u;

// How an aspect is headed is the writer's choice.
export const aspects: readonly Aspect[] = [
  {
    name: mark`主动公开`,
    words: disclosed,
    heading: /主动公开|公开(?:内容|信息|工作|重点)/u,
    own: disclosed,
  },
  { name: mark`依申请公开`, words: /申请/u, heading: /申请/u, own: /申请/u },
  {
    name: mark`政府信息管理`,
    words: managed,
    heading: /信息(?:资源|发布)?管理|审[查核]|制度/u,
    own: managed,
  },
  {
    name: mark`平台建设`,
    words: /平台|网站|专栏|栏目|公众号|新媒体|公报|公开栏|查阅/u,
    heading: /平台|网站|渠道|载体|阵地|新媒体/u,
    own: new RegExp(`${media}[^.;]{0,12}${care}|${care}[^.;]{0,16}${media}`, 'u'),
  },
  {
    name: mark`监督保障`,
    words: /监督|保障|考核|培训|评议|追究|检查|领导小组|组织领导/u,
    heading: /监督|保障|考核|培训|组织|领导|机制|队伍/u,
    own: /考核|培训|学习|评议|追究|检查|领导|监督(?!管理)|保障(?![^.;]{0,8}[权益])/u,
  },
];

/** A stretch of section one under a heading with a number. */
export interface Part {
  /** Where its number stands, and how long number and heading are. */
  readonly start: number;
  readonly length: number;
  /** Where the part ends. */
  readonly end: number;
  readonly title: string;
  /** Whether nothing stands under the heading. */
  readonly isEmpty: boolean;
}

const numerals = '一二三四五六七八九十';
const number = /\(([一二三四五六七八九十])\)/gu;
const longestTitle = 20;
/** The headings that the format proposes, in the wordings of reports. */
const heading =
  '(?:关于)?(?:政府信息公开|政务公开|信息公开|政府信息)?(?:主动公开|依申请公开|(?:政府)?信息管理|管理|(?:信息公开|公开)?平台建设|监督保障)(?:政府信息|政务信息)?(?:工作|办理)?(?:情况|方面)?';
const usual = new RegExp(`^${heading}`, 'u');
const numbered = new RegExp(`\\([一二三四五]\\)${heading}`, 'u');
const omitted = /\[略\]|\(略\)|\[\.{3,6}\]|\(下略\)|^略[.]?$/u;

/** With fewer letters and digits section one tells of nothing. */
export const scarceOverview = { least: 20, uncounted: /[^\p{L}\p{N}]/gu };

/** Where something was left out of the text it cannot be said what the report has; of words folded and without blanks. */
export const isLeftOut = (words: string): boolean => omitted.test(words);

/** Whether a text, folded and without blanks, has a part of section one under a heading that the format proposes. */
export const tellsOfAspect = (words: string): boolean => numbered.test(words);

/** Stops, marks of a layout and the number of a page. */
const nothing = /^(?:[.:,;#*_\d-]|<[^<>]*>)*$/u;

/** The parts of section one, whose words are folded and without blanks. */
export function partsOf(all: string): Part[] {
  const starts: number[] = [];
  let last = -1;
  for (const match of all.matchAll(number)) {
    const value = numerals.indexOf(match[1] ?? '');
    if (value <= last) continue;
    last = value;
    starts.push(match.index);
  }
  return starts.map((start, at) => {
    const words = all.slice(start + 3, starts[at + 1]);
    const known = usual.exec(words)?.[0];
    const title = known ?? /^[^.:;,]*/u.exec(words.slice(0, longestTitle))?.[0] ?? '';
    const isEmpty = known !== undefined && nothing.test(words.slice(known.length));
    return { start, length: title.length + 3, end: starts[at + 1] ?? all.length, title, isEmpty };
  });
}

/** The one aspect that has no part where all others have one and every part is one of theirs; undefined where there is none. */
export function unheaded(parts: readonly Part[]): Aspect | undefined {
  const isKnown = parts.every(({ title }) => aspects.some(({ heading }) => heading.test(title)));
  const without = aspects.filter(({ heading }) => !parts.some(({ title }) => heading.test(title)));
  return isKnown && without.length === 1 ? without[0] : undefined;
}
