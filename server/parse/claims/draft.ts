import type { Agents } from './agent';
import type { Clause } from './clause';
import { distributed } from './distribution';
import { type Frame, frames, framesFor } from './frames';
import { areResults, keysOf, summedKey } from './keys';
import { draftNone } from './none';
import type { Lexeme } from './scan';
import { governed, type Sentence } from './sentence';
import { speaksOf, type Topic, tellsOfOtherDisputes } from './topic';
import { isUnit } from './units';

/** A claim before its sentence is known to the end. */
export interface Draft {
  /** A frame's key, completed: a subject, `outcome:direct:upheld`, `reason:refused.stateSecret`. */
  readonly key: string;
  readonly kind: 'number' | 'none' | 'all';
  /** The number; for `none` and `all` the first word of the phrase. */
  readonly lexeme: Lexeme;
  readonly start: number;
  readonly end: number;
  /** Whether the phrase itself leaves no doubt what is counted, and whether the words around it leave none. */
  readonly firm: boolean;
  readonly sound: boolean;
  /** Whether it is only mentioned beside another number: in brackets, or behind 含 or 包括. */
  readonly aside: boolean;
}

/** What the reader of a clause knows and fills. */
export interface Scene {
  readonly text: string;
  readonly topic: Topic;
  readonly agents: Agents;
  readonly drafts: Draft[];
}

const channel = /^(?:通过|经由|利用)/u;
const topicLetters = 'ABLFJWYZX12';
/** Where these are told of others, what follows without a noun of its own is, too. */
const leads = new Set(['received', 'receivedNew', 'handled', 'answered']);
const disputeKeys = new Set([
  'each',
  'disputes',
  'litigations',
  'reconsiderations',
  'directLitigations',
  'laterLitigations',
  'lost',
]);

/** Drafts the claims of a sentence's clauses; answers what is spoken of at its end. */
export function draftClaims(clauses: readonly Clause[], scene: Scene): Topic {
  let { topic } = scene;
  const outer: Topic[] = [];
  const beginnings: Clause[] = [];
  const sentence = { listed: false, beginnings, verb: '', from: scene.drafts.length };
  if (topic.letter === '' && areResults(clauses)) topic = { ...topic, letter: 'A' };
  for (const clause of clauses) {
    while (outer.length < clause.depth) outer.push(topic);
    while (outer.length > clause.depth) topic = outer.pop() ?? topic;
    sentence.listed ||= /[ts]/u.test(clause.letters);
    if (/[wgX]/u.test(clause.letters)) sentence.verb = '';
    beginnings.push(clause);
    // A clause that counts nothing and names nothing does not matter.
    if (!/[n$zqABLFJWYZX12]/u.test(clause.letters)) continue;
    const reader = new ClauseReader(clause, { ...scene, topic }, sentence);
    topic = reader.read();
  }
  return topic;
}

class ClauseReader {
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
    if (letters.includes('/')) this.distribute();
    for (let at = 0; at < letters.length; at++) {
      const letter = letters.charAt(at);
      if (letter === 'n' || letter === '$') {
        if (at >= this.taken) this.number(at);
      } else if (topicLetters.includes(letter)) this.speakOf(letter, at);
    }
    if (/[zq]/u.test(letters)) {
      draftNone(this.clause, this.topic, this.scene, () => this.topic.foreign || this.tellsOfAnother());
    }
    return this.topic;
  }

  private mentions(pattern: RegExp): boolean {
    const [first] = this.clause.lexemes;
    const last = this.clause.lexemes.at(-1);
    if (!first || !last) return false;
    return pattern.test(this.scene.text.slice(Math.max(0, first.start - 8), last.end + 8));
  }

  /** Whether this clause or one before it begins with another body: then that is what the sentence tells of. */
  private tellsOfAnother(): boolean {
    return this.sentence.beginnings.some(({ lexemes: [first] }) => {
      if (first?.letter !== 'x') return false;
      return this.scene.agents.isForeign(this.scene.text.slice(first.start, first.end));
    });
  }

  private speakOf(letter: string, at: number): void {
    const before = this.clause.letters.slice(Math.max(0, at - 2), at);
    const both = (letter === 'L' && before === 'B&') || (letter === 'B' && before === 'L&');
    this.topic = { ...this.topic, letter: both ? 'BL' : letter };
  }

  /** Finds the frame of the number at `at`: the words before it, then those behind. */
  private number(at: number): void {
    const { letters, current } = this.clause;
    const next = letters.slice(at + 1).search(/[n$]/u);
    const to = next < 0 ? letters.length : at + 1 + next;
    const left = letters.slice(this.taken, at);
    const phrase = left + letters.slice(at, to);
    const previous = this.taken;
    this.taken = at + 1;
    if (!current[at] || letters.includes('!') || this.sum(at)) return;
    for (const each of framesFor(phrase)) {
      if (each.topic && !speaksOf(this.topic, each.topic)) continue;
      const match = each.pattern.exec(phrase);
      if (!match?.[0].includes(letters.charAt(at))) continue;
      const first = previous + match.index;
      const last = Math.max(at, first + match[0].length - 1);
      const prefix = left.slice(0, match.index);
      if (/[z~#^d]/u.test(prefix) || !isUnit(each.key, this.clause.lexemes[at]?.quantity?.unit)) return;
      this.taken = last + 1;
      const sound = this.isSound(each, prefix, previous);
      // Of what is told of a part or of others, the rest of the sentence goes on to tell.
      if (match[0].includes('x')) this.turnAway();
      const { key, isGoverned } = governed(this.sentence, each, left, match[0]);
      const aside = this.clause.depth > 0 || prefix.includes('s');
      this.add({ ...each, key }, at, { first, last, firm: isGoverned && sound, sound, aside });
      return;
    }
    // A number of something else: what follows without a noun of its own counts that.
    if (this.sentence.listed) {
      // 其中主动公开 32 件、依申请公开 40 件: what follows divides the same.
      if (/^&A+$/u.test(left) && letters.slice(0, at).includes('X')) this.turnAway();
    } else if (/[xX]$/u.test(left)) this.topic = { ...this.topic, letter: 'X' };
  }

  /** Takes the number at `at` for the sum of those before it; answers whether it is said to be one. */
  private sum(at: number): boolean {
    const { summed, letters } = this.clause;
    if (summed !== at || this.topic.foreign || !/^[&q]*[Aa]*n[Aa]*$/u.test(letters)) return false;
    const { drafts } = this.scene;
    const parts = drafts.slice(this.sentence.from).filter(({ kind, aside }) => kind === 'number' && !aside);
    const key = summedKey(parts);
    if (key === undefined) return false;
    // What adds up to the same is a part of it.
    for (const [index, part] of drafts.entries()) {
      if (parts.includes(part) && part.key === key) drafts[index] = { ...part, firm: false, sound: false };
    }
    this.add({ key }, at, { first: at, last: at, firm: true, sound: true, aside: false });
    return true;
  }

  /** Takes note that the rest of the sentence tells of what the table does not count; answers that nothing is sound then. */
  private turnAway(): false {
    this.topic = { ...this.topic, foreign: true };
    return false;
  }

  /** Whether the table counts less than what is spoken of: what all below did, or disputes of other kinds. */
  private isBeyond(isDispute: boolean): boolean {
    if (this.clause.wide && !this.scene.agents.isGovernment) return true;
    const [first] = this.clause.lexemes;
    return isDispute && tellsOfOtherDisputes(this.scene.text, first?.start ?? 0);
  }

  /** Whether the words before the phrase leave no doubt that the table counts the same. */
  private isSound({ key, isBare }: Frame, prefix: string, from: number): boolean {
    if (this.topic.foreign || /[X!]/u.test(prefix) || this.tellsOfAnother()) return false;
    // A noun without a verb: beside what was published it may count that.
    if (isBare && (this.sentence.listed || this.scene.topic.letter === 'X')) return this.turnAway();
    // Received, 含重复申请: a property of what came in, not what became of it.
    if (key === 'reason' && prefix.endsWith('s')) return false;
    const isPaper = /^(?:documents|regulations|licenses|penalties|coercions)/u.test(key);
    if (isPaper && (this.sentence.listed || /[wgijv]/u.test(prefix))) return false;
    // What was answered in time may be a part of what was answered.
    if (key === 'answered' && /T/u.test(prefix)) return false;
    const isDispute = disputeKeys.has(key) || key.startsWith('outcome');
    if (isDispute && (!this.topic.disclosed || /(?<!S)[HRDc]$/u.test(prefix))) return false;
    if (this.isBeyond(isDispute)) return this.turnAway();
    // 通过信函、网络等渠道收到: what 等 sums up is no part of the whole.
    const doubtful = prefix.replace(/^.*lx?/u, '');
    const offset = from + prefix.length - doubtful.length;
    for (let at = 0; at < doubtful.length; at++) {
      if (doubtful.charAt(at) !== 'x' || this.scene.agents.isOwn(this.wordsAt(offset + at))) continue;
      // What a bare verb counts next is of the same kind: 某局受理 36 件，答复 35 件. A way of asking is no other body.
      if (leads.has(key) && !channel.test(this.wordsAt(offset + at)))
        this.topic = { ...this.topic, foreign: true };
      return false;
    }
    return true;
  }

  private wordsAt(index: number): string {
    const lexeme = this.clause.lexemes[index];
    return lexeme ? this.scene.text.slice(lexeme.start, lexeme.end) : '';
  }

  private add(
    { key }: Pick<Frame, 'key'>,
    at: number,
    {
      first,
      last,
      firm,
      sound,
      aside,
    }: Pick<Draft, 'firm' | 'sound' | 'aside'> & { readonly first: number; readonly last: number },
  ): void {
    const { lexemes, letters } = this.clause;
    const lexeme = lexemes[at];
    if (!lexeme) return;
    const [start, end] = [lexemes[first]?.start ?? lexeme.start, lexemes[last]?.end ?? lexeme.end];
    const phrase = { lexemes: lexemes.slice(first, last + 1), letters: letters.slice(first, last + 1) };
    for (const completed of keysOf(key, phrase, this.topic)) {
      this.scene.drafts.push({ key: completed, kind: 'number', lexeme, start, end, firm, sound, aside });
    }
  }

  /** Each number of a distribution with its own thing, as if it were said of that alone. */
  private distribute(): void {
    const { letters, current, lexemes } = this.clause;
    this.taken = letters.length;
    for (const { place, phrase, things } of distributed(letters)) {
      const found = frames.find(
        (each) => each.pattern.test(phrase) && (!each.topic || speaksOf(this.topic, each.topic)),
      );
      if (!found || !current[place] || !isUnit(found.key, lexemes[place]?.quantity?.unit)) continue;
      const sound = this.isSound(found, things.replace(/[^x]/gu, ' '), 0);
      const firm = sound && (found.firm || this.mentions(/决定|作出|办理|实施/u));
      this.add(found, place, { first: place, last: place, firm, sound, aside: false });
    }
  }
}
