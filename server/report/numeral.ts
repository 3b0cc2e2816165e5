/** What a numeral of a text can be, in the order in which the classes are counted. */
export const numeralClasses = [
  /** The figure of a cell. */
  'cell',
  /** Part of a heading; part of a label or the head of a table (第二十条第（一）项, （一）, 1.). */
  'heading',
  'label',
  'date',
  /** To an article, a document, a name. */
  'reference',
  /** Held against the tables, or against other numbers of its sentence. */
  'claim',
  /** A quantity of another matter. */
  'other-claim',
  /** Telephone number, address and the like. */
  'contact',
  /** A place in a list or ranking, the number of a page. */
  'ordinal',
  /** Inside a table, but no cell took it. */
  'unplaced',
  /** In what was not read: another report behind this one, or the rest of a text too long. */
  'unread',
  'unexplained',
] as const;

export type NumeralClass = (typeof numeralClasses)[number];
