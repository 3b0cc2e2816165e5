import type { Unreadable } from '../documents/containers/unreadable';
import { mark, said, say } from '../text/say';

const remedy = mark`请用 Word 或 WPS 打开后另存为 .docx，或者复制其中的文字`;

/** How long a document may take to read. */
export const usualSeconds = 60;

/** Whether a file is larger than any that is read by a program of its own. */
export const isTooLarge = (bytes: Uint8Array): boolean => bytes.length > 100 * 1024 * 1024;

/** Why a document was not read, or not to its end. */
export const tooLarge = (): Unreadable => ({ reason: say`太大，没有读`, remedy: said(remedy) });
export const tooMuch = (): Unreadable => ({ reason: say`里面的内容太大，已经放下`, remedy: said(remedy) });
export const tooSlow = (seconds: number): Unreadable => ({
  reason: say`超过 ${seconds} 秒没有读完，已经放下`,
  remedy: said(remedy),
});
