import { cite, jointDefendants, type Question } from './guide-basis';

// What clerks ask. Where the law answers, the answer is its article in our words; where it does not, the answer says so and
// who decides: the authority for 政府信息公开工作 (Article 3), most often the office of the government of the county or above;
// a township has none of its own, and a system that is led vertically has its own. What is told of practice is worded as such.

export const acceptance: Question = {
  asked: '申请要不要先「受理」？',
  answer:
    '不用。条例没有规定受理、不予受理的决定，收到了就计期限，也就数在这里；哪天算收到，第三十一条分三种情形定。',
  basis: [cite('条例', [31, 33])],
};

export const ordinaryMail: Question = {
  asked: '平信寄来的，哪天算收到？',
  answer: '和申请人确认的那天。不用签收的信件，到的当天就要确认；年底的看确认在哪一年。',
  basis: [cite('条例', 31, '第（二）项')],
};

export const correctedApplication: Question = {
  asked: '补正以后算不算新的一件？跨年的算哪一年？',
  answer: '不算新的一件，收到的年度也不变：补正只使答复期限重新起算，没有使收到的日子改变。',
  basis: [cite('条例', [30, 31])],
};

export const jointApplication: Question = {
  asked: '几个人联名的一份申请，数几件、归哪一列？',
  answer:
    '全国没有规定，由政府信息公开工作主管部门定，前后年度要一致。都是个人的，归「自然人」；人和单位联名的，先问再填，一件只归一列。',
  basis: [cite('条例', [3, 27])],
};

export const forwarding: Question = {
  asked: '信息归别的机关，把申请转送过去行不行？',
  answer:
    '条例没有转送申请的办法：告知不归本机关负责公开并说明理由，能确定归谁的，告知名称和联系方式，数在这一行。可以转送的是更正请求。',
  basis: [cite('条例', 36, '第（五）项'), cite('条例', 41)],
};

export const rectification: Question = {
  asked: '要求更正信息的，数在哪一行？',
  answer:
    '表三没有这一行，不数。要求更正与自身有关的记录是另一种请求，不是申请获取信息；它可以转送有权更正的机关。',
  basis: [cite('条例', 41)],
};

export const withdrawal: Question = {
  asked: '申请人撤回的，数在哪里？',
  answer:
    '条例没有写。答复以前撤回的，通常数在「其他处理」的「其他」，收到时仍数进本年新收；答复以后才撤回的，答复已经作出，通常仍按答复的结果数。本地另有口径的，按政府信息公开工作主管部门的。',
  basis: [cite('条例', [3, 36])],
};

export const businesses: Question = {
  asked: '个体工商户、合伙企业、合作社归哪一列？',
  answer:
    '统一格式没有写，由政府信息公开工作主管部门定，前后年度要一致。民法上，个体工商户在自然人一章，合伙企业是非法人组织，城镇、农村的合作经济组织法人是特别法人。',
  basis: [cite('条例', [3, 27]), cite('民法典', [54, 96, 102])],
};

export const jointDocument: Question = {
  asked: '联合发文由谁数？',
  answer:
    '统计上没有全国规定。共同制作的信息由牵头的机关负责公开，通常也由牵头的机关数，免得两家都数；政府信息公开工作主管部门另有要求的按要求。',
  basis: [cite('条例', 10, '第三款'), cite('条例', 3)],
};

export const officeDocument: Question = {
  asked: '政府办公室印发的文件归谁数？',
  answer:
    '没有全国规定，由政府信息公开工作主管部门定。谁制作谁负责公开：经政府同意、代政府印发的，通常归政府；办公室以自己的名义制发的，归办公室。',
  basis: [cite('条例', 10, '第一款'), cite('条例', 3)],
};

export const licenceChanges: Question = {
  asked: '变更、延续、注销、撤销许可的，算不算？',
  answer:
    '统一格式没有写，由政府信息公开工作主管部门定，前后年度要一致。延续要作出准予或者不准予的决定，通常算；变更和注销在法律上是办理手续，各地做法不一；撤销不是对许可申请的决定。',
  basis: [cite('行政许可法', [49, 50, 69, 70]), cite('条例', 3)],
};

export const noPenalty: Question = {
  asked: '不予处罚的决定算不算？',
  answer:
    '统一格式没有写，由政府信息公开工作主管部门定。法律把它和处罚决定分列为两种决定，通常只数给予处罚的。',
  basis: [cite('行政处罚法', [33, 57]), cite('条例', 3)],
};

/** The same under the 行政处罚法 in force until July 2021. */
export const noPenaltyEarlier: Question = {
  ...noPenalty,
  basis: [cite('行政处罚法2017', [27, 38]), cite('条例', 3)],
};

export const courtEnforcement: Question = {
  asked: '申请法院强制执行的，算不算？',
  answer:
    '统一格式没有写，由政府信息公开工作主管部门定，前后年度要一致。法律把它也叫作行政强制执行，但是准不准执行由法院裁定，不是本机关的决定。',
  basis: [cite('行政强制法', [2, 13, 53]), cite('条例', 3)],
};

export const appealed: Question = {
  asked: '一审已判、二审未结，数在哪里？',
  answer:
    '全国没有规定，由政府信息公开工作主管部门定，并在表后注明。提起上诉的，一审判决还没有生效，通常数在「尚未审结」；一审、二审仍是一件案件，不数两件。',
  basis: [cite('行政诉讼法', 85), cite('条例', 3)],
};

export const sentBack: Question = {
  asked: '发回重审的，数在哪里？',
  answer:
    '年底以前没有重新判决的，案件还在审理，通常数在「尚未审结」；全国没有规定，由政府信息公开工作主管部门定。',
  basis: [cite('行政诉讼法', 89), cite('条例', 3)],
};

export const severalSuits: Question = {
  asked: '一件申请引起两个案件，数几件？',
  answer:
    '表四数的是案件，不是申请：复议一件、复议后起诉一件，各数在自己的一组。分别立案的两个诉讼，通常各数一件；全国没有规定，由政府信息公开工作主管部门定。',
  basis: [cite('条例', 50, '第一款第（三）项'), cite('条例', 3)],
};

export const changedOnReview: Question = {
  asked: '复议机关改变了答复，只告复议机关的，由谁数？',
  answer:
    '没有规定。国办公开办函〔2016〕201号说的是共同被告：只由作出答复的机关数。改变了答复的，被告是复议机关一家，由政府信息公开工作主管部门定。',
  basis: [jointDefendants, cite('行政诉讼法', 26, '第二款'), cite('条例', 3)],
};
