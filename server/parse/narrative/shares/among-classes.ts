import type { CellSum } from '../../../report/claim';
import type { Relation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { farthest, type Stream } from '../parts/paragraph-words';
import { sumsFor } from '../quantities/accepted-sums';
import { results } from '../quantities/quantity-keys';
import { rangeAt } from './rough-shares';

// 三类决定中，予以公开占 62%、部分公开占 19%、不予公开占 19%: of these three together, and not of all that was answered.

const among =
  /([两二三四五])[类种](?:主要)?(?:公开|处理|办理|答复|办结)?(?:决定|答复|结果|情形|情况|方式|类型)?(?:之|当)?[中里](?=[,:]|予以|$)/gu;
const counts: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 };
const classes = Object.keys(results).join('');
const isClass = (letter: string): boolean => letter !== '' && classes.includes(letter);
/** What else a share may be of: 占办结总数的. */
const ofOthers = /占[^,;。\d]{1,16}的/u;

/** The share at `at` of one class of results among so many that the sentence names; undefined where it speaks of no such. */
export function amongClassesAt(stream: Stream, at: number, report: Report): Relation[] | undefined {
  const begin = stream.beginOf(at, '.;\n');
  const [, told = ''] = [...stream.between(begin - 1, at).matchAll(among)].at(-1) ?? [];
  const count = counts[told];
  if (count === undefined) return undefined;
  const named = new Set<string>();
  for (let place = begin; place < at + farthest && !'.;\n'.includes(stream.letter(place) || '.'); place++)
    if (isClass(stream.letter(place))) named.add(stream.letter(place));
  let own = at - 1;
  while (own > begin && !isClass(stream.letter(own))) own--;
  // Of which so many that is, or of what else, nobody says.
  const isClear = named.size === count && !ofOthers.test(stream.between(own, at));
  const { letter = '', doubtful = true } = stream.topicAt(at) ?? {};
  const { plain } = sumsFor(report.form);
  const sumOf = (each: string): CellSum | undefined => plain.get(results[each] ?? '')?.[0];
  const [part, share] = [sumOf(stream.letter(own)), stream.figure(at)];
  if (!isClear || letter !== 'A' || doubtful || !part || !share) return [];
  const sums = [...named].flatMap((each) => sumOf(each) ?? []);
  const whole: CellSum = {
    name: `${sums.map(({ name }) => name.replace('各项之和', '')).join('、')}之和`,
    cells: sums.flatMap(({ cells }) => cells),
    less: 0,
    rare: false,
  };
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  const range = rangeAt(stream, at);
  return [{ kind: 'uncounted', ratios: [{ part, whole }], whole: undefined, share, decimals, range }];
}
