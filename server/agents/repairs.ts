import { confidenceInWords } from '../features/mending/fixes';
import type { Edit, Finding, Repair } from '../report/finding';
import { mark, say } from '../text/say';
import { list, maybe, object, type Schema, text, whole } from './schema';
import { fitted } from './size';
import { type Chosen, othersOf, placeSchema, whoseOf, whoseSchema } from './subject';
import { type Answer, aboutReport, type Input } from './tool';

const confidences = ['safe', 'unique', 'possible'] as const;

const editSchema: Schema = object({
  place: placeSchema,
  old: text(mark`原来的文字`),
  new: text(mark`改成的文字`),
  cell: maybe(text(mark`改的是哪一格；null 是不在格里`)),
});

/** How what was found may be mended. Whether, and doing it, is for others. */
export const repairs = aboutReport({
  name: 'repairs',
  title: mark`年报的改法`,
  description: mark`列出一份年报里各问题的改法，各带把握和逐处的改动。只列出，不改文件；possible 的须由人核对原始数据，不要自行选一个。\nLists how the findings of a report can be mended, each with its confidence and edits. Changes nothing; what is "possible" needs a human to look at the records.`,
  takes: { from: whole(mark`从第几个改法起，默认 1`, 1) },
  looksBack: true,
  answers: object({
    ...whoseSchema,
    repairs: list(
      object({
        rule: text(mark`哪条规则的问题`),
        message: text(mark`问题`),
        place: placeSchema,
        rank: whole(mark`同一问题的第几种改法，1 最好`),
        title: text(mark`改法`),
        confidence: text(
          mark`safe：不改变表中数字；unique：唯一能使各项勾稽都成立的最小改法；possible：可能的改法之一，要核对原始数据`,
          confidences,
        ),
        edits: list(editSchema, mark`要一起做的改动，互不重叠，位置都按现在的文字`),
      }),
      mark`改法`,
    ),
    withoutRepair: whole(mark`没有改法的问题有几个`),
    leftOut: list(text(mark`没有给出的`), mark`没有给出的`),
  }),
  answer({ from }: Input, chosen): Answer {
    const { findings } = chosen.analysis;
    const offers = findings.flatMap((finding) =>
      finding.repairs.map((repair, at) => ({ finding, repair, rank: at + 1 })),
    );
    const { items, left } = fitted(
      offers.map((offer) => offerOf(chosen, offer)),
      mark`改法`,
      from,
    );
    return {
      ...whoseOf(chosen),
      repairs: items.map(({ offer }) => offer),
      withoutRepair: findings.filter((finding) => finding.repairs.length === 0).length,
      leftOut: [...othersOf(chosen), ...left, ...items.flatMap((item) => item.left)],
    };
  },
});

interface Offer {
  readonly finding: Finding;
  readonly repair: Repair;
  readonly rank: number;
}

/** What adds whole tables is no answer; half an edit would be a wrong one. */
const mostWritten = 1000;

function offerOf(chosen: Chosen, { finding, repair, rank }: Offer) {
  const { rule, message, span } = finding;
  const { title, confidence } = repair;
  const written = repair.edits.reduce(
    (sum, { newText, span: { start, end } }) => sum + newText.length + end - start,
    0,
  );
  const isLong = written > mostWritten;
  const edits = isLong ? [] : repair.edits.map((edit) => editOf(chosen, edit));
  return {
    offer: { rule, message, place: chosen.placeOf(span), rank, title, confidence, edits },
    left: isLong
      ? [
          say`「${title}」（${confidenceInWords(confidence)}）要改 ${written} 字，没有逐处给出，请在编辑器里改`,
        ]
      : [],
  };
}

const editOf = ({ analysis: { text: whole }, placeOf }: Chosen, { span, newText, cell }: Edit) => ({
  place: placeOf(span),
  old: whole.slice(span.start, span.end),
  new: newText,
  cell: cell ?? null,
});
