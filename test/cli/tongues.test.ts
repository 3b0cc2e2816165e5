import assert from 'node:assert/strict';
import { commands } from '../../server/cli/arguments/commands';
import { tongues } from '../../server/tongues/tongues';
import { speakHere } from '../../server/workspace/tongue';
import { simplifiedIn } from '../core/support/characters';
import { docxOf } from '../core/support/layouts/docx';
import { sheetOf } from '../core/support/layouts/sheet';
import { mistakes } from './mistakes';
import { nianbao, type Outcome, reportText, withFolder } from './nianbao';

const wrong = reportText({ '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' });

const wide = Buffer.from(Array.from(wrong).flatMap((each) => [each.charCodeAt(0), 0, 0, 0].flat()));

const files = {
  'a.txt': wrong,
  'b.txt': reportText(),
  'c.docx': docxOf(sheetOf(3, 30)),
  'cut.docx': 'PK\u0003\u0004 no archive, but long enough to be taken for one: word/document.xml',
  'empty.docx': '',
  'cut.pdf': '%PDF-1.4 no more',
  'a.rtf': '{\\rtf1}',
  'wide.txt': wide,
  'bytes.txt': Uint8Array.of(0x81, 0, 0xff, 0xff, 0xff),
  'list.json': '[]',
  'demands.json': '{"notices": [{"source": "a", "sections": {"b": {}}}]}',
};

/** Han that stands in no quotation, and is no word of the form behind its English. */
const hanIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /\p{Script=Han}/u.test(line.replace(/「[^」]*」|“[^”]*”|\([^)]*\)/gu, '')));

const figuresIn = (text: string): string[] => [...text.matchAll(/\d+/gu)].map(String).sort();

const lastLine = ({ stdout }: Outcome): string => stdout.trimEnd().split('\n').at(-1) ?? '';

describe('nianbao --locale', () => {
  after(() => speakHere('zh-CN'));

  for (const about of [[], ...Object.keys(commands).map((name) => [name])]) {
    const line = ['nianbao', ...about, '--help'].join(' ');

    it(`tells ${line} in English, with the same options`, async () => {
      const [own, english] = [
        await nianbao([...about, '--help']),
        await nianbao([...about, '--help', '--locale', 'en']),
      ];
      assert.deepEqual(hanIn(english.stdout), []);
      const named = (text: string): string[] => [...text.matchAll(/^ {2}-?-?[a-z-]+/gmu)].map(String);
      assert.deepEqual(named(english.stdout), named(own.stdout));
      assert.ok(named(own.stdout).includes('  --locale'));
    });

    it(`tells ${line} in traditional characters`, async () => {
      const { stdout } = await nianbao(['--locale=zh-TW', ...about, '--help']);
      assert.match(stdout, /用哪種語言說明：簡體、繁體、英文/u);
      assert.deepEqual(simplifiedIn(stdout), []);
    });
  }

  for (const [line, said] of mistakes)
    it(
      `tells in English what is wrong with: nianbao ${line}`,
      withFolder(files, async (cwd) => {
        const { status, stdout, stderr } = await nianbao([...line.split(' '), '--locale', 'en'], { cwd });
        assert.deepEqual([status, stdout], [2, '']);
        assert.ok(stderr.startsWith(`nianbao: ${said}`) && /^[^\n]*\n$/u.test(stderr), stderr);
        const traditional = await nianbao(['--locale', 'zh-TW', ...line.split(' ')], { cwd });
        assert.deepEqual(simplifiedIn(traditional.stderr), []);
      }),
    );

  for (const [line, named] of [
    ['check --locale fr a.txt', 'fr，可用：zh-CN、zh-TW、en'],
    ['--locale Deutsch check a.txt', 'Deutsch，可用'],
    ['check a.txt --locale', '--locale 缺少值'],
    ['--help --locale=', '--locale 缺少值'],
  ] as const)
    it(`refuses: nianbao ${line}`, async () => {
      const { status, stdout, stderr } = await nianbao(line.split(' '));
      assert.deepEqual([status, stdout], [2, '']);
      assert.ok(stderr.includes(named), stderr);
    });

  for (const [tongue, tags] of [
    ['zh-TW', ['zh-tw', 'zh-HK', 'zh-Hant', 'zh_Hant_MO', 'ZH-HANT']],
    ['en', ['EN', 'en-US', 'en_US', 'en-gb']],
    ['zh-CN', ['zh', 'zh-cn', 'zh_CN', 'zh-Hans']],
  ] as const)
    it(`takes the tags of languages that editors have for ${tongue}`, async () => {
      const { stdout } = await nianbao(['rules', '--locale', tongue]);
      for (const tag of tags) assert.equal((await nianbao(['rules', '--locale', tag])).stdout, stdout, tag);
    });

  it('is a path behind --, and holds for one call', async () => {
    const { stderr } = await nianbao(['check', '--locale', 'en', '--', '--locale', 'zh-TW']);
    assert.equal(
      stderr,
      'nianbao: --locale: no such file or folder\nnianbao: zh-TW: no such file or folder\n',
    );
    assert.equal((await nianbao(['check', 'none'])).stderr, 'nianbao: none：没有这个文件或文件夹\n');
  });

  it('tells the same totals of the samples', async () => {
    const [own, traditional, english] = await inAllTongues(['check', 'samples', 'no-such']);
    assert.match(lastLine(own), /^核对 \d+ 份年报（1 份与上一年的对照）：错误 \d/u);
    assert.match(lastLine(traditional), /^核對 \d+ 份年報（1 份與上一年的對照）：錯誤 \d/u);
    assert.match(
      lastLine(english),
      /^Checked \d+ reports \(1 against the year before\): \d errors, \d warnings, 0 information, 0 hints; \d of \d+ sums could not be checked; 1 file not checked \(passed over 1 file that is no report\)$/u,
    );
    assert.deepEqual(figuresIn(lastLine(english)), figuresIn(lastLine(own)));
    assert.deepEqual(simplifiedIn(lastLine(traditional)), []);
    assert.deepEqual([traditional.status, english.status], [own.status, own.status]);
    assert.match(english.stdout, /^By rule\n {4}.*: \d error/mu);
  });

  it('leaves what programs read as it is', async () => {
    const untold = (text: string): unknown =>
      JSON.parse(text, (key, value) =>
        ['message', 'title', 'text', 'description', 'language'].includes(key) ? undefined : value,
      );
    for (const format of ['json', 'sarif']) {
      const all = await inAllTongues([
        'check',
        '--format',
        format,
        'samples/松涧县教育局2023年政府信息公开工作年度报告.txt',
      ]);
      for (const { stdout } of all) assert.deepEqual(untold(stdout), untold(all[0].stdout));
    }
    const logs = await inAllTongues(['check', '--format', 'sarif', '--fail-on', 'never', 'samples']);
    assert.deepEqual(
      logs.map(({ stdout }) => JSON.parse(stdout).runs[0].tool.driver.language),
      tongues,
    );
  });

  it('leaves reports as they are, whatever they are exported as', async () => {
    for (const to of ['json', 'csv', 'md', 'html']) {
      const all = await inAllTongues(['export', '--to', to, 'samples']);
      assert.ok(all[0].stdout.length > 1000);
      for (const { stdout } of all) assert.equal(stdout, all[0].stdout);
    }
    const patches = await inAllTongues(['fix', 'samples']);
    for (const { stdout } of patches) assert.equal(stdout, patches[0].stdout);
  });

  it(
    'names places of documents',
    withFolder({ 'c.docx': docxOf(sheetOf(3, 30)) }, async (cwd) => {
      const [own, , english] = await inAllTongues(['check', 'c.docx'], cwd);
      const places = (text: string, each: RegExp): number => text.match(each)?.length ?? 0;
      const count = places(own.stdout, /^c\.docx:(?:表格|第) \d/gmu);
      assert.ok(count > 0, own.stdout);
      assert.equal(places(english.stdout, /^c\.docx:(?:table \d+, row \d+, cell|paragraph) \d+ /gmu), count);
    }),
  );

  it('draws pages for their readers', async () => {
    const [own, traditional, english] = await inAllTongues(['check', '--format', 'html', 'samples']);
    assert.match(own.stdout, /<html lang="zh-CN">[\s\S]*<h2>发现 2 处<\/h2>/u);
    assert.match(traditional.stdout, /<html lang="zh-TW">[\s\S]*<h2>發現 2 處<\/h2>/u);
    assert.match(english.stdout, /<html lang="en">[\s\S]*<h2>2 findings<\/h2>/u);
    assert.match(english.stdout, /<h1 lang="zh-CN">[\s\S]*<section class="part" lang="zh-CN">/u);
    assert.doesNotMatch(own.stdout, /<(?:h1|section)[^>]* lang=/u);
    const overview = await nianbao(['report', '--locale', 'en', 'samples']);
    const heads = [...overview.stdout.matchAll(/<h[12]>(.*?)<\/h[12]>/gu)].map(([, head]) => head);
    assert.deepEqual(heads, [
      'Annual reports on government information disclosure: overview',
      'What was found, by agency and year',
      'What each rule found',
      'Which rules found something, by agency',
      'Main figures, compared with the year before',
    ]);
  });

  it(
    'is that of other processes too',
    withFolder(files, async (cwd) => {
      for (const args of [['check'], ['export', '--lines']]) {
        const run = (jobs: string): Promise<Outcome> =>
          nianbao(
            [...args, '--locale', 'en', '--jobs', jobs, 'a.txt', 'c.docx', 'cut.docx', 'cut.pdf', 'none'],
            { cwd },
          );
        const [one, three] = [await run('1'), await run('3')];
        assert.match(
          one.stderr,
          /cut\.docx: is incomplete[\s\S]*cut\.pdf: was cut off[\s\S]*none: no such file/u,
        );
        assert.deepEqual(three, one);
      }
    }),
  );
});

async function inAllTongues(args: readonly string[], cwd = '.') {
  const [own, traditional, english] = [
    await nianbao(args, { cwd }),
    await nianbao([...args, '--locale', 'zh-TW'], { cwd }),
    await nianbao([...args, '--locale', 'en'], { cwd }),
  ];
  return [own, traditional, english] as const;
}
