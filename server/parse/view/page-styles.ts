/** How an element says so itself. */
const styles = {
  gone: 'display:none',
  invisible: 'visibility:hidden',
  struck: 'text-decoration:line-through',
} as const;

/** What the style sheets in a page say of elements with a class: that they are not shown, or are struck out. */
type Saying = keyof typeof styles | 'shown';

/** Gives the attributes of an element with what the page's sheets say of its classes, as if its own `style` did. */
export type PageStyles = (name: string, attributes: Map<string, string>) => Map<string, string>;

const sheets = /<style\b[^<>]*>([^<]*)/giu;
/** A class of any element or of one kind. */
const selector = /^([a-z][a-z\d]*)?\.([\w\u0080-\uffff-]+)$/iu;
/** One that is not closed goes on to the end. */
const comments = /\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/gu;
const classes = /\.([\w\u0080-\uffff-]+)/gu;

/** The styles of a page. */
export function pageStyles(text: string): PageStyles {
  const said = new Map<string, Saying>();
  const shown = new Set<string>();
  for (const [, sheet = ''] of text.matchAll(sheets))
    for (const { selectors, body } of rulesIn(sheet)) {
      const saying = sayingOf(body);
      if (!saying) continue;
      for (const each of selectors.split(',')) {
        const [, name = '', own] = selector.exec(each.trim()) ?? [];
        if (own !== undefined) said.set(`${name.toLowerCase()}.${own}`, saying);
        // What shows some of them may show any: which, is not asked.
        else if (saying === 'shown') for (const [, other = ''] of each.matchAll(classes)) shown.add(other);
      }
    }
  if (said.size === 0) return (_, attributes) => attributes;
  return (name, attributes) => {
    for (const own of (attributes.get('class') ?? '').split(/\s+/u)) {
      const saying = shown.has(own) ? undefined : (said.get(`${name}.${own}`) ?? said.get(`.${own}`));
      if (saying && saying !== 'shown')
        attributes.set('style', `${attributes.get('style') ?? ''};${styles[saying]}`);
    }
    return attributes;
  };
}

function sayingOf(body: string): Saying | undefined {
  if (/\bdisplay\s*:\s*none\b/iu.test(body)) return 'gone';
  if (/\bvisibility\s*:\s*hidden\b/iu.test(body)) return 'invisible';
  if (/\bline-through\b/iu.test(body)) return 'struck';
  return /\b(?:display|visibility|text-decoration)\s*:/iu.test(body) ? 'shown' : undefined;
}

/** The rules of a sheet that hold for whatever shows the page: none of those in a condition. */
function* rulesIn(sheet: string): Generator<{ readonly selectors: string; readonly body: string }> {
  const pieces = sheet.replace(comments, ' ').split(/([{}])/u);
  let depth = 0;
  let selectors = '';
  for (const [at, piece] of pieces.entries()) {
    if (piece === '{') {
      if (depth++ === 0) selectors = pieces[at - 1] ?? '';
    } else if (piece === '}') {
      if (depth === 1 && !selectors.trim().startsWith('@')) yield { selectors, body: pieces[at - 1] ?? '' };
      depth = Math.max(0, depth - 1);
    }
  }
}
