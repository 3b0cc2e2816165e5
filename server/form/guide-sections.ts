import type { SectionId } from './form';
import { cite, type Explanation, feeInAnhui, feeRules, formNotice, officialForm } from './guide-basis';
import { acceptance, rectification } from './guide-questions';

// The six sections. Sources: Articles 20, 42, 46 and 50 of the Regulations, the notes printed in the official form, and the
// beginning of 国办公开办函〔2021〕30号, which names the five aspects of section 一 and the faults that are held against a report;
// 国办函〔2020〕109号 on the fee.

/** The sections of the form in force. */
export const sections2021: Readonly<Record<SectionId, Explanation>> = {
  overview: {
    counts:
      '用文字概括这一年落实条例的情况，一般写五个方面：主动公开、依申请公开、政府信息管理、公开平台建设、监督保障。各级人民政府的报告还要交代工作考核、社会评议和责任追究的结果。',
    confusions: [
      '这里提到的件数要和后面三张表对得上；先填表、再写文字最稳妥。',
      '考核、评议、追责的结果，政府（包括乡镇政府）的报告不能漏；部门、街道办事处、管委会不是一级政府，条例没有这样要求。',
    ],
    basis: [cite('条例', 50, '第一款'), cite('条例', 46), formNotice],
  },
  proactiveDisclosure: {
    counts:
      '用表格报告几类重点信息的全年数：规章和行政规范性文件的件数，行政许可、行政处罚、行政强制的决定数，行政事业性收费的金额。',
    confusions: [
      '数的是作出了多少、收了多少，不是在网站上发布了多少条。',
      '没有的填 0。空着或画横线，读的人分不清是没有还是漏填。',
      '部门只数本机关的；政府的汇总报告通常把本地区各公开主体的数合在一起。',
    ],
    basis: [cite('条例', 20, '第（一）（五）（六）（八）项'), cite('条例', 50, '第一款第（一）项')],
  },
  applications: {
    counts:
      '用表格报告一年里收到多少件申请、分别怎样处理、还剩多少没办完，并按申请人的类别分列。统计期是当年1月1日至12月31日。',
    confusions: [
      '每一列都要平：本年新收加上年结转，等于办理结果总计加结转下年度，不是只看「总计」列。',
      '每件申请只归一种办理结果。',
      '电话咨询、热线工单、网上留言通常不是政府信息公开申请，不在这张表里。',
    ],
    questions: [acceptance, rectification],
    basis: [cite('条例', 50, '第一款第（二）项'), cite('条例', [27, 29])],
  },
  disputes: {
    counts:
      '用表格报告因为政府信息公开而被申请复议、被起诉的案件有多少，结果如何。行政复议一组、两类行政诉讼各一组，每组四种结果再加总计。',
    confusions: [
      '只数和政府信息公开有关的案件，其他复议、诉讼不在内。',
      '上年没审结、转到本年的案件算不算，表上没有写明；按本地口径，并在表后注一句。',
    ],
    basis: [cite('条例', 50, '第一款第（三）项'), cite('条例', 51)],
  },
  problems: {
    counts:
      '用文字写这一年政府信息公开工作中的主要问题，以及怎样改。可以先交代上一年的问题改得怎样，再写今年的问题和对应的措施。',
    confusions: [
      '不要照抄上一年：国办公开办函〔2021〕30号把内容雷同、敷衍塞责并造成不良后果的，列为要追究责任的情形。',
      '问题宜具体，一个问题配一条措施。',
      '条例要求写主要问题和改进情况，只写「无」没有回答。',
    ],
    basis: [cite('条例', 50, '第一款第（四）项'), cite('条例', 47), formNotice],
  },
  otherMatters: {
    counts: '写前五部分放不下、又应当报告的事。收取信息处理费的情况固定写在这里：收了多少元，或者没有收。',
    confusions: [
      '只写「无」会漏掉信息处理费；没有收也宜写明没有收。',
      '信息处理费要不要也计入表二的行政事业性收费，按本地财政部门的规定：有的省把它列为行政事业性收费。',
      '表三「逾期不缴费」有数，说明发过收费通知（也可能是上年年底发的），这里不宜只写没有发过。',
    ],
    basis: [cite('条例', 50, '第一款第（五）项'), cite('条例', 42), officialForm, feeRules, feeInAnhui],
  },
};

/**
 * The sections of the trial form: another table in section 二, no note on fees yet in section 六, and nothing of what the notice of
 * 2021 says; what that of 2019 said of the text is not known.
 */
export const sections2019: Readonly<Record<SectionId, Explanation>> = {
  ...sections2021,
  overview: {
    counts: '用文字概括这一年落实条例的情况。各级人民政府的报告还要交代工作考核、社会评议和责任追究的结果。',
    confusions: sections2021.overview.confusions,
    basis: [cite('条例', 50, '第一款'), cite('条例', 46)],
  },
  problems: {
    counts: sections2021.problems.counts,
    confusions: sections2021.problems.confusions.slice(1),
    basis: [cite('条例', 50, '第一款第（四）项')],
  },
  proactiveDisclosure: {
    counts:
      '用表格报告几类重点信息的全年数：规章和规范性文件的件数，许可、处罚、强制等事项的数量和决定数，收费项目的数量，政府集中采购的项目数和金额。',
    confusions: [
      '这是2019年试行格式的表；2021年度起改用新表，列和行都不同。',
      '事项数量和处理决定数量是两回事：一个事项一年里可以作出很多决定。',
      '没有的填 0。空着或画横线，读的人分不清是没有还是漏填。',
    ],
    basis: [cite('条例', 20, '第（一）（五）（六）（八）（九）项'), cite('条例', 50, '第一款第（一）项')],
  },
  otherMatters: {
    counts: '写前五部分放不下、又应当报告的事。没有的，写明没有。',
    confusions: ['信息处理费的收取办法2021年1月1日起施行，试行格式用于2019、2020年度。'],
    basis: [cite('条例', 50, '第一款第（五）项'), cite('条例', 42), feeRules],
  },
};
