import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { locate, type Place } from '../../../server/features/places/locate';
import { type TableId, tableOf } from '../../../server/form/form';
import { applicationsTable, atCursor, samples, vertical } from './fixtures';

/** A place in one line. */
function say({ report }: Analysis, place: Place | undefined): string | undefined {
  if (!place) return undefined;
  switch (place.kind) {
    case 'cell':
      return `${place.cell.kind} ${report.form.cells[place.index]?.path}`;
    case 'row':
      return `row ${tableOf(report.form, place.table).rows[place.row]?.id}`;
    case 'section':
      return `section ${place.id}`;
    default:
      return `${place.kind} ${place.table}/${place.id}`;
  }
}

const check = (source: string, expected: string | undefined): void => {
  const { analysis, cursor } = atCursor(source);
  assert.equal(say(analysis, locate(analysis, cursor)), expected);
};

const received = '一、本年新收政府信息公开申请数量';

const wrappedRows = `（六）其他处理
      1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息      0     0     0     0     0     0     0
      公开申请
      2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其      0     0     0     0     0     0     0
      政府信息公开申请
      `;

describe('what stands at a place', () => {
  const cases: readonly [what: string, source: string, expected: string | undefined][] = [
    [
      'a figure',
      applicationsTable({ [received]: '‸8 | 0 | 0 | 0 | 0 | 1 | 9' }),
      'count applications.received.naturalPerson',
    ],
    [
      'the end of a figure',
      applicationsTable({ [received]: '12‸ | 0 | 0 | 0 | 0 | 0 | 12' }),
      'count applications.received.naturalPerson',
    ],
    [
      'the middle of a figure',
      applicationsTable({ [received]: '12 | 0 | 0 | 0 | 0 | 0 | 1‸2' }),
      'count applications.received.total',
    ],
    [
      'a stroke',
      applicationsTable({ [received]: '8 | ‸- | 0 | 0 | 0 | 0 | 8' }),
      'mark applications.received.commercialEnterprise',
    ],
    [
      'something in place of a figure',
      applicationsTable({ [received]: '8 | 0 | 0 | 0 | 0 | 0 | ‸1O' }),
      'text applications.received.total',
    ],
    ['prose', `一、总体情况\n本年收到申请‸8件。\n${applicationsTable({})}`, undefined],
    [
      'the heading of a section',
      `‸一、总体情况\n本年收到申请8件。\n${applicationsTable({})}`,
      'section overview',
    ],
    [
      'the label of a row',
      applicationsTable({ [received]: '8 | 0 | 0 | 0 | 0 | 0 | 8' }).replace('本年新收', '本年‸新收'),
      'row applications.received',
    ],
    [
      'the label of a group',
      applicationsTable({}).replace('（三）不予公开', '（三）不予‸公开'),
      'group applications/refused',
    ],
    [
      'the number of a group',
      applicationsTable({}).replace('（三）不予公开', '（‸三）不予公开'),
      'group applications/refused',
    ],
    [
      'a row behind the label of its group',
      applicationsTable({}).replace('1.属于国家秘密', '1.属于‸国家秘密'),
      'row applications.results.refused.stateSecret',
    ],
    [
      'the label of a column',
      applicationsTable({}).replace('自然人', '自‸然人'),
      'column applications/naturalPerson',
    ],
    ['the column 其他', applicationsTable({}).replace('| 其他 |', '| ‸其他 |'), 'column applications/other'],
    [
      'the row 其他',
      applicationsTable({}).replace('3.其他', '3.‸其他'),
      'row applications.results.other.other',
    ],
    [
      'a figure alone on its line',
      vertical.replace('\n1\n', '\n‸1\n'),
      'count applications.received.researchInstitution',
    ],
    [
      'the label of a column on two lines',
      vertical.replace('商业\n企业', '商业\n企‸业'),
      'column applications/commercialEnterprise',
    ],
    [
      'the label of a group on a line of its own',
      vertical.replace('本年度办理', '本年度‸办理'),
      'group applications/results',
    ],
    ['words that say nothing of a form', '今天‸天气很好。', undefined],
  ];
  for (const [what, source, expected] of cases) it(what, () => check(source, expected));

  it('a cell that is blank', () => {
    const source = applicationsTable({ [received]: '8 |‸ | 0 | 0 | 0 | 0 | 8' });
    check(source, 'blank applications.received.commercialEnterprise');
  });

  for (const [what, at, expected] of [
    ['on the line of its figures', '1.申请人无‸正当', 'overdueCorrection'],
    ['on the line behind', '公开‸申请\n      2.', 'overdueCorrection'],
    ['where the next begins', '2.申请人‸逾期未', 'overduePayment'],
    ['at its end', '政府信息‸公开申请\n      3.', 'overduePayment'],
  ] as const) {
    it(`one of two labels that are broken over lines, ${what}`, () => {
      const wrapped = applicationsTable({})
        .replace(/ \| /g, '    ')
        .replace(/（六）其他处理 {4}1.*\n2.*\n/, wrappedRows);
      const source = wrapped.replace(at.replace('‸', ''), at);
      check(source, `row applications.results.other.${expected}`);
    });
  }

  it('the label of a group in traditional characters with their sound', () => {
    const { analysis, cursor } = atCursor(
      applicationsTable({})
        .replace('（五）不予处理', '（五）不予處(chù)理‸')
        .replace('公开申请情况', '公開申請情況'),
    );
    assert.equal(say(analysis, locate(analysis, cursor)), 'group applications/notProcessed');
  });

  for (const { name, text } of samples) {
    const analysis = analyze(text);
    const { report } = analysis;

    it(`every figure of ${name}`, () => {
      const printed = report.form.cells.filter(({ index }) => report.cells[index]?.kind === 'count');
      assert.ok(printed.length > 0);
      for (const { index, path } of printed) {
        const { start, end } = report.cells[index]?.span ?? { start: -1, end: -1 };
        assert.equal(say(analysis, locate(analysis, start)), `count ${path}`);
        assert.equal(say(analysis, locate(analysis, end - 1)), `count ${path}`);
      }
    });

    it(`every label of ${name}`, () => {
      for (const { id, heading } of report.sections) {
        if (heading) assert.equal(say(analysis, locate(analysis, heading.wording.start)), `section ${id}`);
      }
      for (const { id, rows } of report.tables) {
        for (const { label } of rows) {
          if (!label) continue;
          // Labels that are broken over the same lines share a span; which of them stands where is another test's matter.
          const sharing = rows.filter((other) => other.label?.start === label.start);
          assert.ok(
            sharing
              .map(({ row }) => `row ${tableOf(report.form, id).rows[row]?.id}`)
              .includes(say(analysis, locate(analysis, label.start)) ?? ''),
          );
        }
      }
    });

    it(`every column of ${name}`, () => {
      const headOf = (id: TableId): string[] =>
        tableOf(report.form, id).rows.flatMap(({ columns }) =>
          columns.map((column) => `column ${id}/${column.id}`),
        );
      const found = new Set<string | undefined>();
      for (let at = 0; at < text.length; at++) {
        if (/\p{Script=Han}/u.test(text.charAt(at))) found.add(say(analysis, locate(analysis, at)));
      }
      for (const { id } of report.tables) {
        for (const column of headOf(id)) assert.ok(found.has(column), column);
      }
      for (const { id } of tableOf(report.form, 'applications').groups)
        assert.ok(found.has(`group applications/${id}`), id);
    });
  }
});
