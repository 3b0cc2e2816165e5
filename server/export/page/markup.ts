/** A piece of HTML that is safe to put into a page: made by `element` alone, from texts that it escapes. */
export class Markup {
  constructor(readonly source: string) {}
}

export type Content = Markup | string | readonly Content[];

/** Attributes by their names; those without a value (undefined, false) are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Elements that have no content and no end. */
const empty = new Set(['meta', 'br', 'col']);

/** An element of HTML; texts within it are shown as they are, whatever they have of markup. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const given = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false) return '';
    return value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`;
  });
  const start = `<${name}${given.join('')}>`;
  return new Markup(empty.has(name) ? start : `${start}${content.map(sourceOf).join('')}</${name}>`);
}

function sourceOf(content: Content): string {
  if (content instanceof Markup) return content.source;
  return typeof content === 'string' ? escaped(content) : content.map(sourceOf).join('');
}

/** What is markup, and the signs that a reader of a page's source takes for those of Markdown. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '*': '&#42;',
  '\\': '&#92;',
};

const escaped = (text: string): string => text.replace(/[&<>"'*\\]/gu, (char) => entities[char] ?? char);
