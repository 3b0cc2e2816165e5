import { localName, plainOf, readXml } from '../containers/xml';
import { isOn } from '../word/elements';
import { builtInCode, type Format, formatOf } from './number-formats';

/** How a cell shows what is written in it. */
export interface CellStyle {
  readonly format: Format;
  readonly isStruck: boolean;
  /** Whether its characters are white, and so is what they stand on. */
  readonly isFaint: boolean;
}

/** Gives the style of cells by its number, counted from 0. */
export type Styles = (style: number) => CellStyle;

interface Font {
  isStruck: boolean;
  isWhite: boolean;
}

/** How a cell has its style put together. */
interface Use {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
}

/** Reads the part `styles`; days count from 1904 where `isFrom1904`, else from 1900. */
export function stylesIn(xml: string, isFrom1904: boolean): Styles {
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: { isPlain: boolean }[] = [];
  const uses: Use[] = [];
  const path: string[] = [];
  readXml(xml, {
    open(name, attributes) {
      const own = localName(name);
      const parent = path.at(-1);
      path.push(own);
      const number = (key: string): number => Number(attributes.get(key) ?? 0);
      if (own === 'numFmt') codes.set(number('numFmtId'), plainOf(attributes.get('formatCode') ?? ''));
      else if (own === 'font' && parent === 'fonts') fonts.push({ isStruck: false, isWhite: false });
      else if (own === 'fill' && parent === 'fills') fills.push({ isPlain: true });
      else if (own === 'xf' && parent === 'cellXfs')
        uses.push({ format: number('numFmtId'), font: number('fontId'), fill: number('fillId') });
      const font = parent === 'font' ? fonts.at(-1) : undefined;
      const fill = fills.at(-1);
      if (font && own === 'strike') font.isStruck = isOn(attributes.get('val'));
      else if (font && own === 'color') font.isWhite = isWhite(attributes);
      else if (fill && own === 'patternFill')
        fill.isPlain = (attributes.get('patternType') ?? 'none') === 'none';
      else if (fill && own === 'fgColor' && isWhite(attributes)) fill.isPlain = true;
      else if (fill && own === 'gradientFill') fill.isPlain = false;
    },
    close: () => path.pop(),
    text() {},
  });
  const styleOf = ({ format, font, fill }: Use): CellStyle => ({
    format: formatOf(codes.get(format) ?? builtInCode(format), isFrom1904),
    isStruck: fonts[font]?.isStruck ?? false,
    isFaint: (fonts[font]?.isWhite ?? false) && (fills[fill]?.isPlain ?? true),
  });
  const styles = uses.map(styleOf);
  const usual = styleOf({ format: 0, font: 0, fill: 0 });
  return (style) => styles[style] ?? usual;
}

/** White by its own value, by the old palette, or as the ground of the theme. */
const isWhite = (attributes: ReadonlyMap<string, string>): boolean =>
  /^(?:FF)?FFFFFF$/iu.test(attributes.get('rgb') ?? '') ||
  /^[19]$/u.test(attributes.get('indexed') ?? '') ||
  (attributes.get('theme') === '0' && Number(attributes.get('tint') ?? 0) > -0.05);
