import type { Form } from '../../../form/form';
import type { CellSum } from '../../../report/claim';
import type { Stream } from '../parts/paragraph-words';
import { sumsFor } from '../quantities/accepted-sums';
import { isDecision } from '../quantities/decided-or-published';
import { decisions } from '../quantities/quantity-keys';
import type { Told } from './told-share';

/** 占行政许可、处罚、强制三类处理决定总数的: of all that the form counts as decisions. */
const ofAll =
  /^(?:行政)?(?:许可|处罚|强制)[、和及与](?:行政)?(?:许可|处罚|强制)[、和及与](?:行政)?(?:许可|处罚|强制)(?:等)?(?:这?三[类项种](?:行政)?(?:处理|执法)?|(?:处理)?)(?:决定|行为)?(?:的?总[数量件]+|数量|合计)?的?$|^(?:上述|以上|这|全部)?三[类项种](?:行政)?(?:处理|执法)?决定(?:的?总[数量件]+|数量)?的?$/u;

/** The share at `at` of one kind of decisions in all three, whose number stands at `partAt`; undefined where it is no such share. */
export function shareOfDecisions(
  stream: Stream,
  [partAt, marker, at]: readonly [partAt: number, marker: number, at: number],
  form: Form,
): Told | undefined {
  const part = stream.figure(partAt);
  const key = stream.key(partAt);
  const isBeside = stream.letter(partAt + 1) === ',' && marker === partAt + 2;
  if (!part || !isBeside || !isDecision(key) || !ofAll.test(stream.between(marker, at))) return undefined;
  const { plain } = sumsFor(form);
  const [own] = plain.get(key) ?? [];
  const kinds = Object.values(decisions).flatMap((each) => plain.get(each)?.slice(0, 1) ?? []);
  const whole: CellSum = {
    name: `${kinds.map(({ name }) => name).join('、')}之和`,
    cells: kinds.flatMap(({ cells }) => cells),
    less: 0,
    rare: false,
  };
  return own && { part, wholes: [], ratios: [{ part: own, whole }], bound: true };
}
