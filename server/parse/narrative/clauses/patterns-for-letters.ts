import { type Frame, frames } from './phrase-patterns';

const wordBits = 32;

/** For every letter which of the frames need it: bits, 32 to a number. */
const needs: ReadonlyMap<string, Uint32Array> = needsOf();

function needsOf(): Map<string, Uint32Array> {
  const bits = new Map<string, Uint32Array>();
  for (const [index, { letters }] of frames.entries()) {
    for (const letter of letters) {
      const own = bits.get(letter) ?? new Uint32Array(Math.ceil(frames.length / wordBits));
      const word = Math.floor(index / wordBits);
      own[word] = (own[word] ?? 0) | (1 << (index % wordBits));
      bits.set(letter, own);
    }
  }
  return bits;
}

/** The frames that a phrase has a letter for, in their order. */
export function framesFor(phrase: string): Frame[] {
  const present = new Uint32Array(Math.ceil(frames.length / wordBits));
  for (let at = 0; at < phrase.length; at++) {
    const bits = needs.get(phrase.charAt(at));
    for (let word = 0; bits && word < bits.length; word++)
      present[word] = (present[word] ?? 0) | (bits[word] ?? 0);
  }
  const found: Frame[] = [];
  for (let word = 0; word < present.length; word++) {
    // The lowest bit first: frames keep their order.
    for (let bits = present[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const frame = frames[word * wordBits + 31 - Math.clz32(bits & -bits)];
      if (frame) found.push(frame);
    }
  }
  return found;
}
