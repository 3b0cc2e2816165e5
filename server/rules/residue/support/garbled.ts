/** How text comes to look that went through a wrong encoding. */
export interface Garbling {
  /** Characters of which such a line has one, and hardly any other line. */
  readonly signs: readonly string[];
  /** Whether a line with one of them looks so; a rare character alone proves nothing. */
  isIn(line: string): boolean;
  /** Whether nothing is left of the characters, so that no other encoding brings them back. */
  readonly lost: boolean;
}

// What the bytes of UTF-8 for the characters and marks that reports are full of become in GBK. Each is a character that some name
// or some word in traditional script may have; so many of them in one line are no words.
const misread =
  /[涓鍏锛鏀銆屾紝殑鐨璁璇鐢寮淇硶娉鍙缁屽鍒鎭傜鍔鍐骞紑滀簻嶈鐞鍥叧悊浣挎潯綔崄褰屼鍗姘勫傚佽堜皯畾夊绗竴綋鏃鏂斿闄渚瀵灞簲勮瀹浠鏉鎯]/gu;
const fewestMisread = 4;
const leastShare = 0.25;

/** Two characters in a row, each as three bytes of UTF-8 that were read one by one. */
const bytewise =
  /(?:[\u00e3-\u00ef][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2}){2}/u;
/** Chinese of two bytes a character, read one by one: four characters or more. */
const twoBytes = /[\u00a1-\u00fe]{8,}/u;
const fewestKinds = 5;

// A byte is lost and all pairs behind it are read shifted: brackets and commas turn into Chinese phonetic letters and into box
// drawings half thin and half thick, which nobody draws with.
const shifted =
  /[ㄅ-ㄦㄨㄩ\u250d\u250e\u2511\u2512\u2515\u2516\u2519\u251a\u251d-\u2522\u2525-\u252a\u252d-\u2532\u2535-\u253a\u253d-\u2542]/gu;

/** All that is recognised, whole lines before single characters. */
export const garblings: readonly Garbling[] = [
  { signs: ['锛', '銆', '鐨', '鍏', '骞', '鏀'], isIn: isMisread, lost: false },
  { signs: ['ï', 'ã', 'å', 'æ'], isIn: (line) => bytewise.test(line), lost: false },
  { signs: ['£', '¡', '±', 'Ð', '¹'], isIn: isTwoBytes, lost: false },
  { signs: ['┲', 'ㄒ', 'ㄓ', 'ㄈ'], isIn: isShifted, lost: false },
  { signs: ['锟'], isIn: (line) => line.includes('锟斤拷'), lost: true },
  { signs: ['\ufffd'], isIn: () => true, lost: true },
];

function isMisread(line: string): boolean {
  const han = line.match(/\p{Script=Han}/gu)?.length ?? 0;
  const found = line.match(misread)?.length ?? 0;
  return found >= fewestMisread && found >= leastShare * han;
}

/** A row of one sign, such as ×××××××× or ········, is no text. */
function isTwoBytes(line: string): boolean {
  const [run = ''] = twoBytes.exec(line) ?? [];
  return new Set(run).size >= fewestKinds;
}

function isShifted(line: string): boolean {
  const found = [...line.matchAll(shifted)];
  return found.length >= 2 && found.some(({ index }) => /[?\p{Script=Han}。]/u.test(line.charAt(index - 1)));
}
