import type { Figure, PartsRelation } from '../../../report/relation';
import { allQuarters } from '../enumerations/quarters';
import { areAttributes, areClasses, areOpposite, attributes, isComplete } from './complete-list';
import { areNear, endsInRest, isRest, listItems } from './list-items';
import { farthest, type Stream } from './paragraph-words';

// Classes that are known to be all there is of their kind, by what the reader found each number to count.
const groups: Readonly<Record<string, string>> = {
  naturalPersons: 'applicant',
  organizations: 'applicant',
  commercialEnterprises: 'applicant',
  researchInstitutions: 'applicant',
  publicInterestOrganizations: 'applicant',
  legalServiceInstitutions: 'applicant',
  'organizations:other': 'applicant',
  receivedNew: 'origin',
  carriedOver: 'origin',
  granted: 'result',
  partiallyGranted: 'result',
  grantedOrPartially: 'result',
  refused: 'result',
  unable: 'result',
  notProcessed: 'result',
  otherwiseProcessed: 'result',
  withdrawn: 'result',
  answered: 'flow',
  handled: 'flow',
  received: 'flow',
  carriedForward: 'flow',
  carried: 'flow',
};
/** So many words from the begin of their list the last of them stands. */
const farthestAttribute = 12;
/** Of so many numbers before a list one may be what it divides. */
const mostWholes = 12;

/** What may stand between a number and its parts: by what it is divided, or that these are only the most of it. */
const division =
  /^(?:的?(?:申请)?(?:全部|均|都)(?:来自|通过)(?:以下|下列|如下)?[两二三四五]个?(?:渠道|途径|方式)|的?(?:政府|政务)?信息|参[加与训会]|到场|受访|(?:(?:政府)?信息公开|依申请公开)?申请)?[,;:(]*(?:(?:均|都|全部)?已?(?:标注|标明|注明|明确|确定)了?公开属性|公开属性分别[为是]?|共?分[为成][一二两三四五六七八九十\d]{1,2}[大个]?[类种项]|(?:新收|收到)?的?(?:政府信息公开)?申请分[为成][^,;:。()\d]{2,14}[两二三四几]?[大个]?[类种项](?:渠道|方式|情形|主体)?|(?:按照?|根据|依据|从)[^,;:。()]{1,14}|具体[为是]?|主要|内容)?[,:]?$/u;
/** By what a number is divided, in a clause of its own. */
const byWay =
  /[,。](?:其中,?)?(?:(?:按照?|根据|依据|从)[^,;:。()]{1,14}(?:分|看|分类|分布|统计)|分(?:季度|月份?|主体|渠道|类[型别])来?看)$/u;
/** 即继续有效 5 件; 即办件 is another word. */
const another = /^[办时将日可刻便]/u;
/** The parts may count some things twice. */
const twice = /交叉|重复|重叠|同时|兼|多个?(?:平台|渠道)/u;

/**
 * The list behind `marker` with the number before it as the whole: behind 其中, 包括 or a colon, behind 在 90 条信息中, or the three
 * attributes of documents. Empty where there is none, or it is not clear.
 */
export function listAt(stream: Stream, marker: number): PartsRelation[] {
  return new ListReader(stream).parts(marker);
}

class ListReader {
  constructor(private readonly stream: Stream) {}

  parts(marker: number): PartsRelation[] {
    const isNamed = 'ts'.includes(this.stream.letter(marker));
    // 其中包括 is one marker; behind a comma only what says so is a list.
    if (isNamed && this.stream.letter(marker - 1) === 't') return [];
    if (this.stream.letter(marker) === '(') return this.bracketed(marker);
    const isLed =
      isNamed ||
      this.stream.letter(marker) === ':' ||
      this.isWithin(marker) ||
      this.isThat(marker) ||
      this.isByWay(marker) ||
      this.isByTime(marker);
    const isToRest = !isLed && endsInRest(this.stream, marker);
    if (!isLed && !isToRest && !this.isAttributed(marker)) return [];
    const nearest = this.isWithin(marker) ? this.onlyBefore(marker) : this.wholeBefore(marker);
    const relation = nearest && this.relation(marker, nearest);
    if (!relation) return [];
    const isSure = isToRest ? areNear(relation.listed, nearest) : relation.closed;
    return isLed || isSure ? [relation] : [{ ...relation, parts: [], open: true }];
  }

  /** 不予处理 3 件（信访 2 件、重复申请 1 件）: divided in brackets right behind it. */
  private bracketed(marker: number): PartsRelation[] {
    const whole = this.stream.letter(marker - 1) === 'n' ? this.stream.figure(marker - 1) : undefined;
    const relation =
      whole && !'ts~<^d'.includes(this.stream.letter(marker + 1)) && this.relation(marker, whole);
    return relation && relation.listed.length > 1 ? [relation] : [];
  }

  private relation(marker: number, nearest: Figure): PartsRelation | undefined {
    const { items, open, isCut } = listItems(this.stream, marker, nearest);
    if (items.length === 0) return undefined;
    const listed = this.stream.figures(items);
    const others = this.wholesBefore(marker, nearest);
    for (const whole of [nearest, ...others]) {
      const exact = this.exactRun(items, whole);
      if (exact)
        return { kind: 'parts', whole, parts: this.stream.figures(exact), listed, closed: true, open: false };
    }
    const run = this.sameKind(items);
    const parts = this.stream.figures(run);
    const sum = parts.reduce((all, { value }) => all + value, 0);
    // Of several numbers before the list nothing tells which one it divides, but that it must not come to more than all.
    const isAll = !open && !isCut && !this.countsTwice(run) && areOpposite(this.stream, run);
    // Parts that are all there is make up none of them: something is wrong, whichever they divide.
    if (isAll) return { kind: 'parts', whole: nearest, parts, listed, closed: true, open: false };
    const isUnclear = open || others.length > 0;
    const most = others.reduce((all, { value }) => all + value, nearest.value);
    if (isCut || (others.length > 0 && sum <= most) || this.countsTwice(run))
      return { kind: 'parts', whole: nearest, parts: [], listed, closed: false, open: true };
    const closed = !isUnclear && (this.isThat(marker) || isComplete(this.stream, nearest, run));
    return { kind: 'parts', whole: nearest, parts, listed, closed, open: isUnclear };
  }

  /** 公文 80 件，属性为主动公开 50 件、依申请公开 10 件、不予公开 20 件: the first of the attributes leads to the others. */
  private isAttributed(marker: number): boolean {
    if (![marker + 1, marker + 2].some((at) => this.stream.textAt(at) === '主动公开')) return false;
    const words = this.stream.between(marker, this.stream.near(marker + farthestAttribute));
    return attributes.every((each) => each.test(words));
  }

  /** 收到 36 件，按申请内容划分，土地类 20 件、规划类 10 件、其他 6 件: by what the number before is divided. */
  private isByWay(marker: number): boolean {
    if (this.stream.letter(marker) !== ',') return false;
    return byWay.test(this.stream.between(this.wayOf(marker), marker));
  }

  /** The number before what divides it: in its sentence, or alone at the end of the one before. */
  private wayOf(marker: number): number {
    const stop = this.stream.lastBefore(marker, '.', 'n,;');
    const isOnly = this.stream.letter(stop - 1) === 'n' && this.stream.lastBefore(stop - 1, 'n', '.;\n') < 0;
    return isOnly ? stop - 1 : this.stream.lastBefore(marker, 'n', '.;');
  }

  /** 新收 803 件，一至四季度依次为 186 件、…; 新收 51 件，上半年 24 件，下半年 27 件: by when they came. */
  private isByTime(marker: number): boolean {
    if (this.stream.letter(marker) !== ',') return false;
    let to = marker + 1;
    while (to < marker + farthestAttribute && !'n,;.\n'.includes(this.stream.letter(to) || '.')) to++;
    const words = this.stream.between(marker, this.stream.near(to));
    return (
      this.stream.letter(to) === 'n' &&
      (allQuarters.test(words) || /^(?:其中,?)?(?:第?一季度|上半年)/u.test(words))
    );
  }

  /** 共清理 9 件，即继续有效 5 件、废止 4 件: the same in other words. */
  private isThat(marker: number): boolean {
    return (
      ',('.includes(this.stream.letter(marker) || '.') &&
      this.stream.between(marker, this.stream.near(marker + 1)) === '即' &&
      !another.test(this.stream.textAt(marker + 1))
    );
  }

  /** 在 90 条信息中, 230 条信息中: the list is what the clause that ends here speaks of. */
  private isWithin(marker: number): boolean {
    return ',:'.includes(this.stream.letter(marker)) && /[中里]$/u.test(this.stream.textBefore(marker, 1));
  }

  /** The number of the clause that ends at `marker`, where it has one only. */
  private onlyBefore(marker: number): Figure | undefined {
    const at = this.stream.lastBefore(marker, 'n', ',;.:(');
    return this.stream.lastBefore(at, 'n', ',;.:(') < 0 ? this.stream.figure(at) : undefined;
  }

  /** Other numbers of the unit in the sentence before the list. */
  private wholesBefore(marker: number, { unit, span }: Figure): Figure[] {
    const wholes: Figure[] = [];
    const from = Math.max(0, marker - farthest);
    for (let at = marker - 1; at >= from && wholes.length < mostWholes; at--) {
      if (this.stream.letter(at) === '.' && at < marker - 1) break;
      const figure = this.stream.letter(at) === 'n' ? this.stream.figure(at) : undefined;
      if (figure?.unit === unit && figure.span.start !== span.start) wholes.push(figure);
    }
    return wholes;
  }

  /**
   * The number that the list divides: the one before it, with nothing but punctuation between them, or by what it is divided. What
   * stands in brackets or behind 包括 between them is a part itself.
   */
  private wholeBefore(marker: number): Figure | undefined {
    let depth = 0;
    for (let at = marker - 1; at >= Math.max(0, marker - farthest); at--) {
      const letter = this.stream.letter(at);
      if (letter === ')') depth++;
      else if (letter === '(' && depth > 0) depth--;
      else if (depth > 0 || ',.;(:'.includes(letter)) continue;
      else if (letter !== 'n') return this.dividedBefore(marker);
      else if (this.stream.lexemes[at]?.quantity?.kind !== 'count') return undefined;
      else {
        const included = this.stream.lastBefore(at, 's', ',;.:(');
        // 涵盖 26 个领域 218 项，其中…: what is included may be what is divided.
        return (included < 0 ? undefined : this.wholeBefore(included)) ?? this.stream.figure(at);
      }
    }
    return undefined;
  }

  private dividedBefore(marker: number): Figure | undefined {
    if (this.isByWay(marker)) return this.stream.figure(this.wayOf(marker));
    const at = this.stream.lastBefore(marker, 'n', '.;');
    return at >= 0 && division.test(this.stream.between(at, marker)) ? this.stream.figure(at) : undefined;
  }

  /** The shortest list from the first item on that makes up the whole. */
  private exactRun(items: readonly number[], { value }: Figure): number[] | undefined {
    let sum = 0;
    for (const [index, at] of items.entries()) {
      sum += this.stream.figure(at)?.value ?? Number.NaN;
      const next = items[index + 1];
      // …、其他 20 件, …、人事类 20 件 behind others that are classes: the list says itself that it has not ended.
      const goesOn =
        next !== undefined &&
        this.stream.letter(at + 1) === '&' &&
        (isRest(this.stream, at, next) || areClasses(this.stream, items));
      if (sum === value && index > 0 && !goesOn) return items.slice(0, index + 1);
    }
    return undefined;
  }

  /** The items as long as they are of the kind of the first. */
  private sameKind(items: readonly number[]): number[] {
    const kindOf = (at: number): string => {
      const key = this.stream.key(at);
      if (key.startsWith('reason')) return 'result';
      return key.startsWith('outcome') ? 'outcome' : (groups[key] ?? '');
    };
    const [first] = items;
    if (first === undefined || areAttributes(this.stream, items)) return [...items];
    const kind = kindOf(first);
    const end = items.findIndex((at) => kindOf(at) !== kind && !this.isRestOf(items, at));
    return end < 0 ? [...items] : items.slice(0, end);
  }

  /** 土地类 20 件、规划类 10 件、其他 6 件: whether a number is what is left of the kinds before it, and not the result of that name. */
  private isRestOf(items: readonly number[], at: number): boolean {
    const [before = at, last] = items.slice(-2);
    const isNamed = this.stream.key(at) === 'otherwiseProcessed' && isRest(this.stream, before, at);
    return items.length > 2 && at === last && isNamed;
  }

  private countsTwice(run: readonly number[]): boolean {
    const last = run.at(-1) ?? 0;
    let end = last + 1;
    while (end < last + farthest && !'.\n'.includes(this.stream.letter(end))) end++;
    return twice.test(this.stream.between(last, this.stream.near(end)));
  }
}
