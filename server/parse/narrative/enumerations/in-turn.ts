import { type Draft, sureDraft } from '../clauses/draft';
import type { Topic } from '../scope/topic';
import { isUnit } from '../words/counting-units';
import type { Lexeme } from '../words/lexeme';
import { groupsInTurn } from './groups-in-turn';
import { areSideBySide, isPlain, kinds, namesIn, narrowing, type Told } from './name-lists';

// A list of names whose numbers follow in turn: 第三方合法权益、内部事务、执法案卷三条理由，分别为 20 件、15 件、9 件. All have to
// be of one kind, and nothing may stand between them.

const marker = /分别|依次|顺次|各[为有]/u;
/** What stands between the last name and the first number, but for what the list is of. */
const turn =
  /^(?:类|信息|申请|事项|情形|[)"]|规范性文件|文件|决定|处理|结果|答复|不予公开|不予处理|无法提供|办理|案件|行政|我局|均|都|已|依法|书面|说明|告知|[两二三四五六](?:个|种|类|条|项|本)?|理由|原因|台账|件|数量?|数字|的|由|,){0,12}(?:分别|依次|顺次|各)(?:为|是|有|达|系|登记决定|作出|答复)?$/u;
/** What may stand before the first name: the body itself, the year, what the names are of. */
const lead =
  /^(?:本年度?|今年|全年|年内|我[局县市区镇]|对|以|因|由|按|其中|["(]|行政|复议|案件|新|规范性文件|不予公开|不予处理|无法提供|[两二三四五六](?:个|种|类|条|项)|情形|理由|涉及|属于|的|中|为|(?:政府|政务)?信息公开|引[发起]|诉讼|方面|结果)*$/u;
/** What leads to 制发、废止 alone, of which other bodies may be told as well: that documents are spoken of, and of the body itself. */
const ofDocuments =
  /^(?:20\d\d年度?|本年度?|今年|全年|年内|我[局县镇]|本机关|行政|规范性文件|管理|清理|制定|备案|工作|方面|情况|[中上看从在,:])*$/u;
const isBeside = (lexeme: Lexeme | undefined): boolean => '&,'.includes(lexeme?.letter ?? '.');

/** The numbers that stand side by side from `at` on. */
export function runOfNumbers(found: readonly Lexeme[], at: number): readonly Lexeme[] {
  const run: Lexeme[] = [];
  for (let next = at; found[next]?.letter === 'n'; next += 2) {
    run.push(found[next] as Lexeme);
    if (!isBeside(found[next + 1])) break;
  }
  return run;
}

/** The drafts of the numbers of a sentence that follow a list of as many names in turn. */
export function inTurn(found: readonly Lexeme[], text: string, told: Told): Draft[] {
  const [first] = found;
  if (!first) return [];
  const sentence = text.slice(first.start, found.at(-1)?.end);
  const mayTurn = marker.test(sentence) && !narrowing.test(sentence) && isPlain(found, text, told);
  return found.flatMap((lexeme, at) => {
    const run = found[at - 2]?.letter === 'n' && isBeside(found[at - 1]) ? [] : runOfNumbers(found, at);
    if (run.length < 2) return [];
    const words = text.slice(beginOf(found, at), lexeme.start);
    // What is told behind, of another year say, is not told of these.
    const before = { found: found.slice(0, at), words: text.slice(first.start, lexeme.start) };
    const keys = groupsInTurn(words, run.length, before, text, told);
    const named = keys.length > 0 ? keys : mayTurn ? keysIn(words, run.length, told.topic, before.words) : [];
    return run.flatMap((each, index) => {
      const key = named[index];
      return key !== undefined && isUnit(key, each.quantity?.unit) ? [sureDraft('number', key, each)] : [];
    });
  });
}

/** Where the words begin that may name what the number at `at` counts: behind the number before, or with the sentence. */
function beginOf(found: readonly Lexeme[], at: number): number {
  const last = found.slice(0, at).findLast(({ letter }) => 'n.;'.includes(letter));
  return last?.end ?? found[0]?.start ?? 0;
}

/** The keys of so many names, in the order of the text; empty where the words are not a list of as many names of one kind. */
function keysIn(words: string, count: number, topic: Topic, sentence: string): readonly string[] {
  for (const { names, fewest, isMeant } of kinds) {
    const list = namesIn(words, names);
    if (list.length !== count || count < fewest || !isMeant(topic, sentence)) continue;
    if (new Set(list.map(({ key }) => key)).size < count) continue;
    const ahead = words.slice(0, list[0]?.start).split(/[,:]/u).at(-1) ?? '';
    const before = sentence.slice(0, sentence.length - words.length + (list[0]?.start ?? 0));
    if (names.has('废') && count === 2 && !ofDocuments.test(before)) continue;
    if (areSideBySide(words, list) && turn.test(words.slice(list.at(-1)?.end)) && lead.test(ahead))
      return list.map(({ key }) => key);
  }
  return [];
}
