import type { Figure } from '../../../report/relation';
import type { Stream } from '../parts/paragraph-words';
import { ofWhole } from './share-subjects';
import type { NamedWhole, Told } from './told-share';

const classes: Readonly<Record<string, NamedWhole>> = { Q: 'refused', U: 'unable', K: 'notProcessed' };
/** 占不予公开总量的: the class, and what only says that it is meant as a whole. */
const ofClass = /^[qa]*([QUK])[aADc@]*#?$/u;

/** What a share is said to be of: 占办结总数的, 占不予公开总量的; undefined where nothing is said, or something else. */
export function namedWhole(
  stream: Stream,
  [marker, at]: readonly [marker: number, at: number],
): NamedWhole | undefined {
  const letters = stream.lexemes
    .slice(marker + 1, at)
    .map(({ letter }) => letter)
    .join('')
    .replace('*', '');
  const [, own] = ofClass.exec(letters) ?? [];
  if (own !== undefined) return classes[own];
  if (/^[qa]*[BL][aqc@]*#?$/u.test(letters)) return 'disputes';
  if (!ofWhole(stream, marker, at)) return undefined;
  // 占办结总数的, 占新收申请的: of these and no others.
  if (ofNew.test(letters)) return 'receivedNew';
  if (!ofAnswered.test(letters)) return 'all';
  return /[答回]复/u.test(stream.textAt(marker + 1 + letters.indexOf('D'))) ? 'answered' : 'settled';
}

const ofAnswered = /^[qAa@]*D[Aaqc@#]*$/u;
const ofNew = /^[qAa@]*N[Aaqc@#]*$/u;
/** What a told number counts that is not all that was answered, or not all that came in. */
const notAnswered = /^(?:received|carried|handled:)/u;
const notNew = /^(?:answered|carried|handled:)/u;

/** 办结 6 件中，: what is divided, behind its number. */
const amongThem = /^(?:政府信息公开|依申请公开|申请|案件|答复){0,2}中$/u;

/** A share without what cannot be meant: words that name a class, or 办结 6 件中 before its part, leave no other whole. */
export function boundTo<T extends Told>(
  stream: Stream,
  told: T,
  { partAt, named }: { readonly partAt: number; readonly named: NamedWhole | undefined },
): T {
  if (named === 'answered' || named === 'settled' || named === 'receivedNew') {
    const isOther = (whole: Figure): boolean =>
      (named === 'receivedNew' ? notNew : notAnswered).test(stream.key(stream.placeOf(whole, partAt)));
    const own = told.wholes.filter((whole) => !isOther(whole));
    return told.ratios?.length ? { ...told, wholes: own, bound: true } : told;
  }
  if (named === 'disputes') return told.ratios?.length ? { ...told, wholes: [], bound: true } : told;
  if (named !== undefined && named !== 'all') {
    const own = told.wholes.filter((whole) => stream.key(stream.placeOf(whole, partAt)) === named);
    return { ...told, wholes: own, bound: true };
  }
  const among = stream.lastBefore(partAt, ',', '.;n');
  const whole = named === undefined && among > 0 ? amongOf(stream, among) : undefined;
  return whole?.unit === told.part.unit && whole.value >= told.part.value
    ? { ...told, wholes: [whole], ratios: [], bound: true }
    : told;
}

/** The number of which the clause that ends at `comma` says that it is divided; undefined where it says no such thing. */
function amongOf(stream: Stream, comma: number) {
  const at = stream.lastBefore(comma, 'n', ',;.()');
  return at >= 0 && amongThem.test(stream.between(at, comma)) ? stream.figure(at) : undefined;
}
