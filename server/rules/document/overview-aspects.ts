import { sectionReading } from '../../report/report';
import { firstLine } from '../place';
import { compact } from '../residue/compact';
import { rule } from '../rule';
import { kindOf } from './agency';

type Aspect = readonly [name: string, words: RegExp];

// Any of these words is enough: how an aspect is headed is the writer's choice.
const aspects: readonly Aspect[] = [
  ['主动公开', /主动公开|公开(?:各类)?(?:政府|政务)?信息|发布/u],
  ['依申请公开', /申请/u],
  ['政府信息管理', /信息(?:资源)?管理|审查|审核|审校|三审|保密|公开属性|清理|归档|动态(?:调整|更新)/u],
  ['平台建设', /平台|网站|专栏|栏目|公众号|新媒体|公报|公开栏|查阅/u],
  ['监督保障', /监督|保障|考核|培训|评议|追究|检查|领导小组|组织领导/u],
];
const results: readonly Aspect[] = [
  ['工作考核', /考核|考评|绩效|评估/u],
  ['社会评议', /评议|问卷|满意度/u],
  ['责任追究结果', /追究|追责|问责/u],
];
/** Where something was left out of the text it cannot be said what the report has. */
const omitted = /\[略\]|\(略\)|\[\.{3,6}\]|\(下略\)/u;
/** A shorter text is no overview at all. */
const leastText = 20;

export default rule({
  id: 'overview-aspects',
  family: 'document',
  severity: 'information',
  hard: false,
  summary: '总体情况没有写到规定的方面',
  summaryEn: 'Section one leaves out an aspect that it has to cover',
  basis: '国办公开办函〔2021〕30号；《条例》第五十条第一款第（四）项',
  fixable: false,

  *check({ report, text }) {
    const section = sectionReading(report, 'overview');
    if (!section) return;
    const isGovernment = report.agency !== undefined && kindOf(report.agency.value).isGovernment;
    const raw = text.slice(section.body.start, section.body.end);
    // Most reports say all of it in plain words; only for the others they are made comparable.
    if (isNamed(aspects, raw) && (!isGovernment || results.some(([, pattern]) => pattern.test(raw)))) return;
    const { text: words } = compact(text, section.body);
    if (words.length < leastText || omitted.test(words)) return;
    const span = section.heading?.span ?? firstLine(text, section.span);
    const missing = aspects.filter(([, pattern]) => !pattern.test(words)).map(([name]) => name);
    if (missing.length > 0) {
      yield { span, message: `总体情况没有写到${missing.join('、')}，格式要求五个方面都报告，请核对` };
    }
    const told = results.some(([, pattern]) => pattern.test(words));
    if (!told && isGovernment) {
      yield {
        span,
        message: `总体情况没有写到${results.map(([name]) => name).join('、')}，各级人民政府的报告应当包括，请核对`,
      };
    }
  },
});

const isNamed = (all: readonly Aspect[], words: string): boolean =>
  all.every(([, pattern]) => pattern.test(words));
