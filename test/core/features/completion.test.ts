import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { completions } from '../../../server/features/writing/completion';
import { valueOf } from '../../../server/report/report';
import { report } from '../../protocol/support/report';
import { layouts } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { unmarkCursor } from '../support/marked';
import { applied, known, labels, offered, replaced, upTo, whole } from './completing';

const title = '示例县林业局2024年政府信息公开工作年度报告';

describe('completion', () => {
  const granted = '（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | 8';
  const firsts: readonly (readonly [why: string, source: string, first: string])[] = [
    ['the title in an empty file', '‸', '示例县林业局2024年政府信息公开工作年度报告'],
    ['the title that is begun', '示例‸', '示例县林业局2024年政府信息公开工作年度报告'],
    ['the first heading under a title', `${title}\n‸`, '一、总体情况'],
    ['the next heading', upTo('三、收到', '‸'), '三、收到和处理政府信息公开申请情况'],
    ['the heading whose number is typed', upTo('三、收到', '六、‸'), '六、其他需要报告的事项'],
    ['the heading whose words are typed', upTo('三、收到', '存在的‸'), '五、存在的主要问题及改进情况'],
    [
      'a heading that is missing between others',
      replaced('五、存在的主要问题及改进情况', '五‸'),
      '五、存在的主要问题及改进情况',
    ],
    ['a heading behind a sign of Markdown', `# ${title}\n\n## ‸`, '一、总体情况'],
    ['the first part of section one', `${title}\n一、总体情况\n‸`, '（一）主动公开'],
    ['its next part', upTo('（三）政府信息管理', '‸'), '（三）政府信息管理'],
    ['its part whose name is typed', upTo('（三）政府信息管理', '监督‸'), '（三）监督保障'],
    ['its part whose number is typed', upTo('（二）依申请公开', '（二）‸'), '（二）依申请公开'],
    [
      'the first part of section five',
      upTo('五、', '五、存在的主要问题及改进情况\n‸'),
      '（一）存在的主要问题',
    ],
    [
      'its part on what is done about them',
      upTo('五、', '五、存在的主要问题及改进情况\n（一）存在的问题。更新不够及时。\n‸'),
      '（二）改进情况',
    ],
    ['the whole 表二', upTo('第二十条第（一）项', '‸'), '表二（全表，填 0）'],
    ['the whole 表三', upTo('申请人情况 |', '‸'), '表三（全表，填 0）'],
    ['the whole 表四', upTo('行政复议 |', '表四‸'), '表四（全表，填 0）'],
    ['a row that is missing', replaced('2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0', '‸'), '2.重复申请'],
    [
      'a row by its number',
      replaced('7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0', '7‸'),
      '7.属于行政执法案卷',
    ],
    ['a row by its words', replaced('3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0', '其他‸'), '3.其他'],
    [
      'the row that comes next',
      upTo('（二）部分公开', '‸'),
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    ],
    [
      'a row before a line that is a group’s label and empty cells',
      replaced(/（二）部分公开.*\n（三）不予公开.*\n/u, '（二‸\n（三）不予公开 |  |  |  |  |  |  | \n'),
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    ],
    ['the label of a group', upTo('（三）不予公开', '（三‸'), '（三）不予公开'],
    ['the item of Article 20', upTo('第二十条第（八）项', '‸'), '第二十条第（八）项'],
    [
      'a column in the head of 表二',
      upTo('第二十条第（一）项', '第二十条第（五）项\n信息内容\t‸'),
      '本年处理决定数量',
    ],
    ['a column in the head of 表三', upTo('申请人情况 |', '\t自然人\t商‸'), '商业企业'],
    ['an outcome in the head of 表四', upTo('行政复议 |', '行政复议\t行政诉讼\n结果维持\t‸'), '结果纠正'],
    [
      'no fee in section six',
      upTo('六、', '六、其他需要报告的事项\n‸'),
      '本年度没有收取政府信息公开信息处理费。',
    ],
    [
      'no fee behind the question that a new report has',
      upTo('六、', '六、其他需要报告的事项\n收取信息处理费的情况：‸'),
      '本年度没有收取政府信息公开信息处理费。',
    ],
    [
      'no fee below that question',
      upTo('六、', '六、其他需要报告的事项\n收取信息处理费的情况：\n本年度‸'),
      '本年度没有收取政府信息公开信息处理费。',
    ],
    [
      'an amount in section six',
      upTo('六、', '六、其他需要报告的事项\n本年度收‸'),
      '本年度收取政府信息公开信息处理费 0 元。',
    ],
    [
      'no suits where there are none',
      replaced('五、', '‸\n五、'),
      '本年度没有发生因政府信息公开工作被提起行政诉讼的情况。',
    ],
    ['the agency’s name', replaced('定期清理', '示范县‸，定期清理'), '示范县林业局'],
    ['an empty total', replaced(granted, '（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | ‸'), '8'],
    ['a total that is begun', replaced(granted, '（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | 1‸'), '8'],
    ['a part', replaced(granted, '（一）予以公开 | ‸ | 1 | 0 | 0 | 0 | 0 | 8'), '7'],
    ['the total at the end of what is written', upTo(' 0 | 8\n（二）', ' 0 | ‸'), '8'],
  ];
  for (const [why, source, first] of firsts)
    it(`offers ${why}`, () => assert.equal(labels(source)[0], first, String(labels(source))));

  const silent: readonly (readonly [why: string, source: string])[] = [
    ['in the middle of a sentence', replaced('定期清理', '定期‸清理')],
    ['behind a sentence', replaced('定期清理已经失效的文件。', '定期清理已经失效的文件。‸')],
    ['behind a mark of a list in a sentence', replaced('登记、办理', '登记、‸办理')],
    ['where a line begins otherwise', upTo('三、收到', '今年以来‸')],
    [
      'where the table says that there were cases',
      replaced('五、', '本年度没有发生因政府信息公开工作被申请行政复议‸\n五、'),
    ],
    ['where the fee is told', `${whole}本年度没有收取‸`],
    ['in a label that is whole', replaced('（一）予以公开 |', '（一）予以公开‸ |')],
    ['at a figure that is right', replaced(granted, `${granted}‸`)],
    ['in a number in the narrative', replaced('定期清理', '清理3‸次')],
    ['in the source of a page', '<h1>示例县林业局2024年政府信息公开工作年度报告</h1>\n<p>‸</p>'],
    ['in a longer name', replaced('定期清理', '示范县‸人民政府，定期清理')],
  ];
  for (const [why, source] of silent) it(`offers nothing ${why}`, () => assert.deepEqual(labels(source), []));

  it('begins with the title that the name of the file tells', () => {
    const named = '示例市民政局2025年政府信息公开工作年度报告';
    const labels = (text: string): string[] =>
      completions(analyze(text, { writing: 'changed' }), text.length, known, named)
        .filter(({ kind }) => kind === 'name')
        .map(({ label }) => label);
    assert.deepEqual(labels(''), [named, '示例县林业局2024年政府信息公开工作年度报告']);
    assert.deepEqual(labels('示例市'), [named]);
  });

  it('says why a figure is known', () => {
    const { offers } = offered(replaced(granted, '（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | ‸'));
    assert.deepEqual(
      offers.map(({ detail }) => detail),
      ['= 7 + 1，由行合计推出；= 11 − 3，由办理结果合计推出'],
    );
  });

  it('offers both where the equations contradict each other', () => {
    const wrong = replaced(
      '（七）总计 | 10 | 1 | 0 | 0 | 0 | 0 | 11',
      '（七）总计 | 10 | 1 | 0 | 0 | 0 | 0 | 12',
    );
    const source = wrong.replace(granted, '（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | ‸');
    assert.deepEqual(labels(source), ['8', '9']);
  });

  it('offers what last year’s report carried forward', () => {
    const last = analyze(
      report({ figures: { 'applications.carriedForward.naturalPerson': '4' } }).text.replace('2023', '2022'),
    );
    const { text, cursor } = unmarkCursor(
      replaced('结转政府信息公开申请数量 | 1 | 0', '结转政府信息公开申请数量 | ‸ | 0').replace(
        '11\n四、结转下年度继续办理 | 1',
        '11\n四、结转下年度继续办理 | 1',
      ),
    );
    const lastYear = { document: 'a', text: last.text, report: last.report };
    const offers = completions(analyze(text, { neighbours: { lastYear } }), cursor);
    assert.deepEqual(offers.map(({ label, detail }) => [label, detail]).at(-1), [
      '4',
      '上年报告「结转下年度」的「自然人」是 4',
    ]);
  });

  it('writes whole tables that are read as full of zeros', () => {
    const bare = `${title}\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n`;
    for (const mark of ['', '## ']) {
      let text = bare.replace(/^(?=[一二三四]、)/gmu, mark);
      for (const heading of ['二、主动', '三、收到', '四、政府']) {
        const end = text.indexOf('\n', text.indexOf(`${mark}${heading}`)) + 1;
        const { text: next, offers } = offered(`${text.slice(0, end)}\n‸\n\n${text.slice(end)}`);
        const [first] = offers;
        assert.ok(first?.kind === 'table' && /\$\{1:0\}/u.test(first.snippet ?? ''), heading);
        text = applied(next, first);
      }
      const { cells } = analyze(text).report;
      assert.ok(cells.every((cell) => valueOf(cell) === 0));
    }
  });
});

describe('what completion offers in a cell', () => {
  const texts = [
    ['pipes', whole],
    ['tabs', whole.replaceAll(' | ', '\t')],
    ...layouts.slice(0, 20).map((layout) => [layout.id, layout.render(sheetOf(3, 60))] as const),
  ] as const;
  for (const [name, text] of texts) {
    it(`is what stood there, and nothing else: ${name}`, () => {
      const { report: read } = analyze(text);
      let told = 0;
      for (const [index, cell] of read.cells.entries()) {
        if (cell.kind !== 'count' || index % 29 > 0 || !read.form.equationsOf[index]?.length) continue;
        for (const half of ['', '9']) {
          const cut: string = `${text.slice(0, cell.span.start)}${half}${text.slice(cell.span.end)}`;
          const offers = completions(analyze(cut), cell.span.start + half.length);
          for (const offer of offers.filter(({ kind }) => kind === 'figure')) {
            assert.equal(applied(cut, offer), text, read.form.cells[index]?.path);
            told++;
          }
        }
      }
      assert.ok(told > 5, String(told));
    });
  }
});
