import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/analysis';
import { exportReport } from '../../server/export/json';
import { linesOf } from '../../server/text/lines';
import { complaints } from './export/schema';

const folder = path.resolve('samples');

interface Sample {
  readonly agency: string;
  readonly year: number;
  /** Cells that have no number. */
  readonly lost: number;
  /** What has to be found, and nothing else: rule, line (from 1), the text that is pointed at. */
  readonly findings: readonly (readonly [rule: string, line: number, at: string])[];
}

const samples: readonly (Sample & { readonly ending: string })[] = [
  { agency: '云溪县档案局', year: 2024, ending: 'md', lost: 0, findings: [] },
  { agency: '雁渡县人民政府', year: 2024, ending: 'html', lost: 0, findings: [] },
  {
    agency: '青岚市水务局',
    year: 2024,
    ending: 'txt',
    lost: 0,
    findings: [
      ['row-total', 41, '31'],
      ['row-total', 62, '5'],
    ],
  },
  {
    agency: '松涧县教育局',
    year: 2023,
    ending: 'txt',
    lost: 1,
    findings: [
      ['missing-cell', 359, '1.信访举报投诉类申请'],
      ['missing-section', 519, '行政复议'],
    ],
  },
  { agency: '望舒区城市管理局', year: 2023, ending: 'txt', lost: 0, findings: [] },
  {
    agency: '望舒区城市管理局',
    year: 2024,
    ending: 'txt',
    lost: 0,
    findings: [
      ['template-residue', 45, '（须与2020年度年报结转数一致）'],
      ['disputes-total', 83, '2'],
      ['heading-number', 84, '存在的主要问题及改进情况'],
      ['heading-number', 89, '6、'],
    ],
  },
  {
    agency: '澄湾市市场监督管理局',
    year: 2023,
    ending: 'txt',
    lost: 0,
    findings: [['flow-balance', 286, '0']],
  },
];

const fileOf = ({ agency, year, ending }: (typeof samples)[number]): string =>
  `${agency}${year}年政府信息公开工作年度报告.${ending}`;

describe('the samples', () => {
  it('are all listed here', () => {
    const files = readdirSync(folder).filter((file) => file !== 'README.md' && !file.startsWith('.'));
    assert.deepEqual(files.sort(), samples.map(fileOf).sort());
  });

  for (const sample of samples) {
    const text = readFileSync(path.join(folder, fileOf(sample)), 'utf8');

    it(`${fileOf(sample)} has ${sample.findings.length === 0 ? 'nothing wrong' : 'exactly the defects that it shows'}`, () => {
      const lines = linesOf(text);
      const found = analyze(text).findings.map(({ rule, span }) => [
        rule,
        lines.lineAt(span.start) + 1,
        text.slice(span.start, span.end),
      ]);
      assert.deepEqual(found, sample.findings);
    });

    it(`${fileOf(sample)} is read in full, and exported as its schema says`, () => {
      const analysis = analyze(text);
      const { agency, year, edition, sections, ...rest } = JSON.parse(exportReport(analysis));
      assert.deepEqual([agency, year, edition, sections.length], [sample.agency, sample.year, '2021', 6]);
      assert.equal(analysis.coverage.cells - analysis.coverage.read, sample.lost);
      assert.deepEqual(complaints({ agency, year, edition, sections, ...rest }), []);
    });
  }
});
