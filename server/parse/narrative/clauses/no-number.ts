import type { Clause } from './clauses';

/** 一件也没有: none. */
const none = /^(?:也|都|亦)(?:没|未|无|不)/u;
/** 1 件自然人申请仍在期限之内: what is left of theirs, and not what came in. */
const left = /^[^,;。]{0,8}[仍尚还]在/u;
/** So many characters behind a number tell that. */
const farthest = 10;

/** Whether the number at `at` is not of what is named beside it: there is none, it is left over, or it is some among them (直接起诉中 2 件). */
export function isNoNumber({ letters, lexemes }: Clause, at: number, text: string): boolean {
  const { start = 0, end = 0 } = lexemes[at] ?? {};
  const behind = text.slice(end, end + farthest);
  const isAmong = '12'.includes(letters.charAt(at - 1) || '.') && text.charAt(start - 1) === '中';
  const isLeft = 'CV'.includes(letters.charAt(at + 1) || '.') && left.test(behind);
  return isAmong || isLeft || none.test(behind);
}
