import { lineIn } from '../../text/plain';
import { mark, say } from '../../text/say';
import { rule } from '../rule';
import { bare, headed, officialWording } from './support/headings';
import { note, replacements } from './support/replacements';

// What a heading may have more or less and still be the official one: punctuation, particles and the words in which
// Article 50 of the Regulations says the same.
const harmless = /因|以及|被申请|提起|工作|[的和及与本年度\d]|\P{L}/gu;

export default rule({
  id: 'heading-wording',
  family: 'structure',
  severity: 'information',
  hard: false,
  summary: '标题的文字与格式不同',
  summaryEn: 'A heading is worded otherwise than in the form',
  basis: mark`国办公开办函〔2021〕30号的格式；《条例》第五十条`,
  fixable: true,

  *check(context) {
    for (const each of headed(context.report)) {
      const { section, heading } = each;
      const printed = lineIn(context.report.shown, heading.wording);
      if (printed === section.heading || isHarmless(printed, section.heading)) continue;
      const official = officialWording(context, section);
      yield {
        span: heading.wording,
        message: say`标题「${printed.replace(/\s+/gu, '')}」与格式的「${official}」不同，建议核对`,
        repairs: replacements(context, each, official),
      };
    }
  },
});

// A prefix such as 政府信息公开工作 changes nothing about which section it is, nor does the vocabulary of a converted page.
const isHarmless = (printed: string, official: string): boolean =>
  plain(printed).replace(harmless, '').endsWith(plain(official).replace(harmless, ''));

const plain = (wording: string): string =>
  bare(wording).replaceAll('资讯', '信息').replace(note, '').replace(remarks, '');

/** What a clerk put in brackets between the words. */
const remarks = /[([][^()[\]]{0,60}[)\]]/gu;
