import { edition2019 } from '../../form/edition-2019';
import { edition2021 } from '../../form/edition-2021';
import { cellAt, type Form, rowAndColumn } from '../../form/form';
import type { Edit } from '../../report/finding';
import { clauses, pathInWords } from '../../report/told';
import { say } from '../../text/say';
import { confidenceInWords, type Fix } from './fixes';

/** A repair as a line of a list: where and what, how sure, and what it does in a sentence. */
export interface ListedFix {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** Names a repair by the agency, and by table, row, column and numbers of every cell that it changes. */
export function listedFix({ repair }: Fix, agency: string | undefined): ListedFix {
  const cells = repair.edits.flatMap((edit) => cellOf(edit) ?? []);
  const what = cells.length > 0 ? clauses(cells) : repair.title;
  return {
    label: agency ? `${agency} · ${what}` : what,
    description: confidenceInWords(repair.confidence),
    detail: repair.title,
  };
}

const forms: readonly Form[] = [edition2021, edition2019];

function cellOf({ cell: path, from, to }: Edit): string | undefined {
  if (path === undefined || to === undefined) return undefined;
  const form = forms.find((each) => cellAt(each, path) >= 0) ?? edition2021;
  const index = cellAt(form, path);
  if (index < 0) return undefined;
  const { row, column } = rowAndColumn(form, index);
  const names = row.columns.length === 1 ? [row.name] : [row.name, column.label];
  const where = pathInWords(form.cells[index]?.table ?? 'applications', ...names);
  return `${where} · ${from ?? say`空`} → ${to ?? say`空`}`;
}
