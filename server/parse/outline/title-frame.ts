import { foldUnit, ignored } from '../../text/fold';
import type { Span } from '../../text/span';

/** What stands before a title on its page: the name of a field, links, a date, a number, a remark in brackets. */
const lead =
  /^(?:[\s"'《*#●■◆★▲·•、,.-]{1,20}|[[(](?!20)[^[\]()]{1,8}[\])]|[[(]20\d\d[-/.年]\d{1,2}[-/.月][^[\]()]{1,14}[\])]|[^[\]()]{1,12}[\])]|20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}:\d\d(?::\d\d)?)?(?=[^\d])|[A-Za-z\d]{2,20}[-/][-/A-Za-z\d]{1,30}(?= )|附件 ?\d{1,2}|第?\d{1,3}[.、](?!\d))/u;
const words =
  /^ ?(?:图文|图解|标 ?题|题 ?名|名 ?称|正 ?文|首 ?页|主页|网站首页|政务公开|政府信息公开(?!工作|20|年度?报|报告|情况)|信息公开年报|公开年报|年报|年度报告|年度|专栏|目录|法定主动公开内容|信息名称|文件名称|信息标题|文章标题|公文名称|附件|当前位置|您?(?:现在)?(?:的|所在)?位置|公示公告|通知公告|政策文件|详情)(?! ?(?:办公室|办))/u;
const signs = [...':>|»›→_/'];
/** What a report is on: where its title is past what may frame it. */
const subject = /政府信息 ?公开|政务公开|信息公开/gu;
const another = /[上下]一[篇条]|相关|推荐|往[年期]|历年/u;

/** Whether the field or link before a title says that it is another report's: 上一篇：, 相关链接. */
export const isOfAnother = (before: string): boolean => another.test(before);
/** How a part of a name ends: one before which nothing is a part of it. */
const named = /(?:[省市县区州旗盟镇乡局委办厅院部会]|20\d\d年度?|[度年])$/u;

/** Where a title begins behind what frames it, at the start where nothing does; undefined where it is the title of another report. */
export function frameEnd({ start, end }: Span, view: string): number | undefined {
  let text = '';
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === ignored) continue;
    text += unit === 10 || unit === 9 || unit === 13 ? ' ' : String.fromCharCode(unit);
    offsets.push(at);
  }
  const core = [...text.matchAll(subject)].at(-1)?.index ?? text.length;
  let from = Math.max(0, ...signs.map((sign) => text.lastIndexOf(sign, core - 1) + 1));
  for (let rest = text.slice(from); ; rest = text.slice(from)) {
    const found = lead.exec(rest) ?? words.exec(rest) ?? strange(rest);
    if (!found || from + found[0].length > core) break;
    from += found[0].length;
  }
  return isOfAnother(text.slice(0, from)) ? undefined : (offsets[from] ?? end);
}

/** Words before a blank that are no part of a name, where a name of an agency follows. */
function strange(rest: string): readonly [string] | undefined {
  const blank = rest.indexOf(' ');
  const part = rest.slice(0, blank);
  // 松涧县水务局 松涧县水务局2023年…
  if (blank >= 2 && rest.startsWith(part, blank + 1)) return [rest.slice(0, blank + 1)];
  if (blank < 2 || named.test(part) || /20\d\d/u.test(part)) return undefined;
  return /^ ?[^ ]{2,30}[省市县区州旗盟镇乡局委办厅院会][^ ]{0,12}20\d\d年/u.test(rest.slice(blank))
    ? [rest.slice(0, blank + 1)]
    : undefined;
}
