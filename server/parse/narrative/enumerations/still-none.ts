import { type Draft, sureDraft } from '../clauses/draft';
import type { Lexeme } from '../words/lexeme';
import { kinds, namesIn, type Told } from './name-lists';

// 2022年没有作出过部分公开的答复，2023年仍然没有: of this year the same is denied as of the one before.

const denied =
  /^(20\d\d)年度?,?(?:[我本](?:[局委办厅镇乡]|街道|单位|机关))?(?:没有|未曾?|从未)(?:作出|出现|发生|收到|有)?过?(?:因|以)?([^,;。]{4,20}?)(?:而?不予公开|为由|不予处理)?(?:的)?(?:答复|决定|情况|情形|申请|案件)?$/u;
const likewise =
  /^(?:(20\d\d)年度?|今年|本年度?)(?:仍然?|依然|也|亦|同样|还是)(?:没有|未|无)(?:作出|出现|发生|收到)?过?(?:此类|这类|该类)?(?:答复|决定|情况|情形|申请|案件)?$/u;

/** The drafts of what a sentence says there was none of this year either, by the names of the form alone. */
export function stillNone(found: readonly Lexeme[], text: string, { topic, year }: Told): Draft[] {
  const [first] = found;
  if (!first || topic.foreign || topic.letter === 'X' || year === undefined) return [];
  const clauses = text.slice(first.start, found.at(-1)?.end).split(/[,;。]/u);
  let at = first.start;
  return clauses.flatMap((words, index) => {
    const start = at;
    at += words.length + 1;
    const [, last, name = ''] = denied.exec(clauses[index - 1] ?? '') ?? [];
    const [all, own = String(year)] = likewise.exec(words) ?? [];
    if (all === undefined || Number(last) !== year - 1 || Number(own) !== year) return [];
    const key = keyOf(name);
    const lexeme = { letter: 'z', start, end: start + words.length, quantity: undefined, name: '' };
    return key === undefined ? [] : [sureDraft('none', key, lexeme)];
  });
}

/** What a name and nothing beside it counts: a row of results or a class of them. */
function keyOf(name: string): string | undefined {
  for (const { names, fewest } of kinds) {
    const [one, ...others] = namesIn(name, names);
    const isWhole = one?.start === 0 && one.end === name.length && others.length === 0;
    if (Number.isFinite(fewest) && isWhole && /公开|提供|处理|申请|补正|缴费|信息|秘密|事项|案卷/u.test(name))
      return one.key;
  }
  return undefined;
}
