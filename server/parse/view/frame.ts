/** What frames a figure or a label is no longer. */
const longest = 1000;
const tableElements = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

/** The tables of one cell that stand in cells: such a table only draws a line around what is in the cell, and its tags say nothing. */
export class Frame {
  private isOpen = false;

  constructor(private readonly source: string) {}

  /** Takes an opening tag that ends at `end`: whether it is one of a frame. */
  open(name: string, end: number, isInCell: boolean): boolean {
    if (name === 'table' && isInCell && !this.isOpen) this.isOpen = isFrame(this.source, end);
    return this.isOpen && tableElements.has(name);
  }

  /** Takes a closing tag: whether it is one of a frame. */
  close(name: string): boolean {
    const isOwn = this.isOpen && tableElements.has(name);
    if (name === 'table') this.isOpen = false;
    return isOwn;
  }
}

/** Whether a table that begins at a place has one cell and no table in it. */
function isFrame(source: string, start: number): boolean {
  const near = source.slice(start, start + longest);
  const end = near.search(/<\/table\s{0,9}>/iu);
  const inside = near.slice(0, Math.max(0, end));
  return inside.match(/<(?:t[dh]|table)[\s>]/giu)?.length === 1 && !/<table[\s>]/iu.test(inside);
}
