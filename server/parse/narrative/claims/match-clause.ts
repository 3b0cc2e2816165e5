import { isByAnyWay, isChannel } from '../clauses/channel';
import { type Clause, isOrigin, phraseEnd } from '../clauses/clauses';
import { distributed, isDistribution } from '../clauses/distributed';
import type { Draft } from '../clauses/draft';
import { isNoNumber } from '../clauses/no-number';
import { framesFor } from '../clauses/patterns-for-letters';
import { type Frame, frames } from '../clauses/phrase-patterns';
import { isDecision, isNamedDecision, isPublished, listedAs } from '../quantities/decided-or-published';
import { flowOfNone, flowOfNumber } from '../quantities/flow-of-number';
import { isAllThere, keyOfSum, keyWithOver } from '../quantities/key-of-sum';
import { isDisputed, keysOf } from '../quantities/quantity-keys';
import { isBeyond, isComparing, noteShare, tellsOfAnother } from '../scope/other-scope';
import type { PhrasePlace, Scene, Sentence } from '../scope/scene';
import { isWithOther, speaksOf, type Topic } from '../scope/topic';
import { withKind } from '../scope/ways-to-court';
import { areHeads, isCounted, isUnit } from '../words/counting-units';
import { draftsByWords } from './drafts-by-words';
import type { WordFrame } from './frames-by-words';
import { endsInPart, governed, sceneOf } from './governing-verb';
import { draftNone } from './none-and-all';
import { soundness } from './soundness';
import { countedBefore } from './told-outcome';

const topicLetters = 'ABLFJWYZX12';
type Judged = Pick<Draft, 'firm' | 'sound' | 'tentative' | 'published' | 'ofSome'>;
type Placed = Judged & Pick<Draft, 'aside'> & Readonly<Record<'first' | 'last', number>>;

/** Drafts what the numbers of one clause count. */
export class ClauseReader {
  private topic: Topic;
  private taken = 0;

  constructor(
    private readonly clause: Clause,
    private readonly scene: Scene,
    private readonly sentence: Sentence,
  ) {
    this.topic = scene.topic;
  }

  read(): Topic {
    const { letters } = this.clause;
    if (isDistribution(letters)) this.distribute();
    for (let at = 0; at < letters.length; at++) {
      const letter = letters.charAt(at);
      if (letter === 'n' || letter === '$') {
        if (at >= this.taken) this.number(at);
      } else if (letter === 'h' || letter === '~' || isComparing(this.clause.lexemes[at])) {
        // 全省予以公开率为 38%，不予公开率为 9%: what follows is told of others as well.
        if (isBeyond(this.clause, this.scene, false)) this.turnAway();
        noteShare(this.clause, at, { ...this.scene, topic: this.topic }, this.sentence);
      } else if (topicLetters.includes(letter)) this.speakOf(letter, at);
    }
    if (/[zqhukIO]/u.test(letters)) {
      draftNone(this.clause, this.topic, sceneOf(this.scene, this.sentence), {
        counted: () => countedBefore(this.sentence, this.scene.drafts),
        before: () => this.scene.drafts.slice(this.sentence.from).at(-1),
        isForeign: () => this.topic.foreign || tellsOfAnother(this.sentence, this.scene),
        isOfPart: () => endsInPart(this.sentence, this.scene.drafts),
        flowOf: (key, from) => flowOfNone(key, this.placeAt(from)),
      });
    }
    return this.topic;
  }

  private mentions(pattern: RegExp): boolean {
    const { lexemes } = this.clause;
    const [from, to] = [lexemes[0]?.start ?? 0, lexemes.at(-1)?.end ?? 0];
    return pattern.test(this.scene.text.slice(Math.max(0, from - 8), to + 8));
  }

  private speakOf(letter: string, at: number): void {
    // 来信受理 3 件: a way of asking.
    if (letter === 'X' && this.clause.letters.charAt(at + 1) === 'R' && isChannel(this.wordsAt(at))) return;
    // 信访、重复申请等不予处理 3 件, among other results: what they were about.
    if (letter === 'X' && this.sentence.isByResults) return;
    const both = 'BL'.includes(letter) && isWithOther(this.clause.letters, at);
    // 未经复议直接起诉, 复议后起诉: what only the form calls so.
    const disclosed = this.topic.disclosed || ('12'.includes(letter) && this.wordsAt(at).includes('复议'));
    // 经复议后提起的行政诉讼: no other litigation than that.
    const isWay = letter === 'L' && '12'.includes(this.clause.letters.charAt(at - 1) || '.');
    const named = isWay ? this.topic.letter : letter;
    this.topic = { ...this.topic, letter: both ? 'BL' : named, doubtful: false, disclosed };
  }

  /** Finds the frame of the number at `at`: the words before it, then those behind. */
  private number(at: number): void {
    const { letters, current } = this.clause;
    const to = phraseEnd(this.clause, at, this.scene.text);
    const left = letters.slice(this.taken, at);
    const phrase = left + letters.slice(at, to);
    const previous = this.taken;
    this.taken = at + 1;
    const isOther = [isOrigin, isNoNumber].some((each) => each(this.clause, at, this.scene.text));
    if (!current[at] || letters.includes('!') || isOther || this.sum(at)) return;
    for (const each of framesFor(phrase)) {
      if (each.topic && !speaksOf(this.topic, each.topic)) continue;
      const match = each.pattern.exec(phrase);
      if (!match?.[0].includes(letters.charAt(at))) continue;
      const first = previous + match.index;
      const last = Math.max(at, first + match[0].length - 1);
      const prefix = left.slice(0, match.index);
      if (/[z~#^d]/u.test(prefix) || !isCounted(this.clause.lexemes, each.key, at, [first, last])) return;
      this.taken = last + 1;
      const { key, isGoverned } = governed(this.sentence, each, left, match[0]);
      const isSure = (isGoverned && !this.isLapse(key)) || this.isPlain(first, last, at);
      const judged = this.judge({ ...each, firm: isSure }, prefix, { from: previous, at });
      // Of what is told of a part or of others, the rest of the sentence goes on to tell.
      if (match[0].includes('x') && !isSure) this.turnAway();
      // 2 件为重复申请和其他情形, 16 件由科研机构等主体提出: of several kinds together.
      if (last > at && /^(?:&[^n]|l(?![xMS]{0,3}[QUK]))/u.test(letters.slice(last + 1))) return;
      const aside = this.clause.depth > 0 || prefix.includes('s');
      this.add({ key }, at, { first, last, aside, ...judged });
      return;
    }
    const place = { ...this.placeAt(previous), at, to };
    const byWords = draftsByWords(place, this.topic, (frame) =>
      this.judge(frame, '', { from: previous, at }),
    );
    this.scene.drafts.push(...byWords);
    if (byWords.length === 0) this.unread(at, left, previous);
  }

  /** Takes note of what a number that nothing reads tells of those behind it. */
  private unread(at: number, left: string, previous: number): void {
    // 收到征地类申请 860 件: a part, and what follows is of that.
    if (/x[Aa]+$/u.test(left)) {
      const words = this.wordsAt(previous + left.lastIndexOf('x'));
      if (!this.scene.agents.isOwn(words) && !isChannel(words)) this.turnAway();
    }
    // A number of something else: what follows without a noun of its own counts that.
    if (this.sentence.listed) {
      // 其中主动公开 32 件、依申请公开 40 件: what follows divides the same.
      if (/^&A+$/u.test(left) && this.clause.letters.slice(0, at).includes('X')) this.turnAway();
    } else if (/[xX3]$/u.test(left) && !isChannel(this.wordsAt(at - 1)) && !this.sentence.isByResults)
      this.topic = { ...this.topic, letter: 'X' };
  }

  /** 宣布失效 3 件: what lapsed need not have been repealed. */
  private isLapse(key: string): boolean {
    return key.endsWith('Repealed') && this.mentions(/失效/u) && !this.mentions(/废/u);
  }

  /** Whether a phrase that may count a part counts all: by every way of asking, or decisions by their name. */
  private isPlain(first: number, last: number, at: number): boolean {
    const { text } = this.scene;
    const isAll = isAllThere(this.clause, at) && !this.sentence.listed;
    if (isAll || isByAnyWay(this.clause, first, last, text)) return true;
    return isNamedDecision(this.clause, first, at, text) && !isPublished(this.sentence, text);
  }

  /** Takes the number at `at` for a sum: of those before it, or with what was carried over; answers whether it is said to be one. */
  private sum(at: number): boolean {
    if (this.topic.foreign) return false;
    const { drafts, text } = this.scene;
    const over = speaksOf(this.topic, 'a') ? keyWithOver(this.clause, at, text) : undefined;
    const key = over ?? keyOfSum(this.clause, at, drafts, this.sentence.from);
    if (key === undefined) return false;
    const { doubtful } = this.topic;
    const judged = { firm: !doubtful, sound: !doubtful, tentative: doubtful, published: false };
    const first = over ? Math.max(0, this.clause.letters.lastIndexOf('<', at)) : at;
    this.add({ key }, at, { first, last: at, aside: false, ...judged });
    return true;
  }

  /** Takes note that the rest of the sentence tells of what the table does not count. */
  private turnAway(): void {
    this.topic = { ...this.topic, foreign: true };
  }

  /** What is to be thought of a frame by the words before it, and by what is spoken of. */
  private judge(
    frame: WordFrame,
    prefix: string,
    { from, at }: Readonly<Record<'from' | 'at', number>>,
  ): Judged {
    const { key, topic } = frame;
    const found = this.soundnessOf(frame, prefix, from);
    const [ofSome, sound] = [found === 'some', found === 'some' || found === 'sound'];
    const isOpen = isDisputed(key) ? !this.topic.disclosed : topic === 'A' && this.topic.doubtful;
    const isHead = areHeads(this.clause.lexemes[at]?.quantity?.unit);
    const isOwn = sound || (!this.topic.foreign && /^[gwX]$/u.test(prefix));
    const listed =
      isOwn && isDecision(key) ? listedAs(this.sentence, this.clause, at, this.scene.text) : undefined;
    return {
      firm: frame.firm && sound && !isOpen && !isHead,
      sound: sound && !isOpen,
      // 行政处罚 37 件, 行政许可 98 件: decided, where nothing is said to be published.
      tentative: found === 'sound' && (frame.firm ? isOpen || isHead : listed === 'decided'),
      published: !frame.firm && listed === 'published',
      ofSome,
    };
  }

  /** Whether the words before the phrase leave no doubt that the table counts the same. */
  private soundnessOf(frame: WordFrame, prefix: string, from: number): ReturnType<typeof soundness> {
    const { clause, scene, sentence, topic, taken } = this;
    const found = soundness(frame, { prefix, from, taken }, { clause, scene, sentence, topic });
    if (found === 'others') this.turnAway();
    return found;
  }

  private wordsAt(index: number): string {
    const lexeme = this.clause.lexemes[index];
    return lexeme ? this.scene.text.slice(lexeme.start, lexeme.end) : '';
  }

  private add(
    { key }: Pick<Frame, 'key'>,
    at: number,
    { first, last, ...judged }: Placed,
    named: readonly [from: number, to: number] = [first, last],
  ): void {
    const { lexemes, letters } = this.clause;
    const lexeme = lexemes[at];
    if (!lexeme) return;
    const [start, end] = [lexemes[first]?.start ?? lexeme.start, lexemes[last]?.end ?? lexeme.end];
    const [from, to] = [named[0], named[1] + 1];
    const phrase = { lexemes: lexemes.slice(from, to), letters: letters.slice(from, to) };
    for (const completed of keysOf(key, phrase, withKind(this.placeAt(at), this.topic))) {
      const flow = flowOfNumber(completed, start, this.placeAt(from));
      this.scene.drafts.push({ key: completed, kind: 'number', lexeme, start, end, flow, ...judged });
    }
  }

  private placeAt(from: number): PhrasePlace {
    return { clause: this.clause, from, sentence: this.sentence, scene: this.scene };
  }

  /** Each number of a distribution with its own thing, as if it were said of that alone. */
  private distribute(): void {
    const { letters, current, lexemes } = this.clause;
    this.taken = letters.length;
    for (const { place, phrase, things, thing } of distributed(letters)) {
      const found = frames.find(
        (each) => each.pattern.test(phrase) && (!each.topic || speaksOf(this.topic, each.topic)),
      );
      if (!found || !current[place] || !isUnit(found.key, lexemes[place]?.quantity?.unit)) continue;
      const isDecided =
        found.firm ||
        this.mentions(/决定|作出|办理|实施/u) ||
        (isDecision(found.key) && !isPublished(this.sentence, this.scene.text));
      const judged = this.judge({ ...found, firm: isDecided }, things.replace(/[^x]/gu, ' '), {
        from: 0,
        at: place,
      });
      this.add(found, place, { first: place, last: place, aside: false, ...judged }, thing);
    }
  }
}
