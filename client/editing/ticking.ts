import { l10n } from 'vscode';
import type { TotalChange } from '../../server/lsp/messages/messages';

/** What to do with a list of changes, by whether some are ticked already. */
export const whatToTick = (changes: readonly Pick<TotalChange, 'isCertain'>[]): string =>
  changes.some(({ isCertain }) => isCertain)
    ? l10n.t('Tick what is to be changed and press Enter; what has one way to be right is ticked already')
    : l10n.t('Each has several ways to be right, so none is ticked: tick what agrees with your records');

/** What is said where the list is accepted with nothing ticked. */
export const nothingTicked = (): string =>
  l10n.t(
    'Nothing was ticked, so nothing was changed. Run the command again and tick what agrees with your records, or correct the figures in the text.',
  );
