import type { SectionId } from '../../../../server/form/form';
import { below, randomOf } from '../random';

/** The running text of a report, in our own words, with figures of all the kinds that real ones have. */
export type Narrative = Partial<Record<SectionId, readonly string[]>> & {
  readonly preface: readonly string[];
};

/** Running text for a report of `agency` on `year`; the same for the same arguments. */
export function narrativeOf(agency: string, year: number, seed: number): Narrative {
  const random = randomOf(seed + 77);
  const count = (limit: number): number => 1 + below(random, limit);
  return {
    preface: [
      `本报告依照《中华人民共和国政府信息公开条例》编写，数据自${year}年1月1日起，至${year}年12月31日止。` +
        `如有疑问，请与${agency}办公室联系（电话：0573-8${1000000 + below(random, 999999)}）。`,
    ],
    overview: [
      `${year}年，${agency}把公开透明贯穿于日常工作，围绕群众关心的事项持续发布信息。`,
      `（一）主动公开。全年发布各类信息${count(900)}条，其中工作动态${count(90)}条、公告公示${count(40)}条、财政预决算2条。`,
      `（二）依申请公开。认真办理每一件申请，答复前与申请人沟通，做到件件有回音。`,
      `（三）政府信息管理。坚持先审查后公开，全年清理过期栏目${count(9)}个。`,
      `（四）平台建设。维护好门户网站和“清风${agency.slice(0, 2)}”公众号，推送图文${count(300)}篇。`,
      `（五）监督保障。开展工作考核和社会评议，组织培训${count(6)}次、参训${count(200)}人次，未发生责任追究的情形。`,
    ],
    problems: [
      `一年来的工作还有不足：一是栏目更新有时偏慢，二是解读的形式不够丰富，三是基层人员业务不熟。`,
      `下一步，一要压实责任，做到随产生、随公开；二要多用图表和短视频，把政策讲明白；三要以会代训，提高能力。`,
    ],
    otherMatters: [`按照《政府信息公开信息处理费管理办法》，${year}年没有发出收费通知，收取信息处理费0元。`],
  };
}
