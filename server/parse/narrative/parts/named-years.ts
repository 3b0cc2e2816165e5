import type { Stream } from './paragraph-words';

/** Whether the word at `at` names the year of the report. */
export const isThisYear = (stream: Stream, at: number): boolean =>
  stream.letter(at) === 'date' && stream.textAt(at).replace(/度$/u, '') === `${stream.year}年`;

/** Whether the word at `at` names the year before. */
export function isLastYear(stream: Stream, at: number): boolean {
  const words = stream.textAt(at);
  const isYear = stream.year !== undefined && words.replace(/度$/u, '') === `${stream.year - 1}年`;
  return stream.letter(at) === '<' || isYear || words === '去年同期' || words === '上年同期';
}
