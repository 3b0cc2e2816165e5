import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Log } from 'sarif';
import { analyze } from '../../server/analysis';
import { saidIn } from '../../server/text/comments';
import { nianbao, reportText, withFolder } from './nianbao';

const odd = reportText({ '六、其他需要': '6、其他需要' });
const reason = '县里统一用阿拉伯数字';
const note = `<!-- 年报核对 heading-number（6）：${reason} -->`;
const noted = odd.replace(/^6、.*$/mu, (line) => `${line}\n${note}`);

describe('notes on the command line', () => {
  it(
    'silence, and the summary says how many',
    withFolder({ '甲.txt': noted, '乙.txt': odd }, async (cwd) => {
      const one = await nianbao(['check', '甲.txt'], { cwd });
      assert.equal(one.stdout, '核对 1 份年报：错误 0，警告 0，信息 0，提示 0；已按说明略去 1 处\n');
      const both = await nianbao(['check', '.', '--fail-on', 'warning'], { cwd });
      assert.equal(both.status, 1);
      assert.match(both.stdout, /警告 1，.*；已按说明略去 1 处\n$/u);
    }),
  );

  it(
    'are listed with their reasons in JSON, and as suppressions in SARIF',
    withFolder({ '甲.txt': noted }, async (cwd) => {
      const json = await nianbao(['check', '甲.txt', '--format', 'json'], { cwd });
      const { findings, silenced } = JSON.parse(json.stdout);
      assert.deepEqual(findings, []);
      const line = noted.split('\n').findIndex((each) => each.startsWith('6、'));
      const [finding] = analyze(odd).findings;
      assert.deepEqual(silenced, [
        {
          rule: 'heading-number',
          message: finding?.message,
          range: { start: { line, character: 0 }, end: { line, character: silenced[0].range.end.character } },
          reason,
        },
      ]);
      const sarif = await nianbao(['check', '甲.txt', '--format', 'sarif'], { cwd });
      const [result, ...others] = (JSON.parse(sarif.stdout) as Log).runs[0]?.results ?? [];
      assert.equal(others.length, 0);
      const [suppression] = result?.suppressions ?? [];
      assert.deepEqual([suppression?.kind, suppression?.justification], ['inSource', reason]);
      assert.equal(suppression?.location?.physicalLocation?.region?.startLine, line + 2);
    }),
  );

  it(
    'stay where they are when the report is mended',
    withFolder({}, async () => {
      const spoilt = reportText({
        '四、政府信息公开行政复议、行政诉讼情况\n': '',
        '二、主动公开': '主动公开',
      });
      for (const own of [true, false]) {
        const text = spoilt.replace(
          /(?<=[^\n])$/gmu,
          `${own ? '\n' : ' '}<!-- 年报核对 stale-year（2021）：往年的办法 -->`,
        );
        assert.equal(saidIn(text, { start: 0, end: text.length }).replace(/ +$/gmu, ''), spoilt);
        await check(text, spoilt);
      }
    }),
  );
});

/** Mends a text with notes and the same without, and compares what both say. */
async function check(text: string, plain: string): Promise<void> {
  const run = withFolder({ '甲.txt': text, '乙.txt': plain }, async (cwd) => {
    const { status } = await nianbao(['fix', '--write', '甲.txt', '乙.txt'], { cwd });
    assert.equal(status, 0);
    const [mended = '', expected = ''] = ['甲.txt', '乙.txt'].map((file) =>
      readFileSync(path.join(cwd, file), 'utf8'),
    );
    assert.notEqual(expected, plain);
    assert.equal(saidIn(mended, { start: 0, end: mended.length }).replace(/ +$/gmu, ''), expected);
    const count = (each: string): number => each.split('年报核对').length;
    assert.equal(count(mended), count(text));
    // A heading that was put in stands below the notes of the line before it, and has none itself.
    const [heading = '', next = ''] = mended
      .split('\n')
      .slice(mended.split('\n').findIndex((line) => line.startsWith('四、政府')));
    assert.match(heading, /^四、/u);
    assert.ok(!heading.includes('<!--') && !next.startsWith('<!--'), `${heading}\n${next}`);
  });
  await run();
}
