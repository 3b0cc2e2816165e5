import { layoutCalled } from './layouts';
import { sheetOf } from './layouts/sheet';

export interface Whose {
  readonly agency: string;
  readonly year: number;
  /** What the figures are made from; the same for the same number. */
  readonly seed?: number;
  readonly size?: number;
  readonly layout?: string;
}

/** A flawless report of an agency on a year. */
export function reportOf({ agency, year, seed = 1, size = 20, layout = 'cells-tab' }: Whose): string {
  const sheet = sheetOf(seed, size);
  return layoutCalled(layout)
    .render(sheet)
    .replaceAll(sheet.agency, agency)
    .replaceAll(/20\d\d(?=年)/gu, (found) => String(Number(found) - sheet.year + year));
}
