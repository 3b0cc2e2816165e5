import type { UncountedShare } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { cover } from '../../../text/span';
import { farthest, type Stream } from '../parts/paragraph-words';
import { applicants, resultKeys } from '../quantities/quantity-keys';
import { ratiosOf } from './ratios';

/** What may stand between 每五件 and 两件: of what, and that so many of them are. */
const between =
  /^(?:政府信息公开|依申请公开|办结|新收|办理|收到|答复|申请|案件|件|的|当中|之中|[中里]|,|就|便|会|平均|大约|约|有)*$/u;
/** So many of any five are so many, give or take most of one. */
const most = 0.7;

/** 每五件办结申请中就有两件因不掌握无法提供: the share that the word at `at` (每) leads to; empty where it leads to none that the tables have. */
export function everySoManyAt(stream: Stream, at: number, report: Report): UncountedShare[] {
  const whole = stream.textAt(at) === '每' ? stream.figure(at + 1) : undefined;
  if (!whole || stream.letter(at + 1) !== 'n') return [];
  let place = at + 2;
  while (place < at + farthest && !'n.;\n'.includes(stream.letter(place) || '.')) place++;
  const part = stream.letter(place) === 'n' ? stream.figure(place) : undefined;
  const words = stream.between(at + 1, place);
  const span = cover([stream.spanAt(at), stream.spanAt(place)]);
  if (part?.unit !== whole.unit || part.value >= whole.value || !between.test(words) || !span) return [];
  const key = stream.key(place);
  // 每十件中有三件被答复无法提供: what was answered is no part of it.
  const isPart = resultKeys.has(key) || applicants.has(key) || key.startsWith('reason:');
  const ratios = isPart && /申请|办结/u.test(words) ? ratiosOf(key, report) : [];
  const percent = (parts: number): number => (100 * parts) / whole.value;
  const range = { low: percent(part.value - most), high: percent(part.value + most) };
  const share = { value: percent(part.value), unit: '%', span };
  return ratios.length > 0
    ? [{ kind: 'uncounted', ratios, whole: undefined, share, decimals: 0, range }]
    : [];
}
