import { edition2019 } from '../../../../server/form/edition-2019';
import { edition2021 } from '../../../../server/form/edition-2021';
import type { EditionId, Form, SectionId, TableId } from '../../../../server/form/form';
import { balancedFacts } from '../facts';
import { narrativeOf } from './narrative';

/** A row of a statutory table as it will be printed. A label that is `undefined` is lost, so is the row with `lost`. */
export interface SheetRow {
  readonly id: string;
  readonly number: string;
  readonly label: string | undefined;
  readonly group: string | undefined;
  /** What stands in the cells; '' is a blank cell, `undefined` one that is lost with its separator. */
  readonly cells: readonly (string | undefined)[];
  /** What becomes of the row's cells where it is not printed; false where it is. */
  readonly lost: false | 'absent' | 'merged';
}

/** A label over several rows; `cells` where a report prints figures at it that the form does not have. */
export interface SheetGroup {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly cells: readonly string[] | undefined;
}

export interface SheetSection {
  readonly id: SectionId;
  /** What is printed as heading; `undefined` where it is lost. */
  readonly heading: string | undefined;
  readonly paragraphs: readonly string[];
}

/** How labels of the head are broken: as printed officially, 商业 企业, 商业⏎企业, two rows of fragments, 商⏎业⏎企⏎业. */
export type HeadStyle = 'plain' | 'spaced' | 'broken' | 'fragments' | 'vertical' | 'lost';

/** A report before it becomes text: what is printed where, whatever the layout. */
export interface Sheet {
  readonly form: Form;
  readonly agency: string;
  readonly year: number;
  /** The lines of the title. */
  readonly title: readonly string[];
  readonly preface: readonly string[];
  readonly sections: readonly SheetSection[];
  readonly rows: Readonly<Record<TableId, readonly SheetRow[]>>;
  readonly groups: readonly SheetGroup[];
  readonly head: HeadStyle;
  /** How labels come out of the printer: rows' labels and those of the head alike. */
  readonly ink: (label: string) => string;
  /** Table 四 as one row of fifteen figures, or as three tables of five. */
  readonly disputes: 'row' | 'blocks';
  readonly signature: readonly string[];
}

const agencies = [
  '云溪县水务局',
  '临河市人民政府',
  '青川县白石镇人民政府',
  '示例市江北区市场监督管理局',
  '南州市经济开发区（沙塘镇）',
  '江北省自然资源厅',
] as const;

const numerals = ['', '一', '二', '三', '四', '五', '六'] as const;
const forms: Readonly<Record<EditionId, Form>> = { '2021': edition2021, '2019': edition2019 };

/** A flawless report with balanced figures; the same for the same arguments. */
export function sheetOf(seed: number, size: number, edition: EditionId = '2021'): Sheet {
  const form = forms[edition];
  const facts = balancedFacts(seed, size, form);
  const agency = agencies[seed % agencies.length] ?? agencies[0];
  const year = edition === '2021' ? 2021 + (seed % 5) : 2019 + (seed % 2);
  const narrative = narrativeOf(agency, year, seed);
  const sections = form.sections.map(
    ({ id, number, heading }): SheetSection => ({
      id,
      heading: `${numerals[number]}、${heading}`,
      paragraphs: narrative[id] ?? [],
    }),
  );
  return {
    form,
    agency,
    year,
    title: [`${agency}${year}年政府信息公开工作年度报告`],
    preface: narrative.preface,
    sections,
    rows: {
      proactiveDisclosure: rowsOf(form, 'proactiveDisclosure', facts),
      applications: rowsOf(form, 'applications', facts),
      disputes: rowsOf(form, 'disputes', facts),
    },
    groups: (form.tables.find(({ id }) => id === 'applications')?.groups ?? []).map(
      ({ id, number, label }) => ({ id, number, label, cells: undefined }),
    ),
    head: 'plain',
    ink: (label) => label,
    disputes: 'row',
    signature: [agency, `${year + 1}年1月${10 + (seed % 20)}日`],
  };
}

function rowsOf(form: Form, table: TableId, facts: readonly number[]): SheetRow[] {
  const rows = form.tables.find(({ id }) => id === table)?.rows ?? [];
  return rows.map(({ id, number, label, group, columns, firstCell }) => ({
    id,
    number,
    label,
    group,
    cells: columns.map((_, column) => String(facts[firstCell + column])),
    lost: false,
  }));
}

/** The sheet with `change` applied to each row of its tables. */
export function mapRows(sheet: Sheet, change: (row: SheetRow, table: TableId) => SheetRow): Sheet {
  const of = (table: TableId): SheetRow[] => sheet.rows[table].map((row) => change(row, table));
  return {
    ...sheet,
    rows: {
      proactiveDisclosure: of('proactiveDisclosure'),
      applications: of('applications'),
      disputes: of('disputes'),
    },
  };
}

/** The sheet with `change` applied to each of its sections. */
export const mapSections = (sheet: Sheet, change: (section: SheetSection) => SheetSection): Sheet => ({
  ...sheet,
  sections: sheet.sections.map(change),
});
