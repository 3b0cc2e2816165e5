/** Radicals that Unicode has no character for in its tables, with the character that fonts draw by the same glyph. */
const radicals = '⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰';
const characters = '母民虎西见角贝车長长门青韦页风飞食马鱼鸟麦黄齐齿龙';

/** Radicals and doubles, which fonts have the same glyphs for as for the characters that were written. */
const lookalike = /[\u2e80-\u2fdf\uf900-\ufaff]/gu;

/** A text with the characters that were written where glyphs tell another. */
export const asWritten = (text: string): string =>
  text.replace(lookalike, (each) => characters[radicals.indexOf(each)] ?? each.normalize('NFKC'));
