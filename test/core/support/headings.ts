import { layoutCalled } from './layouts';
import { sheetOf } from './layouts/sheet';

const official = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const;
/** The numbers of the six sections. */
export const numerals = '一二三四五六';
/** A report without faults. */
export const flawless = layoutCalled('cells-tab').render(sheetOf(3, 30));

/** The report with other headings in the places of its own. */
export const withHeadings = (print: (wording: string, index: number) => string): string =>
  official.reduce(
    (text, wording, index) => text.replace(`${numerals[index]}、${wording}`, () => print(wording, index)),
    flawless,
  );
