import { newReport } from '../../features/writing/new-report';
import { agencyKey } from '../../workspace/agency';
import type { Feature, Host } from '../documents/host';
import * as messages from '../messages/messages';
import { nameFor } from '../protocol/file-name';

/** The frame of a new report, and whose reports the workspace has. */
export const newReports: Feature = (host) => {
  const { connection, guard } = host;
  connection.onRequest(
    messages.knownAgencies,
    guard.always<object, messages.KnownAgency[]>('knownAgencies', async (_, token) => {
      // Nothing may have been opened yet.
      await host.library.read(() => undefined, token);
      return knownAgencies(host);
    }),
  );
  connection.onRequest(
    messages.newReport,
    guard.always<messages.NewReportParams, messages.NewReport>('newReport', (params) => ({
      snippet: newReport({ ...params, lastYear: reportOn(host, params.agency, params.year - 1) }),
      fileName: nameFor(params.agency, params.year),
    })),
  );
  return {};
};

/** The agencies whose reports the workspace has, as far as it was read, each with its latest year; by name. */
export function knownAgencies({ reports }: Host): messages.KnownAgency[] {
  const known = new Map<string, messages.KnownAgency>();
  for (const { agency, year } of readingsIn(reports)) {
    const key = agencyKey(agency);
    const before = known.get(key);
    if (!before || before.year < year) known.set(key, { agency, year });
  }
  return [...known.values()].sort((a, b) => a.agency.localeCompare(b.agency, 'zh'));
}

/** The one report of an agency on a year; undefined where there is none, or several of which nobody knows which counts. */
function reportOn({ reports }: Host, agency: string, year: number) {
  const key = agencyKey(agency);
  const found = readingsIn(reports).filter((each) => each.year === year && agencyKey(each.agency) === key);
  return found.length === 1 ? found[0]?.report : undefined;
}

const readingsIn = ({ index }: Host['reports']) =>
  index
    .documents()
    .flatMap((name) => index.get(name) ?? [])
    .flatMap(({ report }) =>
      report.agency && report.year ? [{ agency: report.agency.value, year: report.year.value, report }] : [],
    );
