import type { Connection } from 'vscode-languageserver';
import { type Analysis, type AnalysisOptions, analyze } from '../../analysis';
import { say } from '../../text/say';
import type { Limit } from '../../workspace/limit';

/** Checks the text of a document; throws where that takes too long. */
export type Analyst = (uri: string, text: string, options: AnalysisOptions) => Analysis;

/** Checks within the limit, and logs where in our own code rules broke down: each place once, however many reports lead there. */
export function analystOf(connection: Connection, limit: Limit): Analyst {
  const told = new Set<string>();
  return (uri, text, options) => {
    const analysis = limit(() => analyze(text, options));
    for (const { rule, stack } of analysis.broken) {
      // Who asked, further down, is another each time.
      const place = `${rule} ${stack.split('\n').find((line) => line.startsWith('    at ')) ?? stack}`;
      if (!told.has(place)) connection.console.error(say`${uri}：规则 ${rule}：${stack}`);
      told.add(place);
    }
    return analysis;
  };
}
