import assert from 'node:assert/strict';
import { nianbao, reportText, withFolder } from './nianbao';

const right = reportText();
const demanding = (overview: object, whom: object = {}): string =>
  JSON.stringify({ notices: [{ source: '某办发〔2025〕1号', ...whom, sections: { overview } }] });

describe('nianbao and what a local notice demands', () => {
  it(
    'tells what is not as demanded, of those that it is demanded of',
    withFolder(
      {
        'a.txt': right,
        'b.txt': right.replaceAll('云溪县档案局', '松涧县教育局'),
        'demands.json': demanding({ mostCharacters: 5 }, { agencies: ['云溪县*'] }),
      },
      async (cwd) => {
        const { status, stdout, stderr } = await nianbao(
          ['check', '--demands', 'demands.json', '--fail-on', 'warning', 'a.txt', 'b.txt'],
          { cwd },
        );
        assert.equal(status, 1);
        assert.equal(stderr, '');
        assert.match(
          stdout,
          /^a\.txt:\d+:\d+ 警告 .*按要求不超过 5 字（某办发〔2025〕1号）.*\[local-demand\]$/mu,
        );
        assert.doesNotMatch(stdout, /^b\.txt/mu);
        // Without the file nothing is demanded.
        assert.equal((await nianbao(['check', '--fail-on', 'warning', 'a.txt'], { cwd })).status, 0);
      },
    ),
  );

  it(
    'says of a notice that is about none of the reports that it was not used',
    withFolder(
      { 'a.txt': right, 'demands.json': demanding({ mostCharacters: 5 }, { agencies: ['酒泉市*'] }) },
      async (cwd) => {
        const { status, stderr } = await nianbao(['check', '--demands', 'demands.json', 'a.txt'], { cwd });
        assert.equal(status, 0);
        assert.match(stderr, /^nianbao: demands\.json：“某办发〔2025〕1号”没有用到/u);
      },
    ),
  );

  it(
    'demands it of reports that come as lines as well',
    withFolder({ 'demands.json': demanding({ mostCharacters: 5 }) }, async (cwd) => {
      const { stdout } = await nianbao(
        ['check', '--demands', 'demands.json', '--stdin', 'ndjson', '--format', 'json'],
        { cwd, input: `${JSON.stringify({ file: 'a.txt', text: right })}\n` },
      );
      assert.deepEqual(
        JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule),
        ['local-demand'],
      );
    }),
  );

  it(
    'refuses a file that says something else, with the place, and one that cannot be read',
    withFolder({ 'a.txt': right, 'demands.json': demanding({ mostCharacters: '5' }) }, async (cwd) => {
      const run = (file: string) => nianbao(['check', '--demands', file, 'a.txt'], { cwd });
      const refused = await run('demands.json');
      assert.deepEqual([refused.status, refused.stdout], [2, '']);
      assert.match(
        refused.stderr,
        /demands\.json：notices\[0\]\.sections\.overview\.mostCharacters 应为整数/u,
      );
      assert.match((await run('no.json')).stderr, /^nianbao: no\.json：/u);
    }),
  );
});
