import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { hover } from '../../../server/features/explaining/hover';
import { rowAndColumn, tableOf } from '../../../server/form/form';
import { guideOf } from '../../../server/form/guide';
import type { Explanation } from '../../../server/form/guide-basis';
import { applicationsTable, atCursor, paragraphs, samples, vertical } from './fixtures';

const received = '一、本年新收政府信息公开申请数量';
const carriedOver = '二、上年结转政府信息公开申请数量';
const granted = '三、本年度办理结果 | （一）予以公开';
const total = '（七）总计';
const forward = '四、结转下年度继续办理';

const titleOf = (source: string): string | undefined => paragraphs(source)[0];

/** What clerks ask of these, each question once. */
const asked = (all: readonly Explanation[]): string =>
  [...new Set(all.flatMap(({ questions = [] }) => questions.map((question) => question.asked)))].join('');

/** The lines on how the equations stand. */
const standing = (source: string): readonly string[] => {
  const lines = paragraphs(source).find((each) => /^[✓✗？]/.test(each));
  return lines?.split('  \n') ?? [];
};

describe('hover', () => {
  it('tells of a figure what is counted, what is confused, what it rests on and how it adds up', () => {
    const { analysis, cursor } = atCursor(
      applicationsTable({
        [received]: '‸8 | 1 | 0 | 0 | 0 | 0 | 9',
        [granted]: '7 | 1 | 0 | 0 | 0 | 0 | 8',
        [total]: '7 | 1 | 0 | 0 | 0 | 0 | 8',
      }),
    );
    const row = guideOf('2021').rows['applications.received'] ?? assert.fail();
    const { counts, confusions } = row;
    const column = guideOf('2021').columns.applications.naturalPerson ?? assert.fail();
    assert.deepEqual(hover(analysis, cursor), {
      span: { start: cursor, end: cursor + 1 },
      markdown: [
        '**表三 · 本年新收 · 自然人**　8 件',
        '✓ 行合计：8 + 1（另 4 格为 0）= 9  \n✗ 收到与办理：8 + 0 ≠ 7 + 0，差 1',
        counts,
        `「自然人」列：${column.counts}`,
        ['容易弄错：', ...[...confusions, ...column.confusions].map((each) => `- ${each}`)].join('\n'),
        '依据：《政府信息公开条例》第二十九条、第三十一条、第二十七条；年度报告统一格式（《政府信息公开条例》第五十条第二款）；格式见国办公开办函〔2021〕30号。',
        `常见问题，答案见行、列名称上的说明：${asked([row, column])}`,
      ].join('\n\n'),
    });
  });

  const titles: readonly [what: string, source: string, title: string][] = [
    [
      'a figure that stands alone on its line',
      vertical.replace('\n1\n', '\n‸1\n'),
      '**表三 · 本年新收 · 科研机构**　1 件',
    ],
    [
      'a stroke',
      applicationsTable({ [received]: '8 | ‸- | 0 | 0 | 0 | 0 | 8' }),
      '**表三 · 本年新收 · 商业企业**　「\\-」，不是数字',
    ],
    [
      'a blank',
      applicationsTable({ [received]: '8 |‸ | 0 | 0 | 0 | 0 | 8' }),
      '**表三 · 本年新收 · 商业企业**　空白，没有填数',
    ],
    [
      'what is no figure',
      applicationsTable({ [received]: '8 | 0 | 0 | 0 | 0 | 0 | ‸1O' }),
      '**表三 · 本年新收 · 总计**　「1O」，读不出数',
    ],
    [
      'the label of a row',
      applicationsTable({}).replace('3.其他', '3.‸其他'),
      '**表三 · （六）其他处理 · 3.其他**',
    ],
    [
      'the label of a group',
      applicationsTable({}).replace('不予公开 |', '不予‸公开 |'),
      '**表三 · （三）不予公开**',
    ],
    ['the label of a column', applicationsTable({}).replace('科研机构', '‸科研机构'), '**表三 · 科研机构**'],
    [
      'a heading in other words',
      `一、总体情况\n无\n‸六、其他事项\n无\n${applicationsTable({})}`,
      '**六、其他需要报告的事项**',
    ],
    [
      'a row with one figure',
      '二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政‸许可\t12\n',
      '**表二 · 行政许可**　12 件',
    ],
    [
      'money',
      '二、主动公开政府信息情况\n第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t‸3.5\n',
      '**表二 · 行政事业性收费 · 本年收费金额（单位：万元）**　3.5 万元',
    ],
  ];
  for (const [what, source, title] of titles) it(`names ${what}`, () => assert.equal(titleOf(source), title));

  const cases: readonly [what: string, source: string, lines: readonly string[]][] = [
    [
      'a long sum shows only what is not 0',
      applicationsTable({ [received]: '8 | 0 | 0 | 0 | 0 | 0 | ‸8' }).replace(granted, granted),
      ['✓ 行合计：8（另 5 格为 0）= 8', '✗ 收到与办理：8 + 0 ≠ 0 + 0，差 8'],
    ],
    [
      'a blank that does no harm is read as 0 and said to be',
      applicationsTable({ [carriedOver]: '‸1 | | | | | | 1', [forward]: '1 | | | | | | 1' }),
      ['✓ 行合计：1（另 5 格为 0）= 1（按空白为 0 计）', '✓ 收到与办理：0 + 1 = 0 + 1'],
    ],
    [
      'a blank that keeps a sum from being decided is named, with what it would have to be',
      applicationsTable({
        [carriedOver]: '‸1 | | 0 | 0 | 0 | 0 | 3',
        [forward]: '1 | 0 | 0 | 0 | 0 | 0 | 1',
      }),
      ['？ 行合计：无法判断，「商业企业」空白（按其余各格应为 2）', '✓ 收到与办理：0 + 1 = 0 + 1'],
    ],
    [
      'several blanks are named without that',
      applicationsTable({ [carriedOver]: '‸1 | | | | 0 | 0 | 3', [forward]: '1 | 0 | 0 | 0 | 0 | 0 | 1' }),
      ['？ 行合计：无法判断，「商业企业」空白，「科研机构」空白等 3 格', '✓ 收到与办理：0 + 1 = 0 + 1'],
    ],
    [
      'a total of results enters three equations',
      applicationsTable({
        [received]: '5 | 0 | 0 | 0 | 0 | 0 | 5',
        [granted]: '4 | 0 | 0 | 0 | 0 | 0 | 4',
        [total]: '‸5 | 0 | 0 | 0 | 0 | 0 | 5',
      }),
      [
        '✓ 行合计：5（另 5 格为 0）= 5',
        '✗ 办理结果合计：4（另 20 格为 0）≠ 5，差 1',
        '✓ 收到与办理：5 + 0 = 5 + 0',
      ],
    ],
    [
      'the label of a row sums up the columns and lists those that fail',
      applicationsTable({
        [received]: '8 | 0 | 0 | 0 | 0 | 0 | 8',
        [total]: '8 | 0 | 0 | 0 | 0 | 0 | 9',
      }).replace(received, received.replace('本年', '‸本年')),
      [
        '✓ 行合计：8（另 5 格为 0）= 8',
        '✗ 收到与办理，「总计」列：8 + 0 ≠ 9 + 0，差 1',
        '✓ 收到与办理：其余 6 列都相等',
      ],
    ],
    [
      'the label of a column sums up the rows',
      applicationsTable({}).replace('自然人', '‸自然人'),
      ['✓ 行合计：25 行都相等', '✓ 办理结果合计：0 = 0', '✓ 收到与办理：0 + 0 = 0 + 0'],
    ],
    [
      'the heading of a section sums up its table',
      `‸${applicationsTable({})}`,
      ['✓ 行合计：25 行都相等', '✓ 办理结果合计：7 列都相等', '✓ 收到与办理：7 列都相等'],
    ],
    [
      'a figure outside all equations has none',
      '二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t‸0\t0\t0\n',
      [],
    ],
  ];
  for (const [what, source, lines] of cases) it(what, () => assert.deepEqual(standing(source), lines));

  it('adds up a group, for which the form prints no sum', () => {
    const source = applicationsTable({
      '5.属于三类内部事务信息': '1 | 1 | 0 | 0 | 0 | 0 | 2',
      '8.属于行政查询事项': '1 | 0 | 0 | 0 | 0 | 0 | 1',
    });
    assert.equal(
      paragraphs(source.replace('（三）不予', '（三）‸不予'))[3],
      '这一组 8 行的「总计」相加是 3。',
    );
  });

  it('says at the figure before it what is missing behind', () => {
    const source = vertical.replace('9\n二、', '二、').replace('0\n二、', '‸0\n二、');
    assert.ok(paragraphs(source).includes('这里往后缺 1 格：「本年新收」行「总计」列。'));
    assert.equal(standing(source)[0], '？ 行合计：无法判断，「总计」缺失（按其余各格应为 9）');
  });

  it('speaks of the trial form where the report keeps to it', () => {
    const source =
      '二、主动公开政府信息情况\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t3\t‸-1\t20\n其他对外管理服务事项\t0\t0\t0\n';
    const [title, ...rest] = paragraphs(source);
    assert.equal(title, '**表二 · 行政许可 · 本年增/减**　-1 件');
    assert.match(rest.join(''), /格式见国办公开办函〔2019〕60号/);
  });

  it('says so where a report has one row for the three of （六）其他处理', () => {
    const source = applicationsTable({}).replace(/（六）其他处理 \| 1.*\n2.*\n3\.其他/, '（六）其他处理');
    const said = paragraphs(source.replace('（六）其他处理 | 0', '（六）其他处理 | ‸0'));
    assert.equal(said[0], '**表三 · 其他处理·其他 · 自然人**　0 件');
    assert.ok(
      said.includes(
        '这份报告的「其他处理」沿用旧格式的一行，「其他处理·逾期不补正」「其他处理·逾期不缴费」也数在这里。',
      ),
    );
  });

  it('keeps what the text says from being read as Markdown', () => {
    const source = applicationsTable({ [received]: '8 | 0 | 0 | 0 | 0 | 0 | ‸-' });
    assert.equal(titleOf(source), '**表三 · 本年新收 · 总计**　「\\-」，不是数字');
  });

  it('is silent where nothing of the form stands', () => {
    assert.deepEqual(paragraphs('一、总体情况\n今年‸很忙。\n'), []);
    assert.deepEqual(paragraphs('‸'), []);
  });

  for (const { name, text } of samples) {
    it(`names row and column of every figure of ${name}, and its equations`, () => {
      const { report, ...rest } = analyze(text);
      for (const { index, path, table } of report.form.cells) {
        const cell = report.cells[index];
        if (cell?.kind !== 'count') continue;
        const found = hover({ report, ...rest }, cell.span.start);
        const { row, column } = rowAndColumn(report.form, index);
        const title = `**${tableOf(report.form, table).name} · ${row.name} · ${column.label}**　${cell.value} ${column.unit}`;
        assert.ok(found, path);
        assert.equal(found.markdown.split('\n\n')[0], title);
        assert.deepEqual(found.span, cell.span);
        const lines = found.markdown.match(/^[✓✗？] .+$/gm) ?? [];
        assert.equal(lines.length, report.form.equationsOf[index]?.length);
      }
    });
  }

  it('says of a number that agrees with the parts of a total that the total is another', () => {
    const { text } = samples.find(({ name }) => name.includes('青岚市')) ?? assert.fail();
    const at = text.indexOf('予以公开13件') + '予以公开'.length;
    const { markdown } = hover(analyze(text), at) ?? assert.fail();
    assert.match(markdown, /与表中各项之和一致 ✓，表中写的合计不同/u);
  });
});
