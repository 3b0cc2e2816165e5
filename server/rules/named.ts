import { mark, said, say } from '../text/say';

// Words of the form and of reports in sentences that have no quotes around them in Chinese.

/** A word or figure as the form or the report has it: in other tongues it stands in 「」. */
export const ownWord = (word: string): string => say`${word}`;

const ordinals = [mark`第一`, mark`第二`, mark`第三`, mark`第四`, mark`第五`, mark`第六`];

/** Which section of the form: 第三, with 部分 behind it or without. */
export const ordinal = (number: number): string => said(ordinals[number - 1] ?? '');
