import { cite, type Explanation, officialForm } from './guide-basis';

// 表四. No published text defines the outcomes; which decision falls under which is the usual reading of the two procedure
// laws and is worded as such.

type Explanations = Readonly<Record<string, Explanation>>;

export const disputesRows: Explanations = {
  'disputes.reconsideration': {
    counts: '因政府信息公开被申请行政复议、本机关是被申请人的案件。',
    confusions: ['本机关作为复议机关审理的案件不数在这里。', '对其他行政行为的复议不数在这里。'],
    basis: [cite('条例', 51), cite('行政复议法', 11, '第（十四）项'), cite('行政复议法', 19)],
  },
  'disputes.litigation.direct': {
    counts: '没有先申请复议，直接到法院告本机关的政府信息公开案件。',
    confusions: [
      '2024年起，对不予公开不服的要先申请复议，这一行通常会变少；哪些案件仍可直接起诉，看《行政复议法》第二十三条。',
      '先复议、后起诉的不在这里，数在「复议后起诉」。',
    ],
    basis: [cite('行政诉讼法', [44, 46]), cite('行政复议法', 23, '第一款第（四）项'), cite('条例', 51)],
  },
  'disputes.litigation.afterReconsideration': {
    counts: '先申请了行政复议，对复议的结果不服再起诉的政府信息公开案件。',
    confusions: [
      '通常由作出原来答复的机关数；只是作为复议机关成为共同被告的，一般不数。',
      '同一件事的复议已数在「行政复议」行，起诉另数在这里，不算重复。',
    ],
    basis: [cite('行政诉讼法', [26, 44, 45]), cite('条例', 51)],
  },
};

export const disputesColumns: Explanations = {
  upheld: {
    counts: '本机关的做法得到支持。通常理解，复议是维持或者驳回复议请求，诉讼是判决驳回诉讼请求。',
    confusions: ['不予受理、驳回起诉没有审到实体，通常数在「其他结果」。'],
    basis: [cite('行政复议法', [68, 69]), cite('行政诉讼法', 69)],
  },
  corrected: {
    counts:
      '本机关的做法被纠正，也就是常说的败诉、被纠错。通常理解，包括撤销、变更、责令履行、确认违法、确认无效。',
    confusions: [
      '只撤销了一部分的，通常也数在这里。',
      '本机关自己改正、申请人因此撤回的，通常数在「其他结果」。',
    ],
    basis: [cite('行政复议法', [63, 64, 65, 66, 67]), cite('行政诉讼法', [70, 72, 74, 75, 77])],
  },
  other: {
    counts: '已经结案，但既不是维持也不是纠正。通常理解，包括撤回和终止、不予受理、驳回申请、调解、和解。',
    confusions: ['还没有结果的不在这里，数在「尚未审结」。'],
    basis: [cite('行政复议法', [30, 33, 41, 73, 74]), cite('行政诉讼法', [51, 62])],
  },
  pending: {
    counts: '到当年12月31日，复议机关或者法院还没有作出结论的案件。',
    confusions: ['下一年才有结果的，本年报告里就数在这里，不要倒填结果。'],
    basis: [cite('行政复议法', 62), cite('行政诉讼法', 81)],
  },
  total: {
    counts: '同一类案件四种结果的和。',
    confusions: ['行政复议、两类行政诉讼各有自己的总计，不互相加。'],
    basis: [officialForm],
  },
};
