import { cite, type Explanation, feeRules, officialForm } from './guide-basis';
import {
  acceptance,
  businesses,
  correctedApplication,
  forwarding,
  jointApplication,
  ordinaryMail,
  rectification,
  withdrawal,
} from './guide-questions';

// 表三. Every row rests on the article that the reply it counts rests on; the classes of applicants are the form's own.

type Explanations = Readonly<Record<string, Explanation>>;

export const applicationsGroups: Explanations = {
  results: {
    counts:
      '本年办结的申请，不论是今年收到的还是去年转来的，按结果分成（一）至（六），合计为（七）。这一行只是标题，没有自己的数。',
    confusions: ['一件申请只归一种结果，归两处会使总计多出来。', '年底还没办完的不在这里，数在第四项。'],
    basis: [cite('条例', 50, '第一款第（二）项'), cite('条例', [30, 35, 36, 37, 38, 39, 42])],
  },
  refused: {
    counts:
      '依法不公开的申请，按八种情形分行数：前七种是决定不公开，第八种是告知另有查询的办法。这一行只是标题，没有自己的数，也不填小计。',
    confusions: [
      '部分公开的不在这里。',
      '信息不存在、不归本机关公开、要另行制作的，属于「无法提供」，不是「不予公开」。',
    ],
    basis: [cite('条例', [14, 15, 16]), cite('条例', 36, '第（三）（七）项')],
  },
  unable: {
    counts: '不是不肯公开，而是拿不出来的申请，按三种情形分行数。这一行只是标题，没有自己的数，也不填小计。',
    confusions: ['有信息、但依法不公开的，属于「不予公开」。', '没有按期补正的，属于「其他处理」。'],
    basis: [cite('条例', 36, '第（四）（五）项'), cite('条例', [30, 38])],
  },
  notProcessed: {
    counts:
      '收到了、但不予处理的申请，按五种情形分行数；处理方式是告知申请人。这一行只是标题，没有自己的数，也不填小计。',
    confusions: [
      '不予处理也是办结的一种，收到时同样要数进「本年新收」。',
      '申请人自己撤回的，通常数在「其他处理」。',
    ],
    basis: [cite('条例', [35, 39]), cite('条例', 36, '第（六）项')],
  },
  other: {
    counts: '前五种结果都放不下的，数在这里，例如到期不补正、不缴费而不再处理的，和申请人撤回的。',
    confusions: ['能归入前五种结果的不要放到这里。', '年底还没办完的不是其他处理，数在第四项。'],
    questions: [withdrawal],
    basis: [officialForm, cite('条例', [30, 42])],
  },
};

const refusals: Explanations = {
  'applications.results.refused.stateSecret': {
    counts: '信息已经依法确定为国家秘密，因此不公开。',
    confusions: ['没有定密、只是觉得敏感的，不属于国家秘密。', '「内部资料」「工作秘密」不等于国家秘密。'],
    basis: [cite('条例', [14, 17])],
  },
  'applications.results.refused.prohibitedByLaw': {
    counts: '有法律或者行政法规明文禁止公开，因此不公开。答复要说明理由，宜写出是哪一部的哪一条。',
    confusions: ['地方性法规、规章和文件的规定，不能单独作为这一行的理由。', '属于国家秘密的数在上一行。'],
    basis: [cite('条例', 14), cite('条例', 36, '第（三）项')],
  },
  'applications.results.refused.securityAndStability': {
    counts:
      '「三安全」指国家安全、公共安全、经济安全，「一稳定」指社会稳定。公开了可能造成危害、因此不公开的，数在这里。',
    confusions: ['答复要说明理由：可能造成什么危害，只写「影响稳定」不够具体。'],
    basis: [cite('条例', 14), cite('条例', 36, '第（三）项')],
  },
  'applications.results.refused.thirdPartyRights': {
    counts:
      '信息涉及别人的商业秘密、个人隐私等，公开会损害第三方的合法权益；第三方没有同意，不公开对公共利益也没有重大影响，因此不公开。',
    confusions: [
      '第三方说不同意还不够，还要有合理的理由。',
      '第三方收到征求意见书后15个工作日内没有回复的，既不算同意，也不算不同意，由本机关依法决定。',
    ],
    basis: [cite('条例', [15, 32])],
  },
  'applications.results.refused.internalAffairs': {
    counts: '三类指人事管理、后勤管理和内部工作流程方面的信息。属于这三类、决定不公开的，数在这里。',
    confusions: [
      '公务员招考、政府集中采购等依法要主动公开的，不能当作内部事务。',
      '讨论记录、请示报告一类属于下一行的过程性信息。',
    ],
    basis: [cite('条例', 16, '第一款'), cite('条例', 20, '第（九）（十四）项')],
  },
  'applications.results.refused.processInformation': {
    counts: '四类指讨论记录、过程稿、磋商信函和请示报告。履行职能的过程中形成、决定不公开的，数在这里。',
    confusions: [
      '已经定稿、对外生效的文件通常不再是过程稿。',
      '另有法律、法规、规章要求公开的，还是要公开。',
    ],
    basis: [cite('条例', 16, '第二款')],
  },
  'applications.results.refused.enforcementFiles': {
    counts: '申请的是行政执法案卷里的材料，决定不公开的，数在这里。',
    confusions: [
      '当事人想看自己案子的材料，通常走案卷查阅，不走信息公开。',
      '另有法律、法规、规章要求公开的，例如有一定社会影响的处罚决定，还是要公开。',
    ],
    basis: [cite('条例', 16, '第二款'), cite('条例', 20, '第（六）项')],
  },
  'applications.results.refused.administrativeInquiry': {
    counts:
      '申请的是工商登记、不动产登记等资料，另有法律、行政法规规定了怎样查询，于是告知申请人按那个办法去查。',
    confusions: [
      '表上放在「不予公开」下面，答复其实是指路，不是拒绝。',
      '没有专门查询规定的资料，不能归到这里。',
    ],
    basis: [cite('条例', 36, '第（七）项')],
  },
};

const unable: Explanations = {
  'applications.results.unable.notHeld': {
    counts: '两种情形都数在这里：检索过，确实没有这份信息；或者这份信息不归本机关负责公开。',
    confusions: [
      '没有认真检索，不能答复不存在。',
      '能确定归哪个机关公开的，要把名称和联系方式告诉申请人；仍数在这一行。',
    ],
    questions: [forwarding],
    basis: [cite('条例', 36, '第（四）（五）项'), cite('条例', 10)],
  },
  'applications.results.unable.needsCreation': {
    counts: '手里没有现成的，要把已有的信息重新汇总、加工、分析才能得到，因此不提供。',
    confusions: [
      '把不能公开的部分遮去再提供，是区分处理，不是另行制作。',
      '只是找起来费时间，通常不算没有现成信息。',
    ],
    basis: [cite('条例', 38)],
  },
  'applications.results.unable.unclearAfterCorrection': {
    counts: '申请内容不明确，要求补正后申请人也补正了，但还是看不出要什么。',
    confusions: ['到期没有补正的不在这里，数在（六）其他处理。', '没有先要求补正的，不能用这个理由。'],
    basis: [cite('条例', [29, 30])],
  },
};

const notProcessed: Explanations = {
  'applications.results.notProcessed.petition': {
    counts: '名义上申请信息公开，实际是信访、举报或者投诉。告知申请人不按信息公开处理，数在这里。',
    confusions: ['申请的是信访、举报的办理结果这类已有的信息，通常要看内容，不一概归到这里。'],
    basis: [cite('条例', 39, '第一款')],
  },
  'applications.results.notProcessed.duplicate': {
    counts: '同一个申请人，要的是同样的信息，本机关已经答复过，于是告知不再重复处理。',
    confusions: ['别人申请同样的信息，不算重复。', '次数多但内容不同的，看「无正当理由大量反复申请」。'],
    basis: [cite('条例', 36, '第（六）项')],
  },
  'applications.results.notProcessed.publications': {
    counts: '要求提供政府公报、报纸、书刊等公开出版的东西。可以告诉申请人到哪里去找，数在这里。',
    confusions: ['主动公开在网站上的文件通常不是出版物；告知了在哪里看的，数在「予以公开」。'],
    basis: [cite('条例', 39, '第二款'), cite('条例', 36, '第（一）项')],
  },
  'applications.results.notProcessed.excessive': {
    counts: '申请的数量、次数明显超出合理范围，让申请人说明理由后，认为理由不合理，于是告知不予处理。',
    confusions: [
      '和「重复申请」不同：那里看内容相同，这里看数量和次数。',
      '理由合理的还要答复，只是可以延后；收取信息处理费也是另一回事。',
    ],
    basis: [cite('条例', [35, 42])],
  },
  'applications.results.notProcessed.confirmation': {
    counts: '申请人已经有了这份信息，只是要求本机关确认真假、出个证明或者重新出具一份。',
    confusions: ['条例没有专门的条文，是统一格式单列的一类。', '申请人手里没有、第一次要的，不属于这一行。'],
    basis: [officialForm, cite('条例', 2)],
  },
};

const others: Explanations = {
  'applications.results.other.overdueCorrection': {
    counts: '要求申请人补正，申请人没有正当理由、到期没有补正，视为放弃，本机关不再处理。',
    confusions: [
      '补正了、但还是不明确的不在这里，数在（四）无法提供。',
      '补正期限还没到就跨年的，数在第四项结转。',
    ],
    basis: [cite('条例', 30)],
  },
  'applications.results.other.overduePayment': {
    counts:
      '因申请的数量、次数明显超出合理范围发出了收费通知，申请人从收到通知的次日起20个工作日内没有缴信息处理费，视为放弃申请，本机关不再处理。',
    confusions: [
      '这一行有数，说明发过收费通知（也可能是上年年底发的），第六部分不宜只写没有发过。',
      '从来没有发过收费通知的，这一行只能是 0。',
    ],
    basis: [cite('条例', 42), feeRules, officialForm],
  },
  'applications.results.other.other': {
    counts: '上面各行都放不下的，例如申请人自己撤回的申请；申请人死亡、组织终止而不再办理的，通常也在这里。',
    confusions: [
      '数目大的时候，读的人会问都是些什么，最好在正文里说明。',
      '能归入前面各行的不要图省事放到这里。',
    ],
    questions: [withdrawal],
    basis: [officialForm],
  },
};

const rows: Explanations = {
  'applications.received': {
    counts:
      '当年1月1日至12月31日收到的申请，看收到的日子：当面交的看提交日，要签收的邮件看签收日，平信、网上和传真来的看确认的日子。',
    confusions: [
      '后来撤回的、内容不清要补正的，收到了就先数在这里。',
      '咨询、热线来电通常不是申请，不数。',
      '一份申请书写了几件事，按几件数要前后一致：新收几件，结果里也要有几件。',
    ],
    questions: [acceptance, ordinaryMail, correctedApplication, jointApplication, rectification],
    basis: [cite('条例', [29, 31])],
  },
  'applications.carriedOver': {
    counts:
      '上一年12月31日还没办完、转到本年接着办的申请。同一机关没有调整的，和上一年报告里「结转下年度继续办理」那一行逐列相同。',
    confusions: [
      '今年没办完的不在这里，数在第四项。',
      '机构合并、职能划转使两年对不上的，最好在报告里说明。',
    ],
    basis: [cite('条例', 33), officialForm],
  },
  'applications.results.granted': {
    counts: '申请的信息全部给了申请人。信息早已主动公开、只需告诉申请人到哪里看的，也数在这里。',
    confusions: ['只给了一部分的，数在「部分公开」。', '征求第三方意见后决定公开的，也算予以公开。'],
    basis: [cite('条例', 36, '第（一）（二）项'), cite('条例', 13)],
  },
  'applications.results.partiallyGranted': {
    counts: '信息里有不该公开的内容，区分处理后，把能公开的部分给了申请人。整件只在这里数一次。',
    confusions: [
      '遮去的那部分不要再数进「不予公开」或者「无法提供」。',
      '先看能不能区分处理：能分开的，不应整件不公开。',
    ],
    basis: [cite('条例', 37)],
  },
  ...refusals,
  ...unable,
  ...notProcessed,
  'applications.results.total': {
    counts: '（一）至（六）所有各行的和，也就是本年办结的件数，包括去年转来、今年办结的。',
    confusions: ['要逐列相加，每一列都有自己的总计。', '不要把第四项结转下年度的加进来。'],
    basis: [officialForm],
  },
  'applications.carriedForward': {
    counts:
      '到当年12月31日还没办完、转到下一年的申请。等补正、征求第三方意见、延长答复期限而没有办结的都在内。',
    confusions: [
      '同一机关没有调整的，下一年报告的「上年结转」和这一行逐列相同。',
      '已经答复、只是文书还在路上的，通常算办结。',
    ],
    questions: [correctedApplication],
    basis: [cite('条例', [30, 33]), officialForm],
  },
};

/** The rows of 表三 in the form in force. */
export const applicationsRows2021: Explanations = { ...rows, ...others };

/** The rows of 表三 in the trial form, whose （六）其他处理 is a single row. */
export const applicationsRows2019: Explanations = {
  ...rows,
  'applications.results.other.other': {
    counts: '前五种结果都放不下的，合在这一行数：到期没有补正的、到期没有缴费的、申请人撤回的等等。',
    confusions: ['2021年度起的格式把这一行分成三行。', '年底还没办完的不是其他处理，数在第四项。'],
    basis: [officialForm, cite('条例', [30, 42])],
  },
};

export const applicationsColumns: Explanations = {
  naturalPerson: {
    counts: '以个人名义提出的申请。',
    confusions: ['律师以自己的名义申请，数在这里；以律师事务所的名义申请，数在「法律服务机构」。'],
    questions: [jointApplication, businesses],
    basis: [cite('条例', 27), officialForm],
  },
  commercialEnterprise: {
    counts: '以公司、企业的名义提出的申请。',
    confusions: ['企业的员工以个人名义申请，数在「自然人」。'],
    questions: [businesses],
    basis: [cite('条例', 27), officialForm],
  },
  researchInstitution: {
    counts: '以科研院所的名义提出的申请；高等学校通常也归这一列。',
    confusions: ['老师、学生以个人名义申请，数在「自然人」。'],
    basis: [cite('条例', 27), officialForm],
  },
  publicInterestOrganization: {
    counts: '以社会公益组织的名义提出的申请，通常理解，例如基金会、公益性社会团体。',
    confusions: ['机关、事业单位、村（居）委会不是社会公益组织，通常归「其他」。'],
    basis: [cite('条例', 27), officialForm],
  },
  legalServiceInstitution: {
    counts: '以律师事务所等法律服务机构自己的名义提出的申请。',
    confusions: [
      '律师以个人名义申请，数在「自然人」。',
      '律师代当事人申请的，申请人通常是当事人，按当事人归列。',
    ],
    basis: [cite('条例', 27), officialForm],
  },
  other: {
    counts: '前面四类都不是的法人或其他组织，例如机关、事业单位、村（居）委会。',
    confusions: ['这一列只放组织，个人都数在「自然人」。'],
    questions: [businesses, jointApplication],
    basis: [cite('条例', 27), officialForm],
  },
  total: {
    counts: '同一行前六列的和。',
    confusions: ['表上没有「法人或其他组织」的小计；自己加的小计不要再算进来。'],
    basis: [officialForm],
  },
};
