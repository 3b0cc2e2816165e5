// What the code of a number's format consists of (ECMA-376 part 1, 18.8.31).

type Kind =
  | 'literal'
  | 'digit'
  | 'point'
  | 'comma'
  | 'percent'
  | 'stroke'
  | 'general'
  | 'text'
  | 'date'
  | 'power';

export interface Token {
  readonly kind: Kind;
  /** What it draws, or which of its kind it is. */
  readonly text: string;
}

/** One of the parts of a code, for some of the numbers. */
export interface Section {
  readonly tokens: readonly Token[];
  /** For which numbers it is; undefined where that follows from its place. */
  readonly isFor: ((value: number) => boolean) | undefined;
  readonly isColoured: boolean;
}

const words =
  /"([^"]*)"?|[\\!](.)|[_*].|\[([^\]]*)\]?|(General|G\/通用格式)|(E[+-])|(AM\/PM|A\/P|上午\/下午|[ymdhsega]+)|(.)/giu;

const single: Readonly<Record<string, Kind>> = {
  0: 'digit',
  '#': 'digit',
  '?': 'digit',
  '.': 'point',
  ',': 'comma',
  '%': 'percent',
  '/': 'stroke',
  '@': 'text',
};

/** The parts of a code. */
export function sectionsOf(code: string): readonly Section[] {
  const sections: { tokens: Token[]; isFor: Section['isFor']; isColoured: boolean }[] = [];
  const begin = () => {
    const section = { tokens: [], isFor: undefined, isColoured: false };
    sections.push(section);
    return section as (typeof sections)[number];
  };
  let section = begin();
  const put = (kind: Kind, text: string): unknown => section.tokens.push({ kind, text });
  for (const [, quoted, escaped, bracket, general, power, date, one = ''] of code.matchAll(words)) {
    if (quoted !== undefined || escaped !== undefined) put('literal', quoted ?? escaped ?? '');
    else if (bracket !== undefined) takeBracket(section, bracket);
    else if (general !== undefined) put('general', general);
    else if (power !== undefined) put('power', power);
    else if (date !== undefined) put('date', date.toLowerCase());
    else if (one === ';') section = begin();
    else put(single[one] ?? 'literal', one);
  }
  return sections;
}

const compares: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '=': (a, b) => a === b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<>': (a, b) => a !== b,
};

/** What stands in brackets: a currency, hours that go on beyond a day, for which numbers the part is, a colour. */
function takeBracket(
  section: { tokens: Token[]; isFor: Section['isFor']; isColoured: boolean },
  bracket: string,
): void {
  const [, currency] = /^\$([^-]*)/u.exec(bracket) ?? [];
  const [, sign, limit] = /^([<>=]{1,2})(-?[\d.]+)$/u.exec(bracket) ?? [];
  const compare = compares[sign ?? ''];
  if (currency !== undefined) section.tokens.push({ kind: 'literal', text: currency });
  else if (/^[hms]+$/iu.test(bracket)) section.tokens.push({ kind: 'date', text: bracket.toLowerCase() });
  else if (compare) section.isFor = (value) => compare(value, Number(limit));
  else if (!/^DBNum/iu.test(bracket)) section.isColoured = true;
}
