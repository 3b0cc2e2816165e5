import type { Form } from '../../../form/form';
import type { ComparedRelation } from '../../../report/relation';
import { cover } from '../../../text/span';
import { isThisYear } from '../parts/named-years';
import type { Stream } from '../parts/paragraph-words';
import { sumsFor } from '../quantities/accepted-sums';
import { kindOf } from '../quantities/quantity-keys';
import type { Lexeme } from '../words/lexeme';

// A ranking in words: 申请主体由多到少依次为自然人、商业企业; 内部事务信息最多，第三方合法权益次之. Of each two names side by side the first has no fewer.

/** What says that a list is one from most to fewest, in the sentence before the word that it follows. */
const falling = /(?:由|从|按)(?:多到少|高到低)/u;
/** What is ranked by something else than how many there are. */
const otherwise = /增[长幅速]|降幅|占比变化|时[限长]|金额|同比|上年|去年|天数|率/u;
/** Words that leave it plain what is ranked. */
const known =
  /^(?:按|以|从|排列|排序|排名|先后|顺序|来?看|分布|构成|类[型别]|来源|最多|居首位?|居第一位?|占比|上|的|[,:])*$/u;
/** 居第一: the place of a name. */
const placed = /^(?:位?[居列]|排名?)?第[一二三四五六][位名]?$/u;
/** A name with what says that it has most, and the next with what says that it comes behind. */
const most =
  /^(?:信息|情形|类|申请|原因|理由|答复|件|数量?|的|为?){0,4}(?:占比?)?(?:最多|居首(?:位)?|居第一(?:位)?|排第一|位居第一)$/u;
const next =
  /^(?:信息|情形|类|申请|原因|理由|答复|件|数量?|的){0,4}(?:次之|其次|居次|居第二(?:位)?|排第二|位居第二)$/u;
/** Rows and classes of results or of applicants. */
const kinds = ['CV', 'r', 'GPQUKE', 'WYZ'] as const;

/** What the word at `at` says of the order of rows: 依次 of a list behind it, a comma of the two before and behind it. */
export function rankedAt(stream: Stream, at: number, form: Form): ComparedRelation[] {
  const letter = stream.letter(at);
  const found =
    letter === '/'
      ? inOrder(stream, at, form)
      : [...inPlaces(stream, at, form), ...(letter === ',' ? nextBehind(stream, at, form) : [])];
  // Last, since a sentence may be long and have a comma everywhere.
  const isTold = found.length > 0 && !stream.topicAt(at)?.foreign;
  return isTold && isPlain(stream, stream.beginOf(at, '.;\n'), at) ? found : [];
}

/** Whether the words of a stretch speak of the body itself and of its year, and none is unknown. */
function isPlain(stream: Stream, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const letter = stream.letter(at);
    if ('<>y!~Xn$h'.includes(letter) || (letter === 'date' && !isThisYear(stream, at))) return false;
    if (letter === '*' && !stream.isOwnScope(at)) return false;
    if (letter === 'x' && ![known, placed].some((each) => each.test(stream.textAt(at)))) return false;
  }
  return true;
}

/** 按申请数量由多到少，申请主体依次为自然人、法律服务机构、商业企业. */
function inOrder(stream: Stream, at: number, form: Form): ComparedRelation[] {
  const names: number[] = [];
  for (let place = at + 1; kindAt(stream, place) !== undefined; place += 2) {
    names.push(place);
    if (stream.letter(place + 1) !== '&') break;
  }
  const end = stream.letter((names.at(-1) ?? at) + 1);
  if (names.length < 2 || !',.;'.includes(end || '.')) return [];
  const ahead = stream.between(stream.beginOf(at, '.;:\n') - 1, at);
  if (!falling.test(ahead) || otherwise.test(ahead) || /\d/u.test(ahead)) return [];
  return names.slice(1).flatMap((place, index) => ordered(stream, names[index] ?? place, place, form));
}

/** 属于内部事务信息的最多，保护第三方合法权益的次之. */
function nextBehind(stream: Stream, at: number, form: Form): ComparedRelation[] {
  const one = stream.beginOf(at, ',.;:(\n');
  const other = at + 1;
  if (kindAt(stream, one) === undefined || kindAt(stream, other) === undefined) return [];
  let end = other;
  while (stream.letter(end) !== '' && !',.;:\n'.includes(stream.letter(end))) end++;
  if (!most.test(stream.between(one, at)) || !next.test(stream.between(other, end))) return [];
  return ordered(stream, one, other, form);
}

/** 数量排序为自然人第一、商业企业第二: of each two names with their places, one behind the other. */
function inPlaces(stream: Stream, at: number, form: Form): ComparedRelation[] {
  const place = placeBefore(stream, at);
  if (place < 1) return [];
  const other = at + 1;
  let end = other;
  while (end < other + longestName && !',&.;:\n'.includes(stream.letter(end) || '.')) end++;
  const one = stream.beginOf(at, ',&.;:(\n');
  // 数量排序为自然人第一: the first of them stands behind what is ranked.
  const first = place === 1 ? lastNamed(stream, one, at) : one;
  const ahead = stream.between(stream.beginOf(at, '.;\n') - 1, at);
  if (placeBefore(stream, end) !== place + 1 || !byNumber.test(ahead) || otherwise.test(ahead)) return [];
  return kindAt(stream, first) === undefined ? [] : ordered(stream, first, other, form);
}
const byNumber = /数量|申请量|[件总人定]数|总量/u;
/** A name with its place has no more words. */
const longestName = 4;

const lastNamed = (stream: Stream, from: number, to: number): number => {
  let at = to - 1;
  while (at > from && kindAt(stream, at) === undefined) at--;
  return at;
};

/** Which place the words right before a mark at `at` tell, from 1 on; 0 where they tell none. */
const placeBefore = (stream: Stream, at: number): number => {
  const [, printed = ''] =
    /(?:申请|类)?(?:排名?|位[居列]|居|列)?第([一二三四五六])[位名]?$/u.exec(
      stream.textBefore(at, longestPlace),
    ) ?? [];
  return '一二三四五六'.indexOf(printed || '零') + 1;
};
const longestPlace = 8;

/** What a name is one of; 行政许可事项 are no decisions. */
const kindAt = (stream: Stream, at: number): string | undefined =>
  kinds.find(
    (kind) =>
      kind.includes(stream.letter(at) || '.') && !/(?:许可|处罚|强制)(?:审批)?事项$/u.test(stream.textAt(at)),
  );

/** The first of two names as one that has no fewer; nothing where they are of two kinds. */
function ordered(stream: Stream, one: number, other: number, form: Form): ComparedRelation[] {
  if (kindAt(stream, one) !== kindAt(stream, other)) return [];
  const [sums, others] = [one, other].map((place) => sumsAt(stream.lexemes[place], form));
  const phrase = cover([stream.spanAt(one), stream.spanAt(other)]);
  if (!sums?.length || !others?.length || !phrase) return [];
  return [
    {
      kind: 'compared',
      phrase,
      one: sums,
      other: others,
      rise: true,
      by: undefined,
      times: undefined,
      level: true,
    },
  ];
}

const sumsAt = (lexeme: Lexeme | undefined, form: Form) =>
  (lexeme ? kindOf(lexeme) : []).flatMap((key) => sumsFor(form).plain.get(key) ?? []);
