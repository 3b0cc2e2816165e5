import { record } from '../text/json';
import { listed, mark, said, say } from '../text/say';
import { Failure } from '../workspace/failure';
import { check } from './check';
import { compare } from './compare';
import { explain } from './explain';
import { exporting } from './export';
import { repairs } from './repairs';
import { choice, type ObjectSchema, type Schema, text, toldSchema, whole } from './schema';
import { choose, type Subject } from './subject';
import type { Answer, Input, Tool } from './tool';

/** A tool that says what it is in the tongue that is spoken when that is looked at. */
const inTongue = (tool: Tool): Tool => ({
  ...tool,
  get title() {
    return said(tool.title);
  },
  get description() {
    return said(tool.description);
  },
  get answers() {
    return toldSchema(tool.answers);
  },
});

/** What agents may ask. */
export const tools: readonly Tool[] = [check, explain, exporting, repairs, compare].map(inTongue);

/** How an agent names reports: to a program that reads files, or to an editor that has them open. */
export type Naming = 'files' | 'editor';

const naming: Readonly<Record<Naming, Readonly<Record<string, Schema>>>> = {
  files: {
    file: text(mark`年报文件的路径：文本、网页、.docx、.doc、.xlsx、.pdf 等`),
    text: text(mark`年报全文，没有文件时代替 file`),
  },
  editor: { file: text(mark`工作区里的年报文件；不写就是编辑器里正在看的那一份`) },
};

const lastYear = text(mark`同一机关上一年年报的路径，用来对照；compare 不写就在可以读的文件夹里找`);

/** What a tool takes, where reports are named so. */
export const inputOf = ({ takes, looksBack }: Tool, how: Naming): ObjectSchema =>
  toldSchema(
    choice({
      ...naming[how],
      ...(how === 'files' && looksBack && { lastYear }),
      part: whole(mark`文件里有几份年报时，第几份，默认 1`, 1),
      ...takes,
    }),
  );

/** What an agent has sent, where it is what a tool takes; throws a Failure that says what is not. */
export function readInput<T extends Input>({ properties }: ObjectSchema, sent: unknown): T {
  const given = record(sent);
  for (const [name, value] of Object.entries(given)) {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!schema) throw new Failure(say`没有参数 ${name}，可用：${listed(Object.keys(properties))}`);
    const fault = faultOf(schema, value);
    if (fault) throw new Failure(say`参数 ${name} ${fault}`);
  }
  return given as T;
}

/** What is wrong with a value; empty where nothing is. */
function faultOf(
  { type, minimum = Number.NEGATIVE_INFINITY, enum: values, items }: Schema,
  value: unknown,
): string {
  if (type === 'integer') {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return say`应为整数`;
    return value < minimum ? say`应不小于 ${minimum}` : '';
  }
  if (type === 'array')
    return Array.isArray(value) && items
      ? (value.map((each) => faultOf(items, each)).find(Boolean) ?? '')
      : say`应为数组`;
  if (typeof value !== 'string') return say`应为文字`;
  if (values && !values.includes(value))
    return say`没有 ${value}，可用：${listed(values.filter((each) => each !== null))}`;
  return value.trim() === '' ? say`是空的` : '';
}

/** Answers a question about a report, or about the form where that is enough; throws a Failure that says why it cannot. */
export function answerTo(tool: Tool, input: Input, subject: Subject | undefined): Answer {
  return tool.answer(input, subject && choose(subject, input.part));
}
