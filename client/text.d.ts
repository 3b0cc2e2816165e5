/** A sample, put into the bundle as a string. */
declare module '*.txt' {
  const text: string;
  export default text;
}
