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
} from './guide-disclosure';
import { disputesColumns, disputesRows } from './guide-disputes';
import { sections2019, sections2021 } from './guide-sections';

/** What everything in an edition of the form is about, by the ids of the form. */
export interface Guide {
  readonly sections: Readonly<Record<SectionId, Explanation>>;
  readonly groups: Readonly<Record<string, Explanation>>;
  readonly rows: Readonly<Record<string, Explanation>>;
  readonly columns: Readonly<Record<TableId, Readonly<Record<string, Explanation>>>>;
}

const guides: Readonly<Record<EditionId, Guide>> = {
  2021: {
    sections: sections2021,
    groups: applicationsGroups,
    rows: { ...disclosureRows2021, ...applicationsRows2021, ...disputesRows },
    columns: {
      proactiveDisclosure: disclosureColumns2021,
      applications: applicationsColumns,
      disputes: disputesColumns,
    },
  },
  2019: {
    sections: sections2019,
    groups: applicationsGroups,
    rows: { ...disclosureRows2019, ...applicationsRows2019, ...disputesRows },
    columns: {
      proactiveDisclosure: disclosureColumns2019,
      applications: applicationsColumns,
      disputes: disputesColumns,
    },
  },
};

/** The guide to an edition. */
export const guideOf = (edition: EditionId): Guide => guides[edition];
