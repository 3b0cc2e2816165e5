import { type Letter, list } from './word-classes';

/**
 * Short names of rows, columns and decisions: so short that they name them only right beside a number (第三方 3 件, 重复 2 件) and are any word
 * elsewhere.
 */
export const shortNames: readonly (readonly [letter: Letter, name: string, words: readonly string[]])[] = [
  ['r', 'refused.prohibitedByLaw', list('法律法规禁止 法律禁止 禁止公开')],
  ['r', 'refused.securityAndStability', list('三安全')],
  [
    'r',
    'refused.thirdPartyRights',
    list(
      '第三方合法利益 第三方利益 第三方 第三人权益 商业秘密和个人隐私 商业秘密、个人隐私 商业秘密及个人隐私 个人隐私和商业秘密 个人隐私、商业秘密',
    ),
  ],
  ['r', 'refused.internalAffairs', list('三类内部信息 内部事务 内部信息')],
  ['r', 'refused.processInformation', list('四类过程信息 过程信息 过程性')],
  ['r', 'refused.enforcementFiles', list('执法案卷信息 执法案卷')],
  ['r', 'refused.administrativeInquiry', list('行政查询')],
  ['r', 'unable.notHeld', list('信息未掌握 未掌握')],
  ['r', 'unable.needsCreation', list('没有现成 无现成信息 无现成 需另行加工 另行制作 需要制作 需制作')],
  [
    'r',
    'unable.unclearAfterCorrection',
    list('申请内容仍不明确 内容仍不明确 申请内容不明确 补正后不明确 仍不明确'),
  ],
  [
    'r',
    'notProcessed.petition',
    list('信访、投诉、举报 信访、举报、投诉 信访举报投诉 信访投诉举报 信访投诉 信访举报 信访类'),
  ],
  ['r', 'notProcessed.duplicate', list('重复提交 重复提出 重复')],
  ['r', 'notProcessed.publications', list('公开出版物')],
  ['r', 'notProcessed.excessive', list('大量反复')],
  ['r', 'notProcessed.confirmation', list('确认或重新出具 重新出具')],
  ['r', 'other.overdueCorrection', list('逾期补正')],
  ['r', 'other.overduePayment', list('逾期未缴纳费用 逾期未缴')],
  ['V', 'commercialEnterprises', list('公司')],
  ['V', 'researchInstitutions', list('科研院所 高校')],
  ['V', 'publicInterestOrganizations', list('公益组织 社会组织')],
  ['V', 'legalServiceInstitutions', list('律师事务所 律所')],
  ['W', '', list('许可决定 许可')],
  ['Y', '', list('处罚决定 处罚')],
  ['Z', '', list('强制措施 强制决定 强制')],
  ['L', '', list('涉诉')],
  ['v', '', list('有效')],
  ['_', '', list('系')],
];

/** What may stand between a short name and its number. */
const ahead =
  /(?:类|信息|申请|情形|原因|的){0,3}(?:[有为共计各]|共计)?(?:\d|[一二三四五六七八九十两]{1,3}[件宗起份])/y;
/** What becomes of an application for the reason named before: 因信访举报而不予处理. */
const because =
  /(?:类|信息|申请|情形|原因|等|的|而|被|,){0,4}(?:依法)?(?:不予公开|不予处理|不再处理|无法提供|终止办理)/y;
const behind = /\d[件起宗份例个条]的?(?:申请)?(?:[均都]?(?:是|为|系|因|涉及?|属于?)|[均都])?$/u;
/** So far before a name its number may stand. */
const farthest = 10;

/** Whether a number stands right beside what begins at `start` and ends at `end`. */
export function isBesideNumber(text: string, start: number, end: number): boolean {
  ahead.lastIndex = end;
  because.lastIndex = end;
  return (
    ahead.test(text) || because.test(text) || behind.test(text.slice(Math.max(0, start - farthest), start))
  );
}
