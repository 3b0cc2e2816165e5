import { looksGarbled } from '../../parse/view/detect';
import { isRecognised } from '../../report/report';
import { say } from '../../text/say';
import type { Decoded } from '../../workspace/decode';
import type { Source } from '../files/sources';

/** Four Han characters of UTF-8 in a row; in GBK such bytes are no words. */
const foreign = /(?:[\xe4-\xe9][\x80-\xbf]{2}){4}/u;

/** Why it is not certain that a text was read as what it is, so that its file must not be written; undefined where it is certain. */
export function doubtOf({ bytes, reports }: Source, { text, encoding }: Decoded): string | undefined {
  if (encoding !== 'utf-8' && text.includes('\0')) return say`里面有零字节，原来的编码不明`;
  if (looksGarbled(text) || text.includes('\ufffd')) return say`文字里有乱码，原来的编码不明`;
  if (encoding === 'gb18030' && foreign.test(Buffer.from(bytes).toString('latin1')))
    return say`文件里像是混有 UTF-8 和 GBK 两种编码`;
  // What reads as UTF-8 or behind a mark is that; nearly any bytes read as GB18030.
  const isCertain = encoding !== 'gb18030' || reports.some(({ report }) => isRecognised(report));
  return isCertain ? undefined : say`没有认出年报，不能肯定读对了编码`;
}
