import { say } from '../../../text/say';
import type { Span } from '../../../text/span';
import { compact } from '../../residue/support/compact';

/** Into which year what was not answered goes over. */
const carried =
  /(?:结转|转结|顺延|延续|转入|转至|转到|移至|留待|留到|延至|延期)(?:至|到|入|于)?(20\d\d)年度?(?=继续|接续|再行?|办理|答复|处理|办结|[,.;。)]|$)/gu;
/** What is left at the end of the year of the report. */
const left =
  /未办[结理毕完]|没有办[结完]|未答复|未到期|(?:未到|尚在|仍在|处于)[^,.;]{0,8}(?:期限|时限|期)|在办|待办|(?:[尚还仍]有|其余|余下|剩余?)[^,.;\d]{0,8}\d{1,6}件/u;
/** What was left a year before. */
const earlier = /上一?年|去年|前一年|往年|以前/u;

/** 办结 64 件，结转2023年度继续办理 3 件: behind what was done, what goes on. */
const done =
  /(?:办[结毕]|答复|办理完[毕成])[^,.;]{0,16}\d{1,6}件(?:\([^()]*\))?,(?:(?!其中|[包内]?含|包括)[^,.;]){0,8}$/u;
const goesOn = /^(?:继续|接续|再行?)(?:办理|答复|处理)/u;

/** So far before it the sentence has said what is carried. */
const farthest = 80;

/** Where a stretch of a text says into which year open applications are carried, and that is not the one behind the report's. */
export function carriedYears(
  shown: string,
  body: Span,
  year: number,
): { readonly span: Span; readonly message: string }[] {
  if (!/20|２０/u.test(shown.slice(body.start, body.end))) return [];
  const words = compact(shown, body);
  return [...words.text.matchAll(carried)].flatMap(({ 0: found, 1: printed = '', index }) => {
    const stated = Number(printed);
    if (stated === year + 1 || stated < year - 1) return [];
    const [before = ''] = words.text
      .slice(Math.max(0, index - farthest), index)
      .split(/[。.;!?]/u)
      .slice(-1);
    const isEarlier = earlier.test(before) || before.includes(String(year - 1));
    const isLeft =
      left.test(before) || (done.test(before) && goesOn.test(words.text.slice(index + found.length)));
    if (isEarlier || !isLeft) return [];
    const message = say`这里说结转到 ${stated} 年，${year} 年度没有办结的应当结转到 ${year + 1} 年，请核对`;
    return [{ span: words.spanOf(index + found.indexOf(printed), printed.length), message }];
  });
}
