import assert from 'node:assert/strict';
import { read } from './source';

// What docs/features.md says that there is, is tried by tests: each row of its table by these, in the real VS Code where it is to be seen
// there, whose titles have these words in them.

const triedBy: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  诊断: { check: ['marks a digit as soon as it is typed'], word: ['seenMarked'] },
  相关位置: { showing: ['at which others that is seen'] },
  快速修复: { mend: ['with the preferred quick fix'], word: ['nothing is offered that would change it'] },
  一次修正: { showing: ['by the action for all'], totals: ['makes what is certain from the list'] },
  悬停: { explain: ['says in a hover which row and column'] },
  内嵌提示: { showing: ['says behind a figure what it would have to be'] },
  '大纲、面包屑、粘性滚动': { showing: ['has an outline whose labels are those over a row'] },
  '折叠、逐级扩选': { showing: ['stretches to fold', 'is selected wider and wider'] },
  语义着色: { links: ['are painted'] },
  补全: { writing: ['completes a figure', 'completes a table'] },
  格式化: {
    format: ['laid out anew by the command', 'told of in the status bar', 'leave the cursor in its cell'],
  },
  '转为简体、去掉拼音': { writing: ['in simplified characters and without pinyin'] },
  '导出为 JSON': { export: ['writes the JSON', 'copies and previews the same bytes'] },
  '导出为 Word': { export: ['writes a document of a word processor'] },
  '导出为 Excel、CSV、Markdown、网页': { export: ['asks what to export as', 'writes it as a page'] },
  '打开 Word 文档': { word: ['mended, saved and read anew', 'is not saved where a row came in'] },
  打开其他文件: { word: ['takes no characters', 'where it is a PDF'] },
  粘贴网页表格: { paste: ['over the row that is selected', 'into a new document'] },
  '转到定义、查找引用、高亮': { links: ['lead to each other'], showing: ['is lit up'] },
  重命名: { writing: ['gives the agency another name'] },
  链接: { links: ['lead from the articles that are cited'] },
  工作区符号: { links: ['found by agency and year'] },
  检查整个工作区: { workspace: ['fills the Problems', 'whatever it is called'] },
  预览: { export: ['opens the preview beside the text', 'opens the text with the preview'] },
  新建: { writing: ['writes a new report'] },
  起草: { draft: ['whose fix adds the form', 'where its tables come first'] },
  保存新文件: { saving: ['offers a name with an ending', 'from the menu too', 'under a name without one'] },
  折行: { adoption: ['its lines wrapped'] },
  '状态栏、语言状态': { findings: ['leads from the status bar'] },
  入门: { sample: ['opened at the first of its two wrong sums'] },
  设置: { notes: ['kept in the settings of the folder'] },
  '右键菜单、标题按钮': { findings: ['is asked for in the explorer'] },
  快捷键: {
    writing: ['moves from cell to cell', 'leaves Tab what it is'],
    saving: ['offers a name with an ending'],
  },
  '任务、问题匹配': { tasks: ['tell what they find'] },
  命令行: {},
  'AI 助手': { agents: ['tells why a total', 'about none outside it'] },
  '网页版 VS Code': {},
  '受限工作区、虚拟工作区': { activation: ['in Restricted Mode too'] },
  多语言: {},
  略去提示: { notes: ['with the cursor where the reason belongs'] },
  乱码的文件: {
    encoding: ['reads what is written in'],
    garbled: ['as the right text, and the file can be had back'],
  },
  运行所需: {},
};

/** Held elsewhere in the repository: by what files. */
const elsewhere: Readonly<Record<string, string>> = {
  命令行: 'test/cli/check.test.ts',
  '网页版 VS Code': 'test/e2e/web/browser.test.ts',
  多语言: 'test/protocol/tongues.test.ts',
  运行所需: 'test/project/supply.test.ts',
};

describe('the features that there are', () => {
  const rows = [...read('docs/features.md').matchAll(/^\| ([^|]+) \| (有|部分|没有) \| /gmu)];
  const had = rows.filter(([, , has]) => has !== '没有').map(([, name = '']) => name);

  it('are tried each', () => {
    assert.ok(had.length > 30);
    assert.deepEqual(had.toSorted(), Object.keys(triedBy).toSorted());
  });

  it('name as many settings as there are', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const count = Object.keys(contributes.configuration.properties).length;
    assert.match(read('docs/features.md'), new RegExp(`\\| 设置 \\| 有 \\| ${numeral(count)}项`, 'u'));
  });

  for (const [name, suites] of Object.entries(triedBy))
    it(`${name} by tests that there are`, () => {
      const other = elsewhere[name];
      if (other) assert.match(read(other), /\bit\(/u);
      else assert.ok(Object.keys(suites).length > 0);
      for (const [suite, titles] of Object.entries(suites))
        for (const title of titles) assert.ok(read(`test/e2e/suite/${suite}.test.ts`).includes(title), title);
    });
});

/** A number below 20 as it is written in Chinese: 十二. */
const numeral = (count: number): string =>
  `${count < 10 ? '' : '十'}${' 一二三四五六七八九'.charAt(count % 10).trim()}`;
