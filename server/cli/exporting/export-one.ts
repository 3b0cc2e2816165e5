import { analyze } from '../../analysis';
import {
  type Exporting,
  exportedAs,
  isBinary,
  leftOf,
  reportsAs,
  titleOf,
  type Writer,
} from '../../export/exporting';
import { type ExportOptions, schemaVersions } from '../../export/json';
import { type ExportName, exportNames } from '../../export/kinds';
import { rowsAs, shapes } from '../../export/rows';
import { say } from '../../text/say';
import type { Call } from '../arguments/args';
import { readingFor } from '../files/sources';
import type { Surroundings } from '../streams/io';

// What is done for an export on one file at a time, in whichever process.

/** An exported report. */
export interface Exported {
  readonly title: string;
  /** Which report it is where its file has several. */
  readonly part: number | undefined;
  readonly content: Uint8Array | string;
}

/** What a call exports to. */
export const kindOf = ({ values: { to } }: Call): ExportName =>
  exportNames.find((name) => name === to) ?? 'json';

/** How reports are written to standard output; `isAlone` where there is only one. */
export function writerFor(call: Call, { isAlone }: { readonly isAlone: boolean }): Writer | undefined {
  const to = kindOf(call);
  const shape = shapes.find((each) => call.switches.has(each));
  if (isBinary(to)) return undefined;
  return shape ? rowsAs(shape, to === 'csv' ? to : 'json') : reportsAs(to, { isAlone });
}

/** The works of an export; the only report of a file stands for itself but with `--lines`. */
export function exportWorks(call: Call, at: Surroundings) {
  const to = kindOf(call);
  const optionsFor = optionsOf(call);
  const isOnOutput = call.values.out === undefined;
  const contentOf = (exporting: Exporting, isAlone: boolean): Exported['content'] =>
    (isOnOutput ? writerFor(call, { isAlone })?.one(exporting) : undefined) ??
    exportedAs(to, [exporting]).content;
  return {
    read: readingFor<Exported>(call, at, function* ({ file, reports }, limit) {
      const isAlone = reports.length === 1 && !call.switches.has('lines');
      for (const [index, each] of reports.entries()) {
        const part = reports.length > 1 ? index + 1 : undefined;
        const analysis = limit(() => analyze(each.text, each));
        if (analysis.coverage.read === 0)
          yield {
            complaint: say`${file}${part === undefined ? '' : say`（第 ${part} 份）`}：没有读到任何一格数字`,
          };
        const exporting = { file, part, analysis, options: optionsFor(each) };
        for (const what of leftOf(to, exporting)) yield { complaint: say`${file}：${what}` };
        yield { made: { title: titleOf(exporting), part, content: contentOf(exporting, isAlone) } };
      }
    }),
  };
}

/** How a report that begins at `start` of its file is to be exported as JSON. */
function optionsOf({ values, switches }: Call): (excerpt: { readonly start: number }) => ExportOptions {
  const schema = schemaVersions.find((version) => version === values.schema);
  const hasSpans = switches.has('spans');
  return ({ start }) => ({ ...(schema && { schema }), spans: hasSpans ? { start } : undefined });
}
