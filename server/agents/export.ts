import { exportReport } from '../export/json';
import { jsonOf, record } from '../text/json';
import { mark, say } from '../text/say';
import { list, object, text } from './schema';
import { othersOf, whoseOf, whoseSchema } from './subject';
import { type Answer, aboutReport, type Input } from './tool';

/** What a report has in its export, by its keys, what is shortest and asked for most first. */
const keys = [
  'title',
  'agency',
  'year',
  'edition',
  'signedOn',
  'publishedOn',
  'coverage',
  'proactiveDisclosure',
  'applications',
  'disputes',
  'notCounts',
  'unplaced',
  'brokenEquations',
  'notes',
  'claims',
  'relations',
  'sections',
] as const;

/** So many characters a whole export may have. */
const room = 16_000;

/** The report as the JSON that programs get, or parts of it. */
export const exporting = aboutReport({
  name: 'export',
  title: mark`导出年报的数据`,
  description: mark`把一份年报读成数据（nianbao/report/2）：三张表各格的数、正文的说法、勾稽不成立之处、各部分的文字。keys 只要其中几项；一次装不下的列在 leftOut，可以单独再要。没有读出的是 null，不是 0。\nThe report as data (nianbao/report/2): the figures of the three tables, claims of the text, broken equations, the text of the sections. null is not read, not 0.`,
  takes: { keys: list(text(mark`项`, keys), mark`只要这几项；不写就都要，装得下多少给多少`) },
  looksBack: false,
  answers: object({
    ...whoseSchema,
    report: { type: 'object', description: mark`nianbao/report/2 的各项`, additionalProperties: true },
    leftOut: list(text(mark`没有给出的`), mark`没有给出的`),
  }),
  answer({ keys: wanted = keys }: Input, chosen): Answer {
    const document = record(jsonOf(exportReport(chosen.analysis)));
    const report: Record<string, unknown> = { schema: document.schema };
    const left: string[] = [];
    let length = 0;
    for (const key of keys.filter((each) => wanted.includes(each))) {
      const value = document[key];
      const own = JSON.stringify(value ?? null).length;
      if (length + own <= room) {
        report[key] = value ?? null;
        length += own;
      } else if (Array.isArray(value) && length === 0) {
        const some = beginningOf(value);
        report[key] = some;
        length += own;
        left.push(say`${key} 共 ${value.length} 项 ${own} 字，这里是前 ${some.length} 项`);
      } else left.push(say`${key}（${own} 字）没有给出，请用 keys: ["${key}"] 单独要`);
    }
    return { ...whoseOf(chosen), report, leftOut: [...othersOf(chosen), ...left] };
  },
});

/** As many items as there is room for. */
function beginningOf(items: readonly unknown[]): readonly unknown[] {
  let length = 0;
  return items.filter((item) => {
    length += JSON.stringify(item).length;
    return length <= room;
  });
}
