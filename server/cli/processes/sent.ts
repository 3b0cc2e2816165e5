import { deserialize, serialize } from 'node:v8';
import { editions } from '../../parse/lexicon/lexicon';
import type { Filed, Neighbours } from '../../report/neighbours';
import { isRecognised, type Report } from '../../report/report';
import type { Whose } from '../../workspace/identity';
import { figuresIn } from '../../workspace/reports';

/**
 * A report as it goes from process to process: what others are found by stands beside it, and all of it is for who checks it, packed, since
 * unpacking takes a twentieth of the time of reading.
 */
export interface Sent extends Pick<Filed, 'document' | 'text' | 'excerpt'> {
  readonly report: Summary;
  /** All of it; as it is where it goes nowhere. */
  readonly whole: Report | Uint8Array;
}

/** What is looked at of a report to find others. */
export interface Summary extends Whose {
  readonly figures: string;
  readonly isRecognised: boolean;
}

const names = new Map(Object.entries(editions).map(([name, form]) => [form, name as keyof typeof editions]));

/** The form, which every process has, goes by its name. */
interface Packed extends Omit<Report, 'form'> {
  readonly form: keyof typeof editions;
}

/** A report as it is sent; `isPacked` where it may go to another process. */
export function sent({ report, ...filed }: Filed, { isPacked }: { readonly isPacked: boolean }): Sent {
  const { agency, year } = report;
  const summary = { agency, year, figures: figuresIn(report), isRecognised: isRecognised(report) };
  return { ...filed, report: summary, whole: isPacked ? packed(report) : report };
}

function packed({ form, ...report }: Report): Uint8Array {
  const name = names.get(form);
  if (!name) throw new Error(`form ${form.edition} is none of those that can be read`);
  return serialize({ ...report, form: name } satisfies Packed);
}

/** The report that was sent. */
export function received({ whole, report: _, ...filed }: Sent): Filed {
  if (!(whole instanceof Uint8Array)) return { ...filed, report: whole };
  const { form, ...report } = deserialize(whole) as Packed;
  return { ...filed, report: { ...report, form: editions[form] } };
}

/** The neighbours that were sent. */
export const receivedBeside = ({ lastYear, parts }: Neighbours<Sent>): Neighbours => ({
  ...(lastYear && { lastYear: received(lastYear) }),
  ...(parts && { parts: { ...parts, found: parts.found.map(received) } }),
});
