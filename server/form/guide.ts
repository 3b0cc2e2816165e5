import type { EditionId, SectionId, TableId } from './form';
import {
  applicationsColumns,
  applicationsGroups,
  applicationsRows2019,
  applicationsRows2021,
} from './guide-applications';
import type { Explanation } from './guide-basis';
import {
  disclosureColumns2019,
  disclosureColumns2021,
  disclosureRows2019,
  disclosureRows2021,
  disclosureRows2021Earlier,
} from './guide-disclosure';
import { type DisputesGuide, disputesEarlier, disputesRevised } from './guide-disputes';
import { sections2019, sections2021 } from './guide-sections';

/** What everything in an edition of the form is about, by the ids of the form. */
export interface Guide {
  readonly sections: Readonly<Record<SectionId, Explanation>>;
  readonly groups: Readonly<Record<string, Explanation>>;
  readonly rows: Readonly<Record<string, Explanation>>;
  readonly columns: Readonly<Record<TableId, Readonly<Record<string, Explanation>>>>;
}

const guide2021 = (disclosure: Guide['rows'], disputes: DisputesGuide): Guide => ({
  sections: sections2021,
  groups: applicationsGroups,
  rows: { ...disclosure, ...applicationsRows2021, ...disputes.rows },
  columns: {
    proactiveDisclosure: disclosureColumns2021,
    applications: applicationsColumns,
    disputes: disputes.columns,
  },
});

const guide2019 = (disputes: DisputesGuide): Guide => ({
  sections: sections2019,
  groups: applicationsGroups,
  rows: { ...disclosureRows2019, ...applicationsRows2019, ...disputes.rows },
  columns: {
    proactiveDisclosure: disclosureColumns2019,
    applications: applicationsColumns,
    disputes: disputes.columns,
  },
});

/** The year from which on the 行政复议法 as revised in 2023 is in force. */
const revisedSince = 2024;

/** By edition: with the laws before that year, and since. */
const guides: Readonly<Record<EditionId, readonly [earlier: Guide, since: Guide]>> = {
  2021: [
    guide2021(disclosureRows2021Earlier, disputesEarlier),
    guide2021(disclosureRows2021, disputesRevised),
  ],
  2019: [guide2019(disputesEarlier), guide2019(disputesRevised)],
};

/** The guide to an edition, citing the laws in force in the report's year; today's where the year is not known. */
export function guideOf(edition: EditionId, year = revisedSince): Guide {
  const [earlier, since] = guides[edition];
  return year < revisedSince ? earlier : since;
}
