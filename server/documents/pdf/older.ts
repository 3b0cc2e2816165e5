interface Transferring {
  transferToFixedLength?: (length?: number) => ArrayBuffer;
}

/** The library uses what Node has from version 21 on; before, a copy does. */
export function makeUpForOlderNode(): void {
  const buffer = ArrayBuffer.prototype as Transferring;
  buffer.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const copy = new Uint8Array(length);
    copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
    return copy.buffer;
  };
}
