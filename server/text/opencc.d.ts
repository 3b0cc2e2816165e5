declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs "traditional simplified", joined by "|". */
  const pairs: string;
  export default pairs;
}

declare module 'opencc-js/dict/TSPhrases' {
  /** The same of words in which a character is not what it is by itself. */
  const pairs: string;
  export default pairs;
}
