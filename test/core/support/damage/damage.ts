import { type Expectation, expectationOf } from '../expectation';
import type { Layout } from '../layouts/page';
import type { Sheet } from '../layouts/sheet';
import { randomOf } from '../random';

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/** Something that goes wrong between a report and the text that is read: in what is printed, or in the printed text. */
export interface Damage {
  readonly id: string;
  /** Whether the text still says all that the report says: figures, labels and headings. */
  readonly harmless: boolean;
  /** Whether a layout can show it; where it cannot, the pair is left out. */
  readonly fits: (layout: Layout, sheet: Sheet) => boolean;
  /** What is printed. */
  readonly sheet: (sheet: Sheet, random: Random, layout: Layout) => Sheet;
  /** What becomes of the printed text. */
  readonly text: (text: string, random: Random, layout: Layout, sheet: Sheet) => string;
  /** How many figures come into a printed sheet that belong to no cell. */
  readonly strays: (sheet: Sheet) => number;
}

/** A kind of damage; what is not given stays as it is. */
export function damage(id: string, parts: Partial<Omit<Damage, 'id'>>): Damage {
  return {
    id,
    harmless: true,
    fits: () => true,
    sheet: (sheet) => sheet,
    text: (text) => text,
    strays: () => 0,
    ...parts,
  };
}

/** A damaged text and what should be read from it. */
export interface Case {
  readonly text: string;
  readonly sheet: Sheet;
  readonly expected: Expectation;
}

/** Writes a sheet down in a layout with several kinds of damage, in their order; undefined where a kind does not fit. */
export function damaged(
  sheet: Sheet,
  layout: Layout,
  kinds: readonly Damage[],
  seed: number,
): Case | undefined {
  const random = randomOf(seed * 104729 + 11);
  let printed = sheet;
  for (const kind of kinds) {
    if (!kind.fits(layout, printed)) return undefined;
    printed = kind.sheet(printed, random, layout);
  }
  const strays = kinds.reduce((sum, kind) => sum + kind.strays(printed), 0);
  let text = layout.render(printed);
  for (const kind of kinds) text = kind.text(text, random, layout, printed);
  return {
    text,
    sheet: printed,
    expected: expectationOf(printed, layout, strays),
  };
}
