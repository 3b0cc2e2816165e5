import { findingByPlace, type Span } from '../text/span';
import type { CellSum, Claim } from './claim';

/** A number of the narrative with its unit. */
export interface Figure {
  readonly span: Span;
  readonly value: number;
  readonly unit: string;
}

/** A number of which the sentence lists the parts: 211 条，其中 … 130 条，… 81 条. */
export interface PartsRelation {
  readonly kind: 'parts';
  readonly whole: Figure;
  /** Those that have to add up; none where it is not clear which do. */
  readonly parts: readonly Figure[];
  /** All numbers of the list. */
  readonly listed: readonly Figure[];
  /** Whether the list claims to be complete: it ends with 其他, or its parts are known to be all there are. */
  readonly closed: boolean;
  /** Whether the sentence names more than these (等, 主要), or leaves open which number they divide. */
  readonly open: boolean;
}

/** What a share may be of: of a sum of cells that of another; of any number up to it where the tables do not have the part. */
export interface Ratio {
  readonly part: CellSum | undefined;
  readonly whole: CellSum;
}

/** A share that a sentence states: 3493 件，占 96.8%. */
export interface ShareRelation {
  readonly kind: 'share';
  readonly part: Figure;
  /** The wholes that it may be a share of, as far as the text names them. */
  readonly wholes: readonly Figure[];
  /** What the tables may have for what has the share, and for what it is of. */
  readonly ratios: readonly Ratio[];
  /** Whether the words themselves name the whole (占不予公开总量的), so that only these can be meant. */
  readonly bound: boolean;
  /** The percentage, its value in percent. */
  readonly share: Figure;
  /** How many decimals the percentage is printed with. */
  readonly decimals: number;
  /** What words that stand for a percentage allow (过半, 八成以上), in percent; undefined where one is printed. */
  readonly range?: PercentRange | undefined;
}

/** From a percentage to another, both included. */
export interface PercentRange {
  readonly low: number;
  readonly high: number;
}

/** Shares of one whole that a sentence lists: 动态类占 40%、公告类占 35%、其他类占 25%. */
export interface ShareListRelation {
  readonly kind: 'share-list';
  readonly shares: readonly Figure[];
  /** The fewest decimals that one of them is printed with. */
  readonly decimals: number;
  /** What each is the share of, where the sentence tells that and no whole; none otherwise. */
  readonly parts: readonly Figure[];
  /** Whether the list is all there is. No two of its shares overlap. */
  readonly closed: boolean;
}

/** A share or rate of which the sentence tells no number, only what it is of: 予以公开占 58.5%, 办结率 95.2%. */
export interface UncountedShare {
  readonly kind: 'uncounted';
  /** What the tables may have for both, the likeliest first. */
  readonly ratios: readonly Ratio[];
  /** The number before it that is divided, where the sentence tells one. */
  readonly whole: Figure | undefined;
  readonly share: Figure;
  readonly decimals: number;
  /** What words that stand for a percentage allow; undefined where one is printed. */
  readonly range: PercentRange | undefined;
}

/** By how much a number has changed: a count in its unit, a percentage (unit %) or, where it is one itself, percentage points. */
export interface Step {
  readonly rise: boolean;
  /** The word that says so: 增加, 下降. */
  readonly word: Span;
  readonly by: Figure;
  readonly decimals: number;
  /** What words allow that leave open how much (近一倍, 两成, 翻一番), or rounded percentages do; undefined where `by` is exact. */
  readonly range?: PercentRange | undefined;
}

/** A change that a sentence states: 523 件，比上年的 500 件增加 23 件，增长 4.6%. */
export interface ChangeRelation {
  readonly kind: 'change';
  readonly now: Figure;
  /** The earlier number, where the sentence names it. */
  readonly before: Figure | undefined;
  /** The same change in one way or two; none where only both numbers are told (由 500 件增至 523 件). */
  readonly steps: readonly Step[];
}

/**
 * What a sentence says of this year's number and last year's without telling all of both: 申请量同比下降 10%, 36 件，较上年有所增长,
 * 上年收到申请 40 件, 是上年 800 条的 2 倍.
 */
export interface TrendRelation {
  readonly kind: 'trend';
  /** The numbers, where the sentence prints them. */
  readonly now: Figure | undefined;
  readonly before: Figure | undefined;
  /** What the tables may have for what has changed; none where they do not count it. */
  readonly sums: readonly CellSum[];
  /** Whether the words name what has changed so that nothing else can be meant: 政府信息公开行政复议. */
  readonly isNamed?: boolean;
  /** The words that say how it has changed; those of the earlier number where nothing says that. */
  readonly word: Span;
  readonly rise: boolean | undefined;
  /** By how much. */
  readonly step: Step | undefined;
  /** How many times the earlier number the later one may be, and how many more or less. */
  readonly times: { readonly low: number; readonly high: number; readonly slack?: number } | undefined;
}

/** What a sentence says of two numbers of this year's tables, of which it need print none: 不予公开多于部分公开, 行政许可是行政处罚的 9 倍. */
export interface ComparedRelation {
  readonly kind: 'compared';
  /** The words from what is compared to what it is compared with. */
  readonly phrase: Span;
  /** What the tables may have for both. */
  readonly one: readonly CellSum[];
  readonly other: readonly CellSum[];
  /** Whether the first is said to be the greater; undefined where nothing but how many times is told. */
  readonly rise: boolean | undefined;
  /** Whether both may as well be as many. */
  readonly level: boolean;
  /** By how many, where that is printed. */
  readonly by: Figure | undefined;
  /** How many times the other the first may be. */
  readonly times: { readonly low: number; readonly high: number } | undefined;
}

/** How numbers of one sentence hang together. */
export type Relation =
  | PartsRelation
  | ShareRelation
  | ShareListRelation
  | UncountedShare
  | ChangeRelation
  | TrendRelation
  | ComparedRelation;

/** All numbers that a relation holds together, those included that it may not be about. */
export function figuresOf(relation: Relation): readonly Figure[] {
  switch (relation.kind) {
    case 'parts':
      return [relation.whole, ...relation.listed];
    case 'share':
      return [relation.part, ...relation.wholes, relation.share];
    case 'share-list':
      return [...relation.parts, ...relation.shares];
    case 'uncounted':
      return [...(relation.whole ? [relation.whole] : []), relation.share];
    case 'trend': {
      const { now, before, step } = relation;
      return [now, before, step?.by].filter((figure) => figure !== undefined);
    }
    case 'compared':
      return relation.by ? [relation.by] : [];
    case 'change': {
      const { now, before, steps } = relation;
      return [now, ...(before ? [before] : []), ...steps.map(({ by }) => by)];
    }
  }
}

/** The relations of the figures that begin at a place of the text, in the order of the report. */
export const relationsAt = (
  { relations }: { readonly relations: readonly Relation[] },
  start: number,
): readonly Relation[] => byStart(relations, start);

const byStart = findingByPlace<Relation>((relation) => figuresOf(relation).map(({ span }) => span.start));

/** What the narrative states, in the order of the text. */
export interface Statements {
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
}
