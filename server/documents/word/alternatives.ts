/** What the same picture or box is to programs of several kinds (ECMA-376 part 3, 7.6): of these all are one. */
const branches = new Set(['mc:Choice', 'mc:Fallback']);

/**
 * Which of the forms of a thing is read: the first that says something. What none but an older form says is not lost, and what several
 * say stands on the page once.
 */
export class Alternatives {
  /** What had been read before each that is open. */
  private readonly open: number[] = [];

  /** An element begins when so many characters have been read: whether nothing in it is read. */
  begin(name: string, read: number): boolean {
    if (name === 'mc:AlternateContent') this.open.push(read);
    return branches.has(name) && read > (this.open.at(-1) ?? read);
  }

  end(name: string): void {
    if (name === 'mc:AlternateContent') this.open.pop();
  }
}
