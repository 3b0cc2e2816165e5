import { getDocument, OPS } from 'unpdf/pdfjs';
import { listed, mark, said, say } from '../../text/say';
import { UnreadableDocument } from '../containers/unreadable';
import type { Block } from '../lines/blocks';
import { linesOfBlocks, type PlacedLines } from '../lines/lines';
import { asWritten } from './lookalikes';
import { makeUpForOlderNode } from './older';
import { type Page, partsOf } from './pages';
import { blocksOf } from './prose';
import { type Drawing, type Matrix, placed, rulingsIn } from './rulings';
import type { PageText } from './texts';

const elsewhere = mark`请用 Word 或 WPS 打开后另存为 .docx，或者复制其中的文字`;
const recognise = mark`请用带文字识别（OCR）的程序转成 .docx，逐格核对以后再查`;
const mostPages = 300;

/**
 * Reads a PDF: lines joined to paragraphs over pages, tables by the lines that draw them, without numbers of pages and running heads.
 * Throws `UnreadableDocument`, also where it is a scan.
 */
export async function readPdf(bytes: Uint8Array): Promise<PlacedLines> {
  makeUpForOlderNode();
  const task = opened(bytes, { isStrict: false });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages)
      throw new UnreadableDocument(say`有 ${document.numPages} 页，不像是年报，没有读`, said(elsewhere));
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await pageOf(await document.getPage(number), number));
    const damaged = await damagedIn(bytes, pages);
    const { notices = [], ...lines } = linesOfPages(pages);
    return damaged.length > 0
      ? { ...lines, notices: [noticeOfDamage(damaged), ...notices] }
      : { ...lines, notices };
  } catch (error) {
    throw refusalOf(error, bytes);
  } finally {
    await task.destroy();
  }
}

/** Opens a PDF; pictures are not looked at, and nothing of the file is run or fetched. What is strict gives up where the other goes on. */
const opened = (bytes: Uint8Array, { isStrict }: { readonly isStrict: boolean }) =>
  getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    maxImageSize: 1,
    enableXfa: false,
    stopAtErrors: isStrict,
    verbosity: 0,
  });

/** The numbers of the pages whose text is read only because what is damaged in it is passed over. */
async function damagedIn(bytes: Uint8Array, pages: readonly Page[]): Promise<number[]> {
  const task = opened(bytes, { isStrict: true });
  const damaged: number[] = [];
  try {
    const document = await task.promise;
    for (const { number } of pages) {
      const isWhole = await document
        .getPage(number)
        .then((page) => page.getTextContent())
        .then(
          () => true,
          () => false,
        );
      if (!isWhole) damaged.push(number);
    }
  } catch {
    // The whole is damaged, whichever pages are.
    for (const { number } of pages) damaged.push(number);
  } finally {
    await task.destroy();
  }
  return damaged;
}

const noticeOfDamage = (pages: readonly number[]): string =>
  say`有损坏的地方，第 ${listed(pages)} 页读出来的字和数可能不对，请对照原件`;

function refusalOf(error: unknown, bytes: Uint8Array): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new UnreadableDocument(say`有密码`, say`请打开后去掉密码另存`);
  if (/^(?:InvalidPDF|Format|UnknownError|ResponseException|MissingPDF)/u.test(name))
    return isCutOff(bytes)
      ? new UnreadableDocument(say`没有传完整，后面缺了一截`, say`请重新下载，或者从原来的程序重新保存`)
      : new UnreadableDocument(say`已损坏`, said(elsewhere));
  return error;
}

/** Whether a file lacks the mark at its end (ISO 32000-1, 7.5.5), which readers look for in its last kilobyte. */
const isCutOff = (bytes: Uint8Array): boolean =>
  !new TextDecoder('latin1').decode(bytes.subarray(-1024)).includes('%%EOF');

/** Fewer characters are a stamp or a number of a page. */
const fewest = 5;

function linesOfPages(pages: readonly Page[]): PlacedLines {
  const isEmpty = ({ texts }: Page): boolean =>
    texts.reduce((sum, { text }) => sum + text.length, 0) < fewest;
  if (pages.every(isEmpty))
    throw new UnreadableDocument(say`是扫描件或图片，里面没有文字，读不了`, said(recognise));
  const all = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
  const unknown = all.replace(/[^\p{Co}\p{Cc}\ufffd]/gu, '').length;
  if (unknown * 20 > all.length)
    throw new UnreadableDocument(say`里面的字没有写明是哪些字，读出来是乱码`, said(recognise));
  const blocks = blocksOf(partsOf(pages));
  // What is in a picture is not passed over in silence.
  const pictures = pages.filter((page) => page.hasPictures && isEmpty(page)).map(({ number }) => number);
  if (pictures.length === 0) return linesOfBlocks(blocks);
  return {
    ...linesOfBlocks([...blocks, told(pictures)]),
    notices: [say`第 ${listed(pictures)} 页是图片，里面的文字没有读`],
  };
}

/** The same where the text goes on without them: it stands in the report, in whose tongue it is. */
const told = (pictures: readonly number[]): Block => ({
  kind: 'paragraph',
  pieces: [{ text: `（第 ${pictures.join('、')} 页是图片，里面的文字没有读）`, source: undefined }],
  gap: undefined,
  place: say`第 ${pictures[0] ?? ''} 页`,
});

type LibraryPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function pageOf(page: LibraryPage, number: number): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const matrix = viewport.transform as unknown as Matrix;
  const { items } = await page.getTextContent({ disableNormalization: true });
  const texts = items.flatMap((item) => ('str' in item ? textOf(item, matrix) : []));
  const drawing: Drawing = await page.getOperatorList();
  // What the library could not draw to its end has no lines of tables.
  if (texts.length > 0 && !drawing.fnArray.includes(OPS.showText))
    throw new UnreadableDocument(say`第 ${number} 页的排版读不出`, said(elsewhere));
  page.cleanup();
  return {
    number,
    width: viewport.width,
    height: viewport.height,
    texts,
    rulings: rulingsIn(drawing, matrix),
    hasPictures: drawing.fnArray.some((each) => pictures.has(each)),
  };
}

const pictures = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function textOf({ str, transform, width }: Item, matrix: Matrix): PageText[] {
  const text = asWritten(str);
  if (text.trim() === '') return [];
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d) || 1;
  const [left, base] = placed(matrix, x, y);
  const along = width / (Math.hypot(a, b) || 1);
  const [right] = placed(matrix, x + a * along, y + b * along);
  return [{ text, left: Math.min(left, right), right: Math.max(left, right), base, size }];
}
