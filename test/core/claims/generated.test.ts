import assert from 'node:assert/strict';
import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import type { Finding } from '../../../server/report/finding';
import { rules } from '../../../server/rules/all';
import { runRules } from '../../../server/rules/check';
import { balancedFacts } from '../support/facts';
import { below, pick, randomOf } from '../support/random';
import { reportWith } from './facts';

// Narratives written from balanced figures in many wordings: what they say is true, so nothing may be found; then one number is
// changed, and just that number has to be found.

const family = rules.filter((rule) => rule.family === 'narrative');
const refused = [
  'stateSecret',
  'prohibitedByLaw',
  'securityAndStability',
  'thirdPartyRights',
  'internalAffairs',
];
const refusedMore = ['processInformation', 'enforcementFiles', 'administrativeInquiry'];
const groups: Readonly<Record<string, readonly string[]>> = {
  refused: [...refused, ...refusedMore],
  unable: ['notHeld', 'needsCreation', 'unclearAfterCorrection'],
  notProcessed: ['petition', 'duplicate', 'publications', 'excessive', 'confirmation'],
  other: ['overdueCorrection', 'overduePayment', 'other'],
};

type Say = (path: string) => number;
type Write = (say: Say, random: () => number) => string;

const groupOf = (say: Say, group: string): number =>
  (groups[group] ?? []).reduce((sum, row) => sum + say(`applications.results.${group}.${row}.total`), 0);
const applications = (say: Say, row: string, column = 'total'): number =>
  say(`applications.${row}.${column}`);
const dispute = (say: Say, kind: string, column: string): number => say(`disputes.${kind}.${column}`);
const lawsuits = (say: Say, column: string): number =>
  dispute(say, 'litigation.direct', column) + dispute(say, 'litigation.afterReconsideration', column);

/** Numbers in braces are those that may be changed: each is stated by the tables and by nothing else. */
const wordings: readonly Write[] = [
  (say, random) =>
    `${pick(random, ['全年', '2023年，', '本年度', '2023年度我局'])}${pick(random, ['共收到', '新收', '累计收到', '收到'])}政府信息公开申请{${applications(say, 'received')}}件，上年结转{${applications(say, 'carriedOver')}}件，${pick(random, ['办结', '办理完毕', '共答复'])}{${applications(say, 'results.total')}}件，${pick(random, ['结转下年度', '转下一年度办理', '结转下年继续办理'])}{${applications(say, 'carriedForward')}}件。`,
  (say) =>
    `办结的政府信息公开申请中，予以公开{${applications(say, 'results.granted')}}件，部分公开{${applications(say, 'results.partiallyGranted')}}件，不予公开{${groupOf(say, 'refused')}}件，无法提供{${groupOf(say, 'unable')}}件，不予处理{${groupOf(say, 'notProcessed')}}件，其他处理{${groupOf(say, 'other')}}件。`,
  (say) =>
    `政府信息公开行政复议{${dispute(say, 'reconsideration', 'total')}}件，其中结果维持{${dispute(say, 'reconsideration', 'upheld')}}件，结果纠正{${dispute(say, 'reconsideration', 'corrected')}}件，其他结果{${dispute(say, 'reconsideration', 'other')}}件，尚未审结{${dispute(say, 'reconsideration', 'pending')}}件。`,
  (say, random) =>
    `因政府信息公开${pick(random, ['引起的', '引发的', '被提起'])}行政诉讼{${lawsuits(say, 'total')}}${pick(random, ['件', '起', '宗'])}，其中维持{${lawsuits(say, 'upheld')}}件，纠正{${lawsuits(say, 'corrected')}}件，尚未审结{${lawsuits(say, 'pending')}}件。`,
  (say) =>
    `制发行政规范性文件{${say('proactiveDisclosure.normativeDocuments.issued')}}件，废止{${say('proactiveDisclosure.normativeDocuments.repealed')}}件，现行有效{${say('proactiveDisclosure.normativeDocuments.inForce')}}件。`,
  (say) =>
    `全年作出行政许可决定{${say('proactiveDisclosure.administrativeLicenses')}}件，作出行政处罚决定{${say('proactiveDisclosure.administrativePenalties')}}件，实施行政强制{${say('proactiveDisclosure.administrativeCoercions')}}件。`,
];
const around = [
  '通过门户网站公开信息1136条，公众号发布信息355篇，制作解读21个。',
  '受理12345工单1768件，办结率100%；办理人大代表建议8件、政协提案5件。',
  '组织培训3次，参训120人次，抽查12次，提醒更新174次。',
  '2022年收到政府信息公开申请的情况已在上年报告中公布，数量为77件。',
];

const findingsIn = (text: string): readonly Finding[] =>
  runRules(family, { report: parseReport(text), text }, {});

interface Written {
  readonly say: Say;
  readonly figures: readonly number[];
  readonly overview: string;
  readonly random: () => number;
}

function write(seed: number, size: number): Written {
  const figures = balancedFacts(seed, size);
  const random = randomOf(seed * 131 + size);
  const say: Say = (path) => {
    const value = figures[cellAt(edition2021, path)];
    if (value === undefined) throw new Error(`no cell ${path}`);
    return value;
  };
  const sentences = [...wordings.map((wording) => wording(say, random)), ...around];
  sentences.sort(() => random() - 0.5);
  return { say, figures, overview: sentences.join(random() < 0.5 ? '\n' : ''), random };
}

const plain = (overview: string): string => overview.replace(/[{}]/gu, '');
const reportOn = ({ figures }: Written, overview: string): string =>
  reportWith({ agency: '示例县水务局', year: 2023, figures }, overview);

describe('narratives written from the tables', () => {
  for (const size of [0, 1, 5, 50, 5000]) {
    it(`say nothing wrong where they are true, about ${size} applications`, () => {
      for (let seed = 1; seed <= 40; seed++) {
        const written = write(seed, size);
        const text = reportOn(written, plain(written.overview));
        assert.deepEqual(
          findingsIn(text).map(({ message }) => message),
          [],
          plain(written.overview),
        );
      }
    });

    it(`are found where one number was changed, about ${size} applications`, () => {
      let found = 0;
      let planted = 0;
      for (let seed = 1; seed <= 40; seed++) {
        const written = write(seed, size);
        const numbers = [...written.overview.matchAll(/\{(\d+)\}/gu)];
        const wrong = pick(written.random, numbers);
        const value = String(Number(wrong[1]) + 1 + below(written.random, 3) * 10);
        const at = wrong.index;
        const before = plain(written.overview.slice(0, at));
        const overview = before + value + plain(written.overview.slice(at + wrong[0].length));
        const text = reportOn(written, overview);
        const start = text.indexOf(overview) + before.length;
        const findings = findingsIn(text);
        planted++;
        if (findings.some(({ span }) => span.start === start)) found++;
        // Whatever else is said is said of the sentence that the number stands in.
        for (const { span, message } of findings) {
          const between = text.slice(Math.min(span.start, start), Math.max(span.start, start));
          assert.ok(!between.includes('。') || message.includes('结转'), `${message} in ${overview}`);
        }
      }
      // A number may by chance be one that the phrase may rightly mean as well.
      assert.ok(found >= 0.9 * planted, `${found} of ${planted}`);
    });
  }
});
