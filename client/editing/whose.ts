import { l10n, type QuickPickItem } from 'vscode';
import type { KnownAgency } from '../../server/lsp/messages/messages';

/** An agency in a list; the one item without is for another, which is asked for. */
export interface AgencyItem extends QuickPickItem {
  readonly agency?: string;
}

/** Why what is typed is no name of an agency; undefined where it may be one. */
export const whyNoAgency = (value: string): string | undefined =>
  value.trim() === '' || value.length > 60 ? l10n.t('Give the full name of the agency') : undefined;

/** The agencies to choose from where `typed` is typed to find one: the known ones, and that very name where it is none of them. */
export function agencyItems(known: readonly KnownAgency[], typed: string): readonly AgencyItem[] {
  const items = known.map(
    ({ agency, year }): AgencyItem => ({
      label: agency,
      description: l10n.t('last report: {0}', year),
      agency,
    }),
  );
  const agency = typed.trim();
  if (agency === '') return [...items, { label: l10n.t('Another agency…') }];
  if (whyNoAgency(agency) !== undefined || known.some((each) => each.agency === agency)) return items;
  // No search leaves it out.
  return [...items, { label: `「${agency}」`, description: l10n.t('as typed'), agency, alwaysShow: true }];
}
