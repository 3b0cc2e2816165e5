import assert from 'node:assert/strict';
import { fileUri, readText } from './editor';

/** The clean report of the workspace. */
export const cleanReport = '示例县水务局2023年政府信息公开工作年度报告.txt';

/** The row that the tests break, and its total. */
export const brokenRow = '（一）予以公开';
export const brokenTotal = /\d+$/;

/** The text of the clean report. */
export const cleanText = (): Promise<string> => readText(fileUri(cleanReport));

/** The clean report, but for one total that is one too large. */
export async function wrongText(): Promise<string> {
  const clean = await cleanText();
  const wrong = clean.replace(/(（一）予以公开.*)\t8$/m, '$1\t9');
  assert.notEqual(wrong, clean);
  return wrong;
}
