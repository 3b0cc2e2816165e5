import { isAnyWay, isChannel } from '../clauses/channel';
import type { Clause } from '../clauses/clauses';
import type { Lexeme } from '../words/lexeme';
import type { Scene } from './scene';

// Applications that nobody calls those of the report: they are its own where a paragraph begins with them and nothing in its sentence
// speaks of another matter.

/** 全年收到申请 36 件: words of coming in and of being dealt with, and nothing of what was asked for. */
const barelyAsked = /^(?:[RN]?x(?:&x){0,4}l)?[xNRHDTcqzp<>&]*(?:n|a|C|V)|^x[&x]*lV/u;
/** Other applications than those of the report. */
export const others =
  /不(?:属于?|是)(?:政府|政务)?信息公开|[交转]办|事项申请|便民服务|许可|登记(?:类|的)?申请|救助|补贴|审批|资质/u;
const [longestLead, longestSentence] = [20, 200] as const;
/** The form's own names of applicants are as long (自然人, 科研机构); 企业 and 公民 ask for much else. */
const formName = 3;
/** 商业企业和法律服务机构共提出申请 8 件. */
const asked = /^(?:[RN]?[xV&]+l)?V(?:&V){0,4}[/=]?[Aa]{0,8}n/u;
/** 法律服务机构, 商业企业: nobody else divides applicants so. */
const longFormName = 4;

/**
 * Whether a sentence that begins with 收到申请 tells of the applications of the report: 收到申请 36 件, and not 依托服务大厅，受理申请 3600 件.
 */
export function areOurs(beginnings: readonly Clause[], scene: Scene): boolean {
  const { letters = '', lexemes = [] } = beginnings.at(-1) ?? {};
  const isByForm =
    asked.test(letters) &&
    lexemes.some(({ letter, start, end }) => letter === 'V' && end - start >= longFormName);
  const isOwn = (lexeme: Lexeme): boolean =>
    (isOwnBody(lexeme, scene) || isWay(lexeme, scene)) &&
    (!'CV'.includes(lexeme.letter) || lexeme.end - lexeme.start >= formName || isByForm);
  return (
    scene.isOpening &&
    barelyAsked.test(letters) &&
    !letters.includes('~') &&
    (isByForm || !others.test(sentenceFrom(beginnings, scene))) &&
    beginnings.every((clause, at) =>
      at === beginnings.length - 1 || !/^x?[RN]/u.test(letters)
        ? actorsIn(clause).every(isOwn)
        : leadsOnly(clause, scene),
    )
  );
}

/** 通过网站、邮寄等方式收到申请: how they came in. */
const isWay = ({ start, end }: Lexeme, { text }: Scene): boolean => isChannel(text.slice(start, end));

/** Where others ask for other things. */
const counters = /大厅|窗口|热线|中心|受理点|12345|[村居厂校党]务/u;

/** Whether a clause before only tells how one works (畅通信函、网络等渠道): it counts nothing, and names no other body and no counter. */
function leadsOnly(clause: Clause, scene: Scene): boolean {
  const { letters, lexemes } = clause;
  if (actorsIn(clause).every((lexeme) => isOwnBody(lexeme, scene))) return true;
  const words = scene.text.slice(lexemes[0]?.start ?? 0, lexemes.at(-1)?.end ?? 0);
  return !/[nX$h]/u.test(letters) && !scene.agents.isForeign(words) && !counters.test(words);
}

/** 收到申请 2 件, 办结申请 47 件, with nothing before it but who did. */
const bareFlow = /^x?[RND]a{1,2}n/u;
/** What follows where these are the report's: results and disputes, what goes from year to year, answers. */
const telling = /[GPQUKE][DHMAa]{0,3}n|,t?gn|<c|c>|[BL12]n|z[RNSAa]{0,4}[BL12]/u;
/** So many clauses on it is told. */
const farthestTelling = 8;

/**
 * Whether the clause at `at` counts the report's own applications, in the middle of other matters, by what follows: 办理行政许可 36 件，收到申请 2 件，
 * 答复 2 件，未发生复议.
 */
export function isFollowedByOurs(clauses: readonly Clause[], at: number, { text, agents }: Scene): boolean {
  const clause = clauses[at];
  const [first] = clause?.lexemes ?? [];
  if (!clause || !first || !bareFlow.test(clause.letters)) return false;
  if (first.letter === 'x' && !agents.isOwn(text.slice(first.start, first.end))) return false;
  const own = text.slice(first.start, clause.lexemes.at(-1)?.end);
  const behind = clauses.slice(at + 1, at + 1 + farthestTelling).map(({ letters }) => letters);
  const isAnswered = /答复/u.test(text.slice(first.start).slice(0, longestLead));
  return !others.test(own) && (isAnswered || telling.test(`,${behind.join(',')}`));
}

/** 律师事务所等法律服务机构: the examples of a class of applicants are no bodies that act; how many words they take. */
export const examplesUntil = ({ letters }: Clause): number =>
  /^[RN]?[xV&]+l(?=V)/u.exec(letters)?.[0].length ?? 0;

const actorsIn = (clause: Clause): readonly Lexeme[] => clause.lexemes.slice(examplesUntil(clause));

/** What became of applications, in words that are said of nothing else: 部分公开 4 件, 因属于行政执法案卷不予公开 8 件. */
const results =
  /(?:G&[Pg]|[Pg]&[GP]|P|U|E)[DHMAa]{0,8}n|rn[Aa]{0,8},?M{0,4}[QUK]|Q[DHMAa]{1,8}n|rS?[QUK][DHMAa]{0,8}n|Q,r,rn|r[Aa]{1,8}n/u;
/** A row of the form by its name and what became of it, whatever is told of why. */
const rows = /rS?[QUK][DHMAa]{0,8}n|rn[Aa]{0,8},?M{0,4}[QUK]|r[Aa]{1,8}n/u;
/** 全年不予公开 50 件, 依法不予公开 50 件: all of a year, or decided, where 不予公开 50 件 alone may be some, or documents. */
const refused =
  /^(?:20\d\d年度?|[全本]年度?|,|共|依法|依规|决定|作出){1,5}不予公开(?:的|共|计|有|为|决定){0,3}\d+件/u;
/** 其他法律、行政法规禁止公开的共 9 件: a row by so many of the form's own words. */
const rowAtLength = /^r[Aa]?n/u;
const longRow = 7;
/** What words end with that name a body. */
const body =
  /(?:局|厅|部|委|办|处|科|股|所|站|队|中心|公司|政府|法院|检察院|机关|单位|部门|[省市州盟县区旗镇乡村]|街道|社区|学校|医院|集团|协会|企业)$|^(?:各|全[省市州县区])/u;
// From year to year: 办结 36 件，结转下年度 1 件; 新收 36 件，上年结转 2 件; 办结 8 件，无结转.
const done = /D[Aa]{0,8}n/u;
const left = /(?:c[HDAa]{0,8}>|>[HDAa]{0,8}c)[HDAa]{0,8}n|n[AaSTqxR]{0,8},?c[HDAa]{0,8}>|zc/u;
/** 办结 30 件，尚有 5 件正在办理; 应办 38 件，办结 37 件: of disputes the same is told. */
const underWay = /n[Aa]{0,2}p|p[Aa]{0,2}n|^H[Aa]{0,2}n,D[Aa]{0,2}n|^D[Aa]{0,2}n.*,c[Aa]{0,2}n/u;
const came = /N[Aa]{0,8}n/u;
/** 全年新收 12 件、办结 10 件: both by the form's own words, and nothing else before them. */
const cameAndDone = /^x?[RN]?N[Aa]{0,2}n[&,]D[Aa]{0,2}n/u;
/** 年末在办 3 件: what goes over into the next year. */
const stillThere = /年(?:度)?[末底](?:时|前)?,?(?:仍|尚|还)?(?:有)?(?:在办(?:件|申请|的)?|结转\d)/u;
const over = /<[Aa]{0,8}[cp][AaHD]{0,8}n/u;
/** Other things that are dealt with, refused and carried over. */
export const matters =
  /公文|文件|属性|发文|来文|文稿|材料|[制产形][作生成]|信息\d|[条篇]|信访(?!举报|投诉|类申请)|来[信访电]|留言|邮件|热线|工单|12345|提案|建议|咨询|诉求|投诉(?!类|申请|处理|举报)|举报(?!类|投诉|申请|处理)|案件|立案|查处|执法(?!案卷)|调解|仲裁|督[办查]|[交转]办|公证|登记|许可|审批|救助|补贴|资质|核查|线索|事故|项目|任务|法律援助|异议/u;
/** What the tables count as well, beside applications. */
const counted = /行政(?:许可|处罚|强制)(?!申请|案件)|(?:行政)?规范性文件/gu;
/** What follows here only tells what it was about. */
const about = /[,(;](?:申请)?(?:主要|内容|多[为数是]|集中|涉及|分布)/u;

/**
 * Whether a sentence tells of what became of the applications of the report (全年办结 36 件，结转下年度 1 件), or of other things that are dealt
 * with (立案 30 件，办结 29 件，结转下年度 1 件); undefined where neither is sure.
 */
export function areResultsOurs(clauses: readonly Clause[], scene: Scene): boolean | undefined {
  const letters = clauses.map((clause) => clause.letters).join(',');
  const sentence = sentenceFrom(clauses, scene);
  const isPending = /^[pc]n/u.test(letters);
  const isFlow =
    left.test(letters) ||
    (underWay.test(letters) && !/[BL12]/u.test(letters)) ||
    (came.test(letters) && over.test(letters)) ||
    cameAndDone.test(letters) ||
    (isPending && stillThere.test(sentence));
  if (!isFlow && !results.test(letters) && !tellsOfResult(clauses, sentence)) return undefined;
  const told =
    /^.*\d[件份宗起](?:,均?[为是系][^,。]{1,12})?/u.exec(sentence.split(about, 1)[0] ?? '')?.[0] ?? '';
  if (matters.test(told.replace(counted, ''))) return isFlow && !/[Aa]/u.test(letters) ? false : undefined;
  const isTold = isPending || done.test(letters) || came.test(letters);
  if (!scene.isOpening || (isFlow && !isTold)) return undefined;
  // Of what is said at length with nothing unknown in it there is no doubt; a result by its name may stand behind what it is about.
  const last = clauses.findLastIndex(({ letters: own }) => /[NDcp]/u.test(own));
  const beginning = clauses.slice(0, isFlow ? last + 1 : 1);
  const isNamed = rows.test(letters);
  const isPlain = beginning.every(
    (clause) =>
      !/[Xw~!]|=x/u.test(clause.letters) &&
      clause.lexemes.every((each) => isOwnBody(each, scene) || (isNamed && !mayAct(each, scene))),
  );
  return isPlain || undefined;
}

/** 线上线下共受理 14 件，其中自然人 7 件: whoever came in is divided as the form does. */
const cameByForm = /^x?R[Aa]{0,2}n,t[CV]/u;

/** 从申请人构成看，自然人 7 件: by whom they are divided. */
const ledByAskers =
  /^(?:从|按)?申请(?:人|者|主体)(?:构成|类[型别]|身份|结构|分布|性质)?(?:来|上)?(?:看|分|划分|统计)?,自然人/u;

/** Whether a sentence with nothing before it tells how many came in and, in the form's own words, who they were. */
export function areAskersOurs(clauses: readonly Clause[], scene: Scene): boolean {
  const [first, next] = clauses;
  if (ledByAskers.test(sentenceFrom(clauses, scene)))
    return scene.isOpening && /^Cn/u.test(next?.letters ?? '');
  const [actor] = first?.lexemes ?? [];
  if (!scene.isOpening || !actor || !cameByForm.test(`${first?.letters},${next?.letters}`)) return false;
  const sentence = sentenceFrom(clauses, scene);
  const isPlain = isOwnBody(actor, scene) || isAnyWay(scene.text.slice(actor.start, actor.end));
  const isByForm = /自然人|法人(?:和|或者?|及|、)其[他它]组织/u.test(sentence);
  return isPlain && isByForm && !others.test(sentence) && !matters.test(sentence);
}

/** 办理结果中, 从答复情况看: what leads to what became of applications. */
const ledByResults =
  /^(?:从|在|按)?(?:本年度?|全年)?(?:申请)?(?:办理|处理|答复|办结)(?:结果|情况)(?:中|看|来看|上看|方面|分)?,/u;

/** Whether a sentence with nothing before it says that it divides what became of applications: 办理结果中，信访举报投诉类申请 16 件. */
export function areOutcomesOurs(clauses: readonly Clause[], scene: Scene): boolean {
  if (!scene.isOpening || !/^[GPQUKr][SMDaA]{0,3}[QUK]?[Aa]{0,2}n/u.test(clauses[1]?.letters ?? ''))
    return false;
  const sentence = sentenceFrom(clauses, scene);
  return ledByResults.test(sentence) && !others.test(sentence) && !matters.test(sentence);
}

/** Whether a sentence begins with one result, by a name that nothing else has. */
function tellsOfResult([clause]: readonly Clause[], sentence: string): boolean {
  const { start = 0, end = 0 } = clause?.lexemes[0] ?? {};
  const isRow = end - start >= longRow && rowAtLength.test(clause?.letters ?? '');
  return isRow || refused.test(sentence);
}

/** Whether a word is no other body's, nor of another matter, as far as it is known. */
const isOwnBody = ({ letter, start, end }: Lexeme, { text, agents }: Scene): boolean =>
  letter !== 'x' || agents.isOwn(text.slice(start, end)) || dividing.test(text.slice(start, end));

/** 从申请人构成看, 答复结果中: by what is divided. */
const dividing =
  /^(?:申请人?|申请主体|申请者|答复|办理|处理|办结|受理)?(?:结果|构成|类[型别]|来源|身份|主体|结构|分布)(?:中|上?来?看|方面)$/u;

/** Whether an unknown word may name a body. */
const mayAct = ({ letter, start, end }: Lexeme, { text }: Scene): boolean =>
  letter === 'x' && body.test(text.slice(start, end));

/** The sentence of clauses, with the words before the first that counts. */
export function sentenceFrom([clause]: readonly Clause[], { text }: Scene): string {
  const start = clause?.lexemes[0]?.start ?? 0;
  const before =
    text
      .slice(Math.max(0, start - longestLead), start)
      .split(/[。\n]/u)
      .at(-1) ?? '';
  return before + (text.slice(start, start + longestSentence).split(/[。\n]/u, 1)[0] ?? '');
}

/** Whether clauses speak of no other matter, nor compare or plan anything. */
export const arePlain = (clauses: readonly Clause[]): boolean =>
  clauses.every(({ letters }) => !/[Xw~!]/u.test(letters));

/** Whether a sentence with nothing before it counts two rows of the form by their names (信访类申请 3 件，重复申请 1 件) and speaks of no other matter. */
export function areRowsOurs(clauses: readonly Clause[], scene: Scene): boolean {
  const rows = clauses.filter(({ letters }) => /r[Aa]{0,2}n|n[Aaq]{0,2}r/u.test(letters));
  const isEach = clauses.some(({ letters }) => /r&r[Aa]{0,2}=n/u.test(letters));
  return (
    scene.isOpening &&
    (rows.length > 1 || isEach) &&
    arePlain(clauses) &&
    !others.test(sentenceFrom(clauses, scene))
  );
}

/** 没有作出不予公开决定, 未收到重复申请, 没有律师事务所等法律服务机构提出申请: what the form alone calls so, and of which there was none. */
const deniesFormWords =
  /^[@*]*z[PU]$|z(?:a+D?[PQUK]|M?[PQUK][MDHAa]+|[RN]?r[AaD]*|(?:x&?)*l?[RN]?[CV][Aa]+)$/u;

/** Whether a sentence denies what only the form names, where nothing in it or before it speaks of another matter. */
export function deniesOurs(clauses: readonly Clause[], { text, isOpening }: Scene): boolean {
  const [from, to] = [clauses[0]?.lexemes[0]?.start ?? 0, clauses.at(-1)?.lexemes.at(-1)?.end ?? 0];
  const denies = (words: RegExp): boolean =>
    clauses.some(({ letters }) => words.test(letters.replace('n', '')));
  // 无结转下年度继续办理: the form's words, but other things are carried over as well.
  const last = clauses.at(-2)?.lexemes[0]?.start ?? from;
  const isCarried = denies(/^zc>[HDAa]{0,4}$/u) && !matters.test(text.slice(last, to));
  if (!isOpening || !(isCarried || denies(deniesFormWords))) return false;
  return !clauses.some(({ letters }) => letters.includes('X')) && !others.test(text.slice(from, to));
}
