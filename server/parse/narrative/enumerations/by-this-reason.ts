import { type Draft, sureDraft } from '../clauses/draft';
import { classOfRow, results } from '../quantities/quantity-keys';
import { isUnit } from '../words/counting-units';
import type { Lexeme } from '../words/lexeme';
import { isPlain, type Told } from './name-lists';

// 申请内容涉及信访、举报、投诉的，引导通过相应渠道反映，以此为由不予处理 3 件: the row that the sentence has named, told again by no more than 此.

/** What points back to the one row that was named. */
const pointing =
  /(?:以此(?:为由|理由)|据此|按此情形|以该理由|[对按][此这该]类?(?:申请|情形)?,?)(?:依法|依规|决定|均|作出?|共){0,3}$/u;
/** 涉及信访、举报、投诉的: the row, where it stands for what was asked. */
const petition =
  /(?:申请|内容|诉求|名义|实质)[^,;。\d]{0,6}?(?:涉及|属于|反映|为|是|系)(?:信访|举报|投诉)(?:[、和及或](?:信访|举报|投诉)){0,2}/u;

/** The drafts of the numbers of a sentence that are told for a reason which it has named before. */
export function byThisReason(found: readonly Lexeme[], text: string, told: Told): Draft[] {
  const first = found[0]?.start ?? 0;
  const sentence = text.slice(first, found.at(-1)?.end);
  if (!/[以据按对][此这该]/u.test(sentence) || !isPlain(found, text, told)) return [];
  const rows = new Set<string>();
  let seen = 0;
  return found.flatMap((lexeme, at) => {
    // 据此作出不予公开决定的 6 件.
    const next = found[found[at + 1]?.letter === 'M' ? at + 2 : at + 1];
    if (lexeme.letter === 'r') rows.add(lexeme.name);
    if (lexeme.letter === 'n') seen = lexeme.end;
    const isClass = 'QUK'.includes(lexeme.letter) && next?.letter === 'n';
    const before = text.slice(Math.max(seen, first, lexeme.start - farthest), lexeme.start);
    if (!isClass || !pointing.test(before) || !isUnit('refused', next?.quantity?.unit)) return [];
    const named = rows.size === 0 && petition.test(before) ? 'notProcessed.petition' : [...rows][0];
    const isOne = rows.size < 2 && named !== undefined && classOfRow(named) === results[lexeme.letter];
    return isOne && next ? [{ ...sureDraft('number', `reason:${named}`, next), start: lexeme.start }] : [];
  });
}

/** So far before the number its reason was named. */
const farthest = 80;
