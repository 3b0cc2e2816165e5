import { fold } from '../../text/fold';

// Words that say that someone looked, or that all is well, but not why the numbers differ.
const empty =
  /核[实对查准]|复[核查]|审核|检查|查[验证看]|确[认定]|验证|无误|无异议|没有?(?:问题|错误?|异议)|无(?:问题|错误?)|不是(?:问题|错误)|属实|正确|准确|一致|正常|合理|误报|忽略|略去?|跳过|不用管|不必理会|同意|通过|知悉|理由|原因|说明|情况|如此|数据|数字|本?(?:报告|条|处|项)|人工|领导|经办人?|我们?|本人|可以|应该|再次|多次|全部|真的|就是/gu;
const particles = /[已经均都是对好无的了过请可其它它此这该有我]/gu;
const latin =
  /\b(?:ok(?:ay)?|yes|no|none|null|na|fine|good|correct|right|checked|verified|confirmed|ignored?|todo|tbd|xx+)\b/gu;

/** Whether a reason says anything of its own: 核实无误, OK, a dash or nothing at all do not. */
export function saysSomething(reason: string): boolean {
  const rest = fold(reason)
    .toLowerCase()
    .replace(latin, '')
    .replace(empty, '')
    .replace(particles, '')
    .replace(/[^\p{Letter}]/gu, '');
  return rest.length >= least;
}

/** A single character is a slip of the key. */
const least = 2;
