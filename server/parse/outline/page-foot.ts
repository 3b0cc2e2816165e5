import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import { significant } from '../lexicon/lexicon';
import { isDateLine } from './title';

/** Longer lines of a page's foot are none that is known here, and links to others are shorter. */
const longestLine = 160;
const longestLink = 60;
/** Between lines that show that they are a page's stand no more links to others. */
const mostLinks = 40;

/** How a line of a page begins whose field says nothing of a report. */
const fields =
  /^(?:分享(?:[到至])?|一键分享|主办(?:单位)?|承办(?:单位)?|协办(?:单位)?|技术支持|版权所有|运行维护|维护单位|(?:信息|文章|稿件)?来源|责任编辑|发布(?:时间|日期|机构|单位)|更新(?:时间|日期)|浏览(?:次数|量)|阅读(?:次数|量)|点击(?:次数|量|数)|访问量|[上下]一[篇条]|友情链接|相关(?:链接|文章|阅读|信息|附件|文档|新闻|推荐)|附件下载|网站标识码|备案号):/u;
/** What stands in no line of a report. */
const marks =
  /ICP备(?:案号?:)?\d|公网安备\d|网站标识码|copyright|©|allrightsreserved|(?:produced|powered)by/iu;
const wholes =
  /^(?:(?:用?手机|微信)?扫一扫.{2,18}|扫码(?:浏览|查看|打开|关注|分享).{0,12}|[您你]是.{0,4}第?\d{1,12}[位次].{0,6}|附件\d{0,2}:?|.{2,60}\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar|jpg|png)|(?:友情链接|相关链接|相关文章|相关阅读|相关信息|相关附件|附件下载|信息来源):?)$/iu;
/** A line of nothing but the names of buttons and links. */
const links =
  /^(?:打印|关闭|本页|此页|页面|窗口|本文|收藏|纠错|字[号体]|超大|[大中小]|默认|返回|顶部|列表|首页|设为|加入|下载|分享|微信|微博|新浪|腾讯|QQ|空间|好友|朋友圈|豆瓣|网站地图|网站|找错|地图|关于我们|联系我们|联系方式|隐私|法律|版权|免责|声明|保护|安全|常见问题|使用帮助|帮助|无障碍|浏览|阅读|长者|老年|模式|关怀版|适老化|手机版|电脑版|客户端|党政机关|政府|我为|扫码|上一[篇条页]|下一[篇条页]|更多){2,24}$/u;
const fewestLetters = 4;

/**
 * Where the foot of a page begins behind a report's last words: the links, buttons and fields that stand in the last lines of `span`, with
 * the links to other pages among them; its end where there is none. A line with a sentence, and a date as under a signature, is the
 * report's, and so is all before it.
 */
export function footStart(view: string, span: Span): number {
  let foot = span.end;
  let others = 0;
  for (let end = span.end; end > span.start && others <= mostLinks; ) {
    const start = Math.max(span.start, view.lastIndexOf('\n', end - 1) + 1);
    const line = view.slice(start, Math.min(end, start + longestLine + 1));
    const kind = kindOf(line, end - start);
    if (kind === 'report') break;
    if (kind === 'page') foot = start;
    others = kind === 'page' ? 0 : others + (kind === 'link' ? 1 : 0);
    end = start - 1;
  }
  return foot;
}

/** Whose a line is: the page's, a link's that may be either's, the report's, or nobody's. */
function kindOf(line: string, length: number): 'page' | 'link' | 'report' | 'blank' {
  const words = fold(line).replace(/[\s\0]+/gu, '');
  if (words === '' && length <= longestLine) return 'blank';
  if (length > longestLine || /[。；！？]/u.test(line) || isDateLine(line)) return 'report';
  const plain = words.replace(/^[^\p{L}\d©]{1,8}/u, '');
  const letters = significant(line);
  const isPage =
    fields.test(plain) ||
    marks.test(plain) ||
    wholes.test(plain) ||
    (letters.length >= fewestLetters && links.test(letters));
  if (isPage) return 'page';
  return letters.length <= longestLink ? 'link' : 'report';
}
