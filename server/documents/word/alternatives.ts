import { localName } from '../containers/xml';

/** What the same picture or box is to programs of several kinds (ECMA-376 part 3, 7.6): of these all are one. */
const branches = new Set(['Choice', 'Fallback']);

/** Whose extensions word processors know: Microsoft's, the standard's own, and those of WPS. */
const known =
  /^http:\/\/(?:schemas\.(?:microsoft\.com\/office|openxmlformats\.org)|purl\.oclc\.org\/ooxml|www\.wps\.cn)\//u;

/**
 * Which of the forms of a thing is read: the first that says something, of those that word processors know. What none but an older form
 * says is not lost, and what several say stands on the page once.
 */
export class Alternatives {
  /** What had been read before each that is open. */
  private readonly open: number[] = [];
  /** What stands for which namespace. */
  private readonly spaces = new Map<string, string>();

  /** An element begins when so many characters have been read: whether nothing in it is read. */
  begin(name: string, attributes: ReadonlyMap<string, string>, read: number): boolean {
    for (const [key, value] of attributes)
      if (key.startsWith('xmlns:')) this.spaces.set(key.slice('xmlns:'.length), value);
    const own = localName(name);
    if (own === 'AlternateContent') this.open.push(read);
    if (!branches.has(own)) return false;
    return read > (this.open.at(-1) ?? read) || this.isForeign(attributes.get('Requires') ?? '');
  }

  end(name: string): void {
    if (localName(name) === 'AlternateContent') this.open.pop();
  }

  /** Whether a form is for programs that know what no word processor does. */
  private isForeign(required: string): boolean {
    return required.split(/\s+/u).some((prefix) => {
      const space = this.spaces.get(prefix);
      return space !== undefined && !known.test(space);
    });
  }
}
