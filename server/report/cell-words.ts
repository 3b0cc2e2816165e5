import { fold } from '../text/fold';

/** What may stand beside a number and says no more than it: units, and what makes it about or altogether. */
const beside =
  /[零〇一二两三四五六七八九十百千万件个条宗起份例项次人元约共计近余馀多几来]|大约|左右|上下|以上|合计|总数|总/gu;
/** What says that there is no number, and is all there is. */
const placeholder = /^(?:[未不暂没待][\p{Script=Han}]{0,3}|略|若干|同上|缺)$/u;
/** No figure with its unit is longer, and of no cell are more words looked at. */
const longest = 200;

/** Whether what stands in a cell says more than a number in its place would: such words are the author's, and no edit may drop them. */
export function saysMore(printed: string): boolean {
  const words = fold(printed.slice(0, longest)).replace(/[\0\s]/gu, '');
  return !placeholder.test(words) && /\p{Script=Han}/u.test(words.replace(beside, ''));
}
