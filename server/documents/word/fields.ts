import { mark, said, say } from '../../text/say';
import { UnreadableDocument } from '../containers/unreadable';

/** Fields whose result is what people type; that of all others comes anew from the document, the clock or another file. */
const typed = new Set(['HYPERLINK', 'FORMTEXT', 'ADDIN', '']);

/** Fields that have no result: Word draws them anew each time. */
const drawing = new Set(['EQ', 'SYMBOL', 'MACROBUTTON', 'LISTNUM']);

/** What fills in a content control, by the property that says so. */
const fillings = {
  dataBinding: mark`内容控件（取自文档的属性）`,
  showingPlcHdr: mark`内容控件的提示`,
} as const;

/** What is deeper was made to fill the memory. */
const deepest = 100;

/** Fields and content controls of a document, one in another: what they show, and what fills it in. */
export class Fields {
  private readonly open: { code: string; isResult: boolean }[] = [];
  private readonly controls: { filledBy: string | undefined }[] = [];

  /** What begins or ends, by the word for it. */
  turn(type: string | undefined): void {
    const last = this.open.at(-1);
    if (type === 'begin') push(this.open, { code: '', isResult: false });
    else if (type === 'separate' && last) last.isResult = true;
    else if (type === 'end') this.open.pop();
  }

  /** Whether the field that is open draws by its code alone what it shows. */
  get isDrawing(): boolean {
    const last = this.open.at(-1);
    return last !== undefined && !last.isResult && drawing.has(nameOf(last.code));
  }

  /** Whether what stands here is the result of a field in the code of another, which that makes its own result of. */
  get isWithinCode(): boolean {
    return this.isCode && this.open.at(-1)?.isResult === true;
  }

  /** A field that is one element, with its code. */
  begin(code: string): void {
    push(this.open, { code, isResult: true });
  }

  addCode(code: string): void {
    const last = this.open.at(-1);
    if (last) last.code += code;
  }

  beginControl(): void {
    push(this.controls, { filledBy: undefined });
  }

  /** The control that is open shows what is written elsewhere in the file, or what is to be written into it. */
  fillControl(property: keyof typeof fillings): void {
    const last = this.controls.at(-1);
    if (last) last.filledBy = said(fillings[property]);
  }

  endControl(): void {
    this.controls.pop();
  }

  /** Whether what stands here is a table of contents, which says again what the headings say. */
  get isContents(): boolean {
    return this.open.some(({ code, isResult }) => isResult && nameOf(code) === 'TOC');
  }

  /** Whether what stands here is the code of a field, which is not shown. */
  get isCode(): boolean {
    return this.open.some(({ isResult }) => !isResult);
  }

  /** What fills in the characters that stand here, in words; undefined where they are only written. */
  get filledBy(): string | undefined {
    const field = this.open.findLast(({ code, isResult }) => isResult && !typed.has(nameOf(code)));
    if (field) return say`域（${field.code.trim().slice(0, longestCode)}）`;
    return this.controls.find((each) => each.filledBy !== undefined)?.filledBy;
  }
}

function push<T>(open: T[], one: T): void {
  if (open.length > deepest) throw new UnreadableDocument(say`里面的域或控件套得太深`);
  open.push(one);
}

const nameOf = (code: string): string =>
  code
    .trim()
    .split(/[\s\\]/u, 1)[0]
    ?.toUpperCase() ?? '';

const longestCode = 30;
