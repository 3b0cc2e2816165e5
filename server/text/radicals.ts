/** Radicals that Unicode has no character for in its tables, with the character that fonts draw by the same glyph. */
const radicals = '⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻨⻩⻬⻮⻰';
const characters = '母民虎西见角贝车長长门青韦页风飞食马鱼鸟麦黄齐齿龙';

/** The character that was written, by the radical that stands for it in what comes from PDF. */
export const characterOf: ReadonlyMap<string, string> = new Map(
  [...radicals].map((radical, at) => [radical, characters.charAt(at)]),
);
