import { parseReport } from '../../../server/parse/parse';
import type { Demand } from '../../../server/report/demand';
import type { Filed, Neighbours } from '../../../server/report/neighbours';

/** An example of a rule's page: a text with marks, and the text after the first repair where the page shows it. */
export interface Example {
  readonly report: string;
  readonly fixed: string | undefined;
  /** The reports that the example is held against. */
  readonly lastYear: string | undefined;
  readonly parts: readonly string[];
  /** The names of agencies that belong to the example's and whose reports are not at hand. */
  readonly missing: readonly string[];
  /** What is demanded of it beside the form. */
  readonly demands: readonly Demand[];
}

type Others = Pick<Example, 'lastYear' | 'parts' | 'missing' | 'demands'>;

const none: Others = { lastYear: undefined, parts: [], missing: [], demands: [] };
const fence = /^```(report|fixed|last-year|part|missing-part|demands)\n([\s\S]*?)\n```$/gmu;

/**
 * The examples of a rule's page, in its order. `last-year`, `part`, `missing-part` (a name a line) and `demands` (JSON) stand before the `report`
 * that they belong to. Throws where a `fixed` fence follows no `report` fence, or other reports are followed by none.
 */
export function examplesOf(page: string): readonly Example[] {
  const examples: { -readonly [Key in keyof Example]: Example[Key] }[] = [];
  let others = none;
  for (const [, kind, body = ''] of page.matchAll(fence)) {
    const last = examples.at(-1);
    if (kind === 'report') {
      examples.push({ report: body, fixed: undefined, ...others });
      others = none;
    } else if (kind === 'last-year') others = { ...others, lastYear: body };
    else if (kind === 'part') others = { ...others, parts: [...others.parts, body] };
    else if (kind === 'missing-part') others = { ...others, missing: body.split('\n') };
    else if (kind === 'demands') others = { ...others, demands: JSON.parse(body) };
    else if (last && last.fixed === undefined) last.fixed = body;
    else throw new Error(`a fixed fence without its report fence: ${body.slice(0, 40)}`);
  }
  if (others !== none) throw new Error('other reports without the report fence that they belong to');
  return examples;
}

/** The reports that an example is held against. */
export function neighboursOf({ lastYear, parts, missing }: Example): Neighbours {
  const filed = (text: string, document: string): Filed => ({ document, text, report: parseReport(text) });
  const found = parts.map((text, index) => filed(text, `part-${index}`));
  return {
    ...(lastYear !== undefined && { lastYear: filed(lastYear, 'last-year') }),
    ...((found.length > 0 || missing.length > 0) && { parts: { found, missing } }),
  };
}
