import { docx, paragraph, run } from './layouts/docx';

const heading = '<w:pStyle w:val="h"/>';

/** A document of headings that Word numbers, each with a paragraph below; `label` is what it draws, with `%1` for the number. */
export const numberedDocx = (headings: readonly string[], below: string, label?: string): Uint8Array =>
  numberedOf(headings.map((each) => paragraph(run(each), heading) + paragraph(run(below))).join(''), label);

/** A document in which Word numbers paragraphs of the style `h`. */
export const numberedOf = (body: string, label = '%1、'): Uint8Array =>
  docx(body, {
    styles:
      '<w:styles><w:style w:type="paragraph" w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>',
    numbering: `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="${label}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  });
