/**
 * What a sentence speaks of: `A` applications, `B` reconsiderations, `L` litigations (`1` direct, `2` after a reconsideration), `BL`
 * both; `F` `J` documents, `W` `Y` `Z` decisions; `X` something else; empty where nothing was named. `disclosed` says that the
 * paragraph speaks of the disclosure of information, so that disputes are those of the table; `foreign` that the sentence tells of
 * another body, or of a part only.
 */
export interface Topic {
  readonly letter: string;
  readonly disclosed: boolean;
  readonly foreign: boolean;
}

export const noTopic: Topic = { letter: '', disclosed: false, foreign: false };

const nouns: readonly (readonly [letter: string, pattern: RegExp])[] = [
  ['A', /依申请|信息公开申请|公开申请|信息申请|信息公开的申请/gu],
  ['B', /行政复议|复议/gu],
  ['L', /诉讼|起诉|应诉/gu],
  ['F', /规范性文件/gu],
  ['J', /规章(?!制度)/gu],
  ['X', /主动公开|信访|留言|热线|咨询|建议|提案|投诉|举报|解读|培训|网站|新媒体/gu],
];
const disclosure = /信息公开|依申请|政务公开/u;

/** What a heading speaks of; disputes that a heading names are those of the report. */
export function topicOf(heading: string): Topic {
  const topic = topicAfter(heading, noTopic);
  const both = topic.letter === 'L' && /复议/u.test(heading);
  return { letter: both ? 'BL' : topic.letter, disclosed: topic.disclosed || both, foreign: false };
}

/** What is spoken of after a sentence without numbers: what it names last. */
export function topicAfter(sentence: string, before: Topic): Topic {
  let letter = before.letter;
  let last = -1;
  for (const [name, pattern] of nouns) {
    for (const { index } of sentence.matchAll(pattern)) {
      if (index > last) {
        last = index;
        letter = name;
      }
    }
  }
  return { letter, disclosed: before.disclosed || disclosure.test(sentence), foreign: before.foreign };
}
