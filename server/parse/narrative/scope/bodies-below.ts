import type { Span } from '../../../text/span';
import type { Agents } from './own-or-other-body';

// 局属事业单位市监测站、市管理中心本年度没有收到申请，没有被申请行政复议: what is told of bodies below is told of them to the end of their sentence,
// or until the agency itself is named again.

/** What may stand before who is spoken of. */
const lead =
  /^(?:此外|另外|其中|同时|目前|经统计|据统计|经核实|20\d\d年度?|本年度?|今年|全年|年内|报告期内|截至年底|年底|而|且|至于|对于|对|由|以及)*/u;
/** Where what is said of them begins: the time, a denial, a verb. */
const said =
  /本年|20\d\d|全年|今年|年内|报告期|[均都也亦未没无暂尚零共]|同样|全部|从未|收到|受理|办理|作出|制发|方面|中$/u;
/** Words for bodies that are below others. */
const belonging =
  /(?:[局委厅部院校镇乡街区县市办]|下|直|所|隶)属|[下所]辖|下设|派[出驻]|代管|[二三]级(?:单位|机构|预算)|系统(?:内|其[他它余]|各|所有|下)/u;
/** What they are. */
const kinds =
  /单位|机构|企业|公司|[^网车]站|[^场之]所|中心|[支大中总分]队|分局|分中心|[^法]院|学校|馆|协会|街道|园区|部门|[局科]$/u;
/** A government reports for its departments, and not for its schools and firms alone. */
const besideGovernment = /事业|企业|公司|学校|医院|站所/u;
/** 我局及局属单位: the agency with them. */
const withItself =
  /^(?:(?:[我本全](?:局|委|办|厅|院|校|中心|镇|乡|街道|单位|机关|级|部门)|局)(?:机关|本级|本部)?|(?:[局委厅]?机关|[局委厅]?本级|[局委厅]本部))(?:[及和与、]|以及|连同)/u;
const itself =
  /^(?:[我本全](?:局|委|办|厅|院|校|中心|镇|乡|街道|单位|机关|级|部门)|局机关|机关本级|局本级)(?!属|系统|下|直|所)/u;
/** All of some kind; no all within, and none of things. */
const each =
  /^(?:[全我本]?[省市州县区]级?|市内|县内|区内)?各(?:个|有关|相关)?(?:县|区|市|镇|乡|街道|村|社区|学校|分局|派出所|单位|部门|大队|中队|站|所|园区|开发区|中心|直属|下属|所属)/u;
const several = /^(?:其[他它余])?(?:\d{1,3}|[两二三四五六七八九十几多]{1,3})[家个所处支]/u;
/** A body by its name. */
const named =
  /^[^的]{2,24}(?:(?:[^网车]站|[^场之]所|中心|[支大中总]队|执法队|[^法]院|学校|[图档展纪]..?馆|公司|协会|分局|街道办?事?处?|居委会|村委会))$/u;
/** 县财政局, and not 不服我局. */
const office = /^[^我本不对向由因针以经]{2,16}[局厅委]$/u;
/** So long a name is none. */
const longestName = 60;

/** The stretches of a sentence that tell of bodies below the agency or beside it. */
export function bodiesBelow(text: string, sentence: Span, agents: Agents): Span[] {
  const found: Span[] = [];
  let isOther = false;
  let at = sentence.start;
  for (const clause of text.slice(at, sentence.end).split(/(?<=[,;:。])/u)) {
    const words = clause.replace(/\([^()]{0,60}\)/gu, '').replace(lead, '');
    const [subject = ''] = words
      .slice(0, longestName)
      .replace(/[,;:。]$/u, '')
      .split(said, 1);
    const end = at + clause.length;
    if (isBelow(subject, agents)) isOther = true;
    else if (itself.test(words) || withItself.test(words)) isOther = false;
    if (isOther) found.push({ start: at, end });
    at = end;
  }
  return found;
}

/** Whether a subject is a body below, or several side by side. */
function isBelow(subject: string, agents: Agents): boolean {
  if (subject.length < 2 || withItself.test(subject)) return false;
  if (!agents.isGovernment && each.test(subject)) return true;
  if (agents.isOwn(subject)) return false;
  if (office.test(subject) && agents.isForeign(subject)) return true;
  const isOfKind = belonging.test(subject) && kinds.test(subject);
  if (agents.isGovernment) return isOfKind && besideGovernment.test(subject);
  return isOfKind || (several.test(subject) && kinds.test(subject)) || named.test(subject);
}
