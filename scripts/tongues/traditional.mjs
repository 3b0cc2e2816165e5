// What readers of traditional characters are told, by opencc.
import { ConverterFactory } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/cn2t';

/**
 * What opencc has wrong wherever it stands: words of the law, words it sees across the end of another (`不是只`, `看表`, `31日制定并发布`), and
 * 布, which laws of Taiwan have in 公布 and 發布 and opencc has both ways.
 * @type {[string, string][]}
 */
const words = [
  ['複議', '復議'],
  ['佈', '布'],
  ['隻', '只'],
  ['錶', '表'],
  ['製定', '制定'],
  ['新制作', '新製作'],
  ['併發布', '並發布'],
  ['不準予', '不准予'],
  ['準不準', '准不准'],
  ['寫明瞭', '寫明了'],
  ['注一句', '註一句'],
  ['括注', '括註'],
  ['格里', '格裡'],
  ['表二里', '表二裡'],
  ['表三里', '表三裡'],
  ['表四里', '表四裡'],
  ['不迴文件', '不回文件'],
  ['子醜', '子丑'],
  // Words of computers, which neither the law nor the form has, as Taiwan says them.
  ['進程', '處理程序'],
  ['默認', '預設'],
  ['打印', '列印'],
];

/**
 * The table of traditional characters for texts: what each character becomes mostly, and the texts in which one becomes another.
 * @param {readonly string[]} texts
 * @param {Readonly<Record<string, string>>} readThrough what opencc has wrong in them
 * @returns {{ characters: string, texts: Record<string, string> }}
 */
export function traditionalOf(texts, readThrough) {
  const convert = converter(readThrough);
  const pairs = texts.map((text) => /** @type {const} */ ([text, convert(text)]));
  const common = commonest(pairs);
  const plain = (/** @type {string} */ text) => Array.from(text, (each) => common.get(each) ?? each).join('');
  const changed = [...common].filter(([own, other]) => own !== other).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    characters: changed.flat().join(''),
    texts: Object.fromEntries(pairs.filter(([text, other]) => plain(text) !== other)),
  };
}

/**
 * Texts under the keys of VS Code's bundles in traditional characters; what stands between backquotes is typed as it is.
 * @param {Readonly<Record<string, string>>} texts
 * @param {Readonly<Record<string, string>>} readThrough
 * @returns {Record<string, string>}
 */
export function traditionalBundle(texts, readThrough) {
  const convert = converter(readThrough);
  const converted = (/** @type {string} */ text) =>
    text.replace(/`[^`]*`|[^`]+/g, (part) => (part.startsWith('`') ? part : convert(part)));
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, converted(text)]));
}

/** @param {Readonly<Record<string, string>>} readThrough @returns {(text: string) => string} */
function converter(readThrough) {
  const convert = ConverterFactory(from.cn ?? [], to.tw ?? [], [words]);
  return (text) => readThrough[text] ?? convert(text);
}

/** @param {readonly (readonly [string, string])[]} pairs @returns {Map<string, string>} */
function commonest(pairs) {
  /** @type {Map<string, Map<string, number>>} */
  const counts = new Map();
  for (const [text, other] of pairs) {
    const [own, others] = [Array.from(text), Array.from(other)];
    if (own.length !== others.length) continue;
    own.forEach((character, at) => {
      const ways = counts.get(character) ?? new Map();
      counts.set(character, ways.set(others[at], (ways.get(others[at]) ?? 0) + 1));
    });
  }
  const most = (/** @type {Map<string, number>} */ ways) =>
    [...ways].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  return new Map([...counts].map(([character, ways]) => [character, most(ways)]));
}
