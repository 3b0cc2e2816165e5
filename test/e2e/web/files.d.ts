/** Files that are put into the bundle as bytes. */
declare module '*.pdf' {
  const bytes: Uint8Array;
  export default bytes;
}

declare module '*.doc' {
  const bytes: Uint8Array;
  export default bytes;
}

/** Puts `mocha` and `Mocha` among the globals. */
declare module 'mocha/mocha.js';
