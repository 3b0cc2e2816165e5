import {
  type Basis,
  cite,
  courtOnRefusals,
  type Explanation,
  jointDefendants,
  officialForm,
} from './guide-basis';
import { appealed, changedOnReview, sentBack, severalSuits } from './guide-questions';

// 表四. No published text defines the outcomes; which decision falls under which is the usual reading of the two procedure
// laws and is worded as such. The 行政复议法 was revised, and its articles got other numbers, with effect from 2024-01-01: what is
// cited is the edition of the report's year. Who counts a suit against two bodies is told by 国办公开办函〔2016〕201号.

type Explanations = Readonly<Record<string, Explanation>>;

/** What 表四 counts, and what its columns are. */
export interface DisputesGuide {
  readonly rows: Explanations;
  readonly columns: Explanations;
}

/** Where an edition of the 行政复议法 says what. */
interface Reconsideration {
  readonly scope: Basis;
  readonly respondent: Basis;
  readonly upheld: readonly Basis[];
  /** Which of its rejections are meant, where one name was given to two. */
  readonly ofUpheld: readonly string[];
  readonly corrected: Basis;
  readonly other: readonly Basis[];
  readonly term: Basis;
  /** What it changes on direct suits, and on how long a case takes. */
  readonly first: readonly Basis[];
  readonly ofDirect: readonly string[];
  readonly ofTerms: string;
}

const revised: Reconsideration = {
  scope: cite('行政复议法', 11, '第（十四）项'),
  respondent: cite('行政复议法', 19),
  upheld: [cite('行政复议法', [68, 69])],
  ofUpheld: [],
  corrected: cite('行政复议法', [63, 64, 65, 66, 67]),
  other: [cite('行政复议法', [30, 33, 41, 73, 74])],
  term: cite('行政复议法', [53, 54, 62]),
  first: [cite('行政复议法', 23, '第一款第（四）项'), courtOnRefusals],
  ofDirect: [
    '2024年起，对不予公开不服的要先申请复议，主要指依条例第十四条至第十六条作出的决定；对无法提供、不予处理不服的，可以直接起诉（法释〔2025〕8号）。',
    '还有哪些案件要先复议，看《行政复议法》（2023年修订）第二十三条。',
  ],
  ofTerms:
    '政府信息公开案件可以适用简易程序：复议三十日作出决定，诉讼一审四十五日审结。年底前查一查是否已有结论。',
};

/** The edition before it, in force to the end of 2023; refusals of a claim and settlements were in the rules made for it. */
const earlier: Reconsideration = {
  scope: cite('行政复议法2017', 6, '第（十一）项'),
  respondent: cite('行政复议法2017', 10, '第四款'),
  upheld: [
    cite('行政复议法2017', 28, '第一款第（一）项'),
    cite('行政复议法实施条例', 48, '第一款第（一）项'),
  ],
  ofUpheld: [
    '复议的「驳回行政复议申请」有两种：没有这项职责或者受理前已经履行的，通常数在这里；不符合受理条件的，通常数在「其他结果」。',
  ],
  corrected: cite('行政复议法2017', 28, '第一款第（二）至（四）项'),
  other: [
    cite('行政复议法2017', [17, 25]),
    cite('行政复议法实施条例', [40, 50]),
    cite('行政复议法实施条例', 48, '第一款第（二）项'),
  ],
  term: cite('行政复议法2017', 31),
  first: [],
  ofDirect: [],
  ofTerms: '政府信息公开的诉讼，一审可以适用简易程序，四十五日审结。年底前查一查是否已有结论。',
};

const rowsBy = (law: Reconsideration): Explanations => ({
  'disputes.reconsideration': {
    counts: '因政府信息公开被申请行政复议、本机关是被申请人的案件。',
    confusions: ['本机关作为复议机关审理的案件不数在这里。', '对其他行政行为的复议不数在这里。'],
    questions: [severalSuits],
    basis: [cite('条例', 51), law.scope, law.respondent],
  },
  'disputes.litigation.direct': {
    counts: '没有先申请复议，直接到法院告本机关的政府信息公开案件。',
    confusions: [...law.ofDirect, '先复议、后起诉的不在这里，数在「复议后起诉」。'],
    questions: [severalSuits],
    basis: [cite('行政诉讼法', [44, 46]), ...law.first, cite('条例', 51)],
  },
  'disputes.litigation.afterReconsideration': {
    counts:
      '先申请了行政复议、后来起诉的政府信息公开案件：对复议的结果不服的，或者复议机关到期没有作出决定的。',
    confusions: [
      '复议机关和作出答复的机关一起当被告的，只由作出答复的机关数，复议机关不数。',
      '同一件事的复议已数在「行政复议」行，起诉另数在这里，不算重复。',
    ],
    questions: [changedOnReview, severalSuits],
    basis: [jointDefendants, cite('行政诉讼法', [26, 44, 45]), cite('条例', 51)],
  },
});

const columnsBy = (law: Reconsideration): Explanations => ({
  upheld: {
    counts: '本机关的做法得到支持。通常理解，复议是维持或者驳回复议请求，诉讼是判决驳回诉讼请求。',
    confusions: [...law.ofUpheld, '不予受理、驳回起诉没有审到实体，通常数在「其他结果」。'],
    basis: [...law.upheld, cite('行政诉讼法', 69)],
  },
  corrected: {
    counts:
      '本机关的做法被纠正，也就是常说的败诉、被纠错。通常理解，包括撤销、变更、责令履行、确认违法、确认无效。',
    confusions: [
      '只撤销了一部分的，通常也数在这里。',
      '本机关自己改正、申请人因此撤回的，通常数在「其他结果」。',
    ],
    basis: [law.corrected, cite('行政诉讼法', [70, 72, 74, 75, 77])],
  },
  other: {
    counts:
      '已经结案，但既不是维持也不是纠正。通常理解，包括复议的撤回、终止、不予受理、驳回申请、调解、和解，诉讼的不予立案、驳回起诉、撤诉。',
    confusions: ['还没有结果的不在这里，数在「尚未审结」。'],
    basis: [...law.other, cite('行政诉讼法', [51, 62])],
  },
  pending: {
    counts: '到当年12月31日，复议机关或者法院还没有作出结论的案件。',
    confusions: ['下一年才有结果的，本年报告里就数在这里，不要倒填结果。', law.ofTerms],
    questions: [appealed, sentBack],
    basis: [law.term, cite('行政诉讼法', [81, 82, 83])],
  },
  total: {
    counts: '同一类案件四种结果的和。',
    confusions: ['行政复议、两类行政诉讼各有自己的总计，不互相加。'],
    questions: [severalSuits],
    basis: [officialForm],
  },
});

/** With the 行政复议法 as revised, for reports on 2024 and later. */
export const disputesRevised: DisputesGuide = { rows: rowsBy(revised), columns: columnsBy(revised) };

/** With the 行政复议法 as it was before. */
export const disputesEarlier: DisputesGuide = { rows: rowsBy(earlier), columns: columnsBy(earlier) };
