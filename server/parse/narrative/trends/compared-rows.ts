import type { Form } from '../../../form/form';
import type { ComparedRelation } from '../../../report/relation';
import { cover } from '../../../text/span';
import { isLastYear } from '../parts/named-years';
import { ends, type Stream } from '../parts/paragraph-words';
import { isDisclosing } from '../scope/topic';
import { timesOf } from './steps-of-change';
import { keyOfLetters } from './told-sums';
import { keyIn, lettersOf, subjectFrom, sumsOfKey } from './trend-subjects';

// What a sentence says of two rows of this year's tables, held against each other: 不予公开的件数多于无法提供的件数, 行政许可决定是行政处罚决定的 9 倍.

/** What may stand between the first and the second of two rows where times are told. */
const equals = /(?:是|为|相当于|达|达到)$/u;
/** What leads from the second to the number of times. */
const timesLead = /^(?:决定|案件)?(?:总?[量数]|数量|件数)?的?(?:近|约|将近|大约)?$/u;
/** What of a row's words only says that it is counted. */
const idle = /[AaDHMSq]/gu;
/** Rows that nobody else names so: of these it need not be said that applications are spoken of. */
const unmistakable = /[PUKr12]|C[Aa]*[\^d~]V|V[Aa]*[\^d~]C/u;
/** What of both is compared instead of how many they are. */
const rated = /[率度长幅速均天日龄]|时[限间]|金额|占|比[例重]|(?<!查询)事项/u;
/** What says that disputes are about the disclosure of information stands in so many characters. */
const longestSubject = 16;
const decided = /^(?:licenses|penalties|coercions|documents|regulations)/u;

/** What the word at `at` says of two rows; empty where it compares nothing that the tables have. */
export function comparedRowsAt(stream: Stream, at: number, form: Form): ComparedRelation[] {
  const from = stream.beginOf(at, `${ends})`);
  if (stream.letter(at) === '~') return differing(stream, from, at, form);
  if (stream.lexemes[at]?.quantity?.unit === '倍') return multiple(stream, from, at, form);
  if (stream.lexemes[at]?.name !== 'than' || isLastYear(stream, at + 1)) return [];
  const to = endOf(stream, at + 1);
  return relationOf(stream, [from, at, at + 1, to], form, { rise: stream.letter(at) === '^' });
}

/** 不予公开比部分公开多 2 件; 不予公开 13 件，比部分公开多 2 件. */
function differing(stream: Stream, from: number, at: number, form: Form): ComparedRelation[] {
  const to = endOf(stream, at + 1);
  const change = [to - 1, to - 2].find((place) => place > at && '^d'.includes(stream.letter(place) || '.'));
  if (change === undefined) return [];
  const by = change === to - 2 ? stream.figure(to - 1) : undefined;
  // 多 10%, 多一倍 are told otherwise.
  if (change === to - 2 && by?.unit !== '件' && by?.unit !== '起' && by?.unit !== '宗') return [];
  const how = { rise: stream.letter(change) === '^', by };
  return relationOf(stream, [from, at, at + 1, change], form, how);
}

/** 行政许可决定的数量是行政处罚决定的近 9 倍. */
function multiple(stream: Stream, from: number, at: number, form: Form): ComparedRelation[] {
  const quantity = stream.lexemes[at]?.quantity;
  const percent = quantity && timesOf(quantity);
  if (!percent || !timesLead.test(stream.between(at - 1, at))) return [];
  for (let middle = from + 1; middle < at; middle++) {
    if (!equals.test(stream.between(middle - 1, middle))) continue;
    const times = { low: percent.low / 100, high: percent.high / 100 };
    return relationOf(stream, [from, middle, middle, at], form, { times });
  }
  return [];
}

function endOf(stream: Stream, from: number): number {
  let to = from;
  while (stream.letter(to) !== '' && !ends.includes(stream.letter(to))) to++;
  return to;
}

type Places = readonly [from: number, to: number, otherFrom: number, otherTo: number];

function relationOf(
  stream: Stream,
  [from, to, otherFrom, otherTo]: Places,
  form: Form,
  how: Partial<Pick<ComparedRelation, 'rise' | 'by' | 'times'>>,
): ComparedRelation[] {
  const one = rowOf(stream, from, to) || rowBefore(stream, from, to);
  const other = rowOf(stream, otherFrom, otherTo, one);
  const topic = stream.topicAt(how.times ? otherTo : to);
  if (one === '' || other === '' || one === other || !topic) return [];
  const letters = lettersOf(stream, from, otherTo);
  if (rated.test(stream.between(from, otherTo))) return [];
  // Disputes may be about any matter.
  const isDisputed = [one, other].some((key) => /^(?:reconsiderations|litigations|disputes)$/u.test(key));
  if (isDisputed && !isDisclosing(stream.textBefore(from + 1, longestSubject) + stream.between(from, to)))
    return [];
  const isOurs =
    isDisputed ||
    (decided.test(one) && decided.test(other)) ||
    (topic.letter === 'A' && !topic.doubtful) ||
    unmistakable.test(letters);
  const [sums, others] = [sumsOfKey(one, form), sumsOfKey(other, form)];
  const last = how.by || how.times ? otherTo + (how.by ? 1 : 0) : otherTo - 1;
  const phrase = cover([stream.spanAt(from), stream.spanAt(last)]);
  if (!isOurs || sums.length === 0 || others.length === 0 || !phrase) return [];
  const told = { rise: undefined, by: undefined, times: undefined, level: false, ...how };
  return [{ kind: 'compared', phrase, one: sums, other: others, ...told }];
}

/** The row that words name, and nothing beside it; 废止 behind 规范性文件制发 is of the same documents. */
function rowOf(stream: Stream, from: number, to: number, before = ''): string {
  const start = subjectFrom(stream, from, to);
  const letters = lettersOf(stream, start, to);
  const key = keyIn(stream, start, to) || keyOfLetters(letters) || keyOfLetters(letters.replace(idle, ''));
  if (key !== '' || letters.length === 0) return key;
  // 自然人多于法人或其他组织: who asked.
  if (/^[CV%]$/u.test(letters.replace(idle, '')))
    return letters.includes('C') ? 'naturalPersons' : namesIn(stream, start, to) || 'organizations';
  if (letters === '1' || letters === '2') return letters === '1' ? 'directLitigations' : 'laterLitigations';
  if (letters === 'Fi' || letters === 'Fj') return letters === 'Fi' ? 'documentsIssued' : 'documentsRepealed';
  if (!before.startsWith('documents')) return '';
  return { i: 'documentsIssued', j: 'documentsRepealed', v: 'documentsInForce' }[letters] ?? '';
}

const namesIn = (stream: Stream, from: number, to: number): string =>
  stream.lexemes.slice(from, to).find(({ letter }) => letter === 'V')?.name ?? '';

/** 不予公开 13 件，比部分公开多 2 件: the row of the number before the clause that begins with the comparison. */
const rowBefore = (stream: Stream, from: number, to: number): string =>
  from === to && ',)'.includes(stream.letter(from - 1) || '.') && stream.letter(from - 2) === 'n'
    ? stream.key(from - 2)
    : '';
