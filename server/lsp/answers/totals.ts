import type { WorkspaceEdit } from 'vscode-languageserver';
import { type Fix, totalFixes } from '../../features/mending/fixes';
import { listedFix } from '../../features/mending/listed-fix';
import type { Confidence } from '../../report/finding';
import { mark, said, say } from '../../text/say';
import type { Opened } from '../documents/documents';
import type { Feature } from '../documents/host';
import * as messages from '../messages/messages';
import { type EditGroup, shifted, toWorkspaceEdit } from '../protocol/edits';

/** All totals made right at once: first listed, then changed as users choose. */
export const totals: Feature = ({ connection, client, guard }) => {
  connection.onRequest(
    messages.totalFixes,
    guard.answer<messages.DocumentParams, messages.TotalFixes>('totalFixes', (opened) => ({
      version: opened.document.version,
      changes: fixesIn(opened).map(({ fix, agency }) => ({
        ...listedFix(fix, agency),
        isCertain: fix.repair.confidence !== 'possible',
        figures: fix.repair.edits.filter(({ to }) => to !== undefined).length,
      })),
    })),
  );
  connection.onRequest(
    messages.fixTotals,
    guard.answer<messages.FixTotalsParams, WorkspaceEdit | null>(
      'fixTotals',
      (opened, { version, chosen }) => {
        const groups = groupsOf(fixesIn(opened), chosen);
        return opened.document.version === version && groups.length > 0
          ? toWorkspaceEdit(opened.document, groups, client)
          : null;
      },
    ),
  );
  return {};
};

interface Located {
  readonly fix: Fix;
  /** The agency of its report, and where in the document that begins. */
  readonly agency: string | undefined;
  readonly start: number;
}

const fixesIn = ({ reports }: Opened): readonly Located[] =>
  reports.flatMap(({ analysis, start }) =>
    totalFixes(analysis).map((fix) => ({ fix, agency: analysis.report.agency?.value, start })),
  );

/** The preview shows the edits under these headings, so that users see how sure each is. */
const headings: Readonly<Record<Confidence, string>> = {
  safe: mark`不改变数字`,
  unique: mark`唯一能使各项勾稽都成立的改法`,
  possible: mark`可能的改法之一，请核对原始数据`,
};

/** What was chosen from the list is made at once; else each change is to be confirmed. */
function groupsOf(fixes: readonly Located[], chosen: readonly number[] | undefined): EditGroup[] {
  const editsOf = (some: readonly Located[]) =>
    some.flatMap(({ fix, start }) => shifted(fix.repair.edits, start));
  const groups = chosen
    ? [{ edits: editsOf(fixes.filter((_, index) => chosen.includes(index))) }]
    : (['safe', 'unique', 'possible'] as const).map((confidence) => ({
        confirm: { label: said(headings[confidence]), description: say`修正全部合计` },
        edits: editsOf(fixes.filter(({ fix }) => fix.repair.confidence === confidence)),
      }));
  return groups.filter(({ edits }) => edits.length > 0);
}
