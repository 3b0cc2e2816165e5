import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Overview } from '../../server/cli/checking/overview';
import { reportOf } from '../core/support/whose';
import { nianbao, reportText, withFolder } from './nianbao';

const county = '云溪县人民政府';
const water = '云溪县水务局';
const school = '云溪县教育局';

const files = {
  '2023/县.txt': reportOf({ agency: county, year: 2023, seed: 5 }),
  '2023/水务局.txt': reportOf({ agency: water, year: 2023, seed: 5 }),
  '2023/教育局.txt': reportOf({ agency: school, year: 2023, seed: 6 }),
  '2024/县.txt': reportOf({ agency: county, year: 2024, seed: 7 }),
  '2024/水务局.txt': reportOf({ agency: water, year: 2024, seed: 8 }),
  'parts.json': JSON.stringify({ [county]: [water, school, '云溪县档案局'] }),
};

const overview = async (args: readonly string[], cwd: string): Promise<Overview> => {
  const { status, stdout, stderr } = await nianbao(['report', '--format', 'json', ...args], { cwd });
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout);
};

/** A report with one wrong sum and with another name. */
const named = (agency: string): string =>
  reportText({
    云溪县档案局: agency,
    '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1',
  });

describe('nianbao report', () => {
  it(
    'tells what is there, what was not found and how figures have changed',
    withFolder(files, async (cwd) => {
      const { years, agencies, unidentified, failed } = await overview(['2023', '2024'], cwd);
      assert.deepEqual({ years, unidentified, failed }, { years: [2023, 2024], unidentified: [], failed: 0 });
      const states = Object.fromEntries(
        agencies.map(({ agency, years: own }) => [agency, own.map(({ year, state }) => `${year} ${state}`)]),
      );
      assert.deepEqual(states, {
        [school]: ['2023 found', '2024 not-found'],
        [county]: ['2023 found', '2024 found'],
        [water]: ['2023 found', '2024 found'],
      });
      const [before, now] = agencies.find(({ agency }) => agency === water)?.years ?? [];
      assert.ok(before && now && now.figures.received !== null && before.figures.received !== null);
      assert.equal(now.change.received, now.figures.received - before.figures.received);
      assert.equal(before.change.received, null);
    }),
  );

  it(
    'sums the reports of those that belong to one, and names whose was not found',
    withFolder(files, async (cwd) => {
      const { agencies } = await overview(['--parts', 'parts.json', '2023', '2024'], cwd);
      const figures = (name: string) => agencies.find(({ agency }) => agency === name)?.years[0]?.figures;
      const parts = agencies.find(({ agency }) => agency === county)?.years[0]?.reports[0]?.parts;
      assert.deepEqual([parts?.found, parts?.notFound], [2, ['云溪县档案局']]);
      assert.equal(
        parts?.sums.received,
        Number(figures(water)?.received) + Number(figures(school)?.received),
      );
    }),
  );

  it(
    'knows no figure where two reports contradict each other, and counts what could not be read',
    withFolder(
      {
        'a.txt': reportOf({ agency: water, year: 2024, seed: 5 }),
        'b.txt': reportOf({ agency: water, year: 2024, seed: 6 }),
      },
      async (cwd) => {
        const { status, stdout } = await nianbao(['report', '--format', 'json', '.', 'c.txt'], { cwd });
        const { agencies, failed, lost }: Overview = JSON.parse(stdout);
        assert.deepEqual([status, failed], [2, 1]);
        assert.deepEqual(lost, [{ file: 'c.txt', error: '没有这个文件或文件夹' }]);
        assert.equal(agencies[0]?.years[0]?.reports.length, 2);
        assert.equal(agencies[0]?.years[0]?.figures.received, null);
        const page = (await nianbao(['report', '.', 'c.txt'], { cwd })).stdout;
        assert.match(page, /另有 1 处没有读成/u);
        assert.match(page, /没有读成或者没有检查成的[\s\S]*<li>c\.txt：没有这个文件或文件夹<\/li>/u);
        assert.match(page, /读不出或不能肯定/u);
      },
    ),
  );

  it(
    'is a page that says the same, and never that a report was not written',
    withFolder({ ...files, '2024/档案局.txt': named('云溪县档案局') }, async (cwd) => {
      const { status, stdout } = await nianbao(['report', '--parts', 'parts.json', '2023', '2024'], { cwd });
      assert.equal(status, 0);
      assert.match(stdout, />没有找到<\/td>/u);
      assert.match(stdout, />错误 1，警告 \d+，信息和提示 \d/u);
      assert.match(stdout, /汇总 \d+，下级之和 \d+/u);
      assert.match(stdout, /比上年[多少] \d+/u);
      assert.doesNotMatch(stdout, /编写|未编|没编/u);
      const three = await nianbao(['report', '--jobs', '3', '--parts', 'parts.json', '2023', '2024'], {
        cwd,
      });
      assert.equal(three.stdout, stdout);
    }),
  );

  it(
    'tells what the list of parts names and no report is of',
    withFolder(
      {
        ...files,
        'list.json': JSON.stringify({
          [county]: [water, '云溪县档案局', '云溪县*厅', '!云溪县气象局'],
          松涧县人民政府: [school, '松涧县财政局'],
          云溪县教育局: ['2023/*'],
        }),
      },
      async (cwd) => {
        for (const command of ['report', 'check']) {
          const { status, stderr } = await nianbao([command, '--parts', 'list.json', '2023', '2024'], {
            cwd,
          });
          assert.notEqual(status, 2);
          assert.deepEqual(stderr.split('\n'), [
            `nianbao: list.json：“${county}”的名单里，这里没有年报相符的：云溪县*厅、!云溪县气象局`,
            'nianbao: list.json：“松涧县人民政府”没有用到：这里没有它的年报',
            'nianbao: list.json：“松涧县人民政府”的名单里，这里没有年报相符的：松涧县财政局',
            '',
          ]);
        }
      },
    ),
  );

  it(
    'has the levels of rules that a check has',
    withFolder({ 'a.txt': named(water) }, async (cwd) => {
      const errors = async (...args: string[]) =>
        (await overview([...args, '.'], cwd)).agencies[0]?.years[0]?.findings.error;
      assert.deepEqual([await errors(), await errors('--rules', 'row-total=off,results-total=off')], [1, 0]);
    }),
  );

  it(
    'counts what each rule found, in each report and in all, those of nobody too',
    withFolder({ 'a.txt': named(water), 'b.txt': named(school), 'c.txt': named('') }, async (cwd) => {
      const { agencies, unidentified, reports, findings, rules } = await overview(['.'], cwd);
      assert.deepEqual([agencies.length, unidentified.length, reports], [2, 1, 3]);
      const total = rules.find(({ rule }) => rule === 'row-total');
      assert.deepEqual([total?.reports, total?.counts.error], [3, 3]);
      const summed = (severity: keyof typeof findings) =>
        rules.reduce((sum, { counts }) => sum + counts[severity], 0);
      for (const severity of ['error', 'warning', 'information', 'hint'] as const)
        assert.equal(summed(severity), findings[severity]);
      assert.deepEqual(
        agencies.map(({ years }) => years[0]?.rules.find(({ rule }) => rule === 'row-total')?.counts.error),
        [1, 1],
      );
      const page = (await nianbao(['report', '.'], { cwd })).stdout;
      const title = '表三每一行，自然人与五类组织之和应等于总计';
      assert.ok(
        page.includes(
          `${title} <code>row-total</code></td><td data-of="row-total" data-say="{0}" data-key="3">3</td>`,
        ),
      );
      assert.equal(
        page.split(`<li data-into="row-total" data-counts="1 1 0 0 1">${title} 1 处</li>`).length,
        4,
      );
    }),
  );

  it(
    'has agencies in the order of the numbers in their names, and heads with a capital',
    withFolder(
      Object.fromEntries([10, 2, 1].map((n) => [`${n}.txt`, named(`云溪县第${n}中学`)])),
      async (cwd) => {
        const { agencies } = await overview(['.'], cwd);
        assert.deepEqual(
          agencies.map(({ agency }) => agency),
          [1, 2, 10].map((n) => `云溪县第${n}中学`),
        );
        const { stdout } = await nianbao(['report', '--locale', 'en', '.'], { cwd });
        const heads = [...stdout.matchAll(/<th[^>]*><button[^>]*>([^<]*)</gu)].map(([, head]) => head ?? '');
        assert.ok(heads.length > 5);
        assert.deepEqual(
          heads.filter((head) => !/^\p{Lu}/u.test(head)),
          [],
        );
      },
    ),
  );

  it(
    'allows no script but its own, whatever reports and files are called',
    withFolder(
      {
        '<script>alert(1)<&quot;.txt': named('云溪县<img src=x onerror=alert(1)>水务局'),
        '"onclick="x.txt': named('云溪县水务局'),
      },
      async (cwd) => {
        const { stdout } = await nianbao(['report', '.'], { cwd });
        assert.match(stdout, /&lt;script&gt;alert\(1\)&lt;&amp;quot;\.txt/u);
        const [script = '', ...others] = [...stdout.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(
          ([, each]) => each,
        );
        assert.deepEqual(others, []);
        const hash = createHash('sha256').update(script).digest('base64');
        assert.ok(
          stdout.includes(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`),
        );
        assert.doesNotMatch(stdout, /<img|<[^>]*\son\w+=/u);
      },
    ),
  );

  it(
    'shows names in the order that they have',
    withFolder({ '甲\u202e乙.txt': reportOf({ agency: water, year: 2024, seed: 8 }) }, async (cwd) => {
      const { stdout } = await nianbao(['report', '--format', 'html', '.'], { cwd });
      assert.ok(stdout.includes('甲 乙.txt'), stdout.slice(-600));
    }),
  );
});
