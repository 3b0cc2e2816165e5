import { fold } from '../../../text/fold';

// Words that say that someone looked, or that all is well, but not why the numbers differ.
const empty =
  /核[实对查准]|复[核查]|审核|检查|查[验证看]|确[认定]|验证|无误|无异议|没有?(?:问题|错误?|异议)|无(?:问题|错误?)|不是(?:问题|错误)|属实|正确|准确|一致|正常|合理|误报|忽略|略去?|跳过|不用管|不必理会|同意|通过|知悉|理由|原因|说明|情况|如此|数据|数字|本?(?:报告|条|处|项)|人工|领导|经办人?|我们?|本人|可以|应该|再次|多次|全部|真的|就是|实际|客观|特殊|为准|如实|填[报写]|(?:无|不)(?:需要?|用|必|须|作|做)|不?(?:修改|更改|改动|改正|更正|处理|变动?)|保持|原样|不变|按照?|要求|规定|工作需要|待[定查核]|暂时?|稍后/gu;
/** 同上, 见前文: what stands elsewhere is not said here. */
const elsewhere =
  /(?:^|[^\p{L}])(?:理由|原因|说明)?(?:同|如|见|详见|参见)[上下前后]{1,2}(?:文|述|面|条|方|一条)?(?:所述|说明)?(?=$|[^\p{L}])/gu;
const particles = /[已经均都是对好无的了过请可其它它此这该有我]/gu;
const latin =
  /\b(?:ok(?:ay)?|yes|no|none|null|n[/.]?a|ditto|same|idem|as above|see above|test|abc|asdf|fine|good|correct|right|checked|verified|confirmed|ignored?|todo|tbd|x{2,40})\b/gu;

/** Whether a reason says anything of its own: 核实无误, OK, a dash or nothing at all do not. */
export function saysSomething(reason: string): boolean {
  const rest = fold(reason)
    .toLowerCase()
    .replace(latin, '')
    .replace(elsewhere, '')
    .replace(empty, '')
    .replace(particles, '')
    .replace(/[^\p{Letter}]/gu, '');
  return rest.length >= least;
}

/** A single character is a slip of the key. */
const least = 2;
