// Loaded before a program (`node --import`), ends it without a word at the step that CRASH_AT names, from 0: just before it changes something
// on the disk, half-way through bytes that it puts there, or at its end. Which step is which depends on the program, not on the clock.
import fs from 'node:fs';

/** What bytes are put where by a call, the file handle itself standing first. */
const BYTES = {
  /** @param {Place} to @param {string | Uint8Array} bytes @returns {Put} */
  writeFile: (to, bytes) => ({ to, bytes }),
  /** @param {Place} to @param {string | Uint8Array} bytes @returns {Put} */
  write: (to, bytes) => ({ to, bytes }),
  /** @param {string} from @param {string} to @returns {Put} */
  copyFile: (from, to) => ({ to, bytes: readFileSync(from) }),
};
const CHANGES = ['chmod', 'chown', 'link', 'rename', 'rm', 'symlink', 'sync', 'truncate', 'unlink'];

/** @typedef {string | number | { readonly fd: number }} Place */
/** @typedef {{ readonly to: Place, readonly bytes: string | Uint8Array }} Put */
/** @typedef {(...args: any[]) => unknown} Call */

const { readFileSync, writeFileSync, writeSync } = fs;
let left = Number(process.env.CRASH_AT);

/** Ends the program where its step has come. @param {() => void} [half] what is done before that */
function step(half) {
  if (left-- !== 0) return;
  half?.();
  process.kill(process.pid, 'SIGKILL');
}

/** @param {Put} put */
function tear({ to, bytes }) {
  const whole = Buffer.from(bytes);
  const half = whole.subarray(0, whole.length / 2);
  if (typeof to === 'string') writeFileSync(to, half);
  else writeSync(typeof to === 'number' ? to : to.fd, half);
}

/** Counts the steps of what `owner` does. @param {object} owner @param {(name: string) => string} spelled @param {boolean} isHandle */
function count(owner, spelled, isHandle) {
  const calls = /** @type {Record<string, Call | undefined>} */ (owner);
  for (const name of [...CHANGES, ...Object.keys(BYTES)]) {
    const call = calls[spelled(name)];
    const put = /** @type {Record<string, (...args: any[]) => Put>} */ (BYTES)[name];
    if (!call) continue;
    calls[spelled(name)] = /** @this {unknown} @param {any[]} args */ function (...args) {
      step();
      if (put) step(() => tear(put(...(isHandle ? [this] : []), ...args)));
      return call.apply(this, args);
    };
  }
}

const handle = await fs.promises.open(process.execPath);
count(Object.getPrototypeOf(handle), (name) => name, true);
await handle.close();
count(fs.promises, (name) => name, false);
count(fs, (name) => name, false);
count(fs, (name) => `${name}Sync`, false);
process.on('exit', () => step());
