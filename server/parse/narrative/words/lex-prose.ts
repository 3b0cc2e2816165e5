import { withUnit } from './bare-number';
import type { Lexeme } from './lexeme';
import { arabicAt, chineseAt, type Quantity } from './numerals';
import { isBesideNumber } from './short-names';
import { isHead, phraseAt } from './variant-phrases';
import { type Entry, entriesWith } from './vocabulary';
import type { Letter } from './word-classes';

const [QUOTE, TITLE] = [0x22, 0x300a] as const;
const numerals = new Set([...'零〇一二两三四五六七八九十百千'].map((char) => char.charCodeAt(0)));
const datePattern =
  /(?:(20\d\d)年(?:度)?(?:(\d{1,2})月(?:份|底)?(?:(\d{1,2})日)?)?(?:以来)?|(\d{1,2})月(?:份|底)?(?:(\d{1,2})日)?|\d{1,2}日)/y;
const boundaries = ',;:().\n';
/** What the form calls its rows and columns: named in quotation marks it is still that. */
const classes = 'GPQUKErukop';
const clausePattern = /[^,;:()[\].。!?\n]*/y;
// What a clause must have for any of its words to matter: a number, a time, words for all or for parts, or a noun of a topic.
const signal =
  /\d|[只仅](?:有|涉及|限|包括)|文件被?废止|(?:自然人|企业|科研机构|公益组织|服务机构)(?:最为|较为|次之|居)|占(?:全部|全年|本年)?(?:办|答|总|新收|收到|申请)|年|季度|同比|本级|[市县区州省]直|均|全部|所有|都已|其中|包[括含]|[一二三四五六七八九十两百千][余多来几]?(?:件|起|宗|例|份|封)|[百千][一二三四五六七八九十零]{0,4}[余多来几]?[条篇项次期]|申请|复议|诉讼|行政争议|起诉|应诉|败诉|规章|规范性|许可|处罚|强制|收费|结转|主动公开|过半|半数|一半|倍|番|分之|[一二两三四五六七八九]成|予以公开|不予公开|无法提供|不予处理|第三方|国家秘密|信访|留言|热线|咨询|建议|提案|投诉|举报|遗留|积压|待办|待答复|部分公开|[未已]审结|审理|判决|维持|驳回|悉数|结案|未[审结决]|自然人|清零|逾期|补正|重复申请|不再处理|不掌握|解读|培训|新媒体|未发生|没有发生|本年无|为零|纠正|撤销/u;
/** Where a silent clause begins, the body that it names is still of interest; names are not longer. */
const longestBody = 20;
/** “零行政复议”, with both marks, is not longer. */
const longestNone = 8;
/** The last characters of words that tell a time. */
const timeEnds = '来间期';
const workingDays = /\d{1,2}个工作日(?:之?内)?/y;
const numbering = /\d{1,2}(?:[.、](?!\d)|\))/y;

/** Cuts the prose from `from` to `to` into lexemes. Titles in 《》 say nothing; what stands in quotes is unknown. */
export function scan(text: string, from: number, to: number): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = from;
  // Unknown characters in a row, and across words that say nothing, are one stretch.
  let unknownStart = -1;
  let unknownEnd = -1;
  let isFresh = true;
  while (at < to) {
    if (isFresh) {
      isFresh = false;
      const end = silentUntil(text, at, to);
      if (end > at) {
        lexemes.push(plain('x', at, Math.min(end, at + longestBody)));
        at = end;
        continue;
      }
    }
    const found = lexemeAt(text, at, to, lexemes);
    if (!found) {
      if (unknownStart < 0) unknownStart = at;
      unknownEnd = ++at;
    } else {
      at = found.end;
      if (found.letter === '_') continue;
      if (unknownStart >= 0) lexemes.push(plain('x', unknownStart, unknownEnd));
      unknownStart = -1;
      lexemes.push(found);
      isFresh = boundaries.includes(found.letter);
    }
  }
  if (unknownStart >= 0) lexemes.push(plain('x', unknownStart, unknownEnd));
  return lexemes;
}

/** Whether a quotation goes on behind the clause. */
function isQuoteOpen(clause: string): boolean {
  let open = false;
  for (let at = clause.indexOf('"'); at >= 0; at = clause.indexOf('"', at + 1)) open = !open;
  return open;
}

/** What stands at `at`; undefined where no class has it. */
function lexemeAt(text: string, at: number, to: number, before: readonly Lexeme[]): Lexeme | undefined {
  const unit = text.charCodeAt(at);
  if (unit >= 48 && unit <= 57) return numberAt(text, at, before);
  const list = entriesWith(unit);
  if (list.length > 0 || numerals.has(unit) || unit === QUOTE || unit === TITLE || isHead(unit))
    return wordAt(text, at, to, list);
  return undefined;
}

/** Where a clause ends that has nothing to read; its start where it has. */
function silentUntil(text: string, start: number, to: number): number {
  clausePattern.lastIndex = start;
  const clause = clausePattern.exec(text)?.[0] ?? '';
  const end = start + clause.length;
  if (end > to || signal.test(clause) || isQuoteOpen(clause)) return start;
  // 予以公开(含部分公开)5 件: what a bracket parts from its number; 党的十八大以来: another time.
  const last = text.charAt(end - 1);
  const isParted = text.charAt(end) === '(' && '开供理'.includes(last);
  return isParted || (timeEnds.includes(last) && /(?:以来|[期时]间|时期)$/u.test(clause)) ? start : end;
}

const plain = (letter: Letter, start: number, end: number, name = ''): Lexeme => ({
  letter,
  start,
  end,
  quantity: undefined,
  name,
});

function wordAt(text: string, at: number, to: number, list: readonly Entry[]): Lexeme | undefined {
  const char = text.charCodeAt(at);
  const phrase = phraseAt(text, at);
  if (phrase) return plain(phrase.letter, at, phrase.end, phrase.name);
  if (char === TITLE || char === QUOTE) {
    const close = text.indexOf(char === QUOTE ? '"' : '》', at + 1);
    // A quotation mark that is not closed near by is a stray one.
    if (char === QUOTE && isBesideNone(text, at)) return plain('_', at, at + 1);
    if (close > at && close < Math.min(to, at + 80))
      return char === QUOTE ? quoted(text, at, close) : plain('_', at, close + 1);
  }
  for (const { word, letter, name, isShort } of list) {
    if (word.length > 1 && !text.startsWith(word, at)) continue;
    if (isShort && !isBesideNumber(text, at, at + word.length)) continue;
    // 档案局, 信访局: a body, not what it deals with.
    if (letter === 'X' && '局馆'.includes(text.charAt(at + word.length) || ',')) continue;
    return plain(letter, at, at + word.length, name);
  }
  const quantity = numerals.has(char) ? chineseAt(text, at) : undefined;
  // 百分之六十五: the words before its digits are of it.
  return quantity && { ...lexemeOf(quantity), start: at };
}

/** Whether a quotation mark opens or closes “零”, “零诉讼”, which say the same without. */
function isBesideNone(text: string, at: number): boolean {
  const isOpening = '零0'.includes(text.charAt(at + 1)) && text.indexOf('"', at + 1) <= at + longestNone;
  return isOpening || /"[零0][^"]*$/u.test(text.slice(Math.max(0, at - longestNone), at));
}

/** A quotation is unknown, but for the name of a class of the form, and a five years' plan with what makes it a time. */
function quoted(text: string, open: number, close: number): Lexeme {
  const inner = text.slice(open + 1, close);
  const list = entriesWith(text.charCodeAt(open + 1));
  const entry = list.find(({ word, letter }) => word === inner && classes.includes(letter));
  if (entry) return plain(entry.letter, open, close + 1, entry.name);
  const isPlan = inner.endsWith('五') && /^十[一二三四五六]五$/u.test(inner);
  const isTime = isPlan && /^(?:以来|期间|时期)/u.test(text.slice(close + 1, close + 3));
  return plain(isTime ? 'y' : 'x', open, close + 1);
}

function numberAt(text: string, at: number, before: readonly Lexeme[]): Lexeme {
  const date = isDate(text, at) ? dateAt(text, at) : null;
  if (date) {
    const [printed, year = '', month = '', day = '', bareMonth = '', bareDay = ''] = date;
    const end = at + printed.length;
    const isEnd =
      '至到-'.includes(text.charAt(at - 1)) || '至到-'.includes(text.charAt(end)) || printed.endsWith('底');
    const name = `${year}-${month || bareMonth}-${day || bareDay}-${isEnd ? 'end' : ''}`;
    return plain('date', at, at + printed.length, name);
  }
  const last = before.at(-1)?.letter;
  if (last === undefined || '.;:\n'.includes(last)) {
    numbering.lastIndex = at;
    const number = numbering.exec(text);
    if (number) return plain('_', at, at + number[0].length);
  }
  workingDays.lastIndex = at;
  const days = workingDays.exec(text);
  if (days) return plain('T', at, at + days[0].length);
  const quantity = arabicAt(text, at);
  // 0申请, 诉讼为0: none.
  if (quantity?.value === 0 && quantity.kind === 'other' && quantity.end === at + 1)
    return plain('z', at, at + 1);
  return quantity ? lexemeOf(withUnit(text, quantity, before)) : plain('x', at, at + 1);
}

/** Whether 年, 月 or 日 follows the digits. */
function isDate(text: string, start: number): boolean {
  let at = start;
  while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return '年月日'.includes(text.charAt(at)) && at < text.length;
}

function dateAt(text: string, at: number): RegExpExecArray | null {
  datePattern.lastIndex = at;
  return datePattern.exec(text);
}

const letters = { count: 'n', percent: 'h', money: '$', other: 'x' } as const;

const lexemeOf = (quantity: Quantity): Lexeme => ({
  letter: letters[quantity.kind],
  start: quantity.start,
  end: quantity.end,
  quantity,
  name: '',
});
