import type { Figure, UncountedShare } from '../../report/relation';
import type { Report } from '../../report/report';
import { namedWhole } from './named-wholes';
import { farthest, type Stream } from './paragraph-words';
import { withCarriedOver } from './quantity-keys';
import { ratiosOf } from './ratios';
import { isInRow } from './respectively';
import { rangeAt } from './rough-shares';
import { keysInRow, markerOf, ofWhole, subjectAt } from './share-subjects';
import { disputeKinds, noTopic, type Topic } from './topic';

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
  if (!share || share.value >= 100) return [];
  const own = stream.topicAt(at);
  const before = dividedBefore(stream, at);
  const letter = before ? divided[before.key] : undefined;
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
  const ratios = shared.keys.flatMap((key) => ratiosOf(key, report, named));
  const decimals = stream.lexemes[at]?.quantity?.decimals ?? 0;
  return ratios.length > 0
    ? [
        {
          kind: 'uncounted',
          ratios,
          whole: letter === undefined ? undefined : before?.figure,
          share,
          decimals,
          range,
        },
      ]
    : [];
}

/** Whether what is spoken of is beyond doubt what the tables count. */
const isOfTables = ({ letter, disclosed, doubtful }: Topic): boolean =>
  disputeKinds[letter] === undefined ? letter === 'A' && !doubtful : disclosed;

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
    if (key in divided) return { key, figure: stream.figure(index) };
    if (key === '') return isOwn ? { key, figure: undefined } : undefined;
  }
  return undefined;
}
