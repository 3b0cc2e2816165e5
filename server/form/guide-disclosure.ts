import { cite, type Explanation, feeInAnhui, feeRules, normativeRules, officialForm } from './guide-basis';
import {
  courtEnforcement,
  jointDocument,
  licenceChanges,
  noPenalty,
  noPenaltyEarlier,
  officeDocument,
} from './guide-questions';

// 表二. Who may make 规章: 《立法法》第九十一条、第九十三条; a few cities without districts (东莞 …) do so by a decision of 2015. What
// an 行政规范性文件 is: 国办发〔2018〕37号. What the other rows and columns count is the usual reading of
// their labels, of item numbers of Article 20 and of published reports; where practice differs the text says so.

type Explanations = Readonly<Record<string, Explanation>>;

const regulations: Explanation = {
  counts:
    '数本机关制定的规章。有权制定规章的是国务院部门，以及省级、设区的市和自治州的人民政府（少数不设区的地级市比照）；规章由首长签署命令公布。',
  confusions: [
    '单位内部的规章制度不是规章。',
    '县（市、区）、乡镇、街道和地方政府的工作部门没有规章制定权，通常三格都是 0。',
    '政府公布的规章由政府数，起草的部门通常不数。',
  ],
  basis: [cite('条例', 20, '第（一）项'), cite('立法法', [91, 93, 96])],
};

/** The 立法法 had other numbers until March 2023: reports on that year and earlier ones are told both. */
const regulationsEarlier: Explanation = {
  ...regulations,
  basis: [cite('条例', 20, '第（一）项'), cite('立法法2015', [80, 82, 85]), cite('立法法', [91, 93, 96])],
};

const normativeDocuments: Explanation = {
  counts:
    '数本机关制发的行政规范性文件：规章以外，依权限和程序制定并公开发布，涉及公民和组织的权利义务，普遍有约束力，在一定期限内反复适用的公文。',
  confusions: [
    '不是所有发文都算：内部管理、人事任免、会议纪要、单纯转发的文件通常不算。',
    '规章单独一行，不要在这里再数一次。',
  ],
  questions: [jointDocument, officeDocument],
  basis: [normativeRules, cite('条例', 20, '第（一）项')],
};

const licenses: Explanation = {
  counts: '数本年作出的行政许可决定。准予许可的是决定，不予许可的也是决定，都数在内。',
  confusions: [
    '数的是决定，不是许可事项有多少项，也不是收到多少份申请。',
    '行政许可以外的确认、备案、奖励等事项不在这一行。',
  ],
  questions: [licenceChanges],
  basis: [cite('条例', 20, '第（五）项'), cite('行政许可法', [2, 38])],
};

const penalties: Explanation = {
  counts: '数本年作出的行政处罚决定，当场作出的和按普通程序作出的都算。',
  confusions: [
    '按决定数，不按被罚的人数、罚款的笔数数。',
    '没有上网公开的处罚决定也要数：作出多少件和公开多少条是两回事。',
    '责令改正本身通常不算行政处罚。',
  ],
  questions: [noPenalty],
  basis: [cite('条例', 20, '第（六）项'), cite('行政处罚法', [9, 51, 57])],
};

const coercions: Explanation = {
  counts:
    '数本年作出的行政强制决定。通常理解，查封、扣押、冻结一类的强制措施要数，代履行、划拨一类的强制执行也要数。',
  confusions: [
    '责令停止、责令改正一类的行政命令通常不算行政强制。',
    '强制措施之后又作出处罚的，处罚另数在「行政处罚」行。',
  ],
  questions: [courtEnforcement],
  basis: [cite('条例', 20, '第（六）项'), cite('行政强制法', [2, 9, 12])],
};

export const disclosureRows2021: Explanations = {
  'proactiveDisclosure.regulations': regulations,
  'proactiveDisclosure.normativeDocuments': normativeDocuments,
  'proactiveDisclosure.administrativeLicenses': licenses,
  'proactiveDisclosure.administrativePenalties': penalties,
  'proactiveDisclosure.administrativeCoercions': coercions,
  'proactiveDisclosure.administrativeFees': {
    counts: '填本年实际收取的行政事业性收费，单位是万元，可以带小数。',
    confusions: [
      '单位是万元，不是元；把元直接填进来会大一万倍。',
      '填的是钱，不是收费项目的个数。',
      '税款、罚款不算。信息处理费在第六部分报告；有的省把它列为行政事业性收费，要不要也计入这一格，按本地财政部门的规定。',
    ],
    basis: [cite('条例', 20, '第（八）项'), feeRules, feeInAnhui],
  },
};

export const disclosureColumns2021: Explanations = {
  issued: {
    counts: '当年1月1日至12月31日制定并发布的件数。',
    confusions: [
      '修订后重新发布的算不算制发，表上没有写，各地做法不一；按本地口径，前后年度要一致。',
      '往年发布、现在还有效的，数在「现行有效件数」。',
    ],
    basis: [cite('条例', 20, '第（一）项'), officialForm],
  },
  repealed: {
    counts: '当年1月1日至12月31日废止的件数。',
    confusions: [
      '有效期满自然失效的算不算，各地口径不一；算进来的，最好在表后注明。',
      '废止的是往年的文件也算在本年，看的是废止的时间。',
    ],
    basis: [cite('条例', 20, '第（一）项'), officialForm],
  },
  inForce: {
    counts: '通常理解，是到当年12月31日仍然有效的件数，包括往年制发、至今有效的：是存量，不是本年新增。',
    confusions: [
      '不要只填本年制发的件数。',
      '可以用「上年有效＋本年制发－本年废止」核对；对不上时，看看有没有失效、集中清理或者口径变化。',
    ],
    basis: [cite('条例', 20, '第（一）项'), officialForm],
  },
  decisions: {
    counts: '当年1月1日至12月31日作出的处理决定的件数。',
    confusions: ['不是事项的项数，也不是公开的条数。'],
    basis: [cite('条例', 20, '第（五）（六）项'), officialForm],
  },
  amount: {
    counts: '当年实际收取的金额，单位是万元，可以带小数。',
    confusions: ['填之前看清单位：元要先除以 10000。'],
    basis: [cite('条例', 20, '第（八）项'), officialForm],
  },
};

/** The same for reports on 2023 and earlier. */
export const disclosureRows2021Earlier: Explanations = {
  ...disclosureRows2021,
  'proactiveDisclosure.regulations': regulationsEarlier,
};

export const disclosureRows2019: Explanations = {
  'proactiveDisclosure.regulations': regulationsEarlier,
  'proactiveDisclosure.normativeDocuments': normativeDocuments,
  'proactiveDisclosure.administrativeLicenses': {
    ...licenses,
    counts: '填行政许可事项的数量及其增减，和本年作出的许可决定的件数。',
    confusions: [
      '前两格数事项，第三格数决定，不要混填。',
      '行政许可以外的事项填在下一行「其他对外管理服务事项」。',
    ],
  },
  'proactiveDisclosure.otherAdministrativeServices': {
    counts: '填行政许可以外、面向公民和组织办理的管理服务事项的数量及其增减，和本年办理的件数。',
    confusions: ['行政许可单独一行，不要在这里再数一次。', '机关内部办事的事项不是对外管理服务事项。'],
    basis: [cite('条例', 20, '第（五）项')],
  },
  'proactiveDisclosure.administrativePenalties': {
    ...penalties,
    counts: '填行政处罚事项的数量及其增减，和本年作出的处罚决定的件数。',
    confusions: ['前两格数事项，第三格数决定，不要混填。', '没有上网公开的处罚决定也要数进第三格。'],
    questions: [noPenaltyEarlier],
    basis: [cite('条例', 20, '第（六）项'), cite('行政处罚法2017', [8, 33, 38])],
  },
  'proactiveDisclosure.administrativeCoercions': {
    ...coercions,
    counts: '填行政强制事项的数量及其增减，和本年作出的强制决定的件数；通常理解，强制措施和强制执行都算。',
    confusions: [
      '前两格数事项，第三格数决定，不要混填。',
      '责令停止、责令改正一类的行政命令通常不算行政强制。',
    ],
  },
  'proactiveDisclosure.administrativeFees': {
    counts: '填行政事业性收费项目的个数及其增减。这份试行格式不填金额。',
    confusions: ['填项目的个数，不填收了多少钱。', '税款、罚款不是行政事业性收费。'],
    basis: [cite('条例', 20, '第（八）项')],
  },
  'proactiveDisclosure.centralizedProcurement': {
    counts: '填本年政府集中采购的项目数量和采购的总金额。',
    confusions: [
      '不属于集中采购、由单位自行分散采购的，通常不算。',
      '表上没有印金额的单位，最好写明；常用的是万元。',
    ],
    basis: [cite('条例', 20, '第（九）项')],
  },
};

export const disclosureColumns2019: Explanations = {
  made: {
    counts: '当年新制定的件数。',
    confusions: ['制定了还没公开的也在内；公开的另数在下一列。'],
    basis: [cite('条例', 20, '第（一）项'), officialForm],
  },
  disclosed: {
    counts: '当年新公开的件数。往年制定、今年才公开的，通常也数在这里。',
    confusions: ['不必等于「本年新制作数量」。'],
    basis: [cite('条例', 20, '第（一）项'), officialForm],
  },
  disclosedTotal: {
    counts: '到当年年底，对外公开着的总件数，包括往年公开的。',
    confusions: ['是累计数，一般不小于「本年新公开数量」。'],
    basis: [cite('条例', 20, '第（一）项'), officialForm],
  },
  itemsLastYear: {
    counts: '上一年这类事项有多少项。',
    confusions: ['数的是事项，不是上一年作出的决定。'],
    basis: [cite('条例', 20), officialForm],
  },
  itemsChange: {
    counts: '这类事项本年比上一年增加或者减少了多少项。减少的用负数写，例如 -8；没有变化填 0。',
    confusions: ['填的是变化，不是变化以后的总数。'],
    basis: [cite('条例', 20), officialForm],
  },
  decisions: {
    counts: '通常理解，是本年就这类事项作出决定、办结的件数。',
    confusions: ['不是事项的项数，也不是公开的条数。'],
    basis: [cite('条例', 20, '第（五）（六）项'), officialForm],
  },
  projects: {
    counts: '本年政府集中采购的项目数量。',
    confusions: ['数项目，不数采购的物品件数。'],
    basis: [cite('条例', 20, '第（九）项'), officialForm],
  },
  amount: {
    counts: '本年政府集中采购的总金额，可以带小数；这里按万元读。',
    confusions: ['表上没有印单位；写成元的，请注明或者换算。'],
    basis: [cite('条例', 20, '第（九）项'), officialForm],
  },
};
