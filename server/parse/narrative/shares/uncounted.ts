import type { Figure, UncountedShare } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { farthest, type Stream } from '../parts/paragraph-words';
import { withCarriedOver } from '../quantities/quantity-keys';
import { disputeKinds, noTopic, type Topic } from '../scope/topic';
import { namedWhole } from './named-wholes';
import { ratiosOf, ratiosOfFlow } from './ratios';
import { rangeAt } from './rough-shares';
import { keysInRow, markerOf, ofWhole, subjectAt } from './share-subjects';
import { isInRow } from './shares-respectively';

/** What may be divided, by what it was found to count: applications, or disputes. */
const divided: Readonly<Record<string, string>> = {
  received: 'A',
  receivedNew: 'A',
  handled: 'A',
  [withCarriedOver]: 'A',
  answered: 'A',
  reconsiderations: 'B',
  litigations: 'L',
};

/**
 * A share or rate at the percentage at `at` of which the sentence tells no number, only what it is of (予以公开占 58.5%, 纠错率 18%,
 * 办结率 95.2%, 八成以上来自自然人); empty where the tables do not have that, or nothing tells of what.
 */
export function uncountedAt(stream: Stream, at: number, report: Report): UncountedShare[] {
  const range = rangeAt(stream, at);
  const share = range ? { value: range.low, unit: '%', span: stream.spanAt(at) } : stream.figure(at);
  if (!share || (share.value >= 100 && !isOutcomeRate(stream, at))) return [];
  const own = stream.topicAt(at);
  const before = dividedBefore(stream, at);
  const flow = before?.key.startsWith('carried') ? before.key : '';
  const letter = before ? divided[flow === '' ? before.key : 'received'] : undefined;
  const marker = markerOf(stream, at);
  const isOfWhole = marker >= 0 && ofWhole(stream, marker, at);
  const topic = letter !== undefined || isOfWhole ? { ...noTopic, letter: letter ?? 'A' } : own;
  const shared = isInRow(stream, at)
    ? { keys: keysInRow(stream, at), isNamed: false }
    : topic && subjectAt(stream, at, topic);
  if (!shared) return [];
  const isOwn = own && (isOfTables(own) || isOfWhole) && (shared.isNamed || !before);
  const isTold = letter !== undefined || isOwn;
  if (!isTold) return [];
  const named = isOfWhole ? namedWhole(stream, [marker, at]) : undefined;
  const ratios = shared.keys.flatMap((key) =>
    flow === '' ? ratiosOf(key, report, named) : ratiosOfFlow(key, flow, report),
  );
  if (ratios.length === 0) return [];
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  const whole = letter === undefined ? undefined : before?.figure;
  return [{ kind: 'uncounted', ratios, whole, share, decimals, range }];
}

/** Whether what is spoken of is beyond doubt what the tables count. */
const isOfTables = ({ letter, disclosed, doubtful }: Topic): boolean =>
  disputeKinds[letter] === undefined ? letter === 'A' && !doubtful : disclosed;

/** 维持率 100%: of disputes; 办结率 100% is told of otherwise, and 维持率 100% 的区县 of these. */
const isOutcomeRate = (stream: Stream, at: number): boolean =>
  'ukb'.includes(stream.letter(at - 1) || '.') &&
  stream.between(at - 1, at).includes('率') &&
  ',;.)\n'.includes(stream.letter(at + 1) || '.') &&
  stream.between(at, stream.near(at + 1)) === '';

interface Before {
  /** What it counts; empty where that is not known, or something else is spoken of. */
  readonly key: string;
  readonly figure: Figure | undefined;
}

/**
 * The number that is divided: the last one before, but for parts of it. One that is not known stands in the way within its sentence.
 * Undefined where there is none.
 */
function dividedBefore(stream: Stream, at: number): Before | undefined {
  let isNarrower = false;
  let isOwn = true;
  for (let index = at - 1; index >= Math.max(0, at - farthest); index--) {
    const letter = stream.letter(index);
    // 涉及征地的占 30%，其中自然人占 90%: of what has a share itself.
    if ((letter === 'X' || (letter === 'h' && isNarrower)) && isOwn) return { key: '', figure: undefined };
    isNarrower ||= letter === 't';
    isOwn &&= letter !== '.';
    if (letter !== 'n') continue;
    const key = stream.key(index);
    // 未办结的 80 件中，自然人占 93.8%: of what goes over into the next year alone.
    if (key.startsWith('carried') && isOwn && isDivided(stream, index))
      return { key, figure: stream.figure(index) };
    if (key in divided) return { key, figure: stream.figure(index) };
    if (key === '') return isOwn ? { key, figure: undefined } : undefined;
  }
  return undefined;
}

/** 80 件中，: whether the number at a place is what its sentence goes on to divide. */
const isDivided = (stream: Stream, at: number): boolean =>
  /^的?(?:申请)?[中里],/u.test(stream.between(at, stream.near(at + 2)));
