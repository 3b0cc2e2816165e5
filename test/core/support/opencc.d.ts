declare module 'opencc-js/dict/STCharacters' {
  /** Pairs "simplified traditional", joined by "|". */
  const pairs: string;
  export default pairs;
}

declare module 'opencc-js/dict/STPhrases' {
  /** The same of words. */
  const pairs: string;
  export default pairs;
}
