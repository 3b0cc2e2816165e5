// The elements of a word processor's document that are no properties, by what is shown of them.

/** Elements with nothing of what is shown: what was taken out, what was before, how a character is read. */
export const unseen = new Set(
  `del moveFrom delText rt pPrChange rPrChange tblPrChange tblPrExChange trPrChange tcPrChange sectPrChange tblGridChange
  numberingChange sectPr`.split(/\s+/u),
);
/** Elements by which a change is tracked. */
export const tracked = new Set(['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel']);
/** What is drawn where an element of a run stands. */
export const drawn: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

/** Whether a property that may be on or off is on, by its value. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !['0', 'false', 'off'].includes(value);

/** An attribute of the element that begins, by its name; undefined where it has none. */
export type Attribute = (key: string) => string | undefined;
