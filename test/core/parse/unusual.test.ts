import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { expectationOf, misread, wrongCells } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { flat, type Grid, kept } from '../support/layouts/grid';
import { assemble, plainPrinter } from '../support/layouts/page';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'] as const;
const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

const sheets: readonly Sheet[] = [sheetOf(2, 60), sheetOf(3, 5000), sheetOf(5, 5), sheetOf(9, 60)];

const tabbed = (grid: Grid): string[] =>
  [...grid.head, ...grid.body].map((row) =>
    kept(row)
      .map(({ text }) => flat(text))
      .join('\t'),
  );

/** A sheet with its tables printed by `table`, and as rows with tabs where that answers nothing. */
const printed = (sheet: Sheet, table: (grid: Grid) => readonly string[] | undefined): string =>
  assemble(sheet, { ...plainPrinter, table: (grid) => table(grid) ?? tabbed(grid) });

const figures = (sheet: Sheet, change: (text: string) => string): Sheet =>
  mapRows(sheet, (row) => ({ ...row, cells: row.cells.map((text) => text && change(text)) }));

/** How many cells of a text have a figure that is not theirs, and how many are not read. */
function reading(sheet: Sheet, text: string): { wrong: number; open: number } {
  const report = parseReport(text);
  const cells = wrongCells(report, expectationOf(sheet, layoutCalled('cells-plain')));
  const wrong = misread(report, cells).length;
  return { wrong, open: cells.length - wrong };
}

const rowsOf = (sheet: Sheet): string[][] =>
  sheet.rows.applications.map(({ number, label, cells }) => [`${number}${label}`, ...cells.map(String)]);

const readable: Readonly<Record<string, (sheet: Sheet) => string>> = {
  'lines that end in a separator of lines': (sheet) =>
    printed(sheet, () => undefined).replaceAll('\n', '\u2028'),
  'lines that end in a vertical tab': (sheet) => printed(sheet, () => undefined).replaceAll('\n', '\v'),
  'two tabs before every cell': (sheet) =>
    printed(sheet, (grid) =>
      tabbed(grid).flatMap((row) => ['\t\t', ...row.split('\t').map((text) => `\t\t${text}`), '\t']),
    ),
  'the source of LaTeX': (sheet) =>
    printed(sheet, (grid) => [
      '\\begin{tabular}{|l|r|r|}',
      '\\hline',
      ...tabbed(grid).map((row) => `${row.replaceAll('\t', ' & ')} \\\\ \\hline`),
      '\\end{tabular}',
    ]),
  'the total before the other columns': (sheet) =>
    printed(sheet, ({ table }) => {
      if (table !== 'applications') return undefined;
      const rows = rowsOf(sheet).map(([label = '', ...cells]) => [
        label,
        cells.at(-1) ?? '',
        ...cells.slice(0, -1),
      ]);
      return [['申请人情况', '总计', ...columns.slice(0, -1)], ...rows].map((row) => row.join('\t'));
    }),
  'the figures of table 四 below each other': (sheet) =>
    printed(sheet, ({ table }) =>
      table === 'disputes'
        ? sheet.rows.disputes.flatMap(({ cells }, index) => [
            ['行政复议', '未经复议直接起诉', '复议后起诉'][index] ?? '',
            ...cells.map((text, column) => `${results[column]} ${text}`),
          ])
        : undefined,
    ),
  'the head once more on the next page': (sheet) =>
    printed(sheet, (grid) => {
      const lines = tabbed(grid);
      const head = lines.slice(0, grid.head.length);
      return grid.table === 'applications'
        ? [...lines.slice(0, 15), '', '- 3 -', '', ...head, ...lines.slice(15)]
        : undefined;
    }),
  'footnotes in circles': (sheet) =>
    layoutCalled('cells-plain').render(figures(sheet, (text) => (text === '0' ? text : `${text}①`))),
  'footnotes in brackets': (sheet) =>
    layoutCalled('tsv').render(figures(sheet, (text) => (text === '0' ? text : `${text}[1]`))),
  'footnotes as asterisks': (sheet) =>
    layoutCalled('tsv').render(figures(sheet, (text) => (text === '0' ? text : `${text}*`))),
  'labels broken by tags in Markdown': (sheet) =>
    printed(sheet, (grid) =>
      [...grid.head, ...grid.body].map((row) => {
        const cells = kept(row).map(({ role, text }) =>
          role === 'value' ? text : flat(text).replace(/^(.{5})(.+)$/, '$1<br>$2'),
        );
        return `| ${cells.join(' | ')} |`;
      }),
    ),
  'digits as entities, among comments and columns': (sheet) =>
    layoutCalled('html')
      .render(sheet)
      .replace(/<table[^>]*>/g, '$&<!-- <td>9</td> --><colgroup><col/><col/></colgroup>')
      .replace(/<td([^>]*)>(\d)(\d*)<\/td>/g, '<td$1><o:p>&nbsp;</o:p>&#x3$2;$3</td>'),
};

const unreadable: Readonly<Record<string, (sheet: Sheet) => string>> = {
  'a table turned on its side': (sheet) =>
    printed(sheet, ({ table }) => {
      if (table !== 'applications') return undefined;
      const rows = rowsOf(sheet);
      const turned = columns.map((name, column) => [name, ...rows.map((row) => row[column + 1] ?? '')]);
      return [['申请人情况', ...rows.map(([label = '']) => label)], ...turned].map((row) => row.join('\t'));
    }),
  'sentences instead of a table': (sheet) =>
    printed(sheet, ({ table }) =>
      table === 'applications'
        ? rowsOf(sheet).map(
            ([label, ...cells]) =>
              `${label}：${cells.map((text, column) => `${columns[column]}：${text}`).join('；')}。`,
          )
        : undefined,
    ),
  'pictures instead of tables': (sheet) => printed(sheet, () => ['![](media/image1.png)']),
};

describe('unusual tables', () => {
  for (const [name, render] of Object.entries(readable)) {
    it(`reads them: ${name}`, () => {
      for (const sheet of sheets) assert.deepEqual(reading(sheet, render(sheet)), { wrong: 0, open: 0 });
    });
  }

  for (const [name, render] of Object.entries(unreadable)) {
    it(`reads no figure wrongly, and says so once a table: ${name}`, () => {
      for (const sheet of sheets) {
        const text = render(sheet);
        assert.equal(reading(sheet, text).wrong, 0);
        const told = analyze(text).findings.filter(({ rule }) => /^(?:unread|missing)-/.test(rule));
        assert.ok(told.length > 0 && told.length <= 3, told.map(({ message }) => message).join('; '));
      }
    });
  }

  for (const [digit, letters] of [
    ['0', ['O', 'o', '〇', '零']],
    ['1', ['l', 'I']],
  ] as const) {
    it(`says of every ${digit} typed as another character that it is no count`, () => {
      for (const letter of letters) {
        for (const sheet of sheets) {
          const typed = figures(sheet, (text) => (text === digit ? letter : text));
          const text = layoutCalled('tsv').render(typed);
          const planted = Object.values(typed.rows).flatMap((rows) =>
            rows.flatMap(({ cells }) => cells.filter((cell) => cell === letter)),
          );
          const told = analyze(text).findings.filter(({ rule }) => rule === 'not-a-count');
          assert.equal(reading(sheet, text).wrong, 0);
          assert.equal(told.length, planted.length, `${letter}: ${told.length} of ${planted.length}`);
        }
      }
    });
  }

  for (const content of ['１ ０', '2 3', '? 1', '3 ?', '十二', '#DIV/0!', '约3', '1.']) {
    it(`keeps the place of a cell that says ${content}, and says so there`, () => {
      for (const id of ['tsv', 'pipes', 'gfm', 'html', 'csv', 'cells-tab', 'cells-plain', 'aligned']) {
        for (const row of [
          'applications.received',
          'proactiveDisclosure.normativeDocuments',
          'proactiveDisclosure.administrativeLicenses',
          'disputes.litigation.direct',
        ]) {
          const sheet = mapRows(sheetOf(5, 60), (each) =>
            each.id === row
              ? { ...each, cells: each.cells.with(Math.min(1, each.cells.length - 1), content) }
              : each,
          );
          const text = layoutCalled(id).render(sheet);
          const wrong = wrongCells(parseReport(text), expectationOf(sheetOf(5, 60), layoutCalled(id)));
          assert.equal(wrong.length, 1, `${id} ${row}`);
          const told = analyze(text).findings.filter(({ rule }) => rule === 'not-a-count');
          assert.deepEqual(
            told.map(({ span }) => text.slice(span.start, span.end)),
            [content],
          );
        }
      }
    });
  }
});
