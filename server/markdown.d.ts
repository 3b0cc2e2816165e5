// A Markdown page is imported as its text (esbuild's text loader).
declare module '*.md' {
  const text: string;
  export default text;
}
