import type { Relation } from '../../report/relation';
import type { Report } from '../../report/report';
import type { Draft } from './clauses/draft';
import { respectivelyAt } from './parts/divided-respectively';
import { Stream } from './parts/paragraph-words';
import { listAt } from './parts/parts-lists';
import { totalAt, totalOfYearsAt } from './parts/total-behind';
import type { Agents } from './scope/own-or-other-body';
import type { Topic } from './scope/topic';
import { amongClassesAt } from './shares/among-classes';
import { everySoManyAt } from './shares/every-so-many';
import { roughShareAt } from './shares/rough-shares';
import { shareListAt } from './shares/share-lists';
import { shareAt } from './shares/shares';
import { uncountedAt } from './shares/uncounted';
import { comparedFirstAt } from './trends/compared-first';
import { comparedRowsAt } from './trends/compared-rows';
import { earlierAt } from './trends/earlier-alone';
import { earlierInRowAt, yearsInTurnAt } from './trends/earlier-in-row';
import { earlierNoneAt } from './trends/earlier-none';
import { pointsAt } from './trends/percentage-points';
import { rankedAt } from './trends/ranked';
import { besideAt, changeAt, comparedAt } from './trends/rise-and-fall';
import { seriesChangesAt, seriesTrendsAt } from './trends/series';
import { summedAt } from './trends/summed-trends';
import { moneyFromAt, toldChangeAt } from './trends/told-sums';
import { originAt, trendAt } from './trends/trends';
import { trendsOfSeveralAt } from './trends/trends-of-several';
import { withoutEarlierShares } from './words/earlier-shares';
import type { Lexeme } from './words/lexeme';
import { measured } from './words/measures';
import type { Prose } from './words/prose';

/** Finds how the numbers of a paragraph hang together, in the order of the text. */
export function relationsOf(
  lexemes: readonly Lexeme[],
  drafts: readonly Draft[],
  prose: Prose,
  report: Report,
  { topics, agents }: { readonly topics: ReadonlyMap<Lexeme, Topic>; readonly agents: Agents },
): Relation[] {
  const relations: Relation[] = [];
  const words = measured(lexemes, prose.text);
  const year = report.year?.value;
  const streamOf = (each: readonly Lexeme[]): Stream => new Stream(each, drafts, prose, year, topics, agents);
  let [stream, shared]: (Stream | undefined)[] = [];
  let places: ReadonlyMap<Lexeme | undefined, number> | undefined;
  for (let at = 0; at < words.length; at++) {
    const letter = words[at]?.letter ?? '';
    if (!'tsh^d~:,(+/56<!&'.includes(letter) && letter !== 'date' && !isTimes(words[at])) continue;
    stream ??= streamOf(words);
    if (letter === 'h') {
      shared ??= streamOf(withoutEarlierShares(words, prose.text, year));
      places ??= new Map(shared.lexemes.map((lexeme, place) => [lexeme, place]));
      const place = places.get(words[at]);
      if (place !== undefined) relations.push(...sharesAt(shared, place, report));
    } else relations.push(...relationAt(stream, at, report));
    relations.push(...comparedRowsAt(stream, at, report.form));
    if (letter === '<' || letter === 'date')
      relations.push(...earlierNoneAt(stream, at, { drafts, form: report.form }));
  }
  return relations;
}

/** What the word for a change at a place tells of two numbers: of percentages, of a series, of any. */
function changesAt(stream: Stream, at: number): Relation[] {
  const points = pointsAt(stream, at);
  if (points.length > 0) return points;
  const series = seriesChangesAt(stream, at);
  return series.length > 0 ? series : changeAt(stream, at);
}

/** 2 倍 and the like. */
const isTimes = (lexeme: Lexeme | undefined): boolean => lexeme?.quantity?.unit === '倍';

/** The relation that the word at a place tells of, if it tells of one. */
function relationAt(stream: Stream, at: number, report: Report): Relation[] {
  const letter = stream.letter(at);
  if (letter === '&') return rankedAt(stream, at, report.form);
  if (letter === '!') return everySoManyAt(stream, at, report);
  const beside = ',('.includes(letter) ? besideAt(stream, at) : [];
  if (beside.length > 0) return beside;
  const ranked = '/,'.includes(letter) ? rankedAt(stream, at, report.form) : [];
  if (ranked.length > 0) return ranked;
  if (letter === '+') return totalAt(stream, at);
  const ofYears = totalOfYearsAt(stream, at);
  if (ofYears.length > 0) return ofYears;
  if (letter === '/')
    return [
      ...respectivelyAt(stream, at),
      ...earlierInRowAt(stream, at, report),
      ...yearsInTurnAt(stream, at, report),
    ];
  if ('ts:,('.includes(letter)) return listAt(stream, at);
  if (letter === '~') return [...comparedAt(stream, at), ...comparedFirstAt(stream, at, report)];
  if ('^d6'.includes(letter)) {
    const several = trendsOfSeveralAt(stream, at, report.form);
    if (several.length > 0) return several;
    const summed = summedAt(stream, at, report.form);
    if (summed.length > 0) return summed;
    const changes = changesAt(stream, at);
    const told = [...toldChangeAt(stream, at, report), ...moneyFromAt(stream, at, report)];
    if (changes.length > 0) return [...changes, ...originAt(stream, at, report.form), ...told];
    if (told.length > 0) return told;
    return [...seriesTrendsAt(stream, at), ...trendAt(stream, at, report.form)];
  }
  if (letter === '<' || letter === 'date')
    return [...earlierAt(stream, at, report.form), ...earlierInRowAt(stream, at, report)];
  return trendAt(stream, at, report.form);
}

/** The shares that the percentage at a place tells of, in words that name no earlier one. */
function sharesAt(stream: Stream, at: number, report: Report): Relation[] {
  const among = amongClassesAt(stream, at, report);
  if (among) return among;
  const rough = roughShareAt(stream, at, report);
  if (rough.length > 0) return rough;
  const counted = shareAt(stream, at, report);
  return [...(counted.length > 0 ? counted : uncountedAt(stream, at, report)), ...shareListAt(stream, at)];
}
