/** An example of a rule's page: a text with marks, and the text after the first repair where the page shows it. */
export interface Example {
  readonly report: string;
  readonly fixed: string | undefined;
}

const fence = /^```(report|fixed)\n([\s\S]*?)\n```$/gmu;

/** The examples of a rule's page, in its order. Throws where a `fixed` fence follows no `report` fence. */
export function examplesOf(page: string): readonly Example[] {
  const examples: { report: string; fixed: string | undefined }[] = [];
  for (const [, kind, body = ''] of page.matchAll(fence)) {
    const last = examples.at(-1);
    if (kind === 'report') examples.push({ report: body, fixed: undefined });
    else if (last && last.fixed === undefined) last.fixed = body;
    else throw new Error(`a fixed fence without its report fence: ${body.slice(0, 40)}`);
  }
  return examples;
}
