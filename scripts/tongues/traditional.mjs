// What readers of traditional characters are told, by opencc.
import { ConverterFactory } from 'opencc-js/core';
import { from, to } from 'opencc-js/preset/cn2t';

/**
 * What opencc has wrong wherever it stands: words of the law, words it sees across the end of another (`不是只`, `看表`, `31日制定并发布`), and
 * 布, which laws of Taiwan have in 公布 and 發布 and opencc has both ways.
 * @type {[string, string][]}
 */
const corrections = [
  ['複議', '復議'],
  ['佈', '布'],
  ['隻', '只'],
  ['錶', '表'],
  ['製定', '制定'],
  ['併發布', '並發布'],
  ['不準予', '不准予'],
  ['準不準', '准不准'],
  ['寫明瞭', '寫明了'],
  ['注一句', '註一句'],
  ['括注', '括註'],
  ['格里', '格裡'],
  ['器里', '器裡'],
  ['表二里', '表二裡'],
  ['表三里', '表三裡'],
  ['表四里', '表四裡'],
  ['不迴文件', '不回檔案'],
  ['子醜', '子丑'],
];

/**
 * Words of computers, which neither the law nor the form has, as Taiwan says them. 文件 is a file there and 檔案, but for the documents of an
 * agency: 信息 is only the level of a finding, since 政府信息 is what the law is about.
 * @type {[string, string][]}
 */
const ofComputers = [
  ['進程', '處理程序'],
  ['默認', '預設'],
  ['打印', '列印'],
  ['文件夾', '資料夾'],
  ['文件名', '檔名'],
  ['文件', '檔案'],
  ['文檔', '文件'],
  ['文本', '文字'],
  ['文本框', '文字方塊'],
  ['信息和提示', '資訊和提示'],
  ['一條信息', '一則資訊'],
  ['字符串', '字串'],
  ['字符', '字元'],
  ['字節', '位元組'],
  ['磁盤', '磁碟'],
  ['內存', '記憶體'],
  ['服務器', '伺服器'],
  ['軟件', '軟體'],
  ['通配符', '萬用字元'],
  ['補丁', '修補檔'],
  ['日誌', '記錄'],
  ['導出', '匯出'],
  ['單元格', '儲存格'],
  ['光標', '游標'],
  ['鼠標', '滑鼠'],
  ['命令行', '命令列'],
  ['菜單', '選單'],
  ['窗口', '視窗'],
  ['代碼片段', '程式碼片段'],
  ['註釋', '註解'],
  ['擴展名', '副檔名'],
  ['識別', '辨識'],
  ['數字簽名', '數位簽章'],
  ['設置', '設定'],
  ['保存', '儲存'],
  ['粘貼', '貼上'],
  ['剪貼板', '剪貼簿'],
  ['硬鏈接', '硬連結'],
  ['鏈接', '連結'],
  ['用戶組', '群組'],
  ['用戶', '使用者'],
  ['資源管理器', '檔案總管'],
  ['按回車', '按 Enter'],
  ['一次撤銷', '一次復原'],
  ['按撤消', '按復原'],
  ['JSON 對象', 'JSON 物件'],
  ['當前', '目前'],
  ['模板', '範本'],
  ['別的程序', '別的程式'],
  ['寫它的程序', '寫它的程式'],
  ['原來的程序', '原來的程式'],
  ['的程序轉成', '的程式轉成'],
  ['給程序', '給程式'],
  ['程序出了', '程式出了'],
];

/** Documents of an agency, which are files nowhere. */
const documents = [
  ...[
    '規範性文件',
    '制發的文件',
    '失效的文件',
    '往年的文件',
    '同一批文件',
    '文件目錄',
    '印發的文件',
    '轉發的文件',
  ],
  ...['生效的文件', '期屆滿的文件', '規章和文件', '網站上的文件', '年的文件也算', '作為一份文件'],
];

/** @type {[string, string][]} */
const words = [...corrections, ...ofComputers, ...documents.map(asItIs)];

/** @param {string} word @returns {[string, string]} */
function asItIs(word) {
  return [word, word];
}

/**
 * The table of traditional characters for texts: what each character becomes mostly, and the texts in which one becomes another.
 * @param {readonly string[]} texts
 * @param {Readonly<Record<string, string>>} readThrough what opencc has wrong in them
 * @param {Readonly<Record<string, string>>} english what English quotes is quoted
 * @returns {{ characters: string, texts: Record<string, string> }}
 */
export function traditionalOf(texts, readThrough, english) {
  const convert = converter(readThrough);
  const pairs = texts.map((text) => /** @type {const} */ ([text, quotedAs(english[text], convert(text))]));
  const common = commonest(pairs);
  const plain = (/** @type {string} */ text) => Array.from(text, (each) => common.get(each) ?? each).join('');
  const changed = [...common].filter(([own, other]) => own !== other).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    characters: changed.flat().join(''),
    texts: Object.fromEntries(pairs.filter(([text, other]) => plain(text) !== other)),
  };
}

/**
 * Texts under the keys of VS Code's bundles in traditional characters.
 * @param {Readonly<Record<string, string>>} texts
 * @param {Readonly<Record<string, string>>} readThrough
 * @returns {Record<string, string>}
 */
export function traditionalBundle(texts, readThrough) {
  const convert = converter(readThrough);
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, convert(text)]));
}

/** What the form and reports say, and what is typed: it stays as it is. */
const verbatim = /(「[^」]*」|`[^`]*`)/;

/** @param {Readonly<Record<string, string>>} readThrough @returns {(text: string) => string} */
function converter(readThrough) {
  const convert = ConverterFactory(from.cn ?? [], to.tw ?? [], [words]);
  const ours = (/** @type {string} */ text) =>
    text
      .split(verbatim)
      .map((part, at) => (at % 2 === 1 ? part : convert(part)))
      .join('');
  return (text) => readThrough[text] ?? ours(text);
}

/**
 * A text with the quotes that its English has around what a report or the form says: Chinese goes without them where the characters are the
 * same, and blanks to tell a name from a number.
 * @param {string | undefined} english
 * @param {string} text
 */
function quotedAs(english, text) {
  let quoted = text;
  for (const [whole, inside = ''] of (english ?? '').matchAll(/[「“]((?:\{\d+\} ?)+)[」”]/g))
    quoted = quoted.replace(new RegExp(` ?(?<![「“《][^」”》]*)${literal(inside)} ?`), whole);
  return quoted;
}

/** @param {string} words */
const literal = (words) => words.replace(/[{}]/g, '\\$&');

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
